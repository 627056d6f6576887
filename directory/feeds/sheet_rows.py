"""The lines of a spreadsheet -> services in HSDS-UK's JSON, each beside what the directory has of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory import model
from directory.feeds.cells import Formula, unguarded, writable
from directory.feeds.columns import SERVICE_COLUMNS, CellFault, Json, set_or_drop
from directory.feeds.contact_columns import HEADING, ContactFaults, heading, is_contact_heading, read_contact
from directory.feeds.importing import Candidate
from directory.feeds.parsing import read_service
from directory.feeds.report import Fault, Refusal
from directory.feeds.tables import Line
from directory.feeds.vocabulary import Vocabulary, read_vocabulary
from directory.hsds import writing
from directory.hsds.published import WHOLE, shown_ids
from directory.identifiers import identifier
from directory.opening_hours import LONDON
from directory.terms import Caller, ContactChannel, ServiceStatus


SLUG, ID, LAST_MODIFIED = "slug", "id", "last modified"
NEEDED = (SLUG,)
COLUMNS = {column.name: column for column in SERVICE_COLUMNS}
LONGEST_CELL = 20_000
AT_ONCE = 500


@dataclass(frozen=True)
class Here:
    """What the directory has, as a spreadsheet speaks of it."""

    services: Mapping[str, Json]  # by slug, in HSDS-UK's JSON
    known: Vocabulary
    at: datetime


def is_known_heading(text: str) -> bool:
    """Whether a heading is one of ours."""
    return text in {SLUG, ID, LAST_MODIFIED} or text in COLUMNS or is_contact_heading(text)


def read_sheet(session: Session, lines: Sequence[Line], *, at: datetime) -> tuple[Candidate, ...]:
    """A candidate for each line."""
    slugs = [line.cells[SLUG].strip() for line in lines]
    here = Here(_services(session, slugs, at), read_vocabulary(session), at)
    return tuple(_candidate(line, here) for line in lines)


def _services(session: Session, slugs: Sequence[str], at: datetime) -> dict[str, Json]:
    today, found = at.astimezone(LONDON).date(), dict[str, Json]()
    for start in range(0, len(slugs), AT_ONCE):
        some = select(model.Service).where(model.Service.slug.in_(slugs[start : start + AT_ONCE]))
        services = session.scalars(some.options(*WHOLE)).all()
        shown = shown_ids(session, services, today=today)
        found |= {each.slug: writing.service_shape(each, shown=shown).as_json() for each in services}
    return found


def _candidate(line: Line, here: Here) -> Candidate:
    cells, refusals = _texts(line)
    slug = cells.get(SLUG, "")
    if refusals:
        return Candidate(line.number, tuple(refusals), slug[:80] or None)
    there = here.services.get(slug)
    if there is None and not (cells.get("name") and cells.get("organization")):
        return Candidate(line.number, (Refusal(SLUG, Fault.UNKNOWN_SERVICE),), slug[:80] or None)
    row = there or _blank(slug, cells, here)
    refusals += _check_id(cells, row)
    refusals += _read_service_cells(row, cells, here, is_new=there is None)
    groups = _groups(cells)
    refusals += _read_contacts(row, groups, here)
    if refusals:
        return Candidate(line.number, tuple(refusals), slug[:80])
    return Candidate(line.number, read_service(row), slug[:80], _places(groups))


def _texts(line: Line) -> tuple[dict[str, str], list[Refusal]]:
    """The cells without their guards, and what is refused of them before anything is read."""
    texts, refusals = {}, list[Refusal]()
    for name, cell in line.cells.items():
        try:
            texts[name] = writable(unguarded(cell))
        except Formula:
            refusals.append(Refusal(name, Fault.FORMULA))
        if len(cell) > LONGEST_CELL:
            refusals.append(Refusal(name, Fault.TOO_LONG))
    if line.too_many:
        refusals.append(Refusal("", Fault.TOO_MANY_CELLS))
    return texts, refusals


def _blank(slug: str, cells: Mapping[str, str], here: Here) -> Json:
    """A new service before any cell of it is read."""
    return {
        "id": cells.get(ID) or identifier("service", slug),
        "status": ServiceStatus.ACTIVE.value,
        "last_modified": here.at.isoformat(),
        "signpost": {"slug": slug, "caller": Caller.ANYONE.value},
    }


def _check_id(cells: Mapping[str, str], row: Json) -> list[Refusal]:
    said = cells.get(ID, "")
    if not said:
        return []
    try:
        same = str(UUID(said)) == row["id"]
    except ValueError:
        return [Refusal(ID, Fault.NOT_AN_ID)]
    return [] if same else [Refusal(ID, Fault.ID_DIFFERS)]


def _read_service_cells(row: Json, cells: Mapping[str, str], here: Here, *, is_new: bool) -> list[Refusal]:
    refusals = []
    moment = cells.get(LAST_MODIFIED, "")
    if moment and not is_new:
        row["last_modified"] = moment
    for name, column in COLUMNS.items():
        cell = cells.get(name)
        if (
            cell is None
            or (is_new and not cell)
            or (not is_new and cell == writable(column.write(row, here.known)))
        ):
            continue
        try:
            column.read(row, cell, here.known)
        except CellFault as error:
            refusals.append(Refusal(name, error.fault))
    return refusals


def _groups(cells: Mapping[str, str]) -> dict[int, dict[str, str]]:
    """The cells of each contact by its number; without any heading of a contact there are none."""
    groups: dict[int, dict[str, str]] = {}
    for name, cell in cells.items():
        found = HEADING.fullmatch(name)
        if found:
            groups.setdefault(int(found[1]), {})[found[2]] = cell
    return dict(sorted(groups.items()))


def _read_contacts(row: Json, groups: Mapping[int, dict[str, str]], here: Here) -> list[Refusal]:
    """Makes the contacts of a row those of its groups; one that no group names is gone."""
    if not groups:
        return []
    there = {each["id"]: each for each in row.get("contacts") or ()}
    contacts, refusals = [], list[Refusal]()
    for number, group in groups.items():
        if not any(group.values()):
            continue
        try:
            contacts.append(read_contact(there.get(group.get("id", "")), group, here.known))
        except ContactFaults as error:
            refusals += [Refusal(heading(number, part), fault) for part, fault in error.faults.items()]
    set_or_drop(row, "contacts", contacts or None)
    set_or_drop(row, "url", _first(contacts, ContactChannel.WEBSITE))
    set_or_drop(row, "email", _first(contacts, ContactChannel.EMAIL))
    return refusals


def _first(contacts: Sequence[Json], channel: ContactChannel) -> Any:
    found = (each for each in contacts if each["signpost"]["channel"] == channel.value)
    return next((each.get("email") or each["signpost"].get("url") for each in found), None)


def _places(groups: Mapping[int, dict[str, str]]) -> tuple[int, ...]:
    """The numbers of the groups that became contacts, in their order."""
    return tuple(number for number, group in groups.items() if any(group.values()))
