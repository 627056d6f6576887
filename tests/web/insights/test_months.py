"""A month of the statement is made of whole weeks, and is offered once all are released."""

from datetime import date

import pytest

from usage.release import Offer, Period, Span
from web.insights.months import months_of, read_month


def weeks(first: str, last: str) -> Offer:
    """An offer of every week between two Mondays."""
    start, end = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    found = [Period(date.fromordinal(each), date.fromordinal(each + 6)) for each in range(start, end + 1, 7)]
    return Offer(
        found[-1].last, found[-1].last, found[0].first, {Span.QUARTER: (), Span.WEEK: tuple(found[::-1])}
    )


@pytest.mark.parametrize(
    ("first", "last", "values"),
    [
        ("2026-09-28", "2026-10-26", ["2026-10"]),  # five Thursdays: 1 to 29 October
        ("2026-10-05", "2026-10-26", []),  # the first week is missing
        ("2026-09-28", "2026-10-19", []),  # the last week is missing
        ("2026-09-28", "2026-11-23", ["2026-11", "2026-10"]),
        ("2025-12-01", "2026-01-26", ["2026-01", "2025-12"]),  # 1 January 2026 is a Thursday
    ],
)
def test_a_month_is_offered_when_all_weeks_with_a_thursday_in_it_are(
    first: str, last: str, values: list[str]
) -> None:
    assert [month.value for month in months_of(weeks(first, last))] == values


def test_a_month_begins_and_ends_with_its_weeks() -> None:
    (month,) = months_of(weeks("2026-09-28", "2026-10-26"))

    assert month.period == Period(date(2026, 9, 28), date(2026, 11, 1))
    assert month.name == "October 2026"


@pytest.mark.parametrize("value", ["2026-10", "2026-1", "2026-13", "٢026-10", "2026-11", "MARKER"])
def test_only_a_month_of_the_list_is_read(value: str) -> None:
    months = months_of(weeks("2026-09-28", "2026-10-26"))

    assert (read_month(value, months) is not None) is (value == "2026-10")
