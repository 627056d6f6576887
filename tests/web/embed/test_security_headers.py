"""Which headers an answer carries: strict everywhere, and other framing for the chat's frame alone."""

import re

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from tests.web.embed.conftest import OTHER, PARTNER
from web.security_headers import HEADERS, SANDBOX, TRUSTED_TYPES


PAGES = ["/", "/chat", "/services", "/services/a-to-z", "/staff/sign-in", "/static/nothing.js", "/nowhere"]
FRAMES = ["/chat/frame", "/chat/frame/nowhere"]


def directives(answer: Response) -> dict[str, str]:
    """The parts of an answer's content security policy."""
    parts = (part.strip().partition(" ") for part in answer.headers["content-security-policy"].split(";"))
    return {name: value for name, _, value in parts}


@pytest.mark.parametrize("path", PAGES + FRAMES)
def test_no_policy_allows_inline_code_or_another_host(client: TestClient, path: str) -> None:
    found = directives(client.get(path))
    rest = {name: value for name, value in found.items() if name not in {"frame-ancestors", "sandbox"}}

    assert rest["default-src"] == "'none'"
    assert not re.search(r"unsafe|http|\*", " ".join(rest.values()))
    assert found["base-uri"] == "'none'"


@pytest.mark.parametrize("path", PAGES + FRAMES)
def test_markup_becomes_a_page_only_through_the_one_named_policy(client: TestClient, path: str) -> None:
    found = directives(client.get(path))

    assert found["require-trusted-types-for"] == "'script'"
    assert found["trusted-types"] == TRUSTED_TYPES == "signpost-chat"


@pytest.mark.parametrize("path", PAGES)
def test_no_page_but_the_frame_may_be_framed(client: TestClient, path: str) -> None:
    answer = client.get(path)

    assert answer.headers["x-frame-options"] == "DENY"
    assert directives(answer)["frame-ancestors"] == "'none'"
    assert "sandbox" not in directives(answer)


@pytest.mark.parametrize("path", FRAMES)
def test_the_frame_may_stand_in_the_pages_of_named_sites_alone(client: TestClient, path: str) -> None:
    answer = client.get(path)

    assert directives(answer)["frame-ancestors"] == f"'self' {PARTNER} {OTHER}"
    assert "x-frame-options" not in answer.headers  # it knows no names, and would refuse them all


@pytest.mark.parametrize("environ", [{}])  # no site is named
def test_without_names_only_our_own_pages_hold_the_frame(client: TestClient) -> None:
    assert directives(client.get("/chat/frame"))["frame-ancestors"] == "'self'"


@pytest.mark.parametrize("path", FRAMES)
def test_the_frame_is_nobodys_origin_whatever_the_page_around_it_asks_for(
    client: TestClient,
    path: str,
) -> None:
    box = directives(client.get(path))["sandbox"]

    assert box == SANDBOX
    assert "allow-same-origin" not in box
    assert "allow-top-navigation " not in f"{box} "


@pytest.mark.parametrize("path", ["/chat/frames", "/chat/framed/x", "/services/chat/frame", "//chat/frame"])
def test_an_address_that_looks_like_the_frame_is_not_it(client: TestClient, path: str) -> None:
    assert client.get(path).headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("path", PAGES + FRAMES)
def test_every_answer_hides_where_people_came_from(client: TestClient, path: str) -> None:
    headers = client.get(path).headers

    assert {name: headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize(
    "path", ["/chat/frame", "/static/chat/chat.css", "/static/chat/page.js", "/embed.js"]
)
def test_what_the_frame_and_its_launcher_need_can_be_read_from_any_page(
    client: TestClient, path: str
) -> None:
    headers = client.get(path).headers

    assert headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in headers


@pytest.mark.parametrize(
    "path", ["/", "/chat", "/services", "/staff/sign-in", "/static/staff.js", "/health/live"]
)
def test_nothing_else_can_be_read_from_another_site(client: TestClient, path: str) -> None:
    assert "access-control-allow-origin" not in client.get(path).headers


def test_only_the_page_at_the_root_may_hold_a_frame(client: TestClient) -> None:
    assert directives(client.get("/"))["frame-src"] == "'self'"
    assert "frame-src" not in directives(client.get("/chat"))


PARTS = ["/static/chat/chat.css", "/static/chat/page.js", "/embed.js", "/static/staff.js"]


@pytest.mark.parametrize("path", PARTS)
def test_scripts_and_styles_carry_what_concerns_them_and_no_more(client: TestClient, path: str) -> None:
    headers = client.get(path).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "content-security-policy" not in headers
    assert "permissions-policy" not in headers
    assert sum(len(name) + len(value) + 4 for name, value in headers.items()) < 450


def test_an_error_in_the_place_of_a_script_is_a_page_and_held_to_the_policy(client: TestClient) -> None:
    answer = client.get("/static/chat/nothing.js")

    assert answer.status_code == 404
    assert directives(answer)["default-src"] == "'none'"
