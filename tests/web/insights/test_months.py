"""A month of the statement is made of whole weeks, and is offered once all are released."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usage.release import Offer, Period, Span
from web.insights.months import Month, months_of, read_month


OCTOBER = Period(date(2026, 9, 28), date(2026, 11, 1))
SEPTEMBER = Period(date(2026, 8, 31), date(2026, 9, 27))


def offer(*months: Period, since: date = SEPTEMBER.first) -> Offer:
    """An offer of these months."""
    return Offer(months[0].last, months[0].last, since, {**dict.fromkeys(Span, ()), Span.MONTH: months})


def test_a_month_is_named_after_its_thursdays_and_counts_its_weeks() -> None:
    october, september = months_of(offer(OCTOBER, SEPTEMBER))

    assert (october.value, october.name, october.short, october.weeks) == (
        "2026-10",
        "October 2026",
        "October",
        "five weeks",
    )
    assert (september.value, september.weeks) == ("2026-09", "four weeks")


def test_the_last_days_of_december_can_belong_to_january() -> None:
    assert Month(Period(date(2025, 12, 29), date(2026, 2, 1))).name == "January 2026"


def test_a_week_that_was_moved_into_its_quarter_does_not_give_the_month_its_name() -> None:
    assert Month(Period(date(2027, 3, 1), date(2027, 4, 4))).name == "March 2027"
    assert Month(Period(date(2032, 9, 27), date(2032, 10, 31))).name == "October 2032"


def test_a_month_that_began_before_the_first_visits_has_no_statement() -> None:
    offered = offer(OCTOBER, SEPTEMBER, since=date(2026, 9, 7))

    assert [month.value for month in months_of(offered)] == ["2026-10"]


@pytest.mark.parametrize("value", ["2026-10", "2026-1", "2026-13", "٢026-10", "2026-11", "MARKER"])
def test_only_a_month_of_the_list_is_read(value: str) -> None:
    assert (read_month(value, months_of(offer(OCTOBER))) is not None) is (value == "2026-10")


@given(day=st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_no_two_months_share_a_name(day: date) -> None:
    from usage.periods import period_before, period_of

    month = period_of(day, Span.MONTH)

    assert Month(month).value > Month(period_before(month)).value
