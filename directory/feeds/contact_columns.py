"""The columns of contacts: a group of headings for each, "contact 1 number", "contact 2 number" and so on."""

import re
from typing import Any
from uuid import UUID, uuid4

from directory.feeds.cells import writable
from directory.feeds.columns import (
    CellFault,
    Json,
    hours_of,
    read_areas,
    set_or_drop,
    whole_number,
    write_areas,
)
from directory.feeds.hours_text import write_hours
from directory.feeds.report import Fault
from directory.feeds.vocabulary import Vocabulary
from directory.terms import NUMBERED, ContactChannel, HoursBasis


MOST_CONTACTS = 20
PARTS = ("id", "name", "channel", "value", "free", "hours", "minimum age", "maximum age", "areas")
HEADING = re.compile(rf"contact ([1-9][0-9]?) ({'|'.join(PARTS)})")
BASES = {"as the service": HoursBasis.SERVICE, "outside office hours": HoursBasis.OUTSIDE_OFFICE_HOURS}
BASES["not known"] = HoursBasis.UNKNOWN
YES, NO = "yes", "no"
Group = dict[str, str]


def heading(number: int, part: str) -> str:
    """The heading of one part of one contact."""
    return f"contact {number} {part}"


def is_contact_heading(text: str) -> bool:
    """Whether a heading is of a contact."""
    found = HEADING.fullmatch(text)
    return found is not None and int(found[1]) <= MOST_CONTACTS


def write_contact(contact: Json) -> Group:
    """One contact as cells by their part."""
    ours = contact["signpost"]
    phones = contact.get("phones") or [{}]
    free = ours.get("free")
    return {
        "id": contact["id"],
        "name": writable(contact.get("name") or ""),
        "channel": ours["channel"],
        "value": writable(phones[0].get("number") or contact.get("email") or ours.get("url") or ""),
        "free": "" if free is None else YES if free else NO,
        "hours": _write_contact_hours(ours),
        "minimum age": _number(ours.get("minimum_age")),
        "maximum age": _number(ours.get("maximum_age")),
        "areas": write_areas(ours.get("service_areas")),
    }


def read_contact(now: Json | None, group: Group, known: Vocabulary) -> Json:
    """A contact with what its cells say; parts without a heading stay as they are. Raises CellFaults."""
    contact: Json = now or {"id": _id(group), "signpost": {"channel": "phone", "hours": "unknown"}}
    written = write_contact(contact) if now else {}
    changed = {part: cell for part, cell in group.items() if cell != written.get(part)}
    faults = []
    for part in PARTS:
        if part in changed and part != "id":
            try:
                _read_part(contact, part, changed[part], known)
            except CellFault as error:
                faults.append((part, error.fault))
    if {"channel", "value"} & changed.keys():
        value = group["value"] if "value" in group else written.get("value", "")
        _set_value(contact, value)
    if faults:
        raise ContactFaults(dict(faults))
    return contact


class ContactFaults(ValueError):
    """Cells of one contact that say nothing that their columns take: fault by part."""

    def __init__(self, faults: dict[str, Fault]) -> None:
        """Keep which."""
        super().__init__("contact-faults")
        self.faults = faults


def _read_part(contact: Json, part: str, cell: str, known: Vocabulary) -> None:
    ours = contact["signpost"]
    if part == "name":
        set_or_drop(contact, "name", cell or None)
    elif part == "channel":
        ours["channel"] = _channel(cell)
    elif part == "free":
        set_or_drop(ours, "free", _free(cell))
    elif part == "hours":
        _read_contact_hours(ours, cell)
    elif part in ("minimum age", "maximum age"):
        set_or_drop(ours, part.replace(" ", "_"), whole_number(cell))
    elif part == "areas":
        set_or_drop(ours, "service_areas", read_areas(cell, known))


def _set_value(contact: Json, value: str) -> None:
    """A number, an e-mail address or a web address, as the channel says."""
    channel = ContactChannel(contact["signpost"]["channel"])
    phones = contact.pop("phones", None) or [{"id": str(uuid4())}]
    contact.pop("email", None)
    contact["signpost"].pop("url", None)
    if not value:
        return
    if channel in NUMBERED:
        contact["phones"] = [{**phones[0], "number": value}]
    elif channel is ContactChannel.EMAIL:
        contact["email"] = value
    else:
        contact["signpost"]["url"] = value


def _channel(cell: str) -> str:
    if cell.casefold() not in set(ContactChannel):
        raise CellFault(Fault.NOT_A_CHOICE)
    return cell.casefold()


def _free(cell: str) -> bool | None:
    if cell and cell.casefold() not in (YES, NO):
        raise CellFault(Fault.NOT_A_CHOICE)
    return cell.casefold() == YES if cell else None


def _write_contact_hours(ours: Json) -> str:
    words = {basis.value: text for text, basis in BASES.items()}
    own = write_hours(ours.get("schedules"))
    return ": ".join(each for each in (words.get(ours["hours"], ""), own) if each)


def _read_contact_hours(ours: Json, cell: str) -> None:
    words, _, rest = cell.partition(": ")
    basis = BASES.get(words.strip().casefold())
    if basis is None:
        words, rest, basis = "", cell, HoursBasis.OWN if cell else HoursBasis.UNKNOWN
    schedules = hours_of(rest)
    if basis is HoursBasis.OWN and schedules is None:
        raise CellFault(Fault.HOURS_TEXT)
    ours["hours"] = basis.value
    set_or_drop(ours, "schedules", schedules)


def _id(group: Group) -> str:
    said = group.get("id") or str(uuid4())
    try:
        return str(UUID(said))
    except ValueError:
        raise ContactFaults({"id": Fault.NOT_AN_ID}) from None


def _number(value: Any) -> str:
    return "" if value is None else str(value)
