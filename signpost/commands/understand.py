"""`signpost understand`: what the assistant makes of a sentence, for people who write its content."""

import json
import logging
import os
import sys
from collections.abc import Iterable, Iterator
from itertools import tee
from pathlib import Path

import structlog
import typer

from directory.places import code_postcodes, find_place, use_table
from signpost.settings import read_settings
from vocabulary.labels import Label


ABOUT_A_PLACE = frozenset({Label.GIVE_AREA, Label.CHANGE_AREA})


def understand(
    model: Path = typer.Option(Path("models/signpost.tar.gz"), help="The trained model's archive."),
) -> None:
    """Read one message per line (or JSON lines with "text") and print what was understood as JSON lines.

    Example: echo "theyve taken over my flat" | signpost understand
    """
    if not model.exists():
        typer.echo(f"There is no model at {model}. Train it with: signpost train", err=True)
        raise typer.Exit(1)
    use_table(read_settings().postcode_table)
    quiet()
    from bot.left_out import leave_out

    leave_out()
    from bot.understanding import Understanding

    texts, originals = tee(_messages(sys.stdin))
    understood_texts = Understanding(model).understand(code_postcodes(text) for text in texts)
    for understood, text in zip(understood_texts, originals, strict=True):
        area = _area(text, named=bool(ABOUT_A_PLACE.intersection(understood.labels[:1])))
        print(json.dumps({**understood.as_json(), "text": text, "area": area}, ensure_ascii=False))


def quiet() -> None:
    """Keeps TensorFlow's and Rasa's chatter off the output before they are imported."""
    os.environ.update({"TF_CPP_MIN_LOG_LEVEL": "3", "RASA_TELEMETRY_ENABLED": "false"})
    logging.captureWarnings(capture=True)
    logging.disable(logging.WARNING)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))


def _messages(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        text = line.rstrip("\n")
        if text.strip():
            yield _text_of(text)


def _text_of(line: str) -> str:
    if not line.lstrip().startswith("{"):
        return line
    try:
        record = json.loads(line)
    except json.JSONDecodeError:
        return line
    return str(record["text"]) if isinstance(record, dict) and "text" in record else line


def _area(text: str, *, named: bool) -> dict[str, object]:
    """The place, as the dialogue hears it: a message that gives an area may be a bare or misspelt name."""
    place = find_place(code_postcodes(text), asked=named)
    candidates = [candidate.gss for candidate in place.candidates]
    return {"status": place.status, "gss": place.gss, "candidates": candidates}
