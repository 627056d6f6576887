"""The project's own risk messages, by risk and half."""

from functools import cache
from pathlib import Path

import yaml

from vocabulary.risks import Risk


HALVES = ("tuning", "measuring")
_FILE = Path(__file__).parent / "risk_messages.yml"


@cache
def _held() -> dict[str, dict[str, list[str]]]:
    return yaml.safe_load(_FILE.read_text(encoding="utf-8"))


def risky(risk: Risk, half: str) -> list[str]:
    """The messages of one half that must raise this risk."""
    return _held()[risk.value][half]


def harmless(half: str) -> list[str]:
    """The messages of one half that must raise none."""
    return _held()["none"][half]


def everything() -> list[str]:
    """Every message, risky or not."""
    return [text for halves in _held().values() for texts in halves.values() for text in texts]
