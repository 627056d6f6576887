"""A difference that noise, rounding and chance can make by themselves is told as such."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

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
from usage.periods import Span, period_of
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


def figures(value: Figure) -> ReleasedTable:
    """A table of one total."""
    return ReleasedTable((), (), {(TOTAL, TOTAL): value}, WEEK, Traffic.REAL)


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
