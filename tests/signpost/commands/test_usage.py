"""`signpost usage`: an operator draws, rolls up, exports and purges, and reads what is wrong."""

import csv
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker
from typer.testing import CliRunner

import migrations
from directory import starter
from signpost.commands.usage import app
from signpost.database import make_engine
from signpost.settings import read_settings
from tests.usage.factories import an_event, store
from usage import protecting
from usage.breakdowns import AREAS, NEEDS
from usage.disclosure import WITHHELD, RawTable, ReleasedTable
from usage.model import CubeRow, ReleaseRecord, UsageRow
from vocabulary.pathway import Step, Traffic


run = CliRunner()


@pytest.fixture
def sessions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> sessionmaker[Session]:
    """An installation in a folder of its own, with the starter directory."""
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path))
    monkeypatch.delenv("SIGNPOST_DATABASE_URL", raising=False)
    url = read_settings().database_url
    migrations.upgrade(url)
    sessions = sessionmaker(make_engine(url))
    with sessions.begin() as session:
        starter.fill(session)
    return sessions


def count(sessions: sessionmaker[Session], model: type[UsageRow | CubeRow | ReleaseRecord]) -> int:
    with sessions() as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


def test_a_demonstration_is_drawn_rolled_up_and_exported(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    drawn = run.invoke(app, ["demo", "--visits", "400"])
    file = tmp_path / "funnel.xlsx"
    exported = run.invoke(app, ["export", str(file), "--table", "funnel", "--columns", "area"])

    sheet = load_workbook(file).active
    assert sheet is not None
    heading, *lines = sheet.iter_rows(values_only=True)
    assert (drawn.exit_code, exported.exit_code) == (0, 0), (drawn.output, exported.output)
    assert "weeks rolled up" in drawn.output
    assert {line[heading.index("data")] for line in lines} == {"SYNTHETIC DEMONSTRATION"}
    assert {"Telford and Wrekin", "total"} <= {line[heading.index("area")] for line in lines}
    assert count(sessions, ReleaseRecord) == 1


def test_unmet_need_by_area_is_exported_for_one_reason_alone(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    run.invoke(app, ["demo", "--visits", "400"])
    file = tmp_path / "unmet.csv"
    axes = ["--table", "unmet-need", "--rows", "need", "--columns", "area"]

    exported = run.invoke(app, ["export", str(file), *axes, "--stage", "no-match-hidden"])

    lines = list(csv.DictReader(file.read_text().splitlines()))
    assert exported.exit_code == 0, exported.output
    assert {line["only stage"] for line in lines} == {"no-match-hidden"}
    assert len(lines) == (len(NEEDS) + 1) * (len(AREAS) + 1)


def test_an_export_has_no_number_that_disclosure_control_withholds(
    sessions: sessionmaker[Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.invoke(app, ["demo", "--visits", "400"])
    file, protect = tmp_path / "needs.csv", protecting.protect

    def withhold(raw: RawTable, **given: Any) -> ReleasedTable:
        table = protect(raw, **given)
        return replace(table, figures=dict.fromkeys(table.figures, WITHHELD))

    monkeypatch.setattr(protecting, "protect", withhold)
    exported = run.invoke(app, ["export", str(file), "--columns", "all"])

    lines = list(csv.DictReader(file.read_text().splitlines()))
    assert exported.exit_code == 0, exported.output
    assert {(line["visits"], line["hidden"]) for line in lines} == {("", "withheld")}


def test_services_of_the_directory_are_shown_in_the_demonstration(sessions: sessionmaker[Session]) -> None:
    run.invoke(app, ["demo", "--visits", "50"])

    with sessions() as session:
        shown = set(session.scalars(select(UsageRow.service).where(UsageRow.step == Step.SERVICES_SHOWN)))
    assert len(shown - {None}) > 5


def test_a_second_year_is_not_drawn_into_closed_weeks(sessions: sessionmaker[Session]) -> None:
    run.invoke(app, ["demo", "--visits", "50"])
    before = count(sessions, UsageRow)

    again = run.invoke(app, ["demo", "--visits", "50", "--seed", "2"])

    assert again.exit_code == 1
    assert "there already" in again.output
    assert count(sessions, UsageRow) == before


def test_nothing_is_drawn_where_visits_are_real(
    sessions: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    store(sessions, [an_event(traffic=Traffic.REAL)])
    beside_real = run.invoke(app, ["demo"])
    monkeypatch.setenv("SIGNPOST_TRAFFIC", "real")
    not_a_demonstration = run.invoke(app, ["demo"])

    assert (beside_real.exit_code, not_a_demonstration.exit_code) == (1, 1)
    assert count(sessions, UsageRow) == 1


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--first", "2026-13-01", "--last", "2026-13-07"], "could not be read"),
        (["--first", "2026-01-05"], "could not be read"),
        (["--first", "2026-01-11", "--last", "2026-01-05"], "reversed"),
        (["--first", "0001-01-01", "--last", "9999-12-31"], "absurd"),
        (["--need", "MARKER-TEXT"], "unknown-name"),
        (["--channel", "telephone"], "unknown-name"),
        (["--stage", "no-match"], "unknown-table"),
        (["--age", "under-18", "--part", "night"], "too-many-breakdowns"),
        (["--channel", "widget", "--age", "under-18"], "too-many-breakdowns"),
    ],
)
def test_a_bad_question_gets_a_clear_message_and_no_file(
    sessions: sessionmaker[Session], tmp_path: Path, asked: list[str], said: str
) -> None:
    run.invoke(app, ["demo", "--visits", "50"])
    file = tmp_path / "figures.csv"

    result = run.invoke(app, ["export", str(file), *asked])

    assert result.exit_code == 1
    assert said in result.output
    assert "MARKER-TEXT" not in result.output
    assert not file.exists()
    assert count(sessions, ReleaseRecord) == 0


@pytest.mark.parametrize("name", ["figures.pdf", "figures"])
def test_an_unknown_kind_of_file_is_told(sessions: sessionmaker[Session], tmp_path: Path, name: str) -> None:
    result = run.invoke(app, ["export", str(tmp_path / name)])

    assert result.exit_code == 1
    assert ".xlsx" in result.output


def test_nothing_can_be_exported_before_a_week_is_released(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    result = run.invoke(app, ["export", str(tmp_path / "figures.csv")])

    assert result.exit_code == 1
    assert "not-yet" in result.output


def test_old_events_are_rolled_up_and_purged(
    sessions: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_USAGE_DAYS", "30")
    now = datetime.now(UTC)
    store(sessions, [an_event(at=now - timedelta(days=days)) for days in (0, 29, 31, 200)])

    rolled, purged = (run.invoke(app, [command]) for command in ("roll-up", "purge"))

    assert rolled.output.endswith("weeks rolled up.\n")
    assert purged.output == "2 events deleted.\n"
    assert count(sessions, UsageRow) == 2


def test_released_periods_are_listed(sessions: sessionmaker[Session]) -> None:
    run.invoke(app, ["demo", "--visits", "50"])

    listed = run.invoke(app, ["periods"])

    assert "quarter" in listed.output
    assert listed.output.count("  week ") > 40


def test_sqlite_says_that_it_has_no_roles(sessions: sessionmaker[Session]) -> None:
    result = run.invoke(app, ["roles"])

    assert result.exit_code == 1
    assert "SQLite has no roles" in result.output
