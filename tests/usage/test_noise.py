"""The noise is the ONS's method: its own query, run on the same visits, gives the same figures."""

import random
import sqlite3
from collections import Counter
from collections.abc import Iterator

import pytest
from cell_key_perturbation.utils.perturbation_bigquery import build_perturbation_bigquery
from hypothesis import given
from hypothesis import strategies as st

from usage.disclosure import POLICY, SUPPRESSED, Figure, shown
from usage.noise import KEYS, NOBODY, Cell, noise, perturbation


NUMBERS = {"largest": POLICY.largest_noise, "threshold": POLICY.threshold, "base": POLICY.base}
ROWS_OF_P_TABLE = 750  # the ONS's method reuses the rows 501 to 750 for greater counts


@given(largest=st.integers(0, 20), count=st.integers(1, 2_000))
def test_noise_is_bounded_adds_up_to_nothing_and_every_value_is_about_as_frequent(
    largest: int, count: int
) -> None:
    found = [noise(count, key, largest=largest) for key in range(KEYS)]
    often = Counter(found)

    assert sum(found) == 0
    assert set(often) == set(range(-largest, largest + 1))
    assert max(often.values()) - min(often.values()) <= 2 * largest + 1


@given(count=st.integers(0, 2_000))
def test_the_key_of_nobody_has_no_noise(count: int) -> None:
    assert noise(count, NOBODY.key, largest=POLICY.largest_noise) == 0


@pytest.mark.parametrize("own", [0, 1, 2, 97, 128, 255])
def test_a_visit_more_changes_the_noise_without_a_pattern_whatever_its_own_key(own: int) -> None:
    largest = POLICY.largest_noise
    jumps = Counter(
        noise(count + 1, key + own, largest=largest) - noise(count, key, largest=largest)
        for count in range(10, 60)
        for key in range(1, KEYS)
    )

    assert len(jumps) > 3 * largest  # of the 4 * largest + 1 that there can be
    assert min(jumps) < 0 < max(jumps)
    assert max(jumps.values()) < 0.2 * jumps.total()  # by chance it would be a ninth


@given(
    one=st.builds(Cell, st.integers(0, 99), st.integers(0, 255)),
    other=st.builds(Cell, st.integers(0, 99), st.integers(0, 255)),
)
def test_cells_are_joined_in_any_order(one: Cell, other: Cell) -> None:
    assert one.joined(other) == other.joined(one)
    assert one.joined(NOBODY) == one


@pytest.mark.parametrize("count", range(POLICY.threshold))
def test_a_count_below_the_threshold_is_taken_away_as_a_whole(count: int) -> None:
    assert {count + perturbation(count, key, **NUMBERS) for key in range(KEYS)} == {0}


@given(count=st.integers(501, 750), key=st.integers(0, 255), times=st.integers(1, 20))
def test_the_rows_that_the_ons_reuses_are_the_same_for_greater_counts(
    count: int, key: int, times: int
) -> None:
    assert perturbation(count + 250 * times, key, **NUMBERS) == perturbation(count, key, **NUMBERS)


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    """Room for visits, and our noise as the ONS's p-table."""
    connection = sqlite3.connect(":memory:")
    connection.create_function("MOD", 2, lambda number, by: number % by)
    connection.execute("CREATE TABLE visits (need, area, record_key)")
    connection.execute("CREATE TABLE ptable (pcv, ckey, pvalue)")
    rows = (
        (count, key, perturbation(count, key, **NUMBERS))
        for count in range(1, ROWS_OF_P_TABLE + 1)
        for key in range(KEYS)
    )
    connection.executemany("INSERT INTO ptable VALUES (?, ?, ?)", rows)
    yield connection
    connection.close()


def ons_figures(database: sqlite3.Connection) -> dict[tuple[str, str], Figure]:
    """What the query of the ONS's package gives; only its spelling of a cast is SQLite's here."""
    query = build_perturbation_bigquery(
        "visits", "ptable", ["area"], ["need"], "record_key", POLICY.threshold
    )
    rows = database.execute(query.replace("SAFE_CAST", "CAST").replace("`", "")).fetchall()
    return {(area, need): SUPPRESSED if count is None else count for area, need, *_, count in rows}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_our_figures_are_those_of_the_ons_s_own_query(database: sqlite3.Connection, seed: int) -> None:
    drawn = random.Random(seed)
    sizes = [drawn.choice([0, 3, 9, 10, 11, 40, 700, 1_300]) for _ in range(12)]
    visits = [
        (f"need-{number % 4}", f"area-{number // 4}", drawn.randrange(KEYS))
        for number, size in enumerate(sizes)
        for _ in range(size)
    ]
    database.executemany("INSERT INTO visits VALUES (?, ?, ?)", visits)
    cells: dict[tuple[str, str], Cell] = {}
    for need, area, key in visits:
        cells[area, need] = cells.get((area, need), NOBODY).joined(Cell(1, key))

    theirs = ons_figures(database)

    assert len(theirs) >= len(cells) > 3
    assert theirs == {at: shown(cells.get(at, NOBODY)) for at in theirs}
