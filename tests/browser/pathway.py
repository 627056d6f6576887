"""A whole pathway in the product's own words, led by the tests' engine: the same at every run."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, expect

from tests.browser.conversing import open_chat
from tests.web.chat.conftest import Place
from tests.web.chat.fake_engine import Utterances


DANGER = "he has a knife and he is outside my door now"
SUICIDE = "i want to die"  # its card has more numbers than stay in sight
TAKEN_OVER = "they have taken over my flat"


def choices(**payloads: str) -> list[dict[str, str]]:
    """Buttons by the ids of their words, in which a dot is written as two underscores."""
    return [{"words": key.replace("__", "."), "payload": value} for key, value in payloads.items()]


NEEDS = {
    "kind": "question",
    "words": "question.needs",
    "choices": choices(group__used="/used", group__harm="/harm", group__drugs="/drugs"),
}
SAFE = {
    "kind": "question",
    "words": "question.danger",
    "choices": choices(choice__safe="/safe", choice__not_safe="/not_safe", choice__skip="/skip"),
}
SERVICES = {
    "kind": "services",
    "words": "services.first",
    "services": [
        {"id": "release", "why": ["need", "national"]},
        {"id": "victim-support-west-mercia-gateway", "why": ["need", "force_wide"]},
        {"id": "crimestoppers", "why": ["need"]},
    ],
}
NEXT = {
    "kind": "question",
    "words": "question.next",
    "choices": choices(choice__more_services="/more", choice__what_happens="/happens"),
}


def lead(message: str) -> Utterances:
    """The answers to one person's way from the first words to the services."""
    said: dict[str, Utterances] = {
        "/open": [{"kind": "text", "words": "text.welcome"}, NEEDS],
        TAKEN_OVER: [
            {"kind": "text", "words": "text.heard", "values": {"need": "@need.cuckooing"}},
            {"kind": "facts", "words": "facts.cuckooing.1"},
            SAFE,
        ],
        "/safe": [{"kind": "question", "words": "question.area"}],
        "telford": [
            {"kind": "question", "words": "question.age", "choices": choices(**{"age__26-59": "/age"})},
        ],
        "/age": [SERVICES, NEXT],
    }
    return said.get(message, [{"kind": "text", "words": "text.not_understood"}])


def begin(page: Page, address: str, place: Place) -> None:
    """Opens the chat, led along the pathway from here on."""
    place.engine.answer = lead
    open_chat(page, address)


def type_in(page: Page, text: str) -> None:
    """Types a message, sends it by Enter and waits for what came of it."""
    page.fill("#text", text)
    page.keyboard.press("Enter")
    expect(page.locator("#latest .is-you")).to_contain_text(text)


def choose(page: Page, label: str) -> None:
    """Presses a button and waits for what came of it."""
    page.get_by_role("button", name=label).click()
    expect(page.locator("#latest .is-you")).to_contain_text(label)


def to_the_services(page: Page) -> None:
    """From the opening along the pathway to its end."""
    type_in(page, TAKEN_OVER)
    choose(page, "Yes, I am safe")
    type_in(page, "telford")
    choose(page, "26 to 59")


@contextmanager
def on_its_way(place: Place) -> Iterator[threading.Event]:
    """Within it the engine keeps its answer back until the event is set, or to the end."""
    place.engine.until = threading.Event()
    try:
        yield place.engine.until
    finally:
        place.engine.until.set()
