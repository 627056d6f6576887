"""Compares ways to recognise a need, and draws the curve the thresholds come from.

Every way is fitted on the phrases taught and scored on those that the encoder never saw
(tuning/kept_back.py), and on the held-out messages. `python -m benchmarks.understanding` prints JSON lines;
docs/decisions/0006 quotes its last run. Nothing here is used by the running service.
"""

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasa.shared.nlu.training_data.loading import load_data
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix, vstack
from sklearn.metrics import f1_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.svm import LinearSVC

from bot.components.encoder_graph import Shape, encoder_folder, write_encoder
from bot.components.encoder_weights import TUNED, read_weights
from bot.components.need_classifier import MEANING_WIDTH, NeedClassifier
from bot.components.ngram_features import LETTERS, WORDS, NgramFeatures, count, learn_family, words_of
from bot.components.sentence_encoder import ENCODER_FILE, SHAPE_FILE, TOKENIZER_FILE, Encoder
from tuning.kept_back import is_kept_back
from vocabulary.needs import BY_INTENT


Floats = NDArray[np.float32]
HELD_OUT = Path("tests/nlu/held_out.jsonl")
SHIPPED = "all three, logistic regression"
EMBEDDING, BOTH = slice(0, MEANING_WIDTH), slice(0, 2 * MEANING_WIDTH)
NOTHING = slice(0, 0)


@dataclass(frozen=True)
class Texts:
    """Messages with their encoder's vectors and the labels that are right for each."""

    words: list[str]
    vectors: Floats
    right: list[frozenset[str]]

    @property
    def labels(self) -> NDArray[np.str_]:
        """The first right label of each."""
        return np.array([min(right) for right in self.right])


class Ours(NeedClassifier):
    """The shipped classifier, fitted on tables instead of Rasa's messages."""

    def __init__(self, **changes: Any) -> None:
        super().__init__({**NeedClassifier.get_default_config(), **changes}, None, None)

    def fit(self, meaning: Floats, wording: csr_matrix, labels: NDArray[np.str_]) -> "Ours":
        """Fit as `train` does."""
        self._fit(meaning, wording, list(labels))
        return self

    def scores(self, meaning: Floats, wording: csr_matrix) -> Floats:
        """Unscaled scores, one column a label of `names`."""
        split = meaning.shape[1]
        found = meaning @ self._weights[:split] + wording @ self._weights[split:] + self._bias
        return np.asarray(found, np.float32)

    @property
    def names(self) -> NDArray[np.str_]:
        """The labels in the order of the columns."""
        return np.array(self._labels)


def read_examples() -> tuple[list[str], list[str]]:
    """The training phrases and their intents, those that the encoder never saw last."""
    examples = sorted(load_data("data/nlu").intent_examples, key=lambda each: is_kept_back(each.get("text")))
    return [e.get("text") for e in examples], [e.get("intent") for e in examples]


def open_encoder(folder: Path) -> Encoder:
    """The encoder as training writes it."""
    shape = Shape.read(encoder_folder() / SHAPE_FILE)
    write_encoder(read_weights(TUNED), shape, folder / ENCODER_FILE)
    (folder / TOKENIZER_FILE).write_bytes((encoder_folder() / TOKENIZER_FILE).read_bytes())
    return Encoder(folder, maximum_tokens=256, threads=1)


def count_all(train: list[str], *others: list[str]) -> list[csr_matrix]:
    """N-gram tables of `train` and of others, with a vocabulary from `train` alone."""
    config = NgramFeatures.get_default_config()
    texts = [words_of(text) for text in train]
    families = [learn_family(kind, config[kind], texts=texts, minimum=2) for kind in (WORDS, LETTERS)]
    return [vstack([count(text, families) for text in group]).tocsr() for group in (train, *others)]


Way = Callable[[Floats, csr_matrix, NDArray[np.str_], Floats, csr_matrix], Floats]


def _ways() -> Mapping[str, Way]:
    def ours(columns: slice, **changes: Any) -> Way:
        def run(m: Floats, w: csr_matrix, y: NDArray[np.str_], m2: Floats, w2: csr_matrix) -> Floats:
            return Ours(**changes).fit(m[:, columns], w, y).scores(m2[:, columns], w2)

        return run

    def other(make: Callable[[], Any]) -> Way:
        def run(m: Floats, w: csr_matrix, y: NDArray[np.str_], m2: Floats, w2: csr_matrix) -> Floats:
            turn = Ours()._directions(w)
            mean, spread = m.mean(0), (m.std(0) + 1e-3) * np.sqrt(MEANING_WIDTH) / 2
            table, table2 = (np.hstack([(a - mean) / spread, b @ turn]) for a, b in ((m, w), (m2, w2)))
            model = make().fit(table, y)
            if hasattr(model, "decision_function"):
                return np.asarray(model.decision_function(table2), np.float32)
            return np.asarray(np.log(model.predict_proba(table2) + 1e-6), np.float32)

        return run

    return {
        "n-grams": ours(NOTHING),
        "embedding": ours(EMBEDDING, wording_parts=0),
        "embedding + n-grams": ours(EMBEDDING),
        "embedding + middle layer": ours(BOTH, wording_parts=0),
        SHIPPED: ours(BOTH),
        "all three, support vectors": other(lambda: LinearSVC(C=0.1, class_weight="balanced")),
        "all three, small neural network": other(
            lambda: MLPClassifier((256,), early_stopping=True, random_state=0)
        ),
        "all three, 15 nearest neighbours": other(lambda: KNeighborsClassifier(15, weights="distance")),
    }


def score_first(scores: Floats, names: NDArray[np.str_], texts: Texts) -> dict[str, float]:
    """How often the first guess is right, and the macro F1 of the first labels."""
    first = names[scores.argmax(1)]
    right = np.mean([guess in right for guess, right in zip(first, texts.right, strict=True)])
    return {
        "right": round(float(right), 3),
        "macro_f1": round(float(f1_score(texts.labels, first, average="macro")), 3),
    }


def find_temperature(scores: Floats, names: NDArray[np.str_], labels: NDArray[np.str_]) -> float:
    """The temperature at which confidence is closest to how often a guess is right."""
    place = np.searchsorted(names, labels)

    def surprise(temperature: float) -> float:
        chances = np.log(chances_of(scores, temperature) + 1e-9)
        return -float(np.mean(chances[np.arange(len(place)), place]))

    return float(minimize_scalar(surprise, bounds=(0.2, 3.0), method="bounded").x)


def chances_of(scores: Floats, temperature: float) -> Floats:
    """Scores as chances that add up to one."""
    raised = np.exp((scores - scores.max(1, keepdims=True)) / temperature)
    return np.asarray(raised / raised.sum(1, keepdims=True), np.float32)


def curve(chances: Floats, names: NDArray[np.str_], texts: Texts) -> Iterator[dict[str, float]]:
    """For each threshold and margin: right at once, asked with the right button, wrong at once."""
    order = np.argsort(-chances, 1)[:, :3]
    top = np.take_along_axis(chances, order, 1)
    guesses = names[order]
    needs = np.array([bool(right & set(BY_INTENT)) for right in texts.right])
    first = np.array([g[0] in r for g, r in zip(guesses, texts.right, strict=True)])
    among = np.array([bool(set(g) & r) for g, r in zip(guesses, texts.right, strict=True)])
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        for margin in (0.0, 0.05, 0.1, 0.15, 0.2):
            asks = (top[:, 0] < threshold) | (top[:, 0] - top[:, 1] < margin)
            good = np.where(asks, among, first)
            yield {
                "threshold": threshold,
                "margin": margin,
                "asks": round(float(asks.mean()), 3),
                "right_or_right_button": round(float(good[needs].mean()), 3),
                "macro": round(_macro(good[needs], texts.labels[needs]), 3),
                "wrong_and_sure": round(float((~first & ~asks)[needs].mean()), 3),
                "out_of_scope_let_in": round(
                    float((~first & ~asks)[texts.labels == "out_of_scope"].mean()), 3
                ),
            }


def _macro(good: NDArray[np.bool_], labels: NDArray[np.str_]) -> float:
    return float(np.mean([good[labels == label].mean() for label in np.unique(labels)]))


def read_held_out(encoder: Encoder) -> Texts:
    """Messages written by others, with every label that is right for each."""
    rows = [json.loads(line) for line in HELD_OUT.read_text().splitlines()]
    return Texts(
        [row["text"] for row in rows],
        np.stack([encoder.encode(row["text"]) for row in rows]),
        [frozenset(label.replace("-", "_") for label in (row["label"], *row["also"])) for row in rows],
    )


def main() -> None:
    """Print one JSON line for each way, then one for each point of the curve."""
    words, labels = read_examples()
    last = sum(map(is_kept_back, words))
    with tempfile.TemporaryDirectory() as folder:
        encoder = open_encoder(Path(folder))
        vectors = np.stack([encoder.encode(each) for each in words])
        held_out = read_held_out(encoder)
    right = [frozenset([label]) for label in labels]
    taught = Texts(words[:-last], vectors[:-last], right[:-last])
    kept = Texts(words[-last:], vectors[-last:], right[-last:])
    wording = count_all(taught.words, kept.words, held_out.words)
    names = np.unique(taught.labels)
    for way, fit_and_score in _ways().items():
        scores = [
            fit_and_score(taught.vectors, wording[0], taught.labels, texts.vectors, table)
            for texts, table in ((kept, wording[1]), (held_out, wording[2]))
        ]
        told = {kind: score_first(s, names, t) for kind, s, t in _pairs(scores, kept, held_out)}
        print(json.dumps({"way": way, **told}), flush=True)
        if way == SHIPPED:
            temperature = find_temperature(scores[0], names, kept.labels)
            print(json.dumps({"temperature": round(temperature, 3)}), flush=True)
            for kind, s, t in _pairs(scores, kept, held_out):
                for point in curve(chances_of(s, temperature), names, t):
                    print(json.dumps({"on": kind, **point}), flush=True)


def _pairs(scores: list[Floats], kept: Texts, held_out: Texts) -> list[tuple[str, Floats, Texts]]:
    return [("kept back", scores[0], kept), ("held out", scores[1], held_out)]


if __name__ == "__main__":
    main()
