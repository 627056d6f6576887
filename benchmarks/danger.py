"""Draws the curve that the danger detector's thresholds come from, on messages the encoder never saw.

`python -m benchmarks.danger` prints JSON lines: for each share of harmless messages that may alarm, the
thresholds and what they find, also with less asked of another danger beside a marked one
(docs/decisions/0006 quotes its last run).
The detector is fitted without the messages kept back (tuning/kept_back.py); the shipped one learns from all.
"""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.understanding import count_all, open_encoder
from bot.components.risk_detector import RiskDetector, fitting
from bot.components.risk_messages import read
from bot.components.risk_scores import ORDER, Examples, Floats, Marks, fit, mark
from bot.components.sentence_encoder import Encoder
from safety.risk import screen
from tuning.kept_back import is_kept_back


ALARMS = (0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08)
LOST = 0.03  # of what the patterns rightly find, so that they alarm on fewer harmless messages
LOWER = (0.0, 1.0, 2.0)  # below the threshold, where something else is marked already


def read_messages(encoder: Encoder) -> tuple[list[str], Examples, Examples]:
    """The words of the messages kept back; the messages taught, and those kept back."""
    rows = list(read(Path("content/risk")))
    sides = [[row for row in rows if is_kept_back(row[0]) is side] for side in (False, True)]
    words = [[text for text, _ in side] for side in sides]
    taught, kept = (
        Examples(
            np.stack([encoder.encode(text) for text in texts]),
            wording,
            np.array([[risk in risks for risk in ORDER] for _, risks in side]),
            np.ones(len(texts)),
        )
        for texts, wording, side in zip(words, count_all(*words), sides, strict=True)
    )
    return words[1], taught, kept


def thresholds_at(share: float, scores: Floats, shown: Marks) -> Floats:
    """For each danger the score that a quarter of this share of the harmless messages passes."""
    harmless = scores[~shown.any(1)]
    return np.quantile(harmless, 1 - share / len(ORDER), axis=0)


def told(marked: Marks, shown: Marks) -> dict[str, object]:
    """Recall of each danger, of some card, false alarms, and dangers marked that were not there."""
    risky = shown.any(1)
    return {
        "recall": {
            risk.value: round(float(marked[shown[:, place], place].mean()), 3)
            for place, risk in enumerate(ORDER)
        },
        "some_card": round(float(marked[risky].any(1).mean()), 3),
        "false_alarms": round(float(marked[~shown.any(1)].any(1).mean()), 3),
        "cards_too_many": round(float((marked & ~shown)[risky].sum(1).mean()), 3),
    }


def doubts_at(share: float, scores: Floats, patterns: Marks, shown: Marks) -> Floats:
    """For each danger the score below which this share of what a pattern rightly finds would be lost."""
    right = patterns & shown
    return np.array([np.quantile(scores[right[:, place], place], share) for place in range(len(ORDER))])


def curve(scores: Floats, patterns: Marks, shown: Marks) -> Iterator[dict[str, object]]:
    """Each point: the thresholds, and what learnt scores and undoubted patterns find together."""
    doubts = doubts_at(LOST, scores, patterns, shown)
    kept_patterns = patterns & (scores > doubts)
    for share in ALARMS:
        limits = thresholds_at(share, scores, shown)
        for lower in LOWER:
            marked = mark(scores, by_pattern=kept_patterns, limits=limits, beside=lower)
            yield {
                "alarms_of_learnt": share,
                "thresholds": [round(float(each), 2) for each in limits],
                "doubts": [round(float(each), 2) for each in doubts],
                "lower_beside": lower,
                **told(marked, shown),
            }


def main() -> None:
    """Print the curve."""
    with tempfile.TemporaryDirectory() as folder:
        words, taught, kept = read_messages(open_encoder(Path(folder)))
    learnt = fit(taught, fitting(RiskDetector.get_default_config()))
    scores = learnt.of(kept.meaning, kept.wording)
    patterns = np.array([[risk in screen(text) for risk in ORDER] for text in words])
    print(json.dumps({"patterns alone": told(patterns, kept.shown), "messages": len(words)}))
    for point in curve(scores, patterns, kept.shown):
        print(json.dumps(point), flush=True)


if __name__ == "__main__":
    main()
