"""Another process holds the database's lock for ten seconds while people talk, on either database."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select

from directory.model import Report
from tests.faults.people import SENTENCE, Outcome, Person
from tests.faults.supervised import Supervised
from usage.model import UsageRow
from vocabulary.pathway import Step


pytestmark = [pytest.mark.model, pytest.mark.slow]
ROOT = Path(__file__).parents[2]
HELD = 10.0  # seconds: twice what either database waits for a lock before it refuses
AT_MOST = 10.0  # seconds for one answer; the promise is three, a busy machine may add its own
FLUSHES = 20


@contextmanager
def _locked(url: str, seconds: float) -> Iterator[None]:
    """Another process has every lock that there is to hold, for so many seconds."""
    words = [sys.executable, "-m", "tests.faults.locking", url, str(seconds)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "locked\n"
        yield
        assert process.wait(timeout=60) == 0


def _count(watched: Supervised) -> tuple[int, int]:
    """Contacts opened, and how often something was reported wrong."""
    opened = select(func.count()).where(UsageRow.step == Step.CONTACT_OPENED.value)
    with watched.system.sessions() as session:
        return session.scalar(opened) or 0, session.scalar(select(func.sum(Report.times))) or 0


def test_while_the_database_is_locked_people_are_answered_and_nothing_is_lost(either: Supervised) -> None:
    either.heal()
    shown, new = Person(either.system), Person(either.system)
    assert shown.find_services()
    before = _count(either)
    reported = []

    with _locked(either.system.settings.database_url, HELD):
        began = time.monotonic()
        noted = shown.open_contact()
        note_took = time.monotonic() - began
        while time.monotonic() - began < HELD / 2:
            new.open()
            new.type(SENTENCE)
            assert new.reply["messages"]
        reported.append(shown.report_wrong())
    either.heal()
    reported.append(shown.report_wrong())

    assert noted
    assert note_took < AT_MOST  # the spool takes it, whatever the database does
    assert max(turn.seconds for turn in new.turns) < AT_MOST
    assert {turn.outcome for turn in new.turns} <= {Outcome.ANSWERED, Outcome.FIXED_CARD}
    assert reported[-1]
    for _ in range(FLUSHES):
        after = _count(either)
        if after[0] > before[0]:
            break
        time.sleep(1)
    assert after == (before[0] + 1, before[1] + sum(reported))
    assert Person(either.system).find_services()
