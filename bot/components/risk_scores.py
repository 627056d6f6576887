"""Learns from example messages how much a message looks like each danger."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.utils.extmath import randomized_svd

from vocabulary.risks import Risk


ORDER = tuple(Risk)
MEANING_WIDTH = 384  # one vector of the encoder
LEAST_SPREAD = 1e-3  # some of the encoder's numbers never move
TOLERANCE = 3e-3
SVD_ROUNDS = 2  # the usual seven take twice as long, for directions a tenth stronger at the far end

Floats = NDArray[np.float32]
Marks = NDArray[np.bool_]


@dataclass(frozen=True)
class Examples:
    """Messages of which it is known what they show, a row each, in the order of ORDER."""

    meaning: Floats
    wording: csr_matrix
    shown: Marks
    trust: NDArray[np.float64]

    @classmethod
    def of(cls, rows: list[tuple[Floats, csr_matrix]], shown: list[Marks], trust: list[float]) -> "Examples":
        """From features and marks of single messages."""
        meaning, wording = zip(*rows, strict=True)
        return cls(np.stack(meaning), vstack(wording).tocsr(), np.array(shown), np.array(trust))


@dataclass(frozen=True)
class Fitting:
    """How tight, on what scale and from how many directions of wording to learn; see RiskDetector."""

    strength: float
    scale: float
    wording_parts: int
    iterations: int
    seed: int


@dataclass(frozen=True)
class RiskScores:
    """One column of weights for each of ORDER: first of the meaning's numbers, then of the wording's."""

    weights: Floats
    bias: Floats

    def of(self, meaning: Floats, wording: csr_matrix) -> Floats:
        """Log odds of balanced classes: a row a message, a column for each of ORDER."""
        split = meaning.shape[-1]
        return np.asarray(
            meaning @ self.weights[:split] + wording @ self.weights[split:] + self.bias, np.float32
        )


def fit(examples: Examples, how: Fitting) -> RiskScores:
    """Learn in few dimensions, then unfold the weights, so that reading a message is one product."""
    meaning, wording = examples.meaning, examples.wording
    mean, spread = meaning.mean(0), meaning.std(0) + LEAST_SPREAD
    scale = how.scale / np.sqrt(MEANING_WIDTH) / spread
    directions = _directions(wording, how)
    table = np.hstack([(meaning - mean) * scale, wording @ directions]).astype(np.float32)
    models = [_one(table, shown, examples.trust, how) for shown in examples.shown.T]
    learnt = np.hstack([model.coef_.T for model in models])
    split = meaning.shape[1]
    of_meaning = learnt[:split] * scale[:, None]
    weights = np.vstack([of_meaning, directions @ learnt[split:]])
    bias = np.array([model.intercept_[0] for model in models]) - mean @ of_meaning
    return RiskScores(weights.astype(np.float32), bias.astype(np.float32))


def _one(table: Floats, shown: Marks, trust: NDArray[np.float64], how: Fitting) -> LogisticRegression:
    # Balanced by trust, not by count: many light harmless rows must not drown the few risky ones.
    weight = np.where(shown, trust[~shown].sum() / trust[shown].sum(), 1.0) * trust
    model = LogisticRegression(C=how.strength, max_iter=how.iterations, tol=TOLERANCE, random_state=how.seed)
    return model.fit(table, shown, weight)


def _directions(wording: csr_matrix, how: Fitting) -> Floats:
    parts = min(how.wording_parts, min(wording.shape) - 1)
    if parts < 1:
        return np.zeros((wording.shape[1], 0), np.float32)
    found = randomized_svd(wording, parts, n_iter=SVD_ROUNDS, random_state=how.seed)[2].T
    return np.asarray(how.scale * found, np.float32)


def mark(scores: Floats, *, by_pattern: Marks, limits: Floats, beside: float) -> Marks:
    """What patterns or scores mark, and what needs less by `beside` where something is marked already.

    Arrays of the dangers in the order of ORDER, of one message or of a row a message.
    """
    first: Marks = by_pattern | (scores > limits)
    more: Marks = first.any(-1, keepdims=True) & (scores > limits - beside)
    return np.logical_or(first, more)
