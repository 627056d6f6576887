"""How well a tuned encoder's heads tell apart messages that it never saw."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch


if TYPE_CHECKING:
    from tuning.encoder import Encoder
    from tuning.train import Row

ALARMS = (0.02, 0.05)  # shares of harmless messages that may alarm


def report(model: "Encoder", rows: Sequence["Row"]) -> None:
    """Print how often the first intent is right, and the recall of each risk at so many false alarms."""
    from tuning.train import BATCH, RISKS, padded

    model.eval()
    with torch.no_grad():
        scored = [model(*padded(rows[at : at + BATCH])) for at in range(0, len(rows), BATCH)]
    by_intent, by_risk = (torch.cat([each[part] for each in scored]) for part in (0, 1))
    right = [
        int(by_intent[place].argmax()) == row.intent
        for place, row in enumerate(rows)
        if row.intent is not None
    ]
    print(f"intents right: {sum(right) / len(right):.3f} of {len(right)}")
    told = [place for place, row in enumerate(rows) if row.risks is not None and row.intent is None]
    shown = torch.tensor([rows[place].risks for place in told]) > 0
    scores = by_risk[told]
    harmless = scores[~shown.any(1)].max(1).values.sort(descending=True).values
    for share in ALARMS:
        limit = harmless[int(share * len(harmless))]
        recall = {
            risk: round(float((scores[shown[:, place], place] > limit).float().mean()), 3)
            for place, risk in enumerate(RISKS)
        }
        print(f"at {share:.0%} false alarms, recall: {recall}")
