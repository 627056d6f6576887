"""Writes what the encoder is tuned on as JSON lines: a text with its intent, or with the risks it shows."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rasa.shared.nlu.training_data.loading import load_data

from bot.components.risk_detector import RiskDetector
from bot.components.risk_messages import read
from safety.risk import screen
from tuning.kept_back import is_kept_back


HARMLESS = frozenset(RiskDetector.get_default_config()["harmless_intents"])


def examples() -> Iterator[dict[str, Any]]:
    """Each message once; `risks` is absent where nobody has said whether there is one."""
    for example in load_data("data/nlu").intent_examples:
        text, intent = example.get("text"), example.get("intent")
        harmless = intent in HARMLESS and not screen(text)
        yield {"text": text, "intent": intent, "risks": [] if harmless else None}
    for text, risks in read(Path("content/risk")):
        yield {"text": text, "intent": None, "risks": [risk.value for risk in risks]}


if __name__ == "__main__":
    for row in examples():
        row["kept_back"] = is_kept_back(row["text"])
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
