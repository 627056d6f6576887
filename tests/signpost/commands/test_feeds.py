"""Bringing, applying, undoing and exporting on the command line, as an operator does it."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker
from typer.testing import CliRunner, Result

from directory import starter
from directory.going_live import show_due
from directory.model import Base, ChangeSet, Metadata, Service
from signpost.commands.directory import app
from signpost.database import make_engine
from signpost.settings import read_settings
from vocabulary.roles import Role
from web.accounts.model import Base as AccountsBase
from web.accounts.users import disable_staff, disabled_at, new_staff


AT = datetime(2026, 11, 24, 10, tzinfo=UTC)
PEOPLE = {
    "ana@example.org": Role.MANAGER,
    "ben@example.org": Role.APPROVER,
    "cat@example.org": Role.ANALYST,
    "dan@example.org": Role.APPROVER,
}
ANA, BEN = ("--by", "ana@example.org"), ("--by", "Ben@Example.org ")


@pytest.fixture
def sessions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sessionmaker[Session]]:
    """The database that the commands use, with the starter services and four people; Dan is shut out."""
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path))
    monkeypatch.delenv("SIGNPOST_DATABASE_URL", raising=False)
    engine = make_engine(read_settings().database_url)
    Base.metadata.create_all(engine)
    AccountsBase.metadata.create_all(engine)
    opened = sessionmaker(engine)
    with opened.begin() as session:
        starter.fill(session)
        staff = {name: new_staff(session, name, role, password="", at=AT) for name, role in PEOPLE.items()}
        disable_staff(session, staff["dan@example.org"], at=AT)
    yield opened
    engine.dispose()


def _run(*words: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, list(words), input=given)


@pytest.mark.parametrize("words", ["export", "import", "apply", "undo"])
def test_help_says_what_a_command_does_with_an_example(words: str) -> None:
    answer = _run(words, "--help")

    assert answer.exit_code == 0
    assert f"signpost directory {words}" in answer.output


def test_an_export_goes_to_the_screen_as_json(sessions: sessionmaker[Session]) -> None:
    answer = _run("export")

    assert answer.exit_code == 0
    assert json.loads(answer.stdout)["total_items"] == 80


def test_an_export_to_a_file_can_be_imported_and_changes_nothing(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    file = tmp_path / "services.json"

    exported, imported = _run("export", str(file)), _run("import", str(file), *ANA)

    assert "80 services written" in exported.output
    assert imported.exit_code == 0
    assert "0 new, 0 changed, 80 unchanged, 0 refused." in imported.output


def _renamed(sessions: sessionmaker[Session], tmp_path: Path, name: object) -> Path:
    feed = json.loads(_run("export").stdout)
    feed["contents"][0]["name"] = name
    file = tmp_path / "changed.json"
    file.write_text(json.dumps(feed), encoding="utf-8")
    return file


def _bring(sessions: sessionmaker[Session], tmp_path: Path, name: str = "Another name") -> str:
    """A file with one changed name, brought by Ana; the id that it waits under."""
    answer = _run("import", str(_renamed(sessions, tmp_path, name)), *ANA)
    assert answer.exit_code == 0
    assert "row 1  changed    addiction-family-support  name" in answer.output
    found = re.search(r"signpost directory apply (\S+)", answer.output)
    assert found is not None
    return found[1]


def _named(sessions: sessionmaker[Session], name: str) -> int:
    with sessions() as session:
        return len(session.scalars(select(Service).where(Service.name == name)).all())


def test_an_import_waits_until_somebody_else_applies_it_and_the_history_names_both(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    key = _bring(sessions, tmp_path)
    assert _named(sessions, "Another name") == 0

    together = _run("apply", key, *BEN)

    assert together.exit_code == 0
    assert "0 services added, 1 changed." in together.output
    assert _named(sessions, "Another name") == 1
    with sessions() as session:
        done = session.scalars(select(Metadata)).one()
        assert (done.updated_by_name, done.approved_by_name) == ("ana@example.org", "ben@example.org")


def test_who_brought_it_cannot_apply_it_even_as_an_approver(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    brought = _run("import", str(_renamed(sessions, tmp_path, "Another name")), *BEN)
    found = re.search(r"signpost directory apply (\S+)", brought.output)
    assert found is not None

    answer = _run("apply", found[1], *BEN)

    assert answer.exit_code == 1
    assert "Somebody else has to apply it" in answer.output
    assert _named(sessions, "Another name") == 0


@pytest.mark.parametrize("command", ["apply", "undo"])
@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("ben", "Say who you are"),
        ("eve@example.org", "Say who you are"),
        ("ana@example.org", "it needs the role approver, and they are: directory manager"),
        ("cat@example.org", "it needs the role approver, and they are: analyst"),
        ("dan@example.org", "is disabled"),
    ],
)
def test_only_an_approver_who_is_there_applies_and_undoes(
    sessions: sessionmaker[Session], tmp_path: Path, command: str, who: str, told: str
) -> None:
    key = _bring(sessions, tmp_path)
    if command == "undo":
        _run("apply", key, *BEN)
    before = _named(sessions, "Another name")

    answer = _run(command, key, "--by", who)

    assert answer.exit_code == 1
    assert told in answer.output
    assert _named(sessions, "Another name") == before


@pytest.mark.parametrize(
    ("who", "told"), [("", "Say who you are"), ("cat@example.org", "needs the role manager")]
)
def test_only_a_manager_brings_a_file_but_anybody_tries_one(
    sessions: sessionmaker[Session], tmp_path: Path, who: str, told: str
) -> None:
    file = str(_renamed(sessions, tmp_path, "Another name"))

    brought, tried = _run("import", file, "--by", who), _run("import", file, "--dry-run")

    assert (brought.exit_code, tried.exit_code) == (1, 0)
    assert told in brought.output
    with sessions() as session:
        assert session.scalars(select(ChangeSet)).all() == []


@pytest.mark.parametrize("command", ["apply", "undo"])
def test_somebody_has_to_be_named(sessions: sessionmaker[Session], command: str) -> None:
    answer = _run(command, "anything")

    assert answer.exit_code == 2
    assert "--by" in answer.output


def test_a_new_number_says_when_it_is_there_and_comes_then(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    told = "Another name, ring 01432 261546"
    key = _bring(sessions, tmp_path, told)

    answer, listed = _run("apply", key, *BEN), _run("imports")

    assert answer.exit_code == 0
    assert "Approved. It shows a new number" in answer.output
    assert "approved" in listed.output
    assert _named(sessions, told) == 0
    tomorrow = datetime.now(UTC) + timedelta(hours=24)
    assert show_due(sessions, at=tomorrow, disabled_at=disabled_at) == [key]
    assert _named(sessions, told) == 1


def test_an_import_can_be_undone_once(sessions: sessionmaker[Session], tmp_path: Path) -> None:
    key = _bring(sessions, tmp_path)
    _run("apply", key, *BEN)

    first, second, listed = _run("undo", key, *BEN), _run("undo", key, *BEN), _run("imports")

    assert (first.exit_code, second.exit_code) == (0, 1)
    assert _named(sessions, "Another name") == 0
    assert f"{key}  " in listed.output
    assert "undone" in listed.output


@pytest.mark.parametrize("command", ["apply", "undo"])
def test_an_import_that_is_not_there_is_said_in_a_sentence(
    sessions: sessionmaker[Session], command: str
) -> None:
    answer = _run(command, "nothing", *BEN)

    assert answer.exit_code == 1
    assert "There is no such import." in answer.output


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_each_kind_of_file_goes_out_and_comes_in_without_a_change(
    sessions: sessionmaker[Session], tmp_path: Path, kind: str
) -> None:
    file = tmp_path / f"services.{kind}"

    exported, imported = _run("export", str(file)), _run("import", str(file), *ANA)

    assert (exported.exit_code, imported.exit_code) == (0, 0)
    assert "0 new, 0 changed, 80 unchanged, 0 refused." in imported.output
    with sessions() as session:
        assert session.scalars(select(ChangeSet)).all() == []  # nothing to wait for


def test_a_spreadsheet_that_cannot_be_read_is_said_with_each_reason(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    file = tmp_path / "services.csv"
    file.write_text("name,nmae\nA,B\n", encoding="utf-8")

    answer = _run("import", str(file), *ANA)

    assert answer.exit_code == 1
    assert "nmae: Not a heading that we know." in answer.output
    assert "slug: The heading is needed and not there." in answer.output


def test_a_kind_that_nobody_knows_is_not_written(sessions: sessionmaker[Session], tmp_path: Path) -> None:
    answer = _run("export", str(tmp_path / "services.pdf"))

    assert answer.exit_code == 1
    assert "json, csv or xlsx" in answer.output


def test_a_dry_run_changes_nothing_and_says_so(sessions: sessionmaker[Session], tmp_path: Path) -> None:
    answer = _run("import", str(_renamed(sessions, tmp_path, "Another name")), "--dry-run")

    assert answer.exit_code == 0
    assert "dry run" in answer.output
    with sessions() as session:
        assert session.scalars(select(Service).where(Service.name == "Another name")).all() == []


def test_a_refused_row_is_named_with_its_reason_and_stops_the_file(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    answer = _run("import", str(_renamed(sessions, tmp_path, 7)), *ANA)

    assert answer.exit_code == 1
    assert "name: Not as the format says." in answer.output
    assert "Nothing was changed." in answer.output


@pytest.mark.parametrize("content", ["", "not json", "{}", "[[" * 5000])
def test_a_file_that_is_no_feed_is_refused_in_a_sentence(
    sessions: sessionmaker[Session], content: str
) -> None:
    answer = _run("import", "-", *ANA, given=content)

    assert answer.exit_code == 1
    assert "not a file of Open Referral UK JSON" in answer.output


def test_a_file_that_is_not_there_is_said_in_a_sentence(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    read, written = (
        _run("import", str(tmp_path / "none"), *ANA),
        _run("export", str(tmp_path / "no" / "file")),
    )

    assert (read.exit_code, written.exit_code) == (1, 1)
    assert "cannot be read" in read.output
    assert "cannot be written" in written.output
