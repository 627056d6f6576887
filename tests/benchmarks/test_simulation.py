"""The simulated queue agrees with what queueing theory says of it."""

import numpy as np
import pytest

from benchmarks.load.simulation import fewest, simulate


STEADY = [0.02]  # seconds: every turn takes as long


@pytest.mark.parametrize("busy", [0.3, 0.6, 0.8])
def test_one_engine_waits_as_pollaczek_and_khinchine_have_it(busy: float) -> None:
    """The mean wait of a queue with Poisson arrivals: half of rate × E[service²] / (1 - busy)."""
    random = np.random.default_rng(7)
    served = list(random.lognormal(np.log(0.02), 0.5, 2000))
    mean, square = float(np.mean(served)), float(np.mean(np.square(served)))
    rate = busy / mean

    seen = np.mean([simulate(served, rate=rate, engines=1, minutes=60, seed=each).mean for each in range(4)])

    assert seen == pytest.approx(mean + rate * square / 2 / (1 - busy), rel=0.1)


def test_with_nobody_else_there_a_turn_takes_its_own_time() -> None:
    waits = simulate(STEADY, rate=0.01, engines=1, minutes=600)

    assert waits.p95 == pytest.approx(0.02, rel=1e-6)


def test_turns_are_served_in_order_and_one_at_a_time() -> None:
    """At the edge of what an engine bears, half of the turns wait for others."""
    alone, crowded = (simulate(STEADY, rate=rate, engines=1) for rate in (1, 45))

    assert alone.p50 == pytest.approx(0.02)
    assert crowded.p50 > 0.04
    assert crowded.busy == pytest.approx(0.9)


def test_more_engines_share_the_turns() -> None:
    one, four = simulate(STEADY, rate=40, engines=1), simulate(STEADY, rate=160, engines=4)

    assert four.busy == one.busy
    assert four.p95 == pytest.approx(one.p95, rel=0.1)


def test_the_fewest_engines_are_enough_and_one_less_is_not() -> None:
    engines = fewest(STEADY, rate=250, limit=0.1)

    assert simulate(STEADY, rate=250, engines=engines).p95 <= 0.1
    before = simulate(STEADY, rate=250, engines=engines - 1)
    assert before.busy >= 1 or before.p95 > 0.1
