"""The daily job is done once a day, beside the watch, and its failure stops nothing."""

import threading
from datetime import date, timedelta

import pytest

from signpost.daily import Daily
from signpost.steps import StepFailed


TODAY = date(2026, 11, 23)
TOMORROW = TODAY + timedelta(days=1)


class Job:
    """A job that counts its turns, and waits or fails when it is told to."""

    def __init__(self) -> None:
        self.done = 0
        self.told: list[str] = []
        self.fails = False
        self.may_end = threading.Event()
        self.may_end.set()

    def __call__(self) -> None:
        self.may_end.wait(10)
        self.done += 1
        if self.fails:
            raise StepFailed("The disk is full.")


@pytest.fixture
def job() -> Job:
    return Job()


@pytest.fixture
def daily(job: Job) -> Daily:
    return Daily(job, done_on=TODAY, tell=job.told.append)


def _look(daily: Daily, today: date) -> None:
    daily.look(today)
    daily._background.join(10)


def test_the_job_waits_for_a_new_day(daily: Daily, job: Job) -> None:
    _look(daily, TODAY)

    assert job.done == 0


def test_the_job_is_done_once_on_a_new_day_however_often_one_looks(daily: Daily, job: Job) -> None:
    for _ in range(3):
        _look(daily, TOMORROW)

    assert job.done == 1


def test_the_job_does_not_hold_up_the_watch_and_is_not_begun_twice(daily: Daily, job: Job) -> None:
    job.may_end.clear()
    daily.look(TOMORROW)
    was_working = daily.is_working
    daily.look(TOMORROW + timedelta(days=1))
    job.may_end.set()
    _look(daily, TOMORROW)

    assert was_working
    assert job.done == 1


def test_a_failure_is_told_and_the_next_day_tries_again(daily: Daily, job: Job) -> None:
    job.fails = True
    _look(daily, TOMORROW)
    job.fails = False
    _look(daily, TOMORROW + timedelta(days=1))

    assert job.told == ["The disk is full."]
    assert job.done == 2
