"""`signpost understand`: what the assistant makes of a sentence, for people who write its content."""

import json
import sys
from collections.abc import Iterator
from typing import Any

import typer


BATCH = 64


def understand(
    model: str = typer.Option("models", help="The folder of the trained model."),
) -> None:
    """Read one message per line (or JSON lines with "text") and print what was understood as JSON lines.

    Example: echo "theyve taken over my flat" | signpost understand
    """
    from bot.understanding import Understanding

    understanding = Understanding.load(model)
    batch: list[str] = []
    for text in _messages(sys.stdin):
        batch.append(text)
        if len(batch) == BATCH:
            _print(understanding, batch)
            batch = []
    _print(understanding, batch)


def _messages(lines: Iterator[str] | Any) -> Iterator[str]:
    for line in lines:
        text = line.rstrip("\n")
        if not text.strip():
            continue
        yield _text_of(text)


def _text_of(line: str) -> str:
    if not line.lstrip().startswith("{"):
        return line
    try:
        record = json.loads(line)
    except json.JSONDecodeError:
        return line
    return str(record["text"]) if isinstance(record, dict) and "text" in record else line


def _print(understanding: Any, texts: list[str]) -> None:
    from directory.places import code_postcodes, find_place

    for text, understood in zip(texts, understanding.understand(texts), strict=True):
        place = find_place(code_postcodes(text), asked=False)
        area = {
            "status": place.status,
            "gss": place.gss,
            "candidates": [candidate.gss for candidate in place.candidates],
        }
        print(json.dumps({"text": text, **understood, "area": area}, ensure_ascii=False), flush=True)
