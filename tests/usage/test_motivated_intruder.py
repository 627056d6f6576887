"""Nobody who subtracts what is released singles out a visit more often than chance would."""

from random import Random

import pytest

from benchmarks.intruder import POLICIES, Rate, attack
from tests.usage.motivated_intruder import MONTHS, TARGET, TOGETHER, WEEKS, Intruder, made_up, sums
from usage.disclosure import POLICY


POPULATIONS = 120
UNPROTECTED, ROUNDED, RELEASED = POLICIES.values()


@pytest.mark.slow
def test_the_intruder_learns_nothing_from_what_is_released_that_chance_does_not_give() -> None:
    found = attack(RELEASED, populations=POPULATIONS)

    assert RELEASED == POLICY
    assert found.proved == 0
    assert found.claims.tries == POPULATIONS
    assert found.target.tries > 0
    assert found.practised.tries > 0
    assert found.claims.is_chance, found.claims
    assert found.target.is_chance, found.target
    assert found.practised.is_chance, found.practised


@pytest.mark.slow
def test_the_same_attack_works_where_nothing_is_protected() -> None:
    found = attack(UNPROTECTED, populations=POPULATIONS)

    assert found.proved > POPULATIONS
    assert found.claims.share > 0.9
    assert found.target.share > 0.9
    assert not found.practised.is_chance, found.practised


@pytest.mark.slow
def test_rounding_alone_would_not_do() -> None:
    found = attack(ROUNDED, populations=POPULATIONS)

    assert not (found.claims.is_chance and found.target.is_chance and found.practised.is_chance)


def test_asking_again_and_asking_otherwise_gives_the_same_figures() -> None:
    population = made_up(Random(3))

    assert Intruder(population, POLICY).shown == Intruder(population, POLICY).shown


def test_every_sum_that_the_intruder_uses_is_true() -> None:
    cells = made_up(Random(4)).cells

    for parent, children in sums():
        assert cells[parent].visits == sum(cells[child].visits for child in children)


def test_the_intruder_sums_over_every_breakdown_and_over_dates() -> None:
    added = {each for parent, parts in sums() for each in {*parts[0].cube} - {*parent.cube}}

    assert added == set(TARGET)
    dates = {(parent.period, len(parts)) for parent, parts in sums() if parts[0].cube == parent.cube}
    assert dates == {(TOGETHER, WEEKS), (TOGETHER, len(MONTHS)), (WEEKS, 2), (WEEKS + 1, 2)}


@pytest.mark.parametrize(("hits", "is_chance"), [(50, True), (57, True), (60, False)])
def test_a_rate_is_chance_within_what_chance_gives_in_nineteen_of_twenty_tests(
    hits: int, is_chance: bool
) -> None:
    assert Rate(hits, 100, 0.5).is_chance is is_chance
