"""A difference that noise, rounding and chance can make by themselves is told as such."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from tests.usage.factories import ASKED, LATE, WEEK, in_weeks, store
from usage.comparison import change
from usage.disclosure import shown
from usage.model import ReleaseRecord
from usage.noise import Cell
from usage.periods import Period, Span, period_of
from usage.release import (
    SUPPRESSED,
    WITHHELD,
    Breakdown,
    Change,
    Comparison,
    Figure,
    ReleasedTable,
    compare,
)
from usage.roll_up import roll_up
from usage.subtraction import TOTAL
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Traffic


RELEASED_ON = datetime(2026, 1, 19, 9, tzinfo=UTC)  # the Monday when another whole week has passed
TELFORD = District.TELFORD_AND_WREKIN.value
QUARTER = period_of(WEEK.first, Span.QUARTER)
SERVICE, RARE = "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "6ba7b811-9dad-11d1-80b4-00c04fd430c8"


def figures(value: Figure, period: Period = WEEK) -> ReleasedTable:
    """A table of one total."""
    return ReleasedTable((), (), {(TOTAL, TOTAL): value}, period, Traffic.REAL)


@pytest.mark.parametrize(
    ("before", "now", "meaning"),
    [
        (40, 50, Change.NOISE),
        (100, 112, Change.NOISE),
        (100, 160, Change.UP),
        (160, 100, Change.DOWN),
        (1_000, 1_060, Change.NOISE),  # chance alone moves so many visits as much
        (1_000, 1_200, Change.UP),
        (SUPPRESSED, 15, Change.NOISE),
        (SUPPRESSED, 60, Change.UP),
        (60, SUPPRESSED, Change.DOWN),
        (SUPPRESSED, SUPPRESSED, Change.UNKNOWN),
        (WITHHELD, 60, Change.UNKNOWN),
        (None, 60, Change.UNKNOWN),
    ],
)
def test_a_difference_has_a_meaning(before: Figure | None, now: Figure, meaning: Change) -> None:
    assert change(now, before) is meaning


@given(visits=st.integers(10, 2_000), keys=st.tuples(st.integers(0, 255), st.integers(0, 255)))
def test_the_same_number_of_visits_is_never_told_as_a_change(visits: int, keys: tuple[int, int]) -> None:
    before, now = (shown(Cell(visits, key)) for key in keys)

    assert change(now, before) in {Change.NOISE, Change.UNKNOWN}


@given(visits=st.integers(10, 2_000), keys=st.lists(st.integers(0, 255), min_size=3, max_size=3))
def test_one_visit_more_or_fewer_is_never_told_as_a_change(visits: int, keys: list[int]) -> None:
    fewer, same, more = (shown(Cell(visits + by, key)) for by, key in zip((-1, 0, 1), keys, strict=True))

    assert {change(same, fewer), change(more, same)} <= {Change.NOISE, Change.UNKNOWN}


def test_a_difference_of_a_hidden_figure_is_not_told() -> None:
    assert Comparison(figures(60), figures(SUPPRESSED)).difference(None, None) is None
    assert Comparison(figures(60), figures(40)).difference(None, None) == 20


@pytest.mark.parametrize(
    ("before", "now", "meaning", "by"),
    [
        (400, 500, Change.NOISE, 0),  # as many a week
        (400, 400, Change.DOWN, -100),
        (400, 600, Change.UP, 100),
        (400, 540, Change.NOISE, 40),
        (SUPPRESSED, 30, Change.NOISE, None),  # four weeks below 10 and the same a week in five
        (SUPPRESSED, 40, Change.UP, None),
        (40, SUPPRESSED, Change.DOWN, None),
    ],
)
def test_a_month_of_five_weeks_is_compared_with_one_of_four_by_the_week(
    before: Figure, now: Figure, meaning: Change, by: int | None
) -> None:
    five, four = (period_of(day, Span.MONTH) for day in (date(2026, 10, 15), date(2026, 9, 15)))

    found = Comparison(figures(now, five), figures(before, four))

    assert (five.weeks, four.weeks) == (5, 4)
    assert found.change(None, None) is meaning
    assert found.difference(None, None) == by


@given(
    a_week=st.integers(10, 500),
    keys=st.tuples(st.integers(0, 255), st.integers(0, 255)),
    weeks=st.sampled_from([(4, 5), (5, 4), (13, 14), (14, 13)]),
)
def test_as_many_visits_a_week_are_never_told_as_a_change(
    a_week: int, keys: tuple[int, int], weeks: tuple[int, int]
) -> None:
    before, now = (shown(Cell(a_week * number, key)) for number, key in zip(weeks, keys, strict=True))

    assert change(now, before, longer=weeks[1] / weeks[0]) is Change.NOISE


def test_a_difference_is_told_from_noise(sqlite_sessions: sessionmaker[Session]) -> None:
    numbers = {
        Need.CUCKOOING: (60, 120),
        Need.HOUSING: (60, 65),
        Need.SPIKING: (90, 30),
        Need.MISSING: (2, 2),
    }
    for need, both in numbers.items():
        store(sqlite_sessions, in_weeks(*both, need=need))
    roll_up(sqlite_sessions, at=LATE)
    second = replace(
        ASKED,
        first=ASKED.first + timedelta(weeks=1),
        last=ASKED.last + timedelta(weeks=1),
        columns=Breakdown.ALL,
    )

    with sqlite_sessions.begin() as session:
        found = compare(session, second, by="analyst-1", at=LATE)
        first = compare(session, replace(second, first=ASKED.first, last=ASKED.last), by="analyst-1", at=LATE)
        records = list(session.scalars(select(ReleaseRecord)))

    assert [found.change(need, None) for need in numbers] == [
        Change.UP,
        Change.NOISE,
        Change.DOWN,
        Change.UNKNOWN,
    ]
    assert found.difference(Need.CUCKOOING, None) == 60
    assert first.before is None
    assert {first.change(need, None) for need in numbers} == {Change.UNKNOWN}
    assert len(records) == 3  # each table that was given out, the one before included
