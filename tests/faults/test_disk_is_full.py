"""The disk of the spool, the log and the database is full while people talk, and then has room again."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, select

from directory.model import Report
from tests.faults.full_disk import mount_small, unmount, without_growth, without_room
from tests.faults.people import SENTENCE, Outcome, Person
from tests.faults.supervised import Supervised, supervised
from tests.running import running_system
from tests.talking import Conversation
from usage.model import UsageRow
from vocabulary.pathway import Step


pytestmark = [pytest.mark.model, pytest.mark.slow]
AT_MOST = 10.0  # seconds; the promise is three, a busy machine may add its own
FLUSHES = 20


@pytest.fixture
def on_small_disk(tmp_path: Path) -> Iterator[Supervised]:
    """A system whose home is a file system of its own."""
    home = tmp_path / "small"
    home.mkdir()
    if not mount_small(home):
        pytest.skip("This process may not mount a tmpfs; the limit of file sizes is tested instead.")
    try:
        with running_system(home) as system, supervised(system) as found:
            yield found
    finally:
        unmount(home)


def test_on_a_disk_without_room_people_are_answered_and_it_heals(on_small_disk: Supervised) -> None:
    _hold(on_small_disk, without_room(on_small_disk.system.settings.home))


def test_where_no_file_may_grow_people_are_answered_and_it_heals(watched: Supervised) -> None:
    watched.heal()
    _hold(watched, without_growth(watched.system))


def _hold(watched: Supervised, full: AbstractContextManager[None]) -> None:
    people = [Person(watched.system) for _ in range(3)]
    assert all(person.find_services() for person in people)
    opened, reported = partial(_opened, watched), partial(_reported, watched)
    were = opened(), reported()
    before, during, after = people
    assert before.open_contact()

    with full:
        new = Person(watched.system)
        turns = [new.open(), new.type(SENTENCE)]
        danger = Conversation(watched.system)
        danger.type("he is outside my door with a knife")
        during.open_contact()  # dropped and counted, or on the spool: never an error to the person
        taken = during.report_wrong()
    watched.heal()
    acknowledged = [taken, after.report_wrong()]

    assert after.open_contact()
    assert {turn.outcome for turn in turns} <= {Outcome.ANSWERED, Outcome.FIXED_CARD}
    assert max(turn.seconds for turn in turns) < AT_MOST
    assert danger.risk == "emergency"
    assert acknowledged[-1]
    assert reported() == were[1] + sum(acknowledged)
    _wait_until(lambda: opened() >= were[0] + 2)
    assert opened() <= were[0] + 3
    assert Person(watched.system).find_services()


def _wait_until(is_so: Callable[[], bool]) -> None:
    for _ in range(FLUSHES):
        if is_so():
            return
        time.sleep(1)
    raise AssertionError("An acknowledged event did not reach the database.")


def _opened(watched: Supervised) -> int:
    with watched.system.sessions() as session:
        return session.scalar(select(func.count()).where(UsageRow.step == Step.CONTACT_OPENED.value)) or 0


def _reported(watched: Supervised) -> int:
    with watched.system.sessions() as session:
        return session.scalar(select(func.sum(Report.times))) or 0
