"""The page on which staff teach the chat phrases."""

import pytest

from directory.model import Synonym
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser


PATH = "/admin/words"
CHILD = "criminal-exploitation-child"


def _add(browser: StaffBrowser, phrase: str = "County line graft", need: str = CHILD) -> Page:
    answer = browser.send(PATH, phrase=phrase, need=need)
    assert answer.status_code == 303, answer.text
    return browser.open(PATH)


def _remove(browser: StaffBrowser) -> str:
    with browser.held.sessions() as session:
        return f"{PATH}/{session.query(Synonym).one().id}/remove"


def test_a_phrase_is_added_and_listed_with_who_added_it(manager: StaffBrowser) -> None:
    page = _add(manager)

    assert page.one("h3").text == "County line graft"
    assert "manager@signpost.example, 24 November 2026" in page.text


def test_a_phrase_that_is_taken_away_can_be_put_back(manager: StaffBrowser) -> None:
    _add(manager)
    manager.send(PATH, _remove(manager))
    page = manager.open(PATH)
    assert page.all("h3") == []
    fields = {"form_token": page.all("input", name="form_token")[0].attributes["value"]}

    answer = manager.client.post(PATH, data=fields | {"need": CHILD, "phrase": "County line graft"})

    assert answer.status_code == 303
    assert "Put back" not in manager.open(PATH).text


def test_another_need_s_phrase_is_refused_and_named(manager: StaffBrowser) -> None:
    _add(manager)

    answer = manager.send(PATH, phrase="COUNTY line-graft", need="housing")

    assert answer.status_code == 422
    assert "stands for “Someone under 18 is made to carry, hold or sell drugs” already" in answer.text
    assert Page(answer.text).broken_error_links() == []


def test_a_phrase_within_a_longer_one_is_shown_as_a_conflict(manager: StaffBrowser) -> None:
    _add(manager)

    assert "stands within “county line graft”" in _add(manager, "line graft", "housing").text


def test_a_phrase_that_is_danger_says_that_danger_goes_first(manager: StaffBrowser) -> None:
    assert "with the card for danger first" in _add(manager, "he is stabbing me right now", "housing").text


@pytest.mark.parametrize(
    ("phrase", "need", "field"),
    [
        ("x", CHILD, "phrase"),
        ("", CHILD, "phrase"),
        ("y" * 500, CHILD, "phrase"),
        ("county line graft", "", "need"),
    ],
)
def test_a_mistake_is_told_at_its_field(manager: StaffBrowser, phrase: str, need: str, field: str) -> None:
    answer = manager.send(PATH, phrase=phrase, need=need)
    page = Page(answer.text)

    assert answer.status_code == 422
    assert page.title.startswith("Error:")
    assert f"#{field}" in page.links.values()
    assert page.broken_error_links() == []


def test_a_phrase_is_shown_as_text_and_never_as_markup(manager: StaffBrowser) -> None:
    _add(manager, "<script>alert(1)</script>")

    assert "<script>alert" not in manager.client.get(PATH).text
