"""What a field and its value are called where staff read changes: in the history, in proposals, in forms."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime

from directory.fields import NO, YES
from directory.opening_hours import LONDON
from directory.schedule_text import NotHours, schedules_from_text
from directory.starter.area_names import AREA_NAMES
from directory.terms import Caller, HoursBasis, ServiceStatus
from vocabulary.needs import Need
from vocabulary.words import words
from web.admin.hours_words import BASES, say_hours
from web.admin.service_view import periods_of


Said = tuple[str, ...]  # lines of words
NOTHING = "not set"
FIELDS = {
    "name": "Name",
    "description": "What it is",
    "number": "Number",
    "url": "Web address",
    "email": "E-mail address",
    "hours_basis": "Kind of hours",
    "hours": "Times",
    "minimum_age": "Youngest age",
    "maximum_age": "Oldest age",
    "areas": "Where it helps",
    "needs": "What it helps with",
    "caller": "Who may get in touch",
    "for_whom": "Who it is for",
    "not_for": "Who it is not for",
    "referral": "How to be referred",
    "what_happens": "What happens after first contact",
    "told_to_police": "What is told to the police",
    "leaves_voicemail": "Leaves a voicemail",
    "shows_on_bill": "Shows on a telephone bill",
    "withholds_number": "Withholds its number when it rings",
    "capacity": "Capacity",
    "capacity_on": "Capacity as of",
    "note": "Note for staff",
    "staff_notes": "Notes for staff",
    "status": "Status",
    "public": "Shown to people",
    "withdrawn_at": "Withdrawn",
    "confirmed_on": "Confirmed on",
    "assured_date": "Confirmed on",
    "assurer_email": "Who confirms it by e-mail",
}
STATUSES = {
    ServiceStatus.ACTIVE: "Running",
    ServiceStatus.INACTIVE: "Not running",
    ServiceStatus.DEFUNCT: "Closed for good",
    ServiceStatus.TEMPORARILY_CLOSED: "Closed for now",
}
CALLERS = {
    Caller.ANYONE: "Anyone",
    Caller.SOMEONE_WORRIED: "Somebody who is worried about another person",
    Caller.THE_PERSON: "The person who needs help",
}


def say_value(field: str, value: str | None) -> Said:
    """A value as staff read it; a text of another form is shown as it was kept."""
    if value is None:
        return ("No" if field == "withdrawn_at" else NOTHING,)
    try:
        return tuple(SAYINGS.get(field, _as_it_is)(value))
    except (ValueError, KeyError):
        return tuple(value.split("\n"))


def say_areas(codes: Iterable[str]) -> list[str]:
    """Areas by their names."""
    return [AREA_NAMES.get(code, code) for code in codes]


def say_need(term: str) -> str:
    """A need by its name, with its place where it is among the first to try."""
    need, _, place = term.partition(":")
    name = words(Need(need).words)
    return f"{name} (to try first: {place})" if place else name


def _as_it_is(value: str) -> list[str]:
    return value.split("\n")


def _day(value: str) -> list[str]:
    day = date.fromisoformat(value)
    return [f"{day.day} {day:%B %Y}"]


def _moment(value: str) -> list[str]:
    there = datetime.fromisoformat(value).astimezone(LONDON)
    return [f"Since {there.day} {there:%B %Y} at {there:%H:%M}"]


def _hours(value: str) -> list[str]:
    try:
        return say_hours(HoursBasis.OWN, periods_of(schedules_from_text(value)))
    except NotHours:
        return value.split("\n")


def _basis(value: str) -> list[str]:
    return [BASES.get(HoursBasis(value), "Its own hours")]


def _yes_no(value: str) -> list[str]:
    return [{YES: "Yes", NO: "No"}[value]]


SAYINGS: Mapping[str, Callable[[str], list[str]]] = {
    "hours": _hours,
    "hours_basis": _basis,
    "areas": lambda value: say_areas(value.split(",")),
    "needs": lambda value: [say_need(each) for each in value.split(",")],
    "caller": lambda value: [CALLERS[Caller(value)]],
    "status": lambda value: [STATUSES[ServiceStatus(value)]],
    "withdrawn_at": _moment,
    **dict.fromkeys(("confirmed_on", "assured_date", "capacity_on"), _day),
    **dict.fromkeys(("leaves_voicemail", "shows_on_bill", "withholds_number", "public"), _yes_no),
}
