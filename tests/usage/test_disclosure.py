"""What is released gives no visit away, whoever subtracts."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.usage.factories import WEEK, a_table
from tests.usage.intruder import Intruder
from usage.disclosure import (
    POLICY,
    SUPPRESSED,
    WITHHELD,
    DisclosurePolicy,
    Hidden,
    MixedTraffic,
    RawTable,
    ReleasedTable,
    protect,
    rounded,
)
from usage.subtraction import TOTAL
from vocabulary.pathway import Traffic


COUNTS = st.one_of(st.integers(0, 14), st.integers(0, 60))
GRAND = (TOTAL, TOTAL)


def tables(least: int = 2, most: int = 4) -> st.SearchStrategy[list[list[int]]]:
    """Inner counts of small tables, where subtraction is easiest."""
    size = st.integers(least, most)
    return st.tuples(size, size).flatmap(
        lambda shape: st.lists(
            st.lists(COUNTS, min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]
        )
    )


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, SUPPRESSED), (1, SUPPRESSED), (9, SUPPRESSED), (10, 10), (12, 10), (13, 15), (17, 15), (18, 20)],
)
def test_a_count_below_ten_is_suppressed_and_others_are_rounded_to_five(count: int, shown: object) -> None:
    released = protect(a_table([[count, 100], [100, 100]], totals={GRAND: 300 + count}))

    assert released.figures[0, 0] == shown


def test_the_policy_is_the_one_that_was_ruled() -> None:
    assert DisclosurePolicy(threshold=10, base=5, possible_values=5, delay_weeks=1) == POLICY


def test_hidden_is_neither_zero_nor_a_number() -> None:
    assert not any(isinstance(mark, int) for mark in Hidden)
    assert SUPPRESSED != 0


def test_raw_and_released_tables_are_different_types() -> None:
    raw = a_table([[20, 20], [20, 20]])

    assert not isinstance(raw, ReleasedTable)
    assert not isinstance(protect(raw), RawTable)


@pytest.mark.parametrize("kinds", [{Traffic.REAL, Traffic.TEST}, {Traffic.REAL, Traffic.DEMO}, set()])
def test_a_mixture_of_traffic_is_refused(kinds: set[Traffic]) -> None:
    with pytest.raises(MixedTraffic):
        protect(a_table([[20]], traffic=frozenset(kinds)))


def test_a_lone_hidden_figure_gets_company_in_its_row_and_column() -> None:
    released = protect(a_table([[4, 30, 40], [50, 60, 70], [80, 90, 95]])).figures

    assert released[0, 0] is SUPPRESSED
    assert WITHHELD in [released[0, 1], released[0, 2], released[0, TOTAL]]
    assert WITHHELD in [released[1, 0], released[2, 0], released[TOTAL, 0]]


def test_small_inner_figures_are_withheld_before_totals() -> None:
    released = protect(a_table([[4, 30, 40], [50, 60, 70], [80, 90, 95]])).figures

    assert {entry for entry, figure in released.items() if figure is WITHHELD} == {(0, 1), (1, 0), (1, 1)}


def test_a_table_without_small_counts_withholds_nothing() -> None:
    released = protect(a_table([[20, 30], [40, 55]]))

    assert released.hidden_share == 0


def test_a_row_of_nobody_costs_no_other_figure() -> None:
    released = protect(a_table([[0, 0, 0], [50, 60, 70], [80, 90, 95]])).figures

    assert [entry for entry, figure in released.items() if figure is WITHHELD] == []


@settings(deadline=None, max_examples=200)
@given(inner=tables())
def test_no_released_number_is_below_the_threshold_or_off_the_base(inner: list[list[int]]) -> None:
    numbers = [figure for figure in protect(a_table(inner)).figures.values() if isinstance(figure, int)]

    assert all(number >= POLICY.threshold and number % POLICY.base == 0 for number in numbers)


@settings(deadline=None, max_examples=200)
@given(inner=tables())
def test_every_count_below_the_threshold_and_no_other_is_said_to_be(inner: list[list[int]]) -> None:
    raw = a_table(inner)

    for entry, figure in protect(raw).figures.items():
        assert (figure is SUPPRESSED) == (raw.counts[entry] < POLICY.threshold)
        assert isinstance(figure, Hidden) or figure == rounded(raw.counts[entry])


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.parametrize("knows_exactly", [True, False])
@given(inner=tables(most=3))
def test_margins_cannot_be_subtracted(inner: list[list[int]], knows_exactly: bool) -> None:
    raw = a_table(inner)
    released = protect(raw).figures
    intruder = Intruder(len(inner), len(inner[0]), knows_exactly=knows_exactly)
    intruder.read(released, raw.counts, [0])

    for entry, count in raw.counts.items():
        if released[entry] is SUPPRESSED and count > 0:
            assert intruder.possible_values(entry) >= POLICY.possible_values, (entry, count)


@settings(deadline=None, max_examples=100)
@given(inner=tables(), less=st.integers(0, 5))
def test_visits_with_two_needs_change_nothing_in_the_protection(inner: list[list[int]], less: int) -> None:
    whole = a_table(inner)
    largest = max(max(row) for row in inner)
    fewer = {entry: max(count - less, largest) for entry, count in whole.counts.items() if TOTAL in entry}

    released = protect(a_table(inner, totals=fewer)).figures

    for entry, figure in released.items():
        count = fewer.get(entry, whole.counts[entry])
        assert (figure is SUPPRESSED) == (count < POLICY.threshold)


@settings(deadline=None, max_examples=50)
@given(inner=tables())
def test_the_same_table_is_always_released_the_same(inner: list[list[int]]) -> None:
    assert protect(a_table(inner)) == protect(a_table(inner))


@settings(deadline=None, max_examples=50)
@given(inner=tables(), data=st.data())
def test_a_part_shows_the_same_figures_as_the_whole(inner: list[list[int]], data: Any) -> None:
    whole = protect(a_table(inner))
    rows = data.draw(st.lists(st.sampled_from(whole.rows), unique=True, min_size=1))
    columns = data.draw(st.lists(st.sampled_from(whole.columns), unique=True, min_size=1))

    part = whole.part(rows=rows, columns=columns)

    for row in [*rows, None]:
        for column in [*columns, None]:
            assert part.figure(row, column) == whole.figure(row, column)


def test_the_hidden_share_leaves_totals_out() -> None:
    assert protect(a_table([[1, 100], [100, 1]])).hidden_share == 1.0
    assert ReleasedTable((), (), {}, WEEK, Traffic.REAL).hidden_share == 0.0


def _quarter(*weeks: list[list[int]]) -> tuple[RawTable, list[tuple[RawTable, ReleasedTable]]]:
    raws = [a_table(week) for week in weeks]
    rows, columns = range(len(weeks[0])), range(len(weeks[0][0]))
    whole = a_table([[sum(week[r][c] for week in weeks) for c in columns] for r in rows])
    return whole, [(raw, protect(raw)) for raw in raws]


def test_a_quarter_is_withheld_where_its_shown_weeks_would_give_a_hidden_one_away() -> None:
    few, many = [[4, 30], [30, 30]], [[40, 40], [40, 40]]
    whole, parts = _quarter(few, many, many)

    released = protect(whole, parts=parts).figures

    assert released[0, 0] is WITHHELD  # less 40 and 40, it would be 4


def test_a_quarter_of_weeks_that_hide_nothing_is_shown() -> None:
    many = [[40, 40], [40, 40]]
    whole, parts = _quarter(many, many)

    assert protect(whole, parts=parts).hidden_share == 0


def test_a_quarter_is_shown_where_many_weeks_are_hidden_behind_it() -> None:
    whole, parts = _quarter(*[[[3, 4], [4, 2]]] * 13)

    assert protect(whole, parts=parts).figures == {
        (0, 0): 40,
        **dict.fromkeys([(0, 1), (1, 0)], 50),
        (1, 1): 25,
        **dict.fromkeys([(0, TOTAL), (TOTAL, 0)], 90),
        **dict.fromkeys([(1, TOTAL), (TOTAL, 1)], 80),
        GRAND: 170,
    }


def test_a_quarter_that_nothing_could_protect_is_withheld_as_a_whole() -> None:
    whole, parts = _quarter([[11, 8], [3, 1]], [[4, 3], [9, 2]])

    figures = protect(whole, parts=parts).figures

    assert set(figures.values()) == {WITHHELD}


@pytest.mark.parametrize("kind", [Traffic.TEST, Traffic.DEMO])
def test_a_quarter_with_a_week_of_other_traffic_is_refused(kind: Traffic) -> None:
    other = a_table([[40]], traffic=frozenset({kind}))

    with pytest.raises(MixedTraffic):
        protect(
            a_table([[40]]),
            parts=[(replace(other, traffic=frozenset({*other.traffic, Traffic.REAL})), protect(other))],
        )


@pytest.mark.slow
@pytest.mark.parametrize("knows_exactly", [True, False])
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_quarter_and_its_weeks_cannot_be_subtracted(data: Any, knows_exactly: bool) -> None:
    rows, columns, weeks = (data.draw(st.integers(2, 3)) for _ in range(3))
    row = st.lists(COUNTS, min_size=columns, max_size=columns)
    whole, parts = _quarter(*(data.draw(st.lists(row, min_size=rows, max_size=rows)) for _ in range(weeks)))
    longer = protect(whole, parts=parts).figures
    intruder = Intruder(rows, columns, weeks, knows_exactly)
    if set(longer.values()) != {WITHHELD}:
        intruder.read(longer, whole.counts, range(weeks))
    for week, (raw, shown) in enumerate(parts):
        intruder.read(shown.figures, raw.counts, [week])

    tables = [([week], raw.counts, shown.figures) for week, (raw, shown) in enumerate(parts)]
    for among, counts, figures in [*tables, (range(weeks), whole.counts, longer)]:
        for entry, figure in figures.items():
            if figure is SUPPRESSED and counts[entry] > 0:
                assert intruder.possible_values(entry, among) >= POLICY.possible_values, (among, entry)
