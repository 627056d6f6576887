"""A whole stored entry as JSON, hidden parts included, and back: what an undo puts in place again.

Locations are not in it: neither an import nor a merge changes one.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, insert, or_, select, update
from sqlalchemy.orm import Session

from directory import model


Snapshot = dict[str, list[dict[str, Any]]]
# Parents before their parts: rows go in in this order, and out in the other.
TABLES: tuple[Table, ...] = tuple(
    each.__table__  # type: ignore[misc]  # a Table, as none of these is a join
    for each in (
        model.Service,
        model.Contact,
        model.Phone,
        model.Schedule,
        model.ServiceArea,
        model.Language,
        model.CostOption,
        model.Funding,
        model.Source,
        model.Attribute,
    )
)
NEVER_COMPARED = frozenset({"version", "last_modified"})


def take_snapshot(session: Session, service_id: str) -> Snapshot | None:
    """The rows of an entry by the name of their table; None when there is no such service."""
    session.flush()
    taken: Snapshot = {}
    for table in TABLES:
        rows = session.execute(select(table).where(_belongs(table, service_id)).order_by(table.c.id))
        taken[table.name] = [_plain(row) for row in rows.mappings()]
    return taken if taken["service"] else None


def same_entry(one: Snapshot | None, other: Snapshot | None) -> bool:
    """Whether nothing of an entry differs but the count of saves and their moment."""
    return _comparable(one) == _comparable(other)


def put_back(session: Session, service_id: str, snapshot: Snapshot, *, at: datetime) -> None:
    """Make an entry exactly what it was; whoever has it open in a form is told that it changed."""
    now = take_snapshot(session, service_id) or {}
    session.expire_all()
    for table in reversed(TABLES):
        kept = {row["id"] for row in snapshot[table.name]}
        gone = [row["id"] for row in now.get(table.name, []) if row["id"] not in kept]
        if gone:
            session.execute(delete(table).where(table.c.id.in_(gone)))
    for table in TABLES:
        there = {row["id"]: row for row in now.get(table.name, [])}
        for row in snapshot[table.name]:
            _put_row(session, table, row, there.get(row["id"]), at)
    session.expire_all()


def remove_entry(session: Session, service_id: str, *, organization_id: str | None) -> None:
    """Take an entry out that was new, with its locations and the organization that came with it."""
    places = session.scalars(
        select(model.ServiceAtLocation.location_id).where(model.ServiceAtLocation.service_id == service_id)
    ).all()
    session.execute(delete(model.Attribute).where(model.Attribute.link_id == service_id))
    session.execute(delete(model.Service).where(model.Service.id == service_id))
    for place in places:
        used = select(model.ServiceAtLocation.id).where(model.ServiceAtLocation.location_id == place)
        if session.scalars(used.limit(1)).first() is None:
            session.execute(delete(model.Location).where(model.Location.id == place))
    if organization_id is not None:
        provided = select(model.Service.id).where(model.Service.organization_id == organization_id)
        if session.scalars(provided.limit(1)).first() is None:
            session.execute(delete(model.Organization).where(model.Organization.id == organization_id))
    session.expire_all()


def _put_row(
    session: Session, table: Table, row: Mapping[str, Any], now: Mapping[str, Any] | None, at: datetime
) -> None:
    values = _stored(table, row)
    if now is None:
        session.execute(insert(table).values(values))
        return
    if _comparable_row(row) == _comparable_row(now):
        return
    if "version" in now:
        values |= {"version": now["version"] + 1, "last_modified": at}
    session.execute(update(table).where(table.c.id == row["id"]).values(values))


def _belongs(table: Table, service_id: str) -> ColumnElement[bool]:
    """Which rows of a table are parts of a service, directly, of its contacts or of their numbers."""
    contacts = select(model.Contact.id).where(model.Contact.service_id == service_id)
    phones = select(model.Phone.id).where(model.Phone.contact_id.in_(contacts))
    if table.name == "service":
        return table.c.id == service_id
    if table.name == "attribute":
        return table.c.link_id == service_id
    owners: dict[str, Any] = {"service_id": [service_id], "contact_id": contacts, "phone_id": phones}
    return or_(*(table.c[name].in_(ids) for name, ids in owners.items() if name in table.c))


def _plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(name): _json(value) for name, value in row.items()}


def _json(value: Any) -> Any:
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _stored(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _typed(table, name, value) for name, value in row.items()}


def _typed(table: Table, name: str, value: Any) -> Any:
    kind = table.c[name].type.python_type
    if value is None:
        return None
    if kind in (datetime, date, time):
        return kind.fromisoformat(value)
    return Decimal(value) if kind is Decimal else value


def _comparable(snapshot: Snapshot | None) -> object:
    if snapshot is None:
        return None
    return {name: [_comparable_row(row) for row in _by_id(rows)] for name, rows in snapshot.items()}


def _by_id(rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return sorted(rows, key=lambda row: str(row["id"]))


def _comparable_row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in NEVER_COMPARED}
