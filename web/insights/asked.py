"""What an analyst asked for, read from an address that anybody may have written."""

import re
from collections.abc import Mapping
from datetime import date

from usage.release import BadPeriod, Period, TableRequest
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
    "unknown-name": "There is no such need or area. Choose one from the list.",
    "unknown-question": "This address asks for something that this page does not know. Use the form below.",
}


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


def _read_period(value: str) -> Period:
    found = _PERIOD.fullmatch(value)
    if found is None:
        raise BadPeriod("not-a-date")
    try:
        return Period(date.fromisoformat(found[1]), date.fromisoformat(found[2]))
    except ValueError:
        raise BadPeriod("not-a-date") from None
