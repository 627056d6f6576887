"""Each process is killed while people talk: everybody gets an answer, nothing is lost or counted twice.

`python -m benchmarks.faults` does the same a hundred times and prints the figures.
"""

import time

import pytest
from sqlalchemy import func, select

from benchmarks.faults import NAMES, measure, tell
from tests.faults.people import Outcome, Person
from tests.faults.supervised import Supervised
from usage.log import SECONDS_BETWEEN_FLUSHES
from usage.model import UsageRow


pytestmark = [pytest.mark.model, pytest.mark.slow]
AT_MOST = 10.0  # seconds; the promise is three, a busy machine may add its own, a hang would last longer


def test_whichever_process_is_killed_nothing_is_lost_or_doubled_and_all_heals(watched: Supervised) -> None:
    figures = measure(watched, rounds=len(NAMES), people=2)

    told = tell(figures)
    assert figures.finished > 0, told
    assert (figures.lost, figures.doubled, figures.unfinished) == (0, 0, 0), told
    assert max(turn.seconds for turn in figures.turns) < AT_MOST, told
    assert not [turn for turn in figures.turns if turn.outcome is Outcome.FAILED], told
    for name in NAMES:
        assert f"The {name} process had stopped. It is started again." in watched.told


def test_what_was_noted_before_a_measurement_is_not_counted_in_it(watched: Supervised) -> None:
    assert Person(watched.system).find_services()

    watched.wait_for_noted()

    rows = _rows(watched)
    time.sleep(2 * SECONDS_BETWEEN_FLUSHES)
    assert _rows(watched) == rows


def _rows(watched: Supervised) -> int:
    with watched.system.sessions() as session:
        return session.scalar(select(func.count()).select_from(UsageRow)) or 0
