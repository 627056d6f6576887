"""Tunes the encoder: `python -m tuning.train < examples.jsonl` writes bot/encoder/weights.safetensors."""

import argparse
import json
import math
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as f
from tokenizers import Tokenizer
from torch import Tensor

from bot.components.encoder_weights import TUNED, write_weights
from bot.components.readable import readable
from tuning.encoder import Encoder
from tuning.report import report


RISKS = ("overdose", "emergency", "suicide", "child")
EPOCHS, BATCH, SEED = 4, 32, 7
ENCODER_RATE, HEAD_RATE, DECAY, WARM_UP = 8e-5, 1e-3, 0.01, 0.08
DROPOUT, SMOOTHING, LONGEST = 0.1, 0.05, 160
RISK_WEIGHT, RISKY_WEIGHT, HARMLESS_INTENT_WEIGHT = 4.0, 2.0, 0.3
BUCKET = 16  # batches are cut from this many, sorted by length: short messages do not wait for long ones


@dataclass(frozen=True)
class Row:
    """One message, as word pieces."""

    ids: list[int]
    intent: int | None
    risks: tuple[float, ...] | None  # one for each of RISKS, or nothing known
    trust: float
    kept_back: bool


def read_rows(folder: Path) -> tuple[list[Row], list[str]]:
    """The rows on standard input, and the names of their intents in order."""
    told = [json.loads(line) for line in sys.stdin]
    intents = sorted({row["intent"] for row in told if row["intent"]})
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    return [_row(each, tokenizer, intents) for each in told], intents


def _row(told: dict[str, object], tokenizer: Tokenizer, intents: Sequence[str]) -> Row:
    risks, intent = told["risks"], told["intent"]
    return Row(
        ids=tokenizer.encode(readable(str(told["text"]))).ids,
        intent=intents.index(str(intent)) if intent else None,
        risks=tuple(float(risk in risks) for risk in RISKS) if isinstance(risks, list) else None,
        trust=HARMLESS_INTENT_WEIGHT if intent else 1.0,
        kept_back=bool(told["kept_back"]),
    )


def padded(rows: Sequence[Row]) -> tuple[Tensor, Tensor]:
    """Word pieces and which of them are there, of shape (messages, tokens)."""
    longest = max(len(row.ids) for row in rows)
    ids = torch.tensor([row.ids + [0] * (longest - len(row.ids)) for row in rows])
    seen = torch.tensor([[1.0] * len(row.ids) + [0.0] * (longest - len(row.ids)) for row in rows])
    return ids, seen


def batches(rows: list[Row], chance: random.Random) -> list[list[Row]]:
    """One epoch in random batches of alike length."""
    chance.shuffle(rows)
    size = BATCH * BUCKET
    sorted_parts = [
        sorted(rows[at : at + size], key=lambda row: len(row.ids)) for at in range(0, len(rows), size)
    ]
    cut = [part[at : at + BATCH] for part in sorted_parts for at in range(0, len(part), BATCH)]
    chance.shuffle(cut)
    return cut


def loss_of(model: Encoder, rows: Sequence[Row], intent_weights: Tensor) -> Tensor:
    """How wrong the heads are on a batch; each row counts for what is known of it."""
    by_intent, by_risk = model(*padded(rows))
    loss = by_intent.sum() * 0
    known = [place for place, row in enumerate(rows) if row.intent is not None]
    if known:
        wanted = torch.tensor([rows[place].intent for place in known])
        loss = loss + f.cross_entropy(
            by_intent[known], wanted, weight=intent_weights, label_smoothing=SMOOTHING
        )
    told = [place for place, row in enumerate(rows) if row.risks is not None]
    if told:
        shown = torch.tensor([rows[place].risks for place in told])
        trust = torch.tensor([rows[place].trust for place in told])[:, None]
        each = f.binary_cross_entropy_with_logits(
            by_risk[told], shown, reduction="none", pos_weight=torch.full((len(RISKS),), RISKY_WEIGHT)
        )
        loss = loss + RISK_WEIGHT * (each * trust).mean() * len(told) / len(rows)
    return loss


def tune(model: Encoder, rows: list[Row], intents: int) -> None:
    """Every epoch, with the rate falling to nothing."""
    often = torch.tensor([sum(row.intent == place for row in rows) for place in range(intents)])
    weights = (often.float().mean() / often.clamp(min=1)).sqrt()
    heads = [*model.intents.parameters(), *model.risks.parameters()]
    body = [value for _, value in model.published_names()]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=DECAY
    )
    steps = EPOCHS * math.ceil(len(rows) / BATCH)
    falling = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (WARM_UP * steps)) * max(0.0, 1 - step / steps)
    )
    chance = random.Random(SEED)  # noqa: S311  # an order, not a secret
    for epoch, losses in enumerate(_epochs(model, rows, weights, optimiser, falling, chance)):
        print(f"epoch {epoch}: loss {sum(losses) / len(losses):.3f}, {time.process_time():.0f} s", flush=True)


def _epochs(
    model: Encoder,
    rows: list[Row],
    weights: Tensor,
    optimiser: torch.optim.Optimizer,
    falling: torch.optim.lr_scheduler.LambdaLR,
    chance: random.Random,
) -> Iterator[list[float]]:
    for _ in range(EPOCHS):
        losses = []
        for batch in batches(rows, chance):
            loss = loss_of(model, batch, weights)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            falling.step()
            losses.append(float(loss.detach()))
        yield losses


def main() -> None:
    """Tune on all but the messages kept back, write the weights, and report on those."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--encoder", type=Path, required=True, help="folder of the published encoder")
    asked.add_argument("--out", type=Path, default=TUNED)
    options = asked.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    rows, intents = read_rows(options.encoder)
    random.Random(SEED).shuffle(rows)  # noqa: S311
    kept, taught = ([row for row in rows if row.kept_back is side] for side in (True, False))
    model = Encoder(
        options.encoder / "model.safetensors", intents=len(intents), risks=len(RISKS), dropout=DROPOUT
    )
    tune(model, taught, len(intents))
    report(model, kept)
    options.out.parent.mkdir(exist_ok=True)
    write_weights({name: value.detach().numpy() for name, value in model.published_names()}, options.out)


if __name__ == "__main__":
    main()
