"""A service of another directory's feed (HSDS-UK 3.0) -> a row of ours.

What they know is taken: names, words, ages, ways to reach it, hours. What only we say stays as it is, or is
left for a person: needs, and coverage by a name that we do not know, so that a new service is found by nobody
until somebody has looked at it. Our own contacts stay beside theirs.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from directory.feeds.columns import Json, set_or_drop
from directory.feeds.vocabulary import Vocabulary
from directory.identifiers import identifier
from directory.terms import Caller, ContactChannel, ServiceStatus


PLAIN = ("name", "description", "fees", "accreditations", "alert", "minimum_age", "maximum_age")
OF_SCHEDULE = ("id", "valid_from", "valid_to", "freq", "byday", "bymonthday", "opens_at", "closes_at")
OF_ORGANIZATION = ("id", "name", "description")
GSS_CODE = re.compile(r"[EW]\d{8}")
NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")
LONGEST_SLUG = 60


def is_ours(row: Any) -> bool:
    """Whether a row is from a Signpost, and so says all that ours do."""
    return isinstance(row, dict) and isinstance(row.get("signpost"), dict) and "slug" in row["signpost"]


def as_ours(theirs: Json, there: Json | None, known: Vocabulary, *, at: datetime) -> Json:
    """Our row of their service; `there` is what the directory has of it already, if anything."""
    row = there or _blank(theirs, known, at)
    for name in PLAIN:
        if theirs.get(name) not in (None, ""):
            row[name] = theirs[name]
    row["status"] = theirs["status"] if theirs.get("status") in set(ServiceStatus) else row["status"]
    schedules = [_schedule(each) for each in _dicts(theirs, "schedules") if _has_hours(each)]
    if schedules:
        row["schedules"] = schedules
    _add_contacts(row, theirs)
    return row


def _blank(theirs: Json, known: Vocabulary, at: datetime) -> Json:
    key, name = str(theirs.get("id", "")), str(theirs.get("name", ""))
    words = NOT_IN_A_SLUG.sub("-", name.casefold())[:LONGEST_SLUG].strip("-") or "service"
    row: Json = {
        "id": key,
        "status": ServiceStatus.ACTIVE.value,
        "last_modified": at.isoformat(),
        "organization": _organization(theirs, known),
        "signpost": {"slug": f"{words}-{identifier('feed', key)[:8]}", "caller": Caller.ANYONE.value},
    }
    set_or_drop(row, "service_areas", list(_areas(theirs, known)) or None)
    return row


def _organization(theirs: Json, known: Vocabulary) -> Json | None:
    said = theirs.get("organization")
    if not isinstance(said, dict) or not isinstance(said.get("name"), str):
        return None
    made = {name: said[name] for name in OF_ORGANIZATION if said.get(name)}
    made.setdefault("description", said["name"])
    return known.organizations.setdefault(said["name"], made)


def _areas(theirs: Json, known: Vocabulary) -> Iterator[Json]:
    by_name = {name.casefold(): code for code, name in known.area_names.items()}
    for each in _dicts(theirs, "service_areas"):
        found = GSS_CODE.search(str(each.get("uri", "")))
        code = found[0] if found else by_name.get(str(each.get("name", "")).casefold())
        if code is not None and code in known.area_names and each.get("id"):
            yield {"id": each["id"], "name": known.area_names[code], "signpost": {"code": code}}


def _schedule(each: Json) -> Json:
    said = {name: each[name] for name in OF_SCHEDULE if each.get(name)}
    return said | {"signpost": {"bank_holidays": "unknown"}}


def _has_hours(each: Json) -> bool:
    return bool(each.get("opens_at") and each.get("closes_at") and each.get("id"))


def _add_contacts(row: Json, theirs: Json) -> None:
    """Their contacts, each under an id that stays the same, in place of what they said of it before."""
    contacts: dict[str, Json] = {each["id"]: each for each in row.get("contacts") or ()}
    for each in _contacts(theirs):
        before = contacts.get(each["id"])
        if before is None or _value(before) != _value(each):
            contacts[each["id"]] = each
    set_or_drop(row, "contacts", list(contacts.values()) or None)
    for name, channel in (("url", ContactChannel.WEBSITE), ("email", ContactChannel.EMAIL)):
        set_or_drop(row, name, _first(contacts, channel))


def _contacts(theirs: Json) -> Iterator[Json]:
    owner = str(theirs.get("id", ""))
    people = [theirs, *_dicts(theirs, "contacts")]
    for person in people:
        name = person.get("name") if person is not theirs else None
        for phone in _dicts(person, "phones"):
            number = str(phone.get("number", ""))
            value = {"phones": [{"id": identifier("phone", f"{owner}/{phone.get('id')}"), "number": number}]}
            yield _contact(owner, str(phone.get("id")), name or "Telephone", ContactChannel.PHONE, value)
        if person.get("email"):
            key = f"{person.get('id')}/email"
            yield _contact(owner, key, name or "E-mail", ContactChannel.EMAIL, {"email": person["email"]})
    if theirs.get("url"):
        ours = _contact(owner, "url", "Website", ContactChannel.WEBSITE, {})
        ours["signpost"]["url"] = theirs["url"]
        yield ours


def _contact(owner: str, key: str, name: str, channel: ContactChannel, value: Json) -> Json:
    ours = {"channel": channel.value, "hours": "unknown"}
    return {"id": identifier("contact", f"feed/{owner}/{key}"), "name": name, "signpost": ours, **value}


def _value(contact: Json) -> object:
    numbers = [each.get("number") for each in contact.get("phones") or ()]
    return (numbers, contact.get("email"), contact["signpost"].get("url"))


def _first(contacts: Mapping[str, Json], channel: ContactChannel) -> Any:
    found = (each for each in contacts.values() if each["signpost"]["channel"] == channel.value)
    return next((each.get("email") or each["signpost"].get("url") for each in found), None)


def _dicts(row: Json, name: str) -> list[Json]:
    found = row.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
