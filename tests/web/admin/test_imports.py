"""Bringing a file at the managers' door: what it would change is shown, a second person applies it."""

import io
import json
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from directory.feeds.exporting import Format, write_export
from directory.hsds.published import View
from directory.model import ChangeSet, Metadata, Service
from directory.terms import ChangeSetKind
from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from tests.web.staff_browser import PASSWORD, StaffBrowser
from web.accounts.roles import Role
from web.accounts.users import disable_staff, find_staff
from web.admin.imports import MOST_IN_A_DAY


IMPORTS = "/admin/imports"
HOUSING, THERAPIES = "worcester-city-housing", "hw-talking-therapies"
VIEW = View(live=False, today=date(2026, 11, 24))


def _export(browser: StaffBrowser, kind: Format = Format.JSON) -> bytes:
    with browser.held.sessions() as session:
        return write_export(session, VIEW, kind).content


def _renamed(browser: StaffBrowser, name: Any = "Another name", slug: str = HOUSING) -> bytes:
    feed = json.loads(_export(browser))
    row = next(each for each in feed["contents"] if each["signpost"]["slug"] == slug)
    row["name"] = name
    return json.dumps(feed).encode()


def _send(browser: StaffBrowser, content: bytes, name: str = "services.json") -> Any:
    token = browser.open(IMPORTS).fields(IMPORTS)["form_token"]
    return browser.client.post(IMPORTS, data={"form_token": token}, files={"file": (name, content)})


def _bring(browser: StaffBrowser, content: bytes, name: str = "services.json") -> str:
    """The address of the page about what was brought."""
    answer = _send(browser, content, name)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def _change_hands(browser: StaffBrowser, role: Role) -> None:
    browser.client.cookies.clear()
    browser.sign_in_as(role)


def _name(browser: StaffBrowser, slug: str = HOUSING) -> str:
    with browser.held.sessions() as session:
        return session.scalars(select(Service.name).where(Service.slug == slug)).one()


def test_one_person_brings_so_many_files_a_day_and_no_more(manager: StaffBrowser, clock: HandClock) -> None:
    named = {"kind": ChangeSetKind.IMPORT, "source": "a.json", "digest": "0" * 64, "by_name": "a"}
    with manager.held.sessions.begin() as session:
        staff = find_staff(session, "manager@signpost.example")
        assert staff is not None
        session.add_all(ChangeSet(**named, by=staff.id, at=clock()) for _ in range(MOST_IN_A_DAY))

    refused = _send(manager, _renamed(manager))

    assert refused.status_code == 422
    assert f"You brought {MOST_IN_A_DAY} files within a day" in Page(refused.text).text
    clock.move(days=1)
    manager.sign_in("manager@signpost.example")
    assert _send(manager, _renamed(manager)).status_code == 303


def test_a_file_is_shown_field_by_field_applied_by_somebody_else_and_undone(manager: StaffBrowser) -> None:
    before = _name(manager)
    place = _bring(manager, _renamed(manager))
    shown = manager.open(place)
    assert "Another name" in shown.text
    assert before in shown.text
    assert "You brought this import, or keep the feed that did." in shown.text
    assert _name(manager) == before

    _change_hands(manager, Role.APPROVER)
    applied = manager.send(place + "/apply")
    assert (applied.status_code, _name(manager)) == (303, "Another name")

    undone = manager.send(place + "/undo")

    assert (undone.status_code, _name(manager)) == (303, before)
    assert "Undone" in manager.open(place).text
    assert "Undone" in manager.open(IMPORTS).text


def test_who_brought_it_is_refused_even_as_an_approver(approver: StaffBrowser) -> None:
    place = _bring(approver, _renamed(approver))

    asked = approver.client.get(place + "/apply")
    token = approver.open(IMPORTS).fields(IMPORTS)["form_token"]
    sent = approver.client.post(place + "/apply", data={"form_token": token})

    assert (asked.status_code, sent.status_code) == (403, 409)
    assert "somebody else has to apply it" in Page(sent.text).text
    assert _name(approver) != "Another name"


def test_a_manager_cannot_apply_what_another_brought(manager: StaffBrowser) -> None:
    place = _bring(manager, _renamed(manager))
    manager.client.cookies.clear()
    manager.sign_in(manager.hire(Role.MANAGER, "another@signpost.example"))

    assert manager.client.get(place + "/apply").status_code == 403
    assert "Apply it" not in manager.open(place).text


def test_refused_rows_are_shown_first_with_their_place_and_reason(manager: StaffBrowser) -> None:
    feed = json.loads(_renamed(manager))
    feed["contents"][70]["status"] = "unheard of"

    shown = manager.open(_bring(manager, json.dumps(feed).encode()))

    assert "One refused row stops the whole file" in shown.text
    assert shown.text.index("Row 71") < shown.text.index(HOUSING)
    assert "status: Not as the format says." in " ".join(shown.text.split())


def test_a_lifelines_number_is_refused_with_its_reason(manager: StaffBrowser) -> None:
    book = load_workbook(io.BytesIO(_export(manager, Format.XLSX)))
    sheet = book.active
    headings = [cell.value for cell in sheet[1]]
    line = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == "childline")
    line[headings.index("contact 1 value")].value = "01432 261546"
    changed = io.BytesIO()
    book.save(changed)

    shown = manager.open(_bring(manager, changed.getvalue(), "services.xlsx"))

    assert f"Row {line[0].row}: childline" in shown.text
    assert "contact 1 value: A lifeline." in " ".join(shown.text.split())


def test_what_cannot_be_read_is_said_beside_the_field(manager: StaffBrowser) -> None:
    answer = _send(manager, "slug,nmae\nx,y\n".encode("utf-16"), "services.csv")

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.title.startswith("Error:")
    assert page.one("a", href="#file")
    assert "UTF-16" in page.text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("services.csv", b""),
        ("services.json", b"{}"),
        ("services.pdf", b"%PDF-1.7"),
        ("services.xlsx", b"PK\x03\x04 broken"),
        ("services.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("\x00\u202e.csv", b"slug\n\xff\n"),
    ],
)
def test_no_file_breaks_the_form(manager: StaffBrowser, name: str, content: bytes) -> None:
    answer = _send(manager, content, name)

    assert answer.status_code == 422
    assert Page(answer.text).title.startswith("Error:")
    with manager.held.sessions() as session:
        assert session.scalars(select(ChangeSet)).all() == []


def test_a_form_without_a_file_is_said(manager: StaffBrowser) -> None:
    token = manager.open(IMPORTS).fields(IMPORTS)["form_token"]

    answer = manager.client.post(IMPORTS, data={"form_token": token})

    assert answer.status_code == 422
    assert "Choose a file" in Page(answer.text).text


def test_a_file_that_is_too_large_is_not_read(manager: StaffBrowser) -> None:
    assert _send(manager, b"x" * (6 * 1024 * 1024), "services.csv").status_code == 413
    assert _send(manager, b"x" * (5 * 1024 * 1024 + 1), "services.csv").status_code == 422


def test_another_form_takes_no_file_and_no_large_body(manager: StaffBrowser) -> None:
    answer = manager.client.post("/admin/exports", files={"kind": ("x", b"x")})

    assert answer.status_code in (400, 403)
    assert manager.client.post("/admin/exports", data={"kind": "x" * 70_000}).status_code == 413


def test_many_rows_come_page_by_page(manager: StaffBrowser) -> None:
    feed = json.loads(_export(manager))
    for row in feed["contents"]:
        row["description"] += " Changed."

    place = _bring(manager, json.dumps(feed).encode())

    assert len(manager.open(place).all("section")) == 20
    assert len(manager.open(place + "?page=4").all("section")) == 20
    assert "page 4 of 4" in manager.open(place + "?page=99").title


NUMBER = "01432 261546"


def _renumbered(browser: StaffBrowser) -> bytes:
    """A file that gives one service another number, and takes another service's contacts out of view."""
    feed = json.loads(_export(browser))
    rows = {each["signpost"]["slug"]: each for each in feed["contents"]}
    rows[HOUSING]["contacts"][0]["phones"][0]["number"] = NUMBER
    rows[THERAPIES].pop("contacts")
    rows[THERAPIES].pop("url")
    return json.dumps(feed).encode()


def _approved(browser: StaffBrowser) -> str:
    """An import with a new number that an approver has just applied; the approver is still signed in."""
    place = _bring(browser, _renumbered(browser))
    _change_hands(browser, Role.APPROVER)
    assert browser.send(place + "/apply").status_code == 303
    return place


def _number(browser: StaffBrowser) -> str:
    with browser.held.sessions() as session:
        service = session.scalars(select(Service).where(Service.slug == HOUSING)).one()
        return service.contacts[0].phones[0].number


def _in_view(browser: StaffBrowser) -> int:
    with browser.held.sessions() as session:
        service = session.scalars(select(Service).where(Service.slug == THERAPIES)).one()
        return sum(1 for each in service.contacts if each.withdrawn_at is None)


def test_a_new_number_waits_and_comes_by_the_next_page_after_its_time(
    manager: StaffBrowser, clock: HandClock
) -> None:
    asked = _bring(manager, _renumbered(manager))
    _change_hands(manager, Role.APPROVER)
    assert "all of it waits for another 24 hours" in manager.open(asked + "/apply").text
    manager.send(asked + "/apply")

    shown = manager.open(asked)
    assert "Approved, not live yet" in shown.text
    assert "on 25 November 2026 at 10:00" in shown.text
    assert (_number(manager) != NUMBER, _in_view(manager)) == (True, 0)
    clock.move(hours=24)
    manager.sign_in("approver@signpost.example")
    manager.open("/admin")

    assert _number(manager) == NUMBER
    assert "Applied" in manager.open(asked).text


def test_any_manager_stops_it_before_its_time(manager: StaffBrowser, clock: HandClock) -> None:
    place = _approved(manager)
    _change_hands_to(manager, "manager@signpost.example")
    assert place + "/discard" in manager.open(place).links.values()

    stopped = manager.send(place + "/discard")
    clock.move(hours=25)
    manager.sign_in("manager@signpost.example")
    manager.open("/admin")

    assert stopped.status_code == 303
    assert (_number(manager) != NUMBER, _in_view(manager)) == (True, 0)


def test_an_approver_undoes_it_before_its_time_and_what_went_is_there_again(
    manager: StaffBrowser, clock: HandClock
) -> None:
    before = _in_view(manager)
    place = _approved(manager)
    assert "It is called off" in manager.open(place + "/undo").text

    undone = manager.send(place + "/undo")
    clock.move(hours=25)
    manager.sign_in("approver@signpost.example")
    manager.open("/admin")

    assert undone.status_code == 303
    assert (_number(manager) != NUMBER, _in_view(manager)) == (True, before)


def test_a_manager_cannot_undo_and_is_told_who_can(manager: StaffBrowser) -> None:
    place = _bring(manager, _renamed(manager))
    _change_hands(manager, Role.APPROVER)
    manager.send(place + "/apply")
    _change_hands_to(manager, "manager@signpost.example")
    token = manager.open(IMPORTS).fields(IMPORTS)["form_token"]

    asked = manager.client.get(place + "/undo")
    sent = manager.client.post(place + "/undo", data={"form_token": token})

    assert (asked.status_code, sent.status_code) == (403, 403)
    assert "An approver or administrator can undo it." in manager.open(place).text
    assert _name(manager) == "Another name"


def test_an_undo_asks_who_this_is_after_five_minutes(manager: StaffBrowser, clock: HandClock) -> None:
    before = _name(manager)
    place = _bring(manager, _renamed(manager))
    _change_hands(manager, Role.APPROVER)
    manager.send(place + "/apply")
    fields = manager.open(place + "/undo").fields(place + "/undo")
    clock.move(minutes=6)

    asked = manager.client.post(place + "/undo", data=fields)
    assert "Confirm that it is you" in Page(asked.text).title
    assert _name(manager) == "Another name"
    again = Page(asked.text).fields(place + "/undo") | {"proof_password": PASSWORD}
    answer = manager.client.post(place + "/undo", data=again)

    assert (answer.status_code, _name(manager)) == (303, before)


def test_what_somebody_shut_out_approved_waits_again_and_says_why(manager: StaffBrowser) -> None:
    place = _approved(manager)
    with manager.held.sessions.begin() as session:
        shut_out = find_staff(session, "approver@signpost.example")
        assert shut_out is not None
        disable_staff(session, shut_out, at=manager.held.clock())
    _change_hands(manager, Role.ADMINISTRATOR)

    shown = manager.open(place)

    assert "It waits again: approver@signpost.example approved it" in shown.text
    assert "has been disabled since" in shown.text
    assert {place + "/apply", place + "/undo", place + "/discard"} <= set(shown.links.values())
    assert "Imports that wait for a second person: 1" in manager.open("/admin").text


def test_who_decides_is_warned_that_whoever_brought_it_was_shut_out(manager: StaffBrowser) -> None:
    place = _bring(manager, _renamed(manager))
    with manager.held.sessions.begin() as session:
        shut_out = find_staff(session, "manager@signpost.example")
        assert shut_out is not None
        disable_staff(session, shut_out, at=manager.held.clock())
    _change_hands(manager, Role.APPROVER)

    assert "The account of manager@signpost.example has been disabled." in manager.open(place).text


def _change_hands_to(browser: StaffBrowser, email: str) -> None:
    browser.client.cookies.clear()
    browser.sign_in(email)


def test_an_undo_is_refused_with_the_services_that_somebody_edited(manager: StaffBrowser) -> None:
    place = _bring(manager, _renamed(manager))
    _change_hands(manager, Role.APPROVER)
    manager.send(place + "/apply")
    with manager.held.sessions.begin() as session:
        session.scalars(select(Service).where(Service.slug == HOUSING)).one().description = "Edited since."
    token = manager.open(IMPORTS).fields(IMPORTS)["form_token"]

    answer = manager.client.post(place + "/undo", data={"form_token": token})

    assert answer.status_code == 409
    assert HOUSING in Page(answer.text).text
    assert _name(manager) == "Another name"


def test_what_is_thrown_away_can_never_be_applied(manager: StaffBrowser) -> None:
    place = _bring(manager, _renamed(manager))
    manager.send(place + "/discard")
    _change_hands(manager, Role.APPROVER)
    token = manager.open(IMPORTS).fields(IMPORTS)["form_token"]

    answer = manager.client.post(place + "/apply", data={"form_token": token})

    assert answer.status_code == 409
    with manager.held.sessions() as session:
        assert session.scalars(select(Metadata)).all() == []


def test_every_page_of_an_import_is_well_made(manager: StaffBrowser) -> None:
    place = _bring(manager, _renamed(manager))
    _change_hands(manager, Role.APPROVER)
    for path in (IMPORTS, place, place + "/apply", place + "/discard", "/admin/exports"):
        page = manager.open(path)
        assert len(page.all("h1")) == 1, path
        assert page.unlabelled() == [], path
        for form in page.all("form", method="post"):
            assert page.fields(form.attributes["action"])["form_token"], path


def test_an_import_that_is_not_there_is_a_plain_404(manager: StaffBrowser) -> None:
    assert manager.client.get(f"{IMPORTS}/6f1d1c6e-1f0a-5c0e-9a57-5d6a6b0c51d9").status_code == 404
    assert manager.client.get(f"{IMPORTS}/nonsense").status_code == 422
