"""What is released gives no visit away: few are hidden, the rest have noise that never varies."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.usage.factories import WEEK, a_table
from tests.usage.shapes import tables
from usage.disclosure import (
    POLICY,
    SUPPRESSED,
    DisclosurePolicy,
    Hidden,
    MixedTraffic,
    RawTable,
    ReleasedTable,
    protect,
    shown,
)
from usage.noise import Cell
from usage.subtraction import TOTAL, Entry
from vocabulary.pathway import Traffic


GRAND = (TOTAL, TOTAL)
CELLS = st.builds(Cell, st.integers(0, 2_000), st.integers(0, 255))


def with_keys(raw: RawTable, keys: list[int]) -> RawTable:
    """The table with these cell keys, over and over."""
    entries: list[Entry] = sorted(raw.cells)
    cells = {entry: Cell(raw.cells[entry].visits, keys[at % len(keys)]) for at, entry in enumerate(entries)}
    return replace(raw, cells=cells)


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, SUPPRESSED), (1, SUPPRESSED), (9, SUPPRESSED), (10, 10), (12, 10), (13, 15), (17, 15), (18, 20)],
)
def test_a_count_below_ten_is_suppressed_and_others_are_rounded_to_five(count: int, shown: object) -> None:
    released = protect(a_table([[count, 100], [100, 100]], totals={GRAND: 300 + count}))

    assert released.figures[0, 0] == shown


def test_the_policy_is_the_one_that_was_ruled() -> None:
    assert DisclosurePolicy(threshold=10, base=5, largest_noise=6, possible_values=5, delay_weeks=1) == POLICY


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


@settings(deadline=None, max_examples=200)
@given(inner=tables(), keys=st.lists(st.integers(0, 255), min_size=1))
def test_no_released_number_is_below_the_threshold_or_off_the_base(
    inner: list[list[int]], keys: list[int]
) -> None:
    figures = protect(with_keys(a_table(inner), keys)).figures.values()
    numbers = [figure for figure in figures if isinstance(figure, int)]

    assert all(number >= POLICY.threshold and number % POLICY.base == 0 for number in numbers)


@given(cell=CELLS)
def test_a_count_below_the_threshold_is_always_hidden_whatever_its_noise(cell: Cell) -> None:
    assert shown(cell) is SUPPRESSED or cell.visits >= POLICY.threshold


@given(cell=CELLS)
def test_a_figure_is_off_by_no_more_than_the_policy_says(cell: Cell) -> None:
    figure = shown(cell)

    if figure is SUPPRESSED:
        assert cell.visits < POLICY.threshold + POLICY.largest_error
    else:
        assert isinstance(figure, int)
        assert abs(figure - cell.visits) <= POLICY.largest_error


@given(cell=CELLS, other=CELLS)
def test_the_same_cell_has_the_same_figure_in_every_table(cell: Cell, other: Cell) -> None:
    alone = RawTable((), (), {GRAND: cell}, WEEK, frozenset({Traffic.REAL}))
    among = RawTable(("a",), (), {(0, TOTAL): cell, GRAND: other}, WEEK, frozenset({Traffic.REAL}))

    assert protect(alone).figures[GRAND] == protect(among).figures[0, TOTAL]


@given(visits=st.integers(40, 500), key=st.integers(0, 255))
def test_one_visit_more_can_turn_a_figure_up_or_down(visits: int, key: int) -> None:
    before = shown(Cell(visits, key))
    after = {shown(Cell(visits + 1, (key + own) % 256)) for own in range(256)}

    assert isinstance(before, int)
    numbers = [figure for figure in after if isinstance(figure, int)]
    assert min(numbers) <= visits <= max(numbers)
    assert len(numbers) >= 2


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
    assert protect(a_table([[1, 100], [100, 1]])).hidden_share == 0.5
    assert ReleasedTable((), (), {}, WEEK, Traffic.REAL).hidden_share == 0.0
