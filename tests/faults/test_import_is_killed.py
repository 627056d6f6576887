"""A process that is killed while it applies an import leaves all of it or nothing, on either database."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from directory import starter
from directory.chain import verify
from directory.feeds import applying, bringing, undoing
from directory.feeds.change_sets import State, state_of
from directory.feeds.exporting import export_services
from directory.feeds.files import read_json_file
from directory.history import Editor
from directory.hsds.published import View
from directory.lifelines import is_lifeline
from directory.model import Base, ChangeSet
from signpost.database import make_engine
from tests.faults.applying import AFTER_COMMIT, BEFORE_COMMIT, NEVER


ROOT = Path(__file__).parents[2]
AT = datetime(2026, 11, 24, 10, tzinfo=UTC)
CHANGED = 12


@pytest.fixture
def filled(database_url: str) -> str:
    """A database with the starter directory."""
    engine = make_engine(database_url)
    Base.metadata.create_all(engine)
    with sessionmaker(engine).begin() as session:
        starter.fill(session)
    engine.dispose()
    return database_url


def _propose(session: Session) -> str:
    feed = json.loads(json.dumps(export_services(session, View(live=False, today=date(2026, 11, 24)))))
    rows = [row for row in feed["contents"] if not is_lifeline(row["signpost"]["slug"])][:CHANGED]
    for row in rows:
        row["name"] = f"{row['name']} changed"
        row["attributes"] = row["attributes"][1:]
        row.pop("contacts", None)
        row.pop("url", None)
        row.pop("email", None)
    brought = read_json_file("services.json", json.dumps({"contents": rows}).encode())
    return bringing.propose(session, brought, by=Editor("7", "A Manager"), at=AT).id


def _run(url: str, key: str, stop: str) -> "subprocess.Popen[str]":
    words = [sys.executable, "-m", "tests.faults.applying", url, key, stop]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _kill_at(url: str, key: str, stop: str) -> None:
    with _run(url, key, stop) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
        process.kill()  # SIGKILL: nothing can be tidied up
        process.wait(30)


def _everything(session: Session) -> dict[str, list[Any]]:
    return {
        table.name: sorted(map(str, session.execute(select(table)))) for table in Base.metadata.sorted_tables
    }


@pytest.mark.slow
def test_a_killed_import_leaves_nothing_and_can_be_applied_afterwards(filled: str) -> None:
    sessions = sessionmaker(make_engine(filled))
    with sessions.begin() as session:
        rehearsed, key = _propose(session), _propose(session)
    with _run(filled, rehearsed, NEVER) as process:
        written = int(process.communicate(timeout=60)[0])
    with sessions.begin() as session:
        undoing.undo(session, rehearsed, by=Editor("7", "A Manager"), at=AT)
        applying.discard(session, key, by=Editor("7", "A Manager"), at=AT)
        key = _propose(session)
    with sessions() as session:
        before = _everything(session)
    assert written > CHANGED

    for stop in ("1", str(written // 3), str(2 * written // 3), str(written), BEFORE_COMMIT):
        _kill_at(filled, key, stop)
        with sessions() as session:
            assert _everything(session) == before, stop

    with _run(filled, key, NEVER) as process:
        process.communicate(timeout=60)
    with sessions() as session:
        assert state_of(session.get_one(ChangeSet, key)) is State.APPLIED
        assert verify(session).broken is None


@pytest.mark.slow
def test_a_process_killed_just_after_leaves_the_whole_import(filled: str) -> None:
    sessions = sessionmaker(make_engine(filled))
    with sessions.begin() as session:
        key = _propose(session)

    _kill_at(filled, key, AFTER_COMMIT)

    with sessions() as session:
        found = session.get_one(ChangeSet, key)
        assert state_of(found) is State.APPLIED
        changed = [row for row in found.rows if row.outcome == "changed"]
        assert len(changed) == CHANGED
        names = set(session.scalars(select(Base.metadata.tables["service"].c.name)))
        assert len({name for name in names if name.endswith(" changed")}) == CHANGED
        assert verify(session).broken is None
