"""The form for opening hours."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import FormData

from directory.opening_hours import EVERY_DAY, WEEKDAYS, Period
from directory.terms import HoursBasis, OnBankHolidays
from web.admin.hours_form import (
    DAY_NAMES,
    FOR_SERVICE,
    HoursForm,
    Kind,
    TypedHours,
    as_form_values,
    does_form_show,
)


CLOSED = OnBankHolidays.CLOSED
NINE_TO_FIVE = Period(WEEKDAYS, time(9), time(17), CLOSED)


def _form(**typed: str) -> HoursForm:
    days = {f"{day}-state": "closed" for day in DAY_NAMES}
    return HoursForm(FormData({"kind": "weekly", "bank_holidays": "closed"} | days | typed))


def _monday(**typed: str) -> HoursForm:
    return _form(**{f"monday-{name}": value for name, value in ({"state": "times"} | typed).items()})


def _shown(basis: HoursBasis, periods: tuple[Period, ...]) -> HoursForm:
    """What a browser sends when the form for these hours is sent as it was shown."""
    form = HoursForm(data=as_form_values(basis, periods))
    typed: dict[str, Any] = {"kind": form.kind.data, "bank_holidays": form.bank_holidays.data}
    if form.overnight.data:
        typed["overnight"] = "yes"
    for day in form.days:
        typed |= {field.name: field.data or "" for field in day}
    return HoursForm(FormData({name: value for name, value in typed.items() if value is not None}))


def test_days_with_the_same_times_make_one_period() -> None:
    form = _form(
        **{
            f"{day}-{name}": value
            for day in DAY_NAMES[:5]
            for name, value in (("state", "times"), ("opens", "9am"), ("closes", "5pm"))
        }
    )

    assert form.read() == TypedHours(HoursBasis.OWN, (NINE_TO_FIVE,))


def test_a_day_can_open_twice() -> None:
    typed = _monday(opens="9am", closes="12.30pm", opens_again="13:30", closes_again="5pm").read()

    assert typed is not None
    assert [(each.opens, each.closes) for each in typed.periods] == [
        (time(9), time(12, 30)),
        (time(13, 30), time(17)),
    ]


def test_a_day_can_close_after_midnight() -> None:
    typed = _monday(opens="6pm", closes="2am").read()

    assert typed is not None
    assert typed.periods == (Period(frozenset({0}), time(18), time(2), CLOSED),)


def test_a_day_can_be_open_all_day() -> None:
    typed = _monday(state="all-day").read()

    assert typed is not None
    assert typed.periods == (Period(frozenset({0}), time(0), time(0), CLOSED),)


@pytest.mark.parametrize(
    ("kind", "meant"),
    [
        (
            Kind.ALWAYS,
            TypedHours(HoursBasis.OWN, (Period(EVERY_DAY, time(0), time(0), OnBankHolidays.AS_USUAL),)),
        ),
        (Kind.SERVICE, TypedHours(HoursBasis.SERVICE)),
        (Kind.OUTSIDE, TypedHours(HoursBasis.OUTSIDE_OFFICE_HOURS)),
        (Kind.UNKNOWN, TypedHours(HoursBasis.UNKNOWN)),
    ],
)
def test_the_other_kinds_need_no_times(kind: Kind, meant: TypedHours) -> None:
    assert HoursForm(FormData({"kind": kind.value})).read() == meant


@pytest.mark.parametrize("kind", ["", "zzz", "own"])
def test_a_kind_must_be_chosen(kind: str) -> None:
    form = HoursForm(FormData({"kind": kind}))

    assert form.read() is None
    assert set(form.problems) == {"kind"}


def test_a_service_itself_has_no_service_to_follow() -> None:
    form = HoursForm(FormData({"kind": "service"}), kinds=FOR_SERVICE)

    assert form.read() is None


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"opens": "9", "closes": "5pm"}, "monday-opens"),
        ({"opens": "9am", "closes": ""}, "monday-closes"),
        ({"opens": "9am", "closes": "25:00"}, "monday-closes"),
        ({"opens": "9am", "closes": "9am"}, "monday-closes"),
        ({"opens": "9am", "closes": "5pm", "opens_again": "6pm"}, "monday-closes_again"),
        (
            {"opens": "9am", "closes": "5pm", "opens_again": "4pm", "closes_again": "8pm"},
            "monday-opens_again",
        ),
        ({"state": "closed", "opens": "9am"}, "monday-state"),
        ({"state": "all-day", "closes": "5pm"}, "monday-state"),
        ({"state": "zzz"}, "monday-state"),
    ],
)
def test_a_mistake_is_told_at_its_field_and_names_the_day(typed: dict[str, str], field: str) -> None:
    form = _monday(**typed)

    assert form.read() is None
    assert set(form.problems) == {field}
    assert form.problems[field].startswith("Monday")


def test_hours_that_run_into_the_next_days_are_told_at_the_time_it_closes() -> None:
    form = _form(
        **{
            "overnight": "yes",
            **{"monday-state": "times", "monday-opens": "9am", "monday-closes": "8am"},
            **{"tuesday-state": "times", "tuesday-opens": "7am", "tuesday-closes": "5pm"},
        }
    )

    assert form.read() is None
    assert form.problems == {
        "monday-closes": "Monday: it is still open when Tuesday opens. Change the time it closes"
    }


def test_the_second_opening_of_a_day_may_not_run_into_the_next_days_either() -> None:
    times = {"opens": "9am", "closes": "5pm", "opens_again": "6pm", "closes_again": "10am"}
    form = _form(
        **{
            f"{day}-{name}": value
            for day in DAY_NAMES
            for name, value in ({"state": "times"} | times).items()
        }
    )

    assert form.read() is None
    assert set(form.problems) == {f"{day}-closes_again" for day in DAY_NAMES}


@pytest.mark.parametrize(("opens", "closes"), [("9am", "8:59am"), ("17:00", "9am")])
def test_a_very_long_night_is_saved_only_when_it_is_meant(opens: str, closes: str) -> None:
    asked = _monday(opens=opens, closes=closes)
    meant = _form(
        **{"monday-state": "times", "monday-opens": opens, "monday-closes": closes, "overnight": "yes"}
    )

    assert asked.read() is None
    assert set(asked.problems) == {"overnight"}
    assert asked.problems["overnight"].startswith("Monday: ")
    assert meant.read() is not None


def test_all_mistakes_are_told_at_once() -> None:
    form = _form(**{"monday-state": "times", "tuesday-state": "times", "bank_holidays": ""})

    form.read()

    assert set(form.problems) == {
        "monday-opens",
        "monday-closes",
        "tuesday-opens",
        "tuesday-closes",
        "bank_holidays",
    }


def test_a_week_without_a_day_is_refused() -> None:
    form = _form()

    assert form.read() is None
    assert "Hours not known" in form.problems["kind"]


SPANS = st.sampled_from(
    [
        (time(9), time(17)),
        (time(0), time(0)),
        (time(18), time(2)),
        (time(17), time(9)),
        (time(8, 30), time(12, 5)),
    ]
)
WEEKS = st.dictionaries(SPANS, st.frozensets(st.integers(0, 6), min_size=1), min_size=1, max_size=1)


@given(week=WEEKS, rule=st.sampled_from(OnBankHolidays))
def test_what_the_form_shows_is_what_it_saves(
    week: dict[tuple[time, time], frozenset[int]], rule: OnBankHolidays
) -> None:
    periods = tuple(Period(days, *span, rule) for span, days in week.items())

    read = _shown(HoursBasis.OWN, periods).read()

    assert read == TypedHours(HoursBasis.OWN, periods)


def test_a_line_that_closes_on_bank_holidays_is_not_shown_as_day_and_night() -> None:
    periods = (Period(EVERY_DAY, time(0), time(0), CLOSED),)

    assert as_form_values(HoursBasis.OWN, periods)["kind"] == Kind.WEEKLY
    assert _shown(HoursBasis.OWN, periods).read() == TypedHours(HoursBasis.OWN, periods)


@pytest.mark.parametrize("basis", [HoursBasis.SERVICE, HoursBasis.OUTSIDE_OFFICE_HOURS, HoursBasis.UNKNOWN])
def test_the_form_for_hours_without_times_shows_their_kind(basis: HoursBasis) -> None:
    assert _shown(basis, ()).read() == TypedHours(basis)


@pytest.mark.parametrize(
    ("periods", "shows"),
    [
        ((), True),
        ((NINE_TO_FIVE,), True),
        ((NINE_TO_FIVE, Period(WEEKDAYS, time(18), time(20), CLOSED)), True),
        ((NINE_TO_FIVE,) * 3, False),
        ((NINE_TO_FIVE, Period(frozenset({5}), time(9), time(12), OnBankHolidays.UNKNOWN)), False),
        ((Period(WEEKDAYS, time(9), time(17), CLOSED, certain=False),), False),
        ((Period(WEEKDAYS, time(9), time(17), CLOSED, valid_to=date(2027, 1, 1)),), False),
    ],
)
def test_hours_with_rules_the_form_cannot_show_are_known(periods: tuple[Period, ...], *, shows: bool) -> None:
    assert does_form_show(periods) is shows
