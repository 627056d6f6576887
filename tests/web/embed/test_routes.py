"""The page at the root: three doors, and a demonstration of a partner's page with what to copy from it."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.web.chat.conftest import Place
from tests.web.page_reader import Page
from web.embed.launcher import integrity


def root(client: TestClient) -> Page:
    answer = client.get("/")
    assert answer.status_code == 200
    return Page(answer.text)


def test_it_leads_through_the_three_doors(client: TestClient) -> None:
    page = root(client)
    nav = page.one("nav")
    doors = [link.attributes["href"] for link in page.all("a") if link.within(nav)]

    assert doors == ["/chat", "/services", "/staff/sign-in"]
    assert [client.get(door).status_code for door in doors] == [200, 200, 200]


def test_it_says_that_it_is_a_demonstration_before_it_shows_one(client: TestClient) -> None:
    text = root(client).text

    assert text.index("This page is a demonstration.") < text.index("Example council")


def test_what_is_shown_is_what_is_copied_with_our_own_address(client: TestClient) -> None:
    page = root(client)
    copied = "".join(page.one("pre").pieces)
    shown = page.one("script").attributes

    assert shown["src"] == "/embed.js"
    assert shown["integrity"] == integrity()
    assert copied.replace("https://signpost.example/", "/") in client.get("/").text


def test_it_opens_no_conversation(client: TestClient, place: Place) -> None:
    root(client)

    assert place.engine.told == []
    assert len(place.app.state.chat.registry) == 0


@pytest.mark.parametrize("away", ["engine", "database"])
def test_it_needs_neither_the_engine_nor_the_database(client: TestClient, place: Place, away: str) -> None:
    if away == "engine":
        place.stop_engine()
    else:
        place.resources.sessions.configure(bind=None)

    assert "tel:116123" in root(client).links.values()


def test_its_title_says_nothing_and_no_search_engine_lists_it(client: TestClient) -> None:
    page = root(client)

    assert page.title == "Local information"
    assert page.one("meta", name="robots").attributes["content"] == "noindex"
    assert client.get("/").headers["cache-control"] == "no-store"


def test_it_keeps_to_the_policy(client: TestClient) -> None:
    html = client.get("/").text.partition("<pre")[0]

    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", html)
    assert not re.search(r"<script(?![^>]*\ssrc=)", html)
