"""`signpost directory verify` and `publish-due` as an operator uses them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session, sessionmaker
from typer.testing import CliRunner, Result

from directory import editing
from directory.approval.deciding import Decision, approve
from directory.approval.proposing import Asking, propose
from directory.history import Editor
from directory.identifiers import identifier
from directory.model import Base, Contact, HistoryHead, Metadata
from signpost.commands.directory import app
from signpost.database import make_engine
from signpost.settings import read_settings
from tests.directory.factories import TUESDAY_NOON, store_a_service
from web.accounts.model import Base as Accounts
from web.accounts.roles import Role
from web.accounts.users import add_staff, disable_staff


ANA, BEN = Editor("staff-1", "Ana"), Editor("staff-2", "Ben")
CONTACT = identifier("contact", "a-service")


@pytest.fixture
def sessions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sessionmaker[Session]]:
    """The database that the commands use, with a service that was confirmed and withdrawn."""
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path))
    monkeypatch.delenv("SIGNPOST_DATABASE_URL", raising=False)
    engine = make_engine(read_settings().database_url)
    Base.metadata.create_all(engine)
    Accounts.metadata.create_all(engine)
    opened = sessionmaker(engine)
    with opened() as session:
        store_a_service(session)
    with opened.begin() as session:
        editing.confirm_contact(session, CONTACT, by=ANA, at=TUESDAY_NOON)
        editing.withdraw_contact(session, CONTACT, by=ANA, at=TUESDAY_NOON)
    yield opened
    engine.dispose()


def _run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.mark.parametrize("command", ["verify", "publish-due"])
def test_help_says_what_a_command_does_with_an_example(command: str) -> None:
    answer = _run(command, "--help")

    assert answer.exit_code == 0
    assert f"signpost directory {command}" in answer.output


def test_a_whole_history_is_said_to_be_whole(sessions: sessionmaker[Session]) -> None:
    with sessions() as session:
        head = session.scalars(select(HistoryHead.hash)).one()

    answer = _run("verify")

    assert answer.exit_code == 0
    assert "The history is whole: 3 rows." in answer.output
    assert head in answer.output


def test_the_first_altered_row_is_named(sessions: sessionmaker[Session]) -> None:
    with sessions.begin() as session:
        key = session.scalars(select(Metadata.id).where(Metadata.sequence == 2)).one()
        session.execute(update(Metadata).where(Metadata.sequence >= 2).values(updated_by="staff-9"))

    answer = _run("verify")

    assert answer.exit_code == 1
    assert f"row 2 ({key}) was altered" in answer.output


@pytest.mark.parametrize(("gone", "said"), [(2, "row 2 is missing, or"), (3, "row 3 is missing at its end")])
def test_a_missing_row_is_named(sessions: sessionmaker[Session], gone: int, said: str) -> None:
    with sessions.begin() as session:
        session.execute(delete(Metadata).where(Metadata.sequence == gone))

    answer = _run("verify")

    assert answer.exit_code == 1
    assert said in answer.output


def test_a_missing_head_is_told(sessions: sessionmaker[Session]) -> None:
    with sessions.begin() as session:
        session.execute(delete(HistoryHead))

    answer = _run("verify")

    assert answer.exit_code == 1
    assert "its head is gone" in answer.output


def test_what_is_due_is_shown_once(sessions: sessionmaker[Session]) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=2)
    with sessions.begin() as session:
        contact = session.get_one(Contact, CONTACT)
        proposal = propose(session, contact, {"number": "0113 240 3040"}, Asking(ANA, long_ago))
        approve(session, proposal.id, Decision(BEN, long_ago), cool_off=timedelta(hours=24))

    assert "1 change is now shown." in _run("publish-due").output
    assert "0 changes are now shown." in _run("publish-due").output
    with sessions() as session:
        assert session.get_one(Contact, CONTACT).phones[0].number == "0113 240 3040"


def test_what_a_disabled_person_approved_is_not_shown(sessions: sessionmaker[Session]) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=2)
    with sessions.begin() as session:
        staff = add_staff(session, "ben@signpost.example", Role.APPROVER, "three random words", at=long_ago)
        contact = session.get_one(Contact, CONTACT)
        proposal = propose(session, contact, {"number": "0113 240 3040"}, Asking(ANA, long_ago))
        ben = Editor(staff.id, staff.email)
        approve(session, proposal.id, Decision(ben, long_ago), cool_off=timedelta(hours=24))
        disable_staff(session, staff, at=long_ago + timedelta(hours=1))

    assert "0 changes are now shown." in _run("publish-due").output
    with sessions() as session:
        assert session.get_one(Contact, CONTACT).phones[0].number == "01952 385385"
