"""Where noise is off, what would give a hidden count away by subtraction is withheld."""

from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.usage.factories import a_table
from tests.usage.intruder import Intruder
from tests.usage.shapes import COUNTS, tables
from usage.disclosure import (
    POLICY,
    SUPPRESSED,
    WITHHELD,
    Hidden,
    MixedTraffic,
    RawTable,
    ReleasedTable,
    protect,
    rounded,
)
from usage.noise import Cell
from usage.subtraction import TOTAL
from vocabulary.pathway import Traffic


GRAND = (TOTAL, TOTAL)
protect_without_noise = partial(protect, policy=replace(POLICY, largest_noise=0))


def test_a_lone_hidden_figure_gets_company_in_its_row_and_column() -> None:
    released = protect_without_noise(a_table([[4, 30, 40], [50, 60, 70], [80, 90, 95]])).figures

    assert released[0, 0] is SUPPRESSED
    assert WITHHELD in [released[0, 1], released[0, 2], released[0, TOTAL]]
    assert WITHHELD in [released[1, 0], released[2, 0], released[TOTAL, 0]]


def test_a_lone_hidden_figure_of_a_list_gets_company_too() -> None:
    counts = {(0, TOTAL): 4, (1, TOTAL): 30, (2, TOTAL): 40, GRAND: 74}
    cells = {entry: Cell(count, 0) for entry, count in counts.items()}

    released = protect_without_noise(replace(a_table([[0]]), rows=("a", "b", "c"), columns=(), cells=cells))

    assert [released.figure(row, None) for row in ("a", "b", "c", None)] == [SUPPRESSED, WITHHELD, 40, 75]


def test_small_inner_figures_are_withheld_before_totals() -> None:
    released = protect_without_noise(a_table([[4, 30, 40], [50, 60, 70], [80, 90, 95]])).figures

    assert {entry for entry, figure in released.items() if figure is WITHHELD} == {(0, 1), (1, 0), (1, 1)}


def test_a_table_without_small_counts_withholds_nothing() -> None:
    released = protect_without_noise(a_table([[20, 30], [40, 55]]))

    assert released.hidden_share == 0


def test_a_row_of_nobody_costs_no_other_figure() -> None:
    released = protect_without_noise(a_table([[0, 0, 0], [50, 60, 70], [80, 90, 95]])).figures

    assert [entry for entry, figure in released.items() if figure is WITHHELD] == []


@settings(deadline=None, max_examples=200)
@given(inner=tables())
def test_every_count_below_the_threshold_and_no_other_is_said_to_be(inner: list[list[int]]) -> None:
    raw = a_table(inner)

    for entry, figure in protect_without_noise(raw).figures.items():
        assert (figure is SUPPRESSED) == (raw.counts[entry] < POLICY.threshold)
        assert isinstance(figure, Hidden) or figure == rounded(raw.counts[entry])


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@pytest.mark.parametrize("knows_exactly", [True, False])
@given(inner=tables(most=3))
def test_margins_cannot_be_subtracted(inner: list[list[int]], knows_exactly: bool) -> None:
    raw = a_table(inner)
    released = protect_without_noise(raw).figures
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

    released = protect_without_noise(a_table(inner, totals=fewer)).figures

    for entry, figure in released.items():
        count = fewer.get(entry, whole.counts[entry])
        assert (figure is SUPPRESSED) == (count < POLICY.threshold)


@settings(deadline=None, max_examples=50)
@given(inner=tables())
def test_the_same_table_is_always_released_the_same(inner: list[list[int]]) -> None:
    assert protect_without_noise(a_table(inner)) == protect_without_noise(a_table(inner))


def _quarter(*weeks: list[list[int]]) -> tuple[RawTable, list[tuple[RawTable, ReleasedTable]]]:
    raws = [a_table(week) for week in weeks]
    rows, columns = range(len(weeks[0])), range(len(weeks[0][0]))
    whole = a_table([[sum(week[r][c] for week in weeks) for c in columns] for r in rows])
    return whole, [(raw, protect_without_noise(raw)) for raw in raws]


def test_a_quarter_is_withheld_where_its_shown_weeks_would_give_a_hidden_one_away() -> None:
    few, many = [[4, 30], [30, 30]], [[40, 40], [40, 40]]
    whole, parts = _quarter(few, many, many)

    released = protect_without_noise(whole, parts=parts).figures

    assert released[0, 0] is WITHHELD  # less 40 and 40, it would be 4


def test_a_quarter_of_weeks_that_hide_nothing_is_shown() -> None:
    many = [[40, 40], [40, 40]]
    whole, parts = _quarter(many, many)

    assert protect_without_noise(whole, parts=parts).hidden_share == 0


def test_a_quarter_is_shown_where_many_weeks_are_hidden_behind_it() -> None:
    whole, parts = _quarter(*[[[3, 4], [4, 2]]] * 13)

    assert protect_without_noise(whole, parts=parts).figures == {
        (0, 0): 40,
        **dict.fromkeys([(0, 1), (1, 0)], 50),
        (1, 1): 25,
        **dict.fromkeys([(0, TOTAL), (TOTAL, 0)], 90),
        **dict.fromkeys([(1, TOTAL), (TOTAL, 1)], 80),
        GRAND: 170,
    }


def test_a_quarter_that_nothing_could_protect_is_withheld_as_a_whole() -> None:
    whole, parts = _quarter([[11, 8], [3, 1]], [[4, 3], [9, 2]])

    figures = protect_without_noise(whole, parts=parts).figures

    assert set(figures.values()) == {WITHHELD}


@pytest.mark.parametrize("kind", [Traffic.TEST, Traffic.DEMO])
def test_a_quarter_with_a_week_of_other_traffic_is_refused(kind: Traffic) -> None:
    other = a_table([[40]], traffic=frozenset({kind}))
    mixed = replace(other, traffic=frozenset({kind, Traffic.REAL}))

    with pytest.raises(MixedTraffic):
        protect_without_noise(
            a_table([[40]]),
            parts=[(mixed, protect_without_noise(other))],
        )


@pytest.mark.slow
@pytest.mark.parametrize("knows_exactly", [True, False])
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_quarter_and_its_weeks_cannot_be_subtracted(data: Any, knows_exactly: bool) -> None:
    rows, columns, weeks = (data.draw(st.integers(2, 3)) for _ in range(3))
    row = st.lists(COUNTS, min_size=columns, max_size=columns)
    whole, parts = _quarter(*(data.draw(st.lists(row, min_size=rows, max_size=rows)) for _ in range(weeks)))
    longer = protect_without_noise(whole, parts=parts).figures
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
