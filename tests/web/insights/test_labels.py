"""Everything that a table can hold has a name, and a figure its words."""

from datetime import date

import pytest

from usage.release import SUBJECTS, SUPPRESSED, VALUES, WITHHELD, Breakdown, Period, Span
from web.insights import labels


@pytest.mark.parametrize("axis", [Breakdown.NEED, Breakdown.AREA, Breakdown.AGE])
def test_every_value_of_a_breakdown_has_a_name(axis: Breakdown) -> None:
    assert set(labels.NAMES[axis]) == set(VALUES[axis])


def test_every_part_of_the_day_stage_axis_and_span_has_a_name() -> None:
    shown = {name for kind in SUBJECTS.values() for name in kind.stages}

    assert set(labels.PART_NAMES) == set(VALUES[Breakdown.PART])
    assert set(labels.STAGE_NAMES) >= shown
    assert set(labels.AXIS_NAMES) == set(Breakdown)
    assert set(labels.SPAN_NAMES) == set(Span)


def test_a_service_that_is_gone_still_has_a_name() -> None:
    assert labels.name_of(Breakdown.SERVICE, "x", {"y": "Shelter"}) == labels.GONE
    assert labels.name_of(Breakdown.SERVICE, "y", {"y": "Shelter"}) == "Shelter"


@pytest.mark.parametrize(
    ("figure", "words"), [(SUPPRESSED, "fewer than 10"), (WITHHELD, "withheld"), (10, "10"), (4905, "4,905")]
)
def test_a_hidden_figure_is_words_and_never_zero_or_blank(figure: int, words: str) -> None:
    assert labels.figure_words(figure) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 6, 29), date(2026, 9, 27), "29 June to 27 September 2026 (13 weeks)"),
        (date(2025, 12, 29), date(2026, 1, 4), "29 December 2025 to 4 January 2026 (1 week)"),
    ],
)
def test_a_period_is_said_in_words(first: date, last: date, words: str) -> None:
    assert labels.period_words(Period(first, last)) == words


@pytest.mark.parametrize(
    ("counted_from", "words"),
    [
        (date(2026, 6, 29), "29 June to 27 September 2026 (13 weeks)"),
        (date(2026, 7, 6), "29 June to 27 September 2026 (12 of 13 weeks)"),
        (date(2026, 9, 21), "29 June to 27 September 2026 (1 of 13 weeks)"),
    ],
)
def test_a_period_that_is_filled_in_part_says_how_many_weeks(counted_from: date, words: str) -> None:
    period = Period(date(2026, 6, 29), date(2026, 9, 27))

    assert labels.period_words(period, counted_from=counted_from) == words


def test_a_month_of_the_list_goes_by_its_name_and_other_periods_by_their_dates() -> None:
    month, quarter = (
        Period(date(2026, 9, 28), date(2026, 11, 1)),
        Period(date(2026, 6, 29), date(2026, 9, 27)),
    )

    assert labels.choice_words(month) == "October 2026: 28 September to 1 November 2026 (5 weeks)"
    assert labels.choice_words(quarter) == "29 June to 27 September 2026 (13 weeks)"
    assert labels.choice_words(month, counted_from=date(2026, 10, 26)).endswith("(1 of 5 weeks)")
