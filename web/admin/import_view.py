"""How a change set is shown: its counts, and its rows page by page, those that need somebody first."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from directory.feeds.hours_text import write_hours
from directory.feeds.report import Fault, Outcome
from directory.model import ChangeSetRow, Service


PAGE_LENGTH = 20
FIRST = (Outcome.REFUSED, Outcome.NEW, Outcome.CHANGED, Outcome.GONE)
LONGEST_VALUE = 600  # characters of one value on the page; all of it is on the service's own page
NOTHING = "nothing"


@dataclass(frozen=True)
class Line:
    """One field, before and after, in words."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Refused:
    """What is wrong with a row, and where."""

    where: str
    why: str


@dataclass(frozen=True)
class RowView:
    """One row of a change set."""

    number: int
    slug: str | None
    service_id: str | None  # where the service is there, to link to
    outcome: str
    lines: tuple[Line, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True)
class Rows:
    """One page of rows; pages count from 1."""

    rows: tuple[RowView, ...]
    page: int
    pages: int


def read_page(session: Session, change_set_id: str, *, page: int) -> Rows:
    """A page of rows; a page too far is the last one."""
    mine = ChangeSetRow.change_set_id == change_set_id
    total = session.scalar(select(func.count(ChangeSetRow.id)).where(mine)) or 0
    pages = max(1, -(-total // PAGE_LENGTH))
    page = min(max(page, 1), pages)
    places = {outcome.value: place for place, outcome in enumerate(FIRST)}
    order = (
        case(places, value=ChangeSetRow.outcome, else_=len(FIRST)),
        ChangeSetRow.number,
        ChangeSetRow.slug,
    )
    wanted = select(ChangeSetRow).where(mine).order_by(*order)
    found = session.scalars(wanted.limit(PAGE_LENGTH).offset((page - 1) * PAGE_LENGTH)).all()
    slugs = [each.slug for each in found if each.slug]
    ids = session.execute(select(Service.slug, Service.id).where(Service.slug.in_(slugs)))
    there = {row.slug: row.id for row in ids}
    return Rows(tuple(_row(each, there.get(each.slug or "")) for each in found), page, pages)


def page_number(asked: str) -> int:
    """The number of a page in an address; nonsense is the first."""
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 9 else 1


def _row(row: ChangeSetRow, service_id: str | None) -> RowView:
    return RowView(
        number=row.number,
        slug=row.slug,
        service_id=service_id,
        outcome=row.outcome,
        lines=tuple(_line(*each) for each in row.changes or ()),
        refused=tuple(Refused(where, Fault[fault].value) for where, fault in row.refusals or ()),
    )


def _line(field: str, before: str | None, after: str | None) -> Line:
    said = field.replace("_", " ")
    return Line(said[:1].upper() + said[1:], _words(before), _words(after))


def _words(text: str | None) -> str:
    """A value as a person reads it; lists are kept as JSON."""
    if text is None:
        return NOTHING
    said = text
    if text[:1] in "[{" or text in ("true", "false"):
        try:
            said = _plain(json.loads(text))
        except ValueError:
            said = text
    return said if len(said) <= LONGEST_VALUE else f"{said[:LONGEST_VALUE]}…"


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(_plain(each) for each in value) or NOTHING
    if isinstance(value, dict) and "opens_at" in value:
        return write_hours([value])
    if isinstance(value, dict):
        return ", ".join(str(each) for name, each in value.items() if not isinstance(each, dict | list))
    return str(value)
