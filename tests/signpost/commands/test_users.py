"""`signpost users` as an operator uses it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker
from typer.testing import CliRunner, Result

from directory.model import Base as Directory
from directory.model import Organization
from signpost.commands.users import app
from signpost.database import make_engine
from signpost.settings import read_settings
from web.accounts.events import events_of
from web.accounts.model import Base, StaffSession
from web.accounts.passwords import is_password
from web.accounts.recovery_codes import codes_left, make_codes
from web.accounts.roles import Role
from web.accounts.sessions import start_session
from web.accounts.users import add_staff, find_staff


ANN = "ann@example.org"
PASSWORD = "three random words"


@pytest.fixture
def sessions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sessionmaker[Session]]:
    """The database that the commands use, with one account that is signed in."""
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path))
    monkeypatch.delenv("SIGNPOST_DATABASE_URL", raising=False)
    engine = make_engine(read_settings().database_url)
    Base.metadata.create_all(engine)
    Directory.metadata.create_all(engine)
    opened = sessionmaker(engine)
    with opened.begin() as session:
        start_session(session, add_staff(session, ANN, Role.MANAGER, PASSWORD), at=datetime.now(UTC))
    yield opened
    engine.dispose()


def _run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.mark.parametrize("command", ["add", "list", "disable"])
def test_help_says_what_a_command_does_with_an_example(command: str) -> None:
    answer = _run(command, "--help")

    assert answer.exit_code == 0
    assert f"signpost users {command}" in answer.output


def test_a_disabled_person_is_shut_out_at_once(sessions: sessionmaker[Session]) -> None:
    answer = _run("disable", ANN.upper())

    with sessions() as session:
        staff = find_staff(session, ANN)
        assert staff is not None
        assert staff.disabled_at is not None
        assert session.query(StaffSession).count() == 0
    assert (answer.exit_code, answer.output) == (0, "Disabled, and signed out everywhere.\n")


def test_an_address_without_an_account_is_said_in_a_sentence(sessions: sessionmaker[Session]) -> None:
    answer = _run("disable", "bo@example.org")

    assert answer.exit_code == 1
    assert "Nobody has an account with that e-mail address." in answer.output
    with sessions() as session:
        assert session.query(StaffSession).count() == 1


def test_everybody_is_listed_with_role_and_whether_they_may_sign_in(sessions: sessionmaker[Session]) -> None:
    with sessions.begin() as session:
        add_staff(session, "bo@example.org", Role.ANALYST, PASSWORD)
    _run("disable", ANN)

    lines = [line.split() for line in _run("list").output.splitlines()]

    assert lines == [
        ["manager", "disabled", f"{datetime.now(UTC):%Y-%m-%d}", ANN],
        ["analyst", "may", "sign", "in", "bo@example.org"],
    ]


def test_an_installation_without_accounts_says_how_to_add_one(sessions: sessionmaker[Session]) -> None:
    with sessions.begin() as session:
        session.query(StaffSession).delete()
        found = find_staff(session, ANN)
        assert found is not None
        session.delete(found)

    assert "signpost users add" in _run("list").output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("bo@example.org", "--role", "king", "--password", PASSWORD), "'king' is not a role"),
        ((ANN, "--role", "manager", "--password", PASSWORD), "has an account already"),
        (("bo", "--role", "manager", "--password", PASSWORD), "not an e-mail address"),
        (("bo@example.org", "--role", "manager", "--password", "short"), "too short"),
    ],
)
def test_an_account_that_cannot_be_made_is_refused_in_a_sentence(
    sessions: sessionmaker[Session], words: tuple[str, ...], told: str
) -> None:
    answer = _run("add", *words)

    assert answer.exit_code == 1
    assert told in answer.output


def _add(role: str, *more: str) -> Result:
    return _run("add", "eva@example.org", "--role", role, "--password", PASSWORD, *more)


def test_an_editor_is_added_to_their_organisation(sessions: sessionmaker[Session]) -> None:
    with sessions.begin() as session:
        session.add(Organization(id="own", name="The Glade", description="Helps."))

    answer = _add("editor", "--organisation", "the glade")

    assert answer.exit_code == 0, answer.output
    with sessions() as session:
        staff = find_staff(session, "eva@example.org")
        assert staff is not None
        assert (staff.as_role, staff.organization_id) == (Role.EDITOR, "own")


@pytest.mark.parametrize(
    ("role", "more", "said"),
    [
        ("editor", (), "An editor, and nobody else, needs --organisation"),
        ("manager", ("--organisation", "The Glade"), "An editor, and nobody else, needs --organisation"),
        ("editor", ("--organisation", "Nowhere"), "The directory has no organisation 'Nowhere'"),
    ],
)
def test_an_organisation_that_does_not_fit_adds_nobody(
    sessions: sessionmaker[Session], role: str, more: tuple[str, ...], said: str
) -> None:
    answer = _add(role, *more)

    assert answer.exit_code == 1
    assert said in answer.output
    with sessions() as session:
        assert find_staff(session, "eva@example.org") is None


def test_a_password_is_set_and_whoever_is_signed_in_is_not_any_more(sessions: sessionmaker[Session]) -> None:
    result = CliRunner().invoke(app, ["set-password", ANN], input="four other words\nfour other words\n")

    assert result.exit_code == 0, result.output
    assert "four other words" not in result.output
    with sessions() as session:
        staff = find_staff(session, ANN)
        assert staff is not None
        assert is_password(staff.password, "four other words")
        assert session.query(StaffSession).count() == 0
        assert [(each.what, each.by) for each in events_of(session, staff.id)] == [
            ("password changed", "the command line")
        ]


def test_a_password_that_is_too_short_is_not_set(sessions: sessionmaker[Session]) -> None:
    result = CliRunner().invoke(app, ["set-password", ANN], input="short\nshort\n")

    assert result.exit_code == 1
    assert "at least 12 characters" in result.output


def test_second_factors_are_reset(sessions: sessionmaker[Session]) -> None:
    with sessions.begin() as session:
        staff = find_staff(session, ANN)
        assert staff is not None
        staff_id = staff.id
        make_codes(session, b"secret", staff_id, at=datetime.now(UTC))

    result = _run("reset-second-factor", ANN)

    assert result.exit_code == 0, result.output
    with sessions() as session:
        assert codes_left(session, staff_id) == 0
        assert session.query(StaffSession).count() == 0


@pytest.mark.parametrize("command", ["set-password", "reset-second-factor"])
def test_nobody_is_helped_who_has_no_account(sessions: sessionmaker[Session], command: str) -> None:
    words = "three random words\nthree random words\n"
    result = CliRunner().invoke(app, [command, "bob@example.org"], input=words)

    assert result.exit_code == 1
    assert "Nobody has an account" in result.output
