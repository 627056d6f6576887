"""The columns of a spreadsheet of services: how each is written from a service in HSDS-UK's JSON, and read.

A cell that stands as the export would write it changes nothing, so that what no column can show, such as a
note beside some hours, survives a round trip.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import uuid4

from directory.feeds.hours_text import NotHours, read_hours, write_hours
from directory.feeds.report import Fault
from directory.feeds.vocabulary import Vocabulary
from directory.hsds.writing import LINK_TYPES
from directory.model.taxonomies import NEEDS, NOT_FOR, ROLES
from directory.terms import Caller, ServiceStatus


BETWEEN = ";"
Json = dict[str, Any]


class CellFault(ValueError):
    """A cell that says nothing that its column takes."""

    def __init__(self, fault: Fault) -> None:
        """Why."""
        super().__init__(fault.name)
        self.fault = fault


@dataclass(frozen=True)
class Column:
    """One column: `read` writes into the row what a cell says. `read` raises CellFault."""

    name: str
    write: Callable[[Json, Vocabulary], str]
    read: Callable[[Json, str, Vocabulary], None]


def text_column(name: str, *, ours: bool = False) -> Column:
    """A plain field of the service, of the standard or of ours."""
    field = name.replace(" ", "_")

    def write(row: Json, _known: Vocabulary) -> str:
        return str((row["signpost"] if ours else row).get(field) or "")

    def read(row: Json, cell: str, _known: Vocabulary) -> None:
        set_or_drop(row["signpost"] if ours else row, field, cell or None)

    return Column(name, write, read)


def choice_column(name: str, choices: type[StrEnum], *, ours: bool = False) -> Column:
    """A plain field that takes the words of a closed list."""
    plain = text_column(name, ours=ours)

    def read(row: Json, cell: str, known: Vocabulary) -> None:
        if cell.casefold() not in {each.value for each in choices}:
            raise CellFault(Fault.NOT_A_CHOICE)
        plain.read(row, cell.casefold(), known)

    return Column(name, plain.write, read)


def age_column(name: str) -> Column:
    """A whole number of years, or nothing."""
    field = name.replace(" ", "_")

    def write(row: Json, _known: Vocabulary) -> str:
        return "" if row.get(field) is None else str(row[field])

    def read(row: Json, cell: str, _known: Vocabulary) -> None:
        set_or_drop(row, field, whole_number(cell))

    return Column(name, write, read)


def term_column(name: str, taxonomy: str) -> Column:
    """The terms of one taxonomy that are said of a service: "cuckooing 1; debt"; 1 is the first to try."""

    def of_it(row: Json, known: Vocabulary) -> list[Json]:
        wanted = known.taxonomy_names.get(taxonomy)
        return [each for each in row.get("attributes") or [] if each["taxonomy_term"]["taxonomy"] == wanted]

    def write(row: Json, known: Vocabulary) -> str:
        return f"{BETWEEN} ".join(sorted(_said_term(each) for each in of_it(row, known)))

    def read(row: Json, cell: str, known: Vocabulary) -> None:
        others = [each for each in row.get("attributes") or [] if each not in of_it(row, known)]
        said = [_term(part, taxonomy, known) for part in parts(cell)]
        set_or_drop(row, "attributes", [*others, *said] or None)

    return Column(name, write, read)


def read_areas(cell: str, known: Vocabulary) -> list[Json] | None:
    """The areas of a cell, such as "E06000019; national"; an unknown code is judged later."""
    return [
        {"id": str(uuid4()), "name": known.area_names.get(code, code), "signpost": {"code": code}}
        for code in parts(cell)
    ] or None


def write_areas(areas: list[Json] | None) -> str:
    """The codes of areas."""
    return f"{BETWEEN} ".join(each["signpost"]["code"] for each in areas or ())


def whole_number(cell: str) -> int | None:
    """A number of a cell, or None for none. Raises CellFault."""
    if not cell:
        return None
    if not cell.isascii() or not cell.isdecimal() or len(cell) > 6:
        raise CellFault(Fault.NOT_A_WHOLE_NUMBER)
    return int(cell)


def parts(cell: str) -> list[str]:
    """What stands between the semicolons of a cell, each once."""
    return list(dict.fromkeys(each.strip() for each in cell.split(BETWEEN) if each.strip()))


def set_or_drop(row: Json, field: str, value: Any) -> None:
    """Set a field, or leave it out: in HSDS-UK's JSON absent fields are not null."""
    if value is None:
        row.pop(field, None)
        return
    row[field] = value


def hours_of(cell: str) -> list[Json] | None:
    """The schedules of a cell. Raises CellFault."""
    try:
        return read_hours(cell) or None
    except NotHours:
        raise CellFault(Fault.HOURS_TEXT) from None


def _hours_column() -> Column:
    def read(row: Json, cell: str, _known: Vocabulary) -> None:
        set_or_drop(row, "schedules", hours_of(cell))

    return Column("hours", lambda row, _known: write_hours(row.get("schedules")), read)


def _areas_column() -> Column:
    def read(row: Json, cell: str, known: Vocabulary) -> None:
        set_or_drop(row, "service_areas", read_areas(cell, known))

    return Column("areas", lambda row, _known: write_areas(row.get("service_areas")), read)


def _languages_column() -> Column:
    def write(row: Json, _known: Vocabulary) -> str:
        return f"{BETWEEN} ".join(each["name"] for each in row.get("languages") or ())

    def read(row: Json, cell: str, _known: Vocabulary) -> None:
        there = {each["name"]: each for each in row.get("languages") or ()}
        said = [there.get(name, {"id": str(uuid4()), "name": name}) for name in parts(cell)]
        set_or_drop(row, "languages", said or None)

    return Column("languages", write, read)


def _organization_column() -> Column:
    def read(row: Json, cell: str, known: Vocabulary) -> None:
        if not cell:
            raise CellFault(Fault.MISSING)
        made = {"id": str(uuid4()), "name": cell, "description": cell}
        row["organization"] = known.organizations.setdefault(cell, made)

    return Column("organization", lambda row, _known: row["organization"]["name"], read)


def _said_term(attribute: Json) -> str:
    first = (attribute.get("signpost") or {}).get("first_line")
    return f"{attribute['taxonomy_term']['term']}{f' {first}' if first else ''}"


def _term(part: str, taxonomy: str, known: Vocabulary) -> Json:
    term, _, first = part.partition(" ")
    found = known.terms.get((taxonomy, term))
    if found is None:
        raise CellFault(Fault.TERM)
    place = whole_number(first.strip())
    ours = {} if place is None else {"signpost": {"first_line": place}}
    return {"id": str(uuid4()), "link_type": LINK_TYPES[taxonomy], "taxonomy_term": found, **ours}


SERVICE_COLUMNS = (
    text_column("name"),
    _organization_column(),
    text_column("description"),
    choice_column("status", ServiceStatus),
    text_column("for whom", ours=True),
    text_column("not for", ours=True),
    text_column("what happens", ours=True),
    text_column("told to police", ours=True),
    text_column("fees"),
    text_column("accreditations"),
    text_column("alert"),
    choice_column("caller", Caller, ours=True),
    age_column("minimum age"),
    age_column("maximum age"),
    term_column("needs", NEEDS),
    term_column("not for needs", NOT_FOR),
    term_column("roles", ROLES),
    _areas_column(),
    _hours_column(),
    _languages_column(),
)
