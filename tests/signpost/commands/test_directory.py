"""`signpost directory` as an operator uses it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker
from typer.testing import CliRunner, Result

from directory import starter
from directory.lifelines import ADULT_TEAMS, CHILDREN_TEAMS
from directory.model import Base, Service
from signpost.commands.directory import app
from signpost.database import make_engine
from signpost.settings import read_settings


@pytest.fixture
def sessions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sessionmaker[Session]]:
    """The database that the commands use, with the starter services."""
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path))
    monkeypatch.delenv("SIGNPOST_DATABASE_URL", raising=False)
    engine = make_engine(read_settings().database_url)
    Base.metadata.create_all(engine)
    opened = sessionmaker(engine)
    with opened.begin() as session:
        starter.fill(session)
    yield opened
    engine.dispose()


def _run(*words: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, list(words), input=given)


def _confirm(sessions: sessionmaker[Session], *slugs: str) -> None:
    today = date.today()
    with sessions.begin() as session:
        for service in session.scalars(select(Service).where(Service.slug.in_(slugs))):
            service.assured_date = today
            for contact in service.contacts:
                contact.confirmed_on = today


@pytest.mark.parametrize("words", [[], ["check"]])
def test_help_says_what_a_command_does_with_an_example(words: list[str]) -> None:
    answer = _run(*words, "--help")

    assert answer.exit_code == 0
    assert not words or "signpost directory" in answer.output


def test_a_check_lists_what_needs_care_and_names_the_districts_without_a_team(
    sessions: sessionmaker[Session],
) -> None:
    answer = _run("check")

    assert answer.exit_code == 0
    assert "80 services are shown to the public." in answer.output
    assert "10 hidden" in answer.output
    assert "Wyre Forest lacks a confirmed children's team." in answer.output
    assert answer.output.count("lacks a confirmed adult team") == 9


def test_a_live_check_fails_until_every_district_has_confirmed_teams(
    sessions: sessionmaker[Session],
) -> None:
    before = _run("check", "--live")

    _confirm(sessions, *CHILDREN_TEAMS, *ADULT_TEAMS)
    after = _run("check", "--live")

    assert (before.exit_code, after.exit_code) == (1, 0)
    assert "Ready for live use: yes" in after.output


def test_one_missing_team_is_named(sessions: sessionmaker[Session]) -> None:
    _confirm(sessions, *CHILDREN_TEAMS[1:], *ADULT_TEAMS)

    answer = _run("check", "--live")

    assert answer.exit_code == 1
    assert answer.output.count("lacks a confirmed") == 1
    assert "Herefordshire lacks a confirmed children's team." in answer.output
