"""What a screen reader is given to say when something comes: once, as text, one by one, danger first."""

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.pathway import (
    DANGER,
    TAKEN_OVER,
    begin,
    choose,
    on_its_way,
    to_the_services,
    type_in,
)
from tests.web.chat.conftest import Place
from tests.web.chat.fake_engine import Utterances
from vocabulary.words import words


MONTHS = [f"month.{number}" for number in range(1, 13)]
# Notes each item of each live region: how urgent, what, what it is made of, when it came and when it went.
LISTEN = """() => {
  window.heard = [];
  for (const region of document.querySelectorAll("[aria-live=polite], [aria-live=assertive]")) {
    new MutationObserver((changes) => {
      for (const change of changes) {
        for (const item of change.addedNodes) window.heard.push({
          item, manner: region.getAttribute("aria-live"), text: item.textContent,
          parts: item.querySelectorAll?.("*").length ?? -1, came: performance.now(), went: null,
        });
        for (const item of change.removedNodes) {
          window.heard.find((each) => each.item === item).went = performance.now();
        }
      }
    }).observe(region, { childList: true });
  }
}"""


def heard(page: Page, number: int) -> list[dict[str, Any]]:
    """What was put to be said, once so many items came and went."""
    done = "(number) => window.heard.filter((each) => each.went).length >= number"
    page.wait_for_function(done, arg=number)
    page.wait_for_timeout(600)  # for any that should not have come
    found: list[dict[str, Any]] = page.evaluate("window.heard.map(({ item, ...rest }) => rest)")
    return found


def texts(items: list[dict[str, Any]]) -> list[str]:
    return [each["text"] for each in items]


@pytest.fixture
def talk(page: Page, address: str, place: Place) -> Page:
    begin(page, address, place)
    page.evaluate(LISTEN)
    return page


def live(session: CDPSession, role: str) -> list[str]:
    """How live the elements of a role are, as the browser tells assistive technology."""
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return [
        next((each["value"]["value"] for each in node.get("properties", []) if each["name"] == "live"), "")
        for node in nodes
        if node["role"]["value"] == role
    ]


def test_the_transcript_is_a_log_that_says_nothing_by_itself(talk: Page) -> None:
    session = talk.context.new_cdp_session(talk)
    assert live(session, "log") == [""]
    assert talk.locator("#log [aria-live], #log [role=status], #log [role=alert]:visible").count() == 0
    talk.evaluate("document.querySelector('#log').removeAttribute('aria-live')")

    assert live(session, "log") == ["polite"]


def test_every_message_is_said_once_and_then_the_answers_to_choose_from(talk: Page) -> None:
    type_in(talk, TAKEN_OVER)

    assert texts(heard(talk, 4)) == [
        f"Signpost: Thank you for telling me. I think this is about: {words('need.cuckooing')}. "
        "It is not your fault, and you do not have to face it alone.",
        "Signpost: You can get support without telling the police. It is free.",
        "Signpost: Are you safe right now?",
        "Choose an answer: Yes, I am safe. No, I am not safe. I don't know, or skip. Or type your message.",
    ]


def test_what_is_said_is_text_only(talk: Page) -> None:
    to_the_services(talk)

    assert {each["parts"] for each in heard(talk, 9)} == {0}


def test_services_are_said_by_name_and_number_without_small_print(talk: Page) -> None:
    to_the_services(talk)
    said = next(text for text in texts(heard(talk, 9)) if "These services" in text)

    assert "Release. Ring 020 7324 2989." in said
    assert "not yet confirmed" not in said
    assert "opens in a new tab" not in said


def test_items_come_one_by_one_stay_a_second_and_leave_nothing_behind(talk: Page) -> None:
    type_in(talk, TAKEN_OVER)
    items = heard(talk, 4)

    gaps = [later["came"] - sooner["came"] for sooner, later in pairwise(items)]
    assert min(gaps) >= 200
    assert all(950 <= each["went"] - each["came"] < 2000 for each in items)
    assert talk.locator("[aria-live=polite] *, [aria-live=assertive] *").count() == 0


def test_danger_is_said_first_at_once_and_alone(talk: Page) -> None:
    type_in(talk, DANGER)
    items = heard(talk, 2)

    assert [each["manner"] for each in items] == ["assertive", "polite"]
    assert items[0]["text"].startswith(
        f"Signpost: {words('crisis.emergency.heading')}. 999 emergency. Ring 999."
    )
    assert items[1]["came"] >= items[0]["went"] - 50  # both are timed: which one is first is not the point


def test_danger_goes_before_what_still_waits_and_nothing_is_lost(talk: Page, place: Place) -> None:
    def months(message: str) -> Utterances:
        shown = MONTHS if message == "months" else ["day.0"]
        return [{"kind": "text", "words": each} for each in shown]

    place.engine.answer = months
    type_in(talk, "months")
    type_in(talk, DANGER)
    items = heard(talk, 14)

    urgent = next(each for each in items if each["manner"] == "assertive")
    assert items.index(urgent) < 12
    assert texts([each for each in items if each is not urgent]) == [
        f"Signpost: {words(each)}." for each in (*MONTHS, "day.0")
    ]


def test_what_the_person_said_is_not_said_back(talk: Page) -> None:
    type_in(talk, TAKEN_OVER)
    choose(talk, "Yes, I am safe")

    assert not any(TAKEN_OVER in text or "You:" in text for text in texts(heard(talk, 5)))


def test_a_message_that_did_not_get_through_is_said(talk: Page) -> None:
    talk.route("**/chat", lambda route: route.abort())
    talk.fill("#text", TAKEN_OVER)
    talk.keyboard.press("Enter")

    (said,) = heard(talk, 1)
    assert said["text"].startswith("Signpost: Your message did not get through.")


def test_waiting_is_told_only_when_it_lasts(talk: Page, place: Place) -> None:
    sending = talk.locator("#sending")
    with on_its_way(place):
        talk.fill("#text", TAKEN_OVER)
        talk.keyboard.press("Enter")
        talk.wait_for_timeout(300)
        expect(sending).to_have_text("")
        expect(sending).to_have_text("Sending. This can take a few seconds.")
        assert sending.get_attribute("role") == "status"
    expect(sending).to_have_text("")


def test_the_chat_that_has_just_opened_is_not_said_over_the_message_in_focus(talk: Page) -> None:
    expect(talk.locator("#log .is-us").first).to_be_focused()
    talk.wait_for_timeout(600)

    assert talk.evaluate("window.heard") == []
