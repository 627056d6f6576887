"""The form for opening hours: what was typed becomes weekly periods, or errors at their fields."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import Any

from wtforms import BooleanField, Form, FormField, HiddenField, RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice

from directory.opening_hours import EVERY_DAY, MIDNIGHT, Hours, Period, is_always_open
from directory.terms import HoursBasis, OnBankHolidays
from web.admin.clock_times import NotATime, read_time, say_time
from web.admin.hours_words import DAYS
from web.admin.slipped_hours import Place, Span, long_nights, overlaps


DAY_NAMES = tuple(day.lower() for day in DAYS)
NOT_A_TIME = "{day}, {label}: enter a time such as 9am, 5.30pm or 17:30"
STILL_OPEN = "{day}: it is still open when {next_day} opens. Change the time it closes"
LONG_NIGHT = (
    "{days}: it is open for more than 14 hours, into the next day. "
    "Correct the times, or tick “This line is open overnight”"
)
PAIRS = (("opens", "closes"), ("opens_again", "closes_again"))


class Kind(StrEnum):
    """What sort of hours a line keeps; the form asks in this order, so that the week of times comes last."""

    SERVICE = "service"
    ALWAYS = "always"
    OUTSIDE = "outside-office-hours"
    UNKNOWN = "unknown"
    WEEKLY = "weekly"

    @property
    def description(self) -> str:
        """As the form words it."""
        return KINDS[self]


KINDS = {
    Kind.WEEKLY: "At set times each week",
    Kind.ALWAYS: "24 hours a day, every day",
    Kind.SERVICE: "The same hours as the service",
    Kind.OUTSIDE: "Outside office hours (nights, weekends and bank holidays)",
    Kind.UNKNOWN: "Hours not known",
}
FOR_SERVICE = (Kind.ALWAYS, Kind.UNKNOWN, Kind.WEEKLY)


class DayState(StrEnum):
    """What happens on one day of the week."""

    CLOSED = "closed"
    TIMES = "times"
    ALL_DAY = "all-day"

    @property
    def description(self) -> str:
        """As the form words it."""
        return {self.CLOSED: "Closed", self.TIMES: "Open", self.ALL_DAY: "24 hours"}[self]


@dataclass(frozen=True)
class TypedHours:
    """What a valid form says; no periods unless the basis is `own`."""

    basis: HoursBasis
    periods: tuple[Period, ...] = ()


class DayForm(Form):  # type: ignore[misc]  # WTForms carries no types
    """One day of the week: closed, all day, or one or two pairs of times."""

    state = SelectField(choices=[SelectChoice(each.value, each.description) for each in DayState])
    opens = StringField("Opens")
    closes = StringField("Closes")
    opens_again = StringField("Opens again")
    closes_again = StringField("Closes again")


class HoursForm(Form):  # type: ignore[misc]  # WTForms carries no types
    """The whole form; `kinds` limits the choices for hours that belong to a service itself."""

    version = HiddenField()
    reason = StringField()
    kind = RadioField()
    bank_holidays = RadioField(choices=[SelectChoice(each.value) for each in OnBankHolidays])
    overnight = BooleanField()  # asked only where the times may be a slip
    monday = FormField(DayForm)
    tuesday = FormField(DayForm)
    wednesday = FormField(DayForm)
    thursday = FormField(DayForm)
    friday = FormField(DayForm)
    saturday = FormField(DayForm)
    sunday = FormField(DayForm)

    def __init__(self, formdata: Any = None, *, kinds: Sequence[Kind] = tuple(Kind), **values: Any) -> None:
        super().__init__(formdata, **values)
        self.kind.choices = [SelectChoice(each.value, each.description) for each in kinds]
        self.problems: dict[str, str] = {}

    @property
    def days(self) -> list[DayForm]:
        """The seven days in order."""
        return [self[name].form for name in DAY_NAMES]

    def read(self) -> TypedHours | None:
        """The hours that were typed; None when something is wrong, with `problems` by field id."""
        allowed = [choice.value for choice in self.kind.choices]
        if self.kind.data not in allowed:
            self.problems["kind"] = "Choose when it answers"
            return None
        kind = Kind(self.kind.data)
        if kind is not Kind.WEEKLY:
            return _not_weekly(kind)
        days = [_read_day(name, form, self.problems) for name, form in zip(DAY_NAMES, self.days, strict=True)]
        if not self.problems:
            self._ask_about_nights(days)
        rule = self._bank_holidays()
        if not self.problems and not any(days):
            self.problems["kind"] = "Give the times of at least one day, or choose “Hours not known”"
        if self.problems or rule is None:
            return None
        return TypedHours(HoursBasis.OWN, _periods(days, rule))

    def _ask_about_nights(self, week: Sequence[Sequence[Span]]) -> None:
        """Refuses hours that run into the next day's, and asks once whether long nights are meant."""
        for place in overlaps(week):
            day, next_day = DAYS[place.day], DAYS[(place.day + 1) % 7]
            self.problems[_closes_id(place)] = STILL_OPEN.format(day=day, next_day=next_day)
        nights = long_nights(week)
        if nights and not self.problems and not self.overnight.data:
            days = dict.fromkeys(DAYS[place.day] for place in nights)
            self.problems["overnight"] = LONG_NIGHT.format(days=", ".join(days))

    def _bank_holidays(self) -> OnBankHolidays | None:
        if self.bank_holidays.data in set(OnBankHolidays):
            return OnBankHolidays(self.bank_holidays.data)
        self.problems["bank_holidays"] = "Choose what happens on bank holidays"
        return None


def _closes_id(place: Place) -> str:
    return f"{DAY_NAMES[place.day]}-{PAIRS[place.span][1]}"


def _not_weekly(kind: Kind) -> TypedHours:
    if kind is Kind.ALWAYS:
        return TypedHours(HoursBasis.OWN, (Period(EVERY_DAY, MIDNIGHT, MIDNIGHT, OnBankHolidays.AS_USUAL),))
    return TypedHours(HoursBasis(kind.value))


def _read_day(name: str, form: DayForm, problems: dict[str, str]) -> list[Span]:
    """The spans of one day; what is wrong goes to `problems` under the id of its field."""
    day = name.capitalize()
    typed = [(form[opens], form[closes]) for opens, closes in PAIRS]
    has_times = any((field.data or "").strip() for pair in typed for field in pair)
    if form.state.data not in set(DayState):
        problems[f"{name}-state"] = f"{day}: choose closed, open or 24 hours"
        return []
    state = DayState(form.state.data)
    if state is not DayState.TIMES and has_times:
        problems[f"{name}-state"] = f"{day}: there are times, so choose “Open” or empty them"
        return []
    if state is DayState.CLOSED:
        return []
    if state is DayState.ALL_DAY:
        return [(MIDNIGHT, MIDNIGHT)]
    return _read_spans(day, typed, problems)


def _read_spans(day: str, typed: Sequence[tuple[Any, Any]], problems: dict[str, str]) -> list[Span]:
    spans = []
    for place, (opens, closes) in enumerate(typed):
        if place and not (opens.data or "").strip() and not (closes.data or "").strip():
            continue  # no second opening that day
        times = [_read_field(day, field, problems) for field in (opens, closes)]
        if times[0] is None or times[1] is None:
            continue
        if times[0] == times[1]:
            problems[closes.id] = (
                f"{day}: it closes at the time it opens. Choose “24 hours” if it is open all day"
            )
            continue
        spans.append((times[0], times[1]))
    if len(spans) == 2 and not spans[0][0] < spans[0][1] <= spans[1][0]:
        problems[typed[1][0].id] = f"{day}: it opens again before it has closed"
    return spans


def _read_field(day: str, field: Any, problems: dict[str, str]) -> time | None:
    try:
        return read_time(field.data or "")
    except NotATime:
        problems[field.id] = NOT_A_TIME.format(day=day, label=field.label.text.lower())
        return None


def _periods(days: Sequence[Sequence[Span]], rule: OnBankHolidays) -> tuple[Period, ...]:
    """The spans of the week, with days that keep the same span in one period."""
    together: dict[Span, set[int]] = {}
    for day, spans in enumerate(days):
        for span in spans:
            together.setdefault(span, set()).add(day)
    return tuple(Period(frozenset(held), *span, rule) for span, held in together.items())


def as_form_values(basis: HoursBasis, periods: Sequence[Period]) -> dict[str, Any]:
    """What the form shows for the hours that are stored."""
    kind = _kind(basis, periods)
    values: dict[str, Any] = {"kind": kind.value}
    if kind is not Kind.WEEKLY:
        return values | {name: {"state": DayState.CLOSED.value} for name in DAY_NAMES}
    values["bank_holidays"] = periods[0].bank_holidays.value
    values["overnight"] = bool(long_nights([_spans(periods, day) for day in range(7)]))
    return values | {name: _day_values(periods, day) for day, name in enumerate(DAY_NAMES)}


def _kind(basis: HoursBasis, periods: Sequence[Period]) -> Kind:
    if basis is not HoursBasis.OWN:
        return Kind(basis.value)
    if not periods:
        return Kind.UNKNOWN
    return Kind.ALWAYS if len(periods) == 1 and is_always_open(Hours(tuple(periods))) else Kind.WEEKLY


def _spans(periods: Sequence[Period], day: int) -> list[Span]:
    return sorted((each.opens, each.closes) for each in periods if day in each.days)


def _day_values(periods: Sequence[Period], day: int) -> dict[str, str]:
    spans = _spans(periods, day)
    if not spans:
        return {"state": DayState.CLOSED.value}
    if spans == [(MIDNIGHT, MIDNIGHT)]:
        return {"state": DayState.ALL_DAY.value}
    values = {"state": DayState.TIMES.value}
    for (opens, closes), span in zip(PAIRS, spans, strict=False):
        values |= {opens: say_time(span[0]), closes: say_time(span[1])}
    return values


def does_form_show(periods: Sequence[Period]) -> bool:
    """Whether the form can hold these periods; it has room for two a day, of every week alike."""
    one_rule = len({period.bank_holidays for period in periods}) <= 1
    twice = all(sum(day in period.days for period in periods) <= len(PAIRS) for day in range(7))
    unlimited = all(
        period.certain and period == Period(period.days, period.opens, period.closes, period.bank_holidays)
        for period in periods
    )
    return one_rule and twice and unlimited
