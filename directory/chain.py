"""The hash chain over the history: each row's hash covers the row and the hash of the row before it.

Whoever alters, drops or slips in a row breaks the chain there; a row missing at the end no longer fits the
head. Somebody who can write the database could forge all of it, so `verify` also tells the head: a copy of
it kept elsewhere shows a chain that was made anew.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from directory.model import HistoryHead, Metadata
from directory.model.changes import BEGINNING, ONLY_HEAD


BATCH = 500
THE_HEAD = update(HistoryHead).where(HistoryHead.id == ONLY_HEAD)
COVERED = (
    "id",
    "resource_id",
    "resource_type",
    "service_id",
    "change_id",
    "last_action_date",
    "last_action_type",
    "field_name",
    "previous_value",
    "replacement_value",
    "updated_by",
    "updated_by_name",
    "reason",
    "approved_by",
    "approved_by_name",
    "approved_at",
)


class Fault(StrEnum):
    """What is wrong at the first place where the chain does not hold."""

    MISSING = "missing"  # a row before it is gone, or one was slipped in
    ALTERED = "altered"
    CUT = "cut"  # rows are missing at the end, or were added without the head
    HEADLESS = "headless"  # the head itself is gone


@dataclass(frozen=True)
class Break:
    """The first place where the chain does not hold: at the row of this place, or its absence."""

    sequence: int
    fault: Fault
    row_id: str | None = None


@dataclass(frozen=True)
class Verdict:
    """What a check of the chain found; `head` is the last hash, to be compared with a copy kept elsewhere."""

    rows: int
    head: str
    broken: Break | None


def add_to_chain(session: Session, rows: Iterable[Metadata]) -> None:
    """Give each row its place and its hash, in the order given, and move the head on.

    The head is written before it is read: other writers wait until this transaction ends.
    """
    rows = list(rows)
    if not rows:
        return
    place, previous = _move_head(session, len(rows))
    for row in rows:
        place += 1
        row.sequence, row.previous_hash = place, previous
        row.hash = previous = hash_of(row)
    session.execute(THE_HEAD.values(hash=previous))


def queue_to_write(session: Session) -> None:
    """Have everybody else who changes the directory wait until this transaction ends.

    What is looked up after this still holds when it is written: a name that is free stays free.
    """
    session.execute(THE_HEAD.values(sequence=HistoryHead.sequence))


def hash_of(row: Metadata) -> str:
    """The hash of a row's place, of the hash before it and of all that it says, as hexadecimal digits."""
    said = [row.sequence, row.previous_hash, *(_plain(getattr(row, name)) for name in COVERED)]
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def verify(session: Session) -> Verdict:
    """Walk the whole chain and say where it first does not hold, if anywhere."""
    head = session.get(HistoryHead, ONLY_HEAD, populate_existing=True)
    last, previous = 0, BEGINNING
    in_order = select(Metadata).order_by(Metadata.sequence).execution_options(yield_per=BATCH)
    for row in session.scalars(in_order):
        broken = _break_at(row, last + 1, previous)
        if broken:
            return Verdict(last, previous, broken)
        last, previous = row.sequence, row.hash
        session.expunge(row)
    if head is None:
        return Verdict(last, previous, Break(last, Fault.HEADLESS))
    if (head.sequence, head.hash) != (last, previous):
        return Verdict(last, previous, Break(last + 1, Fault.CUT))
    return Verdict(last, previous, None)


def _break_at(row: Metadata, expected: int, previous: str) -> Break | None:
    if row.sequence != expected:
        return Break(expected, Fault.MISSING)
    if row.previous_hash != previous or row.hash != hash_of(row):
        return Break(row.sequence, Fault.ALTERED, row.id)
    return None


def _move_head(session: Session, length: int) -> tuple[int, str]:
    """Moves the head on by so many places; returns the place and the hash that it had before.

    In place of a head that somebody removed comes another, behind a gap: work goes on, a check tells.
    """
    session.execute(THE_HEAD.values(sequence=HistoryHead.sequence + length))
    found = session.execute(select(HistoryHead.sequence, HistoryHead.hash)).one_or_none()
    if found is not None:
        return found.sequence - length, found.hash
    last = (session.scalar(select(func.max(Metadata.sequence))) or 0) + 1
    session.execute(insert(HistoryHead).values(id=ONLY_HEAD, sequence=last + length, hash=BEGINNING))
    return last, BEGINNING


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value
