"""The newest step of the schema is taken back and made again while people talk, on either database.

The code that serves knows the newest schema alone: between the two it may find a table without what it looks
for. People then get the fixed card, and nothing has to be started again afterwards.
"""

import threading

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import func, select

import migrations
from directory.model import Service
from tests.faults.people import SENTENCE, Outcome, Person
from tests.faults.supervised import Supervised


pytestmark = [pytest.mark.model, pytest.mark.slow]
AT_MOST = 10.0  # seconds; the promise is three, a busy machine may add its own
TIMES = 3


SCRIPT = ScriptDirectory.from_config(migrations.configuration("sqlite://"))


def _step_before_head() -> str:
    head = SCRIPT.get_revision(SCRIPT.get_current_head() or "")
    return str(head.down_revision)


def _migrate(url: str, failures: list[Exception]) -> None:
    try:
        for _ in range(TIMES):
            migrations.downgrade(url, _step_before_head())
            migrations.upgrade(url)
    except Exception as error:  # noqa: BLE001 - the test tells it
        failures.append(error)


def _services(watched: Supervised) -> int:
    with watched.system.sessions() as session:
        return session.scalar(select(func.count()).select_from(Service)) or 0


def test_people_are_answered_while_the_schema_changes(either: Supervised) -> None:
    either.heal()
    url, failures = either.system.settings.database_url, list[Exception]()
    processes = [each.process for each in either.system.processes]
    were, person = _services(either), Person(either.system)
    changing = threading.Thread(target=_migrate, args=(url, failures))

    changing.start()
    while changing.is_alive():
        person.open()
        person.type(SENTENCE)
    changing.join()
    either.heal()

    assert not failures
    assert person.turns
    assert {turn.outcome for turn in person.turns} <= {Outcome.ANSWERED, Outcome.FIXED_CARD}
    assert max(turn.seconds for turn in person.turns) < AT_MOST
    assert [each.process for each in either.system.processes] == processes
    assert migrations.current(url) == SCRIPT.get_current_head()
    assert _services(either) == were
    assert Person(either.system).find_services()
