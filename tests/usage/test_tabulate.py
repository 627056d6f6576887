"""Stored tables are read back as they were, and added up over weeks."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session, sessionmaker

from tests.usage.factories import ASKED, LATE, an_event, in_weeks, later_week, store
from usage.breakdowns import AREAS, NEEDS, Breakdown
from usage.noise import Cell
from usage.roll_up import roll_up
from usage.subtraction import TOTAL
from usage.tabulate import from_body, raw_table, rolled_weeks, to_body
from vocabulary.needs import Need
from vocabulary.pathway import Traffic


CELLS = st.builds(Cell, st.integers(1, 10**6), st.integers(0, 255))
VALUES = st.tuples(st.sampled_from(NEEDS), st.sampled_from(AREAS))


@given(table=st.dictionaries(VALUES, CELLS))
def test_a_table_survives_being_stored(table: dict[tuple[str, ...], Cell]) -> None:
    assert from_body(to_body(table)) == table


def test_a_stored_table_is_the_same_text_in_whatever_order_it_was_counted() -> None:
    cells = {(need,): Cell(1, 2) for need in NEEDS}

    assert to_body(cells) == to_body(dict(reversed(cells.items())))


def test_weeks_are_added_up_counts_and_keys(sessions: sessionmaker[Session]) -> None:
    store(sessions, in_weeks(12, 30))
    roll_up(sessions, at=LATE)
    both = replace(later_week(1), first=ASKED.first, columns=Breakdown.WEEK)

    with sessions() as session:
        raw = raw_table(session, both)

    row = NEEDS.index(Need.CUCKOOING)
    assert [raw.cells[row, column].visits for column in (0, 1, TOTAL)] == [12, 30, 42]


def test_a_table_has_every_figure_of_its_closed_lists(sqlite_sessions: sessionmaker[Session]) -> None:
    store(sqlite_sessions, [an_event()])
    roll_up(sqlite_sessions, at=LATE)

    with sqlite_sessions() as session:
        raw = raw_table(session, ASKED)

    assert len(raw.cells) == (len(NEEDS) + 1) * (len(AREAS) + 1)
    assert raw.counts[TOTAL, TOTAL] == 1


def test_no_week_is_rolled_up_before_the_first(sqlite_sessions: sessionmaker[Session]) -> None:
    with sqlite_sessions() as session:
        assert rolled_weeks(session, Traffic.REAL) is None
