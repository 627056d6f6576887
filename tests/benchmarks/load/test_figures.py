"""The arithmetic of a load."""

import math

import pytest

from benchmarks.load.figures import (
    LATE,
    LOST,
    GeneratorWasLate,
    Sample,
    check_was_on_time,
    failures,
    greatest_rate,
    lateness,
    percentile,
    price_of,
    slope,
)


def a_sample(
    *, intended: float = 0.0, waited: float = 0.0, late: float = 0.0, answer: float = 0.1, failure: str = ""
) -> Sample:
    sent = intended + waited + late
    return Sample(intended, intended + waited, sent, sent + answer, "typed", failure)


def test_a_turn_that_waited_for_the_answer_before_it_took_as_long_as_the_person_waited() -> None:
    assert a_sample(intended=5, waited=2, answer=0.1).took == pytest.approx(2.1)


def test_a_failed_turn_takes_for_ever() -> None:
    assert a_sample(answer=0.001, failure="status 500").took == math.inf


@pytest.mark.parametrize(("share", "value"), [(0.5, 10), (0.95, 19), (0.951, 20), (1, 20), (0, 1)])
def test_a_percentile_is_one_of_the_values(share: float, value: float) -> None:
    assert percentile([float(number) for number in range(20, 0, -1)], share) == value


def test_nothing_has_no_percentile() -> None:
    with pytest.raises(ValueError, match="nothing"):
        percentile([], 0.95)


def test_failures_are_counted_by_why() -> None:
    samples = [a_sample(), *[a_sample(failure="status 500")] * 2, a_sample(failure=LOST)]

    assert failures(samples) == {"status 500": 2, LOST: 1}


def test_the_system_being_slow_is_not_the_generator_being_late() -> None:
    assert lateness([a_sample(waited=3, late=0.004, answer=2)], [0.001]) == pytest.approx(0.004)


def test_a_turn_that_was_never_sent_says_nothing_of_the_generator() -> None:
    samples = [a_sample(late=0.05), *[a_sample(failure=LOST)] * 1000]

    assert lateness(samples, []) == pytest.approx(0.05)


def test_a_clock_that_comes_back_late_makes_the_generator_late() -> None:
    assert lateness([a_sample()] * 1000, [0.0] * 97 + [0.5] * 3) == pytest.approx(0.5)


def test_a_late_generator_is_refused_and_one_within_its_limit_is_not() -> None:
    check_was_on_time(LATE)
    with pytest.raises(GeneratorWasLate, match="21 ms late at p99; its limit is 20 ms"):
        check_was_on_time(LATE + 0.001)


@pytest.mark.parametrize("capacity", [1.0, 3.7, 16.0, 16.1, 900.0])
def test_the_greatest_rate_is_found_from_below_within_a_tenth(capacity: float) -> None:
    tried: list[float] = []

    def meets(rate: float) -> bool:
        tried.append(rate)
        return rate <= capacity

    found = greatest_rate(meets, lowest=1, highest=2000)

    assert found is not None
    assert capacity / 1.1 <= found <= capacity
    assert found in tried
    assert len(tried) <= 16


def test_a_system_that_misses_at_the_lowest_rate_has_none() -> None:
    assert greatest_rate(lambda rate: rate < 1, lowest=1, highest=2000) is None


def test_a_system_that_bears_everything_is_told_the_highest_that_was_tried() -> None:
    assert greatest_rate(lambda rate: True, lowest=1, highest=100) == 100


def test_a_slope_is_that_of_the_line_with_the_error_of_what_lies_beside_it() -> None:
    straight = slope([(x, 3 + 2.5 * x) for x in range(10)])
    scattered = slope([(0, 1), (1, 0), (2, 3), (3, 2)])

    assert (straight.rise, straight.error) == pytest.approx((2.5, 0))
    # By hand: spread 5, covariance 3; residuals 0.4, -1.2, 1.2, -0.4, whose squares total 3.2.
    assert (scattered.rise, scattered.error) == pytest.approx((0.6, math.sqrt(0.32)))


def test_two_points_have_no_slope_with_an_error() -> None:
    with pytest.raises(ValueError, match="three points"):
        slope([(0, 1), (1, 2)])


def test_an_hour_of_one_core_costs_its_price() -> None:
    assert price_of(1800, core_hour=0.04) == pytest.approx(0.02)
