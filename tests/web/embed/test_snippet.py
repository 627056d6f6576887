"""What a partner copies: the numbers as the directory has them, a plain link, the launcher by its hash."""

import re

from fastapi.testclient import TestClient
from sqlalchemy import select

from directory.model import Phone
from tests.web.chat.conftest import Place
from tests.web.page_reader import Page
from web.embed.launcher import integrity


SITE = "https://signpost.example"


def copied(client: TestClient) -> str:
    """The lines to copy, as the page at the root shows them."""
    return "".join(Page(client.get("/").text).one("pre").pieces)


def read(client: TestClient) -> Page:
    """A partner's page that holds them and nothing else."""
    return Page(f"<html><body>{copied(client)}</body></html>")


def test_it_leads_to_the_chat_by_a_plain_link_that_says_nothing_of_the_page(client: TestClient) -> None:
    page = read(client)
    link = page.one("a", href=f"{SITE}/chat")

    assert link.text == "Find support"
    assert link.attributes["rel"] == "noreferrer"


def test_it_names_the_launcher_its_hash_and_no_referrer(client: TestClient) -> None:
    script = read(client).one("script").attributes

    assert script["src"] == f"{SITE}/embed.js"
    assert script["integrity"] == integrity()
    assert script["crossorigin"] == "anonymous"  # without it a browser cannot compare the hash
    assert script["referrerpolicy"] == "no-referrer"
    assert "async" in script


def test_it_says_whom_to_ring_before_anything_is_opened(client: TestClient) -> None:
    page = read(client)
    numbers = [link for link in page.links.values() if link.startswith("tel:")]

    assert "Ring 999" in page.text
    assert "press 55" in page.text
    assert numbers[0] == "tel:999"
    assert {"tel:101", "tel:116123", "tel:08001111"} <= set(numbers)
    assert numbers.count("tel:999") == 1


def test_a_number_that_a_manager_changed_is_the_one_to_copy(client: TestClient, place: Place) -> None:
    with place.resources.sessions.begin() as session:
        for phone in session.scalars(select(Phone).where(Phone.number.contains("116 123"))):
            phone.number = "0306 999 0123"

    links = read(client).links.values()

    assert "tel:03069990123" in links
    assert "tel:116123" not in links


def test_the_launchers_hash_stays_when_a_number_changes(client: TestClient, place: Place) -> None:
    before = client.get("/embed.js").content
    with place.resources.sessions.begin() as session:
        for phone in session.scalars(select(Phone)):
            phone.number = "0306 999 0123"

    assert client.get("/embed.js").content == before
    assert "03069990123" in copied(client)


def test_the_numbers_outlive_a_database_that_is_away(client: TestClient, place: Place) -> None:
    place.resources.sessions.configure(bind=None)

    assert "tel:116123" in read(client).links.values()


def test_it_has_no_inline_style_and_no_inline_code(client: TestClient) -> None:
    html = copied(client)

    assert not re.search(r"style=|<style|\son[a-z]+=|javascript:", html)
    assert re.search(r"<script[^>]*></script>\s*$", html)
