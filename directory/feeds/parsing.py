"""The bytes of a file -> rows that are services, or what is wrong with each.

FeedError
├── TooLarge     more bytes than we read
├── NotAFeed     not a file of Open Referral UK JSON
└── NotATable    not a spreadsheet that can be read; carries each reason and where it is
"""

import json
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from directory.feeds.report import Fault, FileFault, FileRefusal, Refusal
from directory.hsds.shapes import Service


MOST_BYTES = 50 * 1024 * 1024
FAULTS = {"missing": Fault.MISSING, "extra_forbidden": Fault.UNKNOWN_FIELD}


class FeedError(ValueError):
    """A file that cannot be read at all; it holds nothing of the file."""


class TooLarge(FeedError):
    """More bytes than we read."""


class NotAFeed(FeedError):
    """Not a file of Open Referral UK JSON."""


class NotATable(FeedError):
    """Not a spreadsheet that can be read; `refusals` says why and where."""

    def __init__(self, fault: FileFault, where: str = "") -> None:
        """One reason."""
        super().__init__("not-a-table")
        self.refusals: tuple[FileRefusal, ...] = (FileRefusal(where, fault),)

    @classmethod
    def of(cls, refusals: Sequence[FileRefusal]) -> "NotATable":
        """Several reasons at once."""
        error = cls(refusals[0].fault, refusals[0].where)
        error.refusals = tuple(refusals)
        return error


def read_rows(content: bytes) -> list[Any]:
    """The rows of a file: a page with `contents`, or a bare list. Raises TooLarge, NotAFeed."""
    if len(content) > MOST_BYTES:
        raise TooLarge("too-large")
    try:
        document = json.loads(content.decode("utf-8-sig"), parse_constant=_refuse)
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise NotAFeed("not-json") from None
    rows = document.get("contents") if isinstance(document, dict) else document
    if not isinstance(rows, list):
        raise NotAFeed("no-contents")
    return rows


def read_service(row: Any) -> Service | tuple[Refusal, ...]:
    """The service that a row is, or what keeps it from being one."""
    try:
        return Service.model_validate(row)
    except ValidationError as error:
        return tuple(
            Refusal(_where(each["loc"]), FAULTS.get(each["type"], Fault.SHAPE)) for each in error.errors()
        )
    except RecursionError:
        return (Refusal("", Fault.SHAPE),)


def _where(place: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in place)


def _refuse(_constant: str) -> None:
    raise ValueError
