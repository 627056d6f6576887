"""The launcher as a file: small, the same for everybody, known by its hash, in the catalogue's words."""

import base64
import gzip
import hashlib
import re

import pytest
from fastapi.testclient import TestClient

from tests.web.page_reader import Page
from vocabulary.languages import Language
from vocabulary.words import speaking, words
from web.chat.view import AWAY
from web.embed.launcher import FILE, FOLDER, integrity
from web.embed.snippet import launcher_words, snippet
from web.security_headers import FRAME, SANDBOX


MOST_BYTES = 4000
SOURCE = (FOLDER / FILE).read_text(encoding="utf-8")
WORDS = dict(re.findall(r'^    (\w+): "([^"]+)",$', SOURCE, re.MULTILINE))


def test_it_is_served_as_a_script_to_any_site(client: TestClient) -> None:
    answer = client.get("/embed.js")

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert answer.text == SOURCE


def test_its_hash_is_the_one_of_what_is_served(client: TestClient) -> None:
    method, _, digest = integrity().partition("-")

    assert method == "sha384"
    assert base64.b64decode(digest) == hashlib.sha384(client.get("/embed.js").content).digest()


def test_it_is_kept_for_an_hour_and_no_longer(client: TestClient) -> None:
    assert client.get("/embed.js").headers["cache-control"] == "public, max-age=3600"


def test_a_browser_that_has_it_already_is_not_sent_it_again(client: TestClient) -> None:
    first = client.get("/embed.js")
    again = client.get("/embed.js", headers={"If-None-Match": first.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_it_can_be_asked_about_without_being_fetched(client: TestClient) -> None:
    assert client.head("/embed.js").status_code == 200
    assert client.post("/embed.js").status_code == 405


def test_it_is_small() -> None:
    assert len(gzip.compress(SOURCE.encode())) <= MOST_BYTES


@pytest.mark.parametrize(
    "name",
    [
        "fetch(", "XMLHttpRequest", "sendBeacon", "import(", "localStorage", "sessionStorage", "indexedDB",
        "cookie", "innerHTML", "insertAdjacentHTML", "eval(", "Function(", ".style=", "globalThis",
        "window.signpost", "history.", "console.",
    ],
)  # fmt: skip
def test_it_asks_for_nothing_keeps_nothing_and_reads_no_markup(name: str) -> None:
    assert name not in SOURCE


def test_its_one_address_is_the_frame_of_where_it_came_from() -> None:
    addresses = set(re.findall(r"https?://[^\"`\s]+", SOURCE))
    asked = set(re.findall(r"\$\{site\}([^`]*)", SOURCE))

    assert addresses == {AWAY}
    assert asked == {"/chat", FRAME, f"{FRAME}/in/${{language}}"}


def test_it_asks_for_the_sandbox_that_the_frame_insists_on() -> None:
    assert f'"{SANDBOX}"' in SOURCE


def test_its_english_words_are_those_of_the_catalogue() -> None:
    assert {"label": words("embed.label"), **launcher_words()} == WORDS


@pytest.mark.parametrize("language", list(Language))
def test_a_partner_can_say_each_of_its_words_in_another_language(language: Language) -> None:
    with speaking(language):
        lines = Page(f"<html><body>{snippet('https://signpost.example', [])}</body></html>")
    given = {
        name.removeprefix("data-") for name in lines.one("script").attributes if name.startswith("data-")
    }

    assert given - {"label", "position", "colour", "language"} == (
        set() if language is Language.ENGLISH else WORDS.keys() - {"label"}
    )
