"""What the supervisor does again and again."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from signpost.regularly import Regularly
from signpost.steps import StepFailed


NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def _done(work: Regularly) -> None:
    assert work._background._worker is not None
    work._background.join(10)
    assert not work.is_working


def _regularly(job: Callable[[], None], told: list[str] | None = None) -> Regularly:
    return Regularly(job, every=MINUTE, tell=(told if told is not None else []).append)


def test_the_job_is_done_at_the_first_look_and_then_once_an_interval() -> None:
    done: list[int] = []
    work = _regularly(lambda: done.append(1))

    for moment in (NOON, NOON + MINUTE / 2, NOON + MINUTE, NOON + MINUTE * 1.5, NOON + 2 * MINUTE):
        work.look(moment)
        _done(work)

    assert len(done) == 3


def test_a_clock_that_is_set_back_by_a_day_holds_the_job_up_no_longer_than_its_interval() -> None:
    done: list[int] = []
    work = _regularly(lambda: done.append(1))
    yesterday = NOON - timedelta(days=1)

    for moment in (NOON, yesterday, yesterday + MINUTE / 2, yesterday + MINUTE):
        work.look(moment)
        _done(work)

    assert len(done) == 3


def test_a_slow_job_is_not_begun_twice() -> None:
    go, begun = threading.Event(), []

    def wait() -> None:
        begun.append(1)
        assert go.wait(10)

    work = _regularly(wait)
    work.look(NOON)
    work.look(NOON + MINUTE)
    go.set()
    _done(work)

    assert begun == [1]


def test_a_failure_is_told_once_until_it_works_again_and_the_job_goes_on() -> None:
    told: list[str] = []
    faults = iter(["full", "full", None, "full"])

    def fail() -> None:
        fault = next(faults)
        if fault:
            raise StepFailed(fault)

    work = _regularly(fail, told)
    for minute in range(4):
        work.look(NOON + minute * MINUTE)
        _done(work)

    assert told == ["full", "full"]
