"""The directory as somebody who asks would see it."""

from urllib.parse import urlencode

import pytest

from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from vocabulary.areas import District


ASKED = {"need": "cuckooing", "area": District.TELFORD_AND_WREKIN.value, "age": "26-59", "time": "11am"}


def _ask(manager: StaffBrowser, **changes: str) -> Page:
    return manager.open(f"/admin/preview?{urlencode(ASKED | changes)}")


def _names(page: Page) -> list[str]:
    return [each.text for each in page.all("h3")]


def test_the_form_alone_shows_no_answer(manager: StaffBrowser) -> None:
    page = manager.open("/admin/preview")

    assert _names(page) == []
    assert page.unlabelled() == []


def test_the_answer_is_the_cards_that_the_chat_would_show(manager: StaffBrowser) -> None:
    page = _ask(manager)

    assert _names(page)[0] == "Telford adult safeguarding"
    assert "Why this one" in page.text
    assert "The answer on 24 November 2026 at 11:00" in page.text
    assert page.all("form", method="post", action="/chat/wrong#latest") == []


def test_the_place_and_the_time_change_the_answer(manager: StaffBrowser) -> None:
    here = _names(_ask(manager))

    assert _names(_ask(manager, area=District.WORCESTER.value)) != here
    assert (
        "The answer on 25 December 2026 at 02:00"
        in _ask(manager, time="2am", day="25", month="12", year="2026").text
    )


def test_a_child_s_answer_leads_with_the_children_s_team(manager: StaffBrowser) -> None:
    assert _names(_ask(manager, age="under-18"))[0] == "Telford Family Connect (children)"


def test_what_was_chosen_stays_chosen(manager: StaffBrowser) -> None:
    fields = _ask(manager).fields("/admin/preview")

    assert {name: fields[name] for name in ASKED} == ASKED


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"need": ""}, "need"),
        ({"need": "<script>"}, "need"),
        ({"day": "31", "month": "2", "year": "2026"}, "day"),
        ({"day": "x"}, "day"),
        ({"day": "1", "month": "1", "year": "9999"}, "day"),
        ({"time": "25:00"}, "time"),
        ({"time": "9"}, "time"),
    ],
)
def test_a_mistake_is_told_at_its_field(manager: StaffBrowser, changes: dict[str, str], field: str) -> None:
    answer = manager.client.get(f"/admin/preview?{urlencode(ASKED | changes)}")
    page = Page(answer.text)

    assert answer.status_code == 422
    assert page.title.startswith("Error:")
    assert page.broken_error_links() == []
    assert f"#{field}" in page.links.values()


def test_looking_is_not_counted_as_a_visit(manager: StaffBrowser) -> None:
    _ask(manager)

    assert not (manager.held.settings.home / "spool").exists()
