"""`signpost directory` as an operator uses it."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker
from typer.testing import CliRunner, Result

from directory import starter
from directory.lifelines import ADULT_TEAMS, CHILDREN_TEAMS
from directory.model import Base, Metadata, Service
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


@pytest.mark.parametrize("words", [[], ["export"], ["import"], ["check"]])
def test_help_says_what_a_command_does_with_an_example(words: list[str]) -> None:
    answer = _run(*words, "--help")

    assert answer.exit_code == 0
    assert not words or "signpost directory" in answer.output


def test_an_export_goes_to_the_screen_as_json(sessions: sessionmaker[Session]) -> None:
    answer = _run("export")

    assert answer.exit_code == 0
    assert json.loads(answer.stdout)["total_items"] == 80


def test_an_export_to_a_file_can_be_imported_and_changes_nothing(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    file = tmp_path / "services.json"

    exported, imported = _run("export", str(file)), _run("import", str(file))

    assert "80 services written" in exported.output
    assert imported.exit_code == 0
    assert "0 new, 0 changed, 80 unchanged, 0 refused." in imported.output


def _renamed(sessions: sessionmaker[Session], tmp_path: Path, name: object) -> Path:
    feed = json.loads(_run("export").stdout)
    feed["contents"][0]["name"] = name
    file = tmp_path / "changed.json"
    file.write_text(json.dumps(feed), encoding="utf-8")
    return file


def test_an_import_lists_what_changes_and_says_by_whom(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    answer = _run("import", str(_renamed(sessions, tmp_path, "Another name")), "--by", "Anna")

    assert answer.exit_code == 0
    assert "row 1  changed    addiction-family-support  name" in answer.output
    with sessions() as session:
        assert [each.updated_by_name for each in session.scalars(select(Metadata))] == ["Anna"]


def test_a_dry_run_changes_nothing_and_says_so(sessions: sessionmaker[Session], tmp_path: Path) -> None:
    answer = _run("import", str(_renamed(sessions, tmp_path, "Another name")), "--dry-run")

    assert answer.exit_code == 0
    assert "dry run" in answer.output
    with sessions() as session:
        assert session.scalars(select(Service).where(Service.name == "Another name")).all() == []


def test_a_refused_row_is_named_with_its_reason_and_stops_the_file(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    answer = _run("import", str(_renamed(sessions, tmp_path, 7)))

    assert answer.exit_code == 1
    assert "name: Not as the format says." in answer.output
    assert "Nothing was changed." in answer.output


@pytest.mark.parametrize("content", ["", "not json", "{}", "[[" * 5000])
def test_a_file_that_is_no_feed_is_refused_in_a_sentence(
    sessions: sessionmaker[Session], content: str
) -> None:
    answer = _run("import", "-", given=content)

    assert answer.exit_code == 1
    assert "not a file of Open Referral UK JSON" in answer.output


def test_a_file_that_is_not_there_is_said_in_a_sentence(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    read, written = _run("import", str(tmp_path / "none")), _run("export", str(tmp_path / "no" / "file"))

    assert (read.exit_code, written.exit_code) == (1, 1)
    assert "cannot be read" in read.output
    assert "cannot be written" in written.output


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
