"""What an analyst asked for, read from an address that anybody may have written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from usage.release import AREAS, NEEDS, BadPeriod, Offer, Period, TableRequest, UnknownName
from vocabulary.pathway import Traffic


_PERIOD = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})", re.ASCII)
KNOWN = frozenset({"period", "need", "area"})

MESSAGES = {
    "reversed": "The first day is after the last. Choose a period from the list.",
    "absurd": "The dates are too far away. Choose a period from the list.",
    "not-a-date": "The dates could not be read. Choose a period from the list.",
    "not-a-period": "Figures are released for the weeks and quarters in the list only. "
    "Other dates overlap with these, and subtracting one from the other could give a person away.",
    "not-yet": "These figures are not released yet. Choose a period from the list.",
    "unknown-question": "This address asks for something that this page does not know. Use the form below.",
}
NAMES = {"need": NEEDS, "area": AREAS}
NO_SUCH_NAME = {
    "need": "There is no such need. Choose one from the list.",
    "area": "There is no such area. Choose one from the list.",
}


@dataclass(frozen=True)
class Fault:
    """What is wrong with one field of the form; without a field, with the address as a whole."""

    field: str | None
    message: str


def faults(query: Mapping[str, str], code: str) -> tuple[Fault, ...]:
    """Every fault of an address that was refused with this code, in the order of the form."""
    names = tuple(Fault(field, NO_SUCH_NAME[field]) for field in NAMES if _is_unknown(query, field))
    if code == UnknownName.code:
        return names
    return (Fault(None if code == "unknown-question" else "period", MESSAGES[code]), *names)


def good_choices(query: Mapping[str, str], offered: Offer) -> dict[str, str]:
    """The choices of an address that the form has too: what was chosen well is not asked for again."""
    periods = {period_value(period) for some in offered.periods.values() for period in some}
    known = {"period": periods, **NAMES}
    return {field: query[field] for field in known if query.get(field) in known[field]}


def read_question(
    query: Mapping[str, str], *, period: Period | None, traffic: Traffic
) -> TableRequest | None:
    """The table that an address asks for; `period` is meant when it names none. Raises BadPeriod."""
    if not set(query) <= KNOWN:
        raise BadPeriod("unknown-question")
    chosen = _read_period(query["period"]) if query.get("period") else period
    if chosen is None:
        return None
    return TableRequest(
        first=chosen.first,
        last=chosen.last,
        traffic=traffic,
        need=query.get("need") or None,
        area=query.get("area") or None,
    )


def period_value(period: Period) -> str:
    """A period as an address carries it."""
    return f"{period.first}..{period.last}"


def _is_unknown(query: Mapping[str, str], field: str) -> bool:
    return bool(query.get(field)) and query[field] not in NAMES[field]


def _read_period(value: str) -> Period:
    found = _PERIOD.fullmatch(value)
    if found is None:
        raise BadPeriod("not-a-date")
    try:
        return Period(date.fromisoformat(found[1]), date.fromisoformat(found[2]))
    except ValueError:
        raise BadPeriod("not-a-date") from None
