"""The page on which staff see how the installation itself stands."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI

from signpost.done import Job, note_done
from signpost.metrics import VERSION
from tests.web.conftest import HandClock
from tests.web.staff_browser import StaffBrowser
from web import neighbours
from web.accounts.roles import Role
from web.neighbours import Model, Neighbours
from web.resources import Resources


STATUS = "/admin/status"
SHA = "4f" * 32
TRAINED = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
WELL = Neighbours(engine=True, actions=True, model=Model(SHA, TRAINED))


@pytest.fixture
def standing(monkeypatch: pytest.MonkeyPatch) -> list[Neighbours]:
    """How the other processes stand; a test puts another in its place."""
    found = [WELL]

    async def look(_settings: object) -> Neighbours:
        return found[0]

    monkeypatch.setattr(neighbours, "look", look)
    return found


def _rows(browser: StaffBrowser) -> dict[str, str]:
    """What stands beside each name on the page."""
    page = browser.open(STATUS)
    keys = [each.text for each in page.elements if each.tag == "dt"]
    values = [each.text for each in page.elements if each.tag == "dd"]
    return dict(zip(keys, values, strict=True))


def test_every_process_the_model_and_the_version_are_told(
    manager: StaffBrowser, standing: list[Neighbours]
) -> None:
    rows = _rows(manager)

    assert (rows["Web"], rows["Conversation engine"], rows["Action server"]) == ("Answers",) * 3
    assert rows["Model"] == SHA[:12]
    assert rows["Trained"] == "21 November 2026, 3 days ago"
    assert rows["Version"] == VERSION


def test_an_engine_that_is_away_is_told_with_what_it_means(
    manager: StaffBrowser, standing: list[Neighbours]
) -> None:
    standing[0] = Neighbours(engine=False, actions=True)

    html = manager.client.get(STATUS).text

    assert "fixed cards" in html
    assert "Unknown while the conversation engine does not answer" in html
    assert _rows(manager)["Conversation engine"] == "Does not answer"


def test_what_was_never_done_is_told(manager: StaffBrowser, standing: list[Neighbours]) -> None:
    rows = _rows(manager)

    assert rows["Last backup"] == "Never"
    assert rows["Old visits last deleted"] == "Never"


def test_when_each_job_last_ended_is_told(
    manager: StaffBrowser, held: Resources, clock: HandClock, standing: list[Neighbours]
) -> None:
    note_done(held.settings.home, Job.BACKUP, at=clock() - timedelta(hours=7))

    assert _rows(manager)["Last backup"] == "24 November 2026 at 03:00 UTC"


def test_the_directory_is_counted(manager: StaffBrowser, standing: list[Neighbours]) -> None:
    rows = _rows(manager)

    assert re.fullmatch(r"\d+", rows["Services"])
    assert re.fullmatch(r"\d+", rows["Overdue for a check"])
    assert rows["Feeds in trouble"] == "0"


def test_letters_written_as_files_wait_for_somebody(
    manager: StaffBrowser, held: Resources, standing: list[Neighbours]
) -> None:
    (held.settings.home / "mail").mkdir(exist_ok=True)
    for name in ("a", "b"):
        (held.settings.home / "mail" / f"{name}.eml").write_text("x")

    assert _rows(manager)["E-mails"].startswith("2 written as files")


def test_with_a_mail_server_nothing_waits(
    manager: StaffBrowser, app: FastAPI, held: Resources, standing: list[Neighbours]
) -> None:
    app.state.resources = replace(held, settings=replace(held.settings, smtp_url="smtp://mail.example"))

    assert "none waits" in _rows(manager)["E-mails"]


def test_the_start_page_leads_there(manager: StaffBrowser, standing: list[Neighbours]) -> None:
    assert manager.open("/admin").one("a", href=STATUS)


@pytest.mark.parametrize("role", [Role.ANALYST, Role.EDITOR])
def test_who_keeps_no_directory_does_not_see_it(
    browser: StaffBrowser, role: Role, standing: list[Neighbours]
) -> None:
    browser.sign_in_as(role)

    assert browser.client.get(STATUS).status_code == 403
