"""Whether new values of a contact or a service may be stored, before anybody stores or proposes them.

Numbers, addresses, ages, coverage, needs and lengths; what is found wrong names the field.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from enum import StrEnum
from urllib.parse import urlsplit

from directory.fields import NO, YES, Owner, Values, fields_of, read_values
from directory.fixed_numbers import is_fixed
from directory.model import Contact
from directory.phones import CostlyNumber, ForeignNumber, PhoneError, checked_number
from directory.schedule_text import NotHours, schedules_from_text
from directory.starter.area_names import AREA_NAMES
from directory.terms import Caller, HoursBasis
from vocabulary.needs import Need


LONGEST_NAME = 255
LONGEST_WORDS = 4000
LONGEST_ADDRESS = 500
OLDEST = 120
EMAIL = re.compile(r"[^@\s\x00-\x1f<>\"]+@[^@\s\x00-\x1f<>\"]+\.[^@\s.\x00-\x1f<>\"]+")
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE | re.ASCII)
SPACE_OR_CONTROL = re.compile(r"[\s\x00-\x1f\x7f]")
SAID_YES_OR_NO = ("leaves_voicemail", "shows_on_bill", "withholds_number", "public")
NEVER_EMPTY = frozenset({"number", "description", "caller", "hours_basis"})
NEEDED_OF_SERVICE = frozenset({"name", "needs", "areas"})  # a contact without them has its service's


class Fault(StrEnum):
    """What is wrong with a value."""

    MISSING = "missing"
    TOO_LONG = "too-long"
    NOT_A_NUMBER = "not-a-number"
    FOREIGN_NUMBER = "foreign-number"
    COSTLY_NUMBER = "costly-number"
    FIXED_NUMBER = "fixed-number"
    NOT_AN_ADDRESS = "not-an-address"
    NOT_AN_EMAIL = "not-an-email"
    NOT_AN_AGE = "not-an-age"
    AGES_CROSSED = "ages-crossed"
    NOT_HOURS = "not-hours"
    NOT_A_DATE = "not-a-date"
    NOT_ON_THE_LIST = "not-on-the-list"
    ALREADY_THERE = "already-there"


class BadValue(ValueError):
    """A value that may not be stored: its field and what is wrong, and no part of the value."""

    def __init__(self, field: str, fault: Fault) -> None:
        super().__init__(f"{field}: {fault}")
        self.field = field
        self.fault = fault


def checked_values(owner: Owner, values: Values) -> dict[str, str | None]:
    """The values as they are stored: tidied, a number grouped as people say it. Raises BadValue, KeyError."""
    known = fields_of(owner)
    checked = {name: _checked(owner, known[name].name, value) for name, value in values.items()}
    _check_ages(owner, checked)
    return checked


def checked_address(text: str) -> str:
    """A web address that a card may link to. Raises BadValue."""
    tidy = text.strip()
    try:
        parts = urlsplit(tidy)
        port = parts.port
    except ValueError:
        raise BadValue("url", Fault.NOT_AN_ADDRESS) from None
    plain = not (SPACE_OR_CONTROL.search(tidy) or parts.username or parts.password or port)
    if not plain or parts.scheme not in {"http", "https"} or not HOST.fullmatch(parts.hostname or ""):
        raise BadValue("url", Fault.NOT_AN_ADDRESS)
    if len(tidy) > LONGEST_ADDRESS:
        raise BadValue("url", Fault.TOO_LONG)
    return tidy


def _checked(owner: Owner, field: str, value: str | None) -> str | None:
    tidy = (value or "").strip() or None
    if tidy is None:
        if _is_needed(owner, field):
            raise BadValue(field, Fault.MISSING)
        return None
    if field == "number":
        return _number(owner, tidy)
    return CHECKS.get(field, _words)(field, tidy)


def _is_needed(owner: Owner, field: str) -> bool:
    """Whether a field is never empty; what a contact is reached by can be replaced, and not emptied."""
    if field in NEEDED_OF_SERVICE:
        return not isinstance(owner, Contact)
    if field in {"url", "email"}:
        return getattr(owner, field) is not None
    return field in NEVER_EMPTY


def _number(owner: Owner, value: str) -> str:
    if not isinstance(owner, Contact):
        raise KeyError("number")
    try:
        checked = checked_number(value, owner.channel)
    except PhoneError as error:
        faults: Mapping[type[Exception], Fault] = {
            CostlyNumber: Fault.COSTLY_NUMBER,
            ForeignNumber: Fault.FOREIGN_NUMBER,
        }
        raise BadValue("number", faults.get(type(error), Fault.NOT_A_NUMBER)) from None
    old = owner.phones[0].number if owner.phones else checked
    if checked != old and is_fixed(old):
        raise BadValue("number", Fault.FIXED_NUMBER)
    return checked


def _words(field: str, value: str) -> str:
    if len(value) > (LONGEST_NAME if field == "name" else LONGEST_WORDS):
        raise BadValue(field, Fault.TOO_LONG)
    return value


def _email(field: str, value: str) -> str:
    if not EMAIL.fullmatch(value):
        raise BadValue(field, Fault.NOT_AN_EMAIL)
    if len(value) > LONGEST_NAME:
        raise BadValue(field, Fault.TOO_LONG)
    return value


def _age(field: str, value: str) -> str:
    if not (value.isascii() and value.isdecimal()) or len(value) > 3 or int(value) > OLDEST:
        raise BadValue(field, Fault.NOT_AN_AGE)
    return str(int(value))


def _hours(field: str, value: str) -> str:
    try:
        schedules = schedules_from_text(value)
    except NotHours:
        raise BadValue(field, Fault.NOT_HOURS) from None
    if any(each.opens_at == each.closes_at != time(0) for each in schedules):
        raise BadValue(field, Fault.NOT_HOURS)
    return value


def _date(field: str, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise BadValue(field, Fault.NOT_A_DATE) from None


def _among(known: frozenset[str], key: Callable[[str], str] = str) -> Callable[[str, str], str]:
    """A check of a list with commas between, whose members are all known; sorted, each once."""

    def check(field: str, value: str) -> str:
        members = sorted({each.strip() for each in value.split(",") if each.strip()})
        if not members or any(key(each) not in known for each in members):
            raise BadValue(field, Fault.NOT_ON_THE_LIST)
        return ",".join(members)

    return check


def _one_of(known: frozenset[str]) -> Callable[[str, str], str]:
    def check(field: str, value: str) -> str:
        if value not in known:
            raise BadValue(field, Fault.NOT_ON_THE_LIST)
        return value

    return check


def _need_of(text: str) -> str:
    """The need of "cuckooing:1"; nothing when its place is no number."""
    need, colon, place = text.partition(":")
    return need if not colon or (place.isascii() and place.isdecimal() and len(place) < 4) else ""


def _check_ages(owner: Owner, checked: Values) -> None:
    if not {"minimum_age", "maximum_age"} & set(checked):
        return
    there = read_values(owner) | dict(checked)
    youngest, oldest = there["minimum_age"], there["maximum_age"]
    if youngest is not None and oldest is not None and int(youngest) > int(oldest):
        raise BadValue("maximum_age" if "maximum_age" in checked else "minimum_age", Fault.AGES_CROSSED)


CHECKS: Mapping[str, Callable[[str, str], str]] = {
    "url": lambda _, value: checked_address(value),
    "email": _email,
    "minimum_age": _age,
    "maximum_age": _age,
    "hours": _hours,
    "capacity_on": _date,
    "areas": _among(frozenset(AREA_NAMES)),
    "needs": _among(frozenset(Need), _need_of),
    "hours_basis": _one_of(frozenset(HoursBasis)),
    "caller": _one_of(frozenset(Caller)),
    **dict.fromkeys(SAID_YES_OR_NO, _one_of(frozenset({YES, NO}))),
}
