"""all-MiniLM-L6-v2 in PyTorch, with two heads on the vectors that the service reads."""

from pathlib import Path

import torch
import torch.nn.functional as f
from safetensors.torch import load_file
from torch import Tensor, nn


HIDDEN, INNER, HEADS, LAYERS = 384, 1536, 12, 6
WORDS, PLACES = 30522, 512
EPSILON = 1e-12
MIDDLE_LAYER = 3  # as in bot/components/encoder_graph.py
UNIT = 9.8  # the embedding has length one; this brings it to the size of the middle layer's mean
HIDDEN_NEVER_SEEN = -1e4
LINEAR = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "heard": "attention.output.dense",
    "heard_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "outer_norm": "output.LayerNorm",
}


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        for name in ("query", "key", "value", "heard"):
            setattr(self, name, nn.Linear(HIDDEN, HIDDEN))
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.heard_norm = nn.LayerNorm(HIDDEN, eps=EPSILON)
        self.outer_norm = nn.LayerNorm(HIDDEN, eps=EPSILON)
        self.drop = nn.Dropout(dropout)

    def forward(self, state: Tensor, mask: Tensor) -> Tensor:
        """The next state, of shape (messages, tokens, 384)."""
        query, key, value = (self._heads(getattr(self, name)(state)) for name in ("query", "key", "value"))
        heard = f.scaled_dot_product_attention(
            query, key, value, attn_mask=mask, dropout_p=self.drop.p if self.training else 0.0
        )
        joined = heard.transpose(1, 2).reshape(state.shape)
        state = self.heard_norm(state + self.drop(self.heard(joined)))
        return self.outer_norm(state + self.drop(self.outer(f.gelu(self.inner(state)))))

    def _heads(self, value: Tensor) -> Tensor:
        messages, tokens, _ = value.shape
        return value.view(messages, tokens, HEADS, HIDDEN // HEADS).transpose(1, 2)


class Encoder(nn.Module):
    """The encoder with a head for intents and one for risks."""

    def __init__(self, weights: Path, *, intents: int, risks: int, dropout: float) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(WORDS, HIDDEN), nn.Embedding(PLACES, HIDDEN)
        self.kinds = nn.Embedding(2, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.intents, self.risks = nn.Linear(2 * HIDDEN, intents), nn.Linear(2 * HIDDEN, risks)
        self.drop = nn.Dropout(dropout)
        published = load_file(weights)
        with torch.no_grad():
            for name, value in self.published_names():
                value.copy_(published[name])

    def published_names(self) -> list[tuple[str, Tensor]]:
        """Every weight of the encoder itself under the name its authors gave it."""
        parts: list[tuple[str, nn.Module]] = [
            ("embeddings.word_embeddings", self.words),
            ("embeddings.position_embeddings", self.places),
            ("embeddings.token_type_embeddings", self.kinds),
            ("embeddings.LayerNorm", self.norm),
        ]
        for place, layer in enumerate(self.layers):
            parts += [(f"encoder.layer.{place}.{name}", getattr(layer, own)) for own, name in LINEAR.items()]
        return [(f"{name}.{kind}", value) for name, part in parts for kind, value in part.named_parameters()]

    def forward(self, ids: Tensor, seen: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of shape (messages, intents) and (messages, risks)."""
        state = self.words(ids) + self.places.weight[: ids.shape[1]] + self.kinds.weight[0]
        state = self.drop(self.norm(state))
        mask = ((1 - seen) * HIDDEN_NEVER_SEEN)[:, None, None, :]
        middle = state
        for place, layer in enumerate(self.layers):
            state = layer(state, mask)
            middle = state if place == MIDDLE_LAYER else middle
        vector = torch.cat([UNIT * f.normalize(_mean(state, seen), dim=1), _mean(middle, seen)], 1)
        vector = self.drop(vector)
        return self.intents(vector), self.risks(vector)


def _mean(state: Tensor, seen: Tensor) -> Tensor:
    return (state * seen[:, :, None]).sum(1) / seen.sum(1, keepdim=True)
