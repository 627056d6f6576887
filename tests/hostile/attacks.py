"""The hostile inputs as data, each with a class: what is typed (words.yml), whole requests (requests.yml)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


FOLDER = Path(__file__).parent
MARK = "pwned"  # whatever would be an attacker's own in an answer carries it


@dataclass(frozen=True)
class Attack:
    """One hostile text and what it tries."""

    kind: str
    text: str


@dataclass(frozen=True)
class HostileRequest:
    """One whole request in bytes, made for a conversation; where it must be refused, `refused` says so."""

    kind: str
    name: str
    raw: Callable[[str], bytes]
    refused: bool


def attacks() -> dict[str, Attack]:
    """Every text by a name for the test's report: its class and number."""
    listed = yaml.safe_load((FOLDER / "words.yml").read_text(encoding="utf-8"))
    return {
        f"{kind}-{number}": Attack(kind, _text(written))
        for kind, texts in listed.items()
        for number, written in enumerate(texts, start=1)
    }


def requests() -> dict[str, HostileRequest]:
    """Every request by its class and name."""
    listed = yaml.safe_load((FOLDER / "requests.yml").read_text(encoding="utf-8"))
    found = [_request(kind, each) for kind, rows in listed.items() for each in rows]
    return {f"{each.kind}: {each.name}": each for each in found}


def _text(written: str | dict[str, Any]) -> str:
    if isinstance(written, str):
        return written
    return written["repeat"] * written["times"] + written.get("then", "")


def _request(kind: str, row: dict[str, Any]) -> HostileRequest:
    def raw(token: str) -> bytes:
        body = _filled(_text(row.get("body", "")), token)
        line = row["line"].replace("LONG", "a" * row.get("long", 0))
        lines = [line, *_headers(row, len(body))]
        head = _filled("\r\n".join(lines), token)
        return head + b"\r\n\r\n" + body

    return HostileRequest(kind, row["name"], raw, refused=row.get("refused", False))


def _headers(row: dict[str, Any], length: int) -> list[str]:
    """The row's own headers, and the usual ones that it neither names nor leaves out."""
    own = row.get("headers", [])
    usual = {"Host": "localhost", "Connection": "close", "Content-Type": row.get("type", "application/json")}
    if length and "without_length" not in row:
        usual["Content-Length"] = str(length)
    named = {line.partition(":")[0].strip().lower() for line in own}
    return [f"{name}: {value}" for name, value in usual.items() if name.lower() not in named] + own


def _filled(text: str, token: str) -> bytes:
    """The bytes of a text, its {token} filled in; \\xNN in YAML's double quotes stands for one byte."""
    return text.replace("{token}", token).encode("latin-1", "xmlcharrefreplace")
