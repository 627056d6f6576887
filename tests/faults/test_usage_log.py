"""Real processes of the usage log are killed at any moment, on both databases: nothing is lost or doubled."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from signpost.database import make_engine
from tests.usage.factories import LATE, in_weeks, store
from usage.breakdowns import CUBES
from usage.log import UsageLog
from usage.model import Base, CubeRow, UsageRow
from usage.roll_up import roll_up


pytestmark = pytest.mark.slow
CHILD = Path(__file__).with_name("usage_child.py")
ROOT = CHILD.parents[2]
MOST_LINES = 300


@pytest.fixture
def sessions(database_url: str) -> Iterator[sessionmaker[Session]]:
    """The tables of usage on each kind of database."""
    engine = make_engine(database_url)
    Base.metadata.create_all(engine)
    yield sessionmaker(engine)
    engine.dispose()


def run(url: str, spool: Path, moment: str, *, kill_after: int | None = None) -> tuple[int, list[str]]:
    """Run the child to its end, or kill it after so many lines; its code, and the lines it wrote."""
    command = [sys.executable, str(CHILD), url, str(spool), moment]
    environ = os.environ | {"PYTHONPATH": "."}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environ) as child:
        assert child.stdout
        lines = [child.stdout.readline() for _ in range(kill_after or 0)]
        if kill_after:
            child.kill()
        lines += child.stdout.readlines()
    return child.returncode, [line.strip() for line in lines]


def stored(sessions: sessionmaker[Session]) -> list[str]:
    with sessions() as session:
        return list(session.scalars(select(UsageRow.id)))


@pytest.mark.parametrize("moment", ["reading", "storing", "committed", "removed", "any"])
def test_a_process_killed_at_any_moment_loses_and_doubles_nothing(
    moment: str, tmp_path: Path, database_url: str, sessions: sessionmaker[Session]
) -> None:
    code, lines = run(
        database_url, tmp_path / "spool", moment, kill_after=MOST_LINES if moment == "any" else None
    )
    acknowledged = {line for line in lines if len(line) == 32}

    after = UsageLog(tmp_path / "spool", sessions)
    assert after.flush()

    assert code == -signal.SIGKILL
    assert len(acknowledged) >= 50
    assert acknowledged <= set(stored(sessions))
    assert len(stored(sessions)) - len(acknowledged) in {0, 1}  # the last may lack its receipt
    assert after.unreadable <= (moment == "any")  # the line that was being written, and is owed to nobody


def test_a_disk_that_fills_up_drops_and_counts_and_everything_acknowledged_arrives(
    tmp_path: Path, database_url: str, sessions: sessionmaker[Session]
) -> None:
    code, lines = run(database_url, tmp_path / "spool", "full-disk")
    acknowledged = {line for line in lines if len(line) == 32}

    assert UsageLog(tmp_path / "spool", sessions).flush()

    assert code == 0
    assert 1 < len(acknowledged) < 51
    assert lines[-1] == f"dropped {51 - len(acknowledged)}"
    assert set(stored(sessions)) == acknowledged


@pytest.mark.parametrize("call", [0, 1, 2, 3])
def test_a_roller_that_is_killed_leaves_whole_weeks_or_none_and_the_next_one_finishes(
    call: int, tmp_path: Path, database_url: str, sessions: sessionmaker[Session]
) -> None:
    store(sessions, in_weeks(12, 15))

    code, _ = run(database_url, tmp_path / "spool", f"roll-up-{call}")
    with sessions() as session:
        left = session.execute(select(CubeRow.week, func.count()).group_by(CubeRow.week)).all()
    roll_up(sessions, at=LATE)
    with sessions() as session:
        after = session.execute(select(CubeRow.week, func.count()).group_by(CubeRow.week)).all()

    assert code == -signal.SIGKILL
    assert [number for _, number in left] == [len(CUBES)] * (call // 2)
    assert {number for _, number in after} == {len(CUBES)}
