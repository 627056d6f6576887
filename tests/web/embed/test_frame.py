"""The chat in a frame: the same pages and the same server, at addresses that a frame may show."""

import re

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select

from tests.web.chat.conftest import Place
from tests.web.page_reader import Page
from usage.model import UsageRow
from vocabulary.faults import Fault
from vocabulary.pathway import Step
from web.chat.view import AWAY


FRAME = "/chat/frame"
FRAGMENT = {"Accept": "text/html;fragment"}
# What a browser says of our own form in a sandboxed frame on a partner's page.
STRANGER = {"Origin": "null", "Sec-Fetch-Site": "cross-site"}
SHOWN = [{"kind": "services", "words": "services.first", "services": [{"id": "release"}]}]
TO_OTHER_PROGRAMS = ("tel:", "sms:", "mailto:", "#")


def opened(client: TestClient) -> Page:
    fields = Page(client.get(FRAME).text).fields(f"{FRAME}#latest")
    return Page(client.post(FRAME, data=fields, headers=STRANGER).text)


def compose(page: Page) -> dict[str, str]:
    form = page.one("form", id="compose")
    return {
        each.attributes["name"]: each.attributes["value"] for each in page.all("input") if each.within(form)
    }


def shown(client: TestClient, place: Place) -> tuple[Page, dict[str, str]]:
    """The page with a service on it, and what its form for a wrong entry sends."""
    page = opened(client)
    place.engine.answer = lambda _: SHOWN
    page = Page(client.post(FRAME, data={**compose(page), "text": "hello"}, headers=STRANGER).text)
    return page, page.fields(f"{FRAME}/wrong#latest") | {"fault": Fault.HOURS.value}


def states(client: TestClient, place: Place) -> list[Page]:
    """Every page that the frame shows in a conversation."""
    first = Page(client.get(FRAME).text)
    start = opened(client)
    danger = {**compose(start), "text": "he has a knife and he is outside my door now"}
    crisis = Page(client.post(FRAME, data=danger).text)
    page, told = shown(client, place)
    wrong = Page(client.post(f"{FRAME}/wrong", data=told).text)
    cleared = Page(client.post(f"{FRAME}/forget", data={"conversation": compose(page)["conversation"]}).text)
    return [first, start, crisis, page, wrong, cleared]


def test_no_form_of_the_frame_leads_out_of_it(client: TestClient, place: Place) -> None:
    actions = {form.attributes["action"] for page in states(client, place) for form in page.all("form")}

    assert actions
    assert {action for action in actions if not re.match(rf"{FRAME}(#|/|$)", action)} == set()


def test_every_link_of_the_frame_opens_a_program_a_tab_the_whole_window_or_the_frame(
    client: TestClient, place: Place
) -> None:
    for page in states(client, place):
        for link in page.all("a"):
            href, target = link.attributes["href"], link.attributes.get("target")
            if href == AWAY:
                assert target == "_top"
            elif target == "_blank":
                assert {"noopener", "noreferrer"} <= set(link.attributes["rel"].split())
            else:
                assert href.startswith((*TO_OTHER_PROGRAMS, FRAME)), href


def test_no_form_of_the_page_by_itself_leads_into_the_frame(client: TestClient) -> None:
    fields = Page(client.get("/chat").text).fields("/chat#latest")
    page = client.post("/chat", data=fields).text

    assert FRAME not in page
    assert "framed.js" not in page


def test_only_the_frame_tells_the_page_around_it_that_it_is_there(client: TestClient, place: Place) -> None:
    for page in states(client, place):
        assert [each.attributes["src"] for each in page.all("script")].count("/static/chat/framed.js") == 1


def test_a_conversation_goes_through_the_frame(client: TestClient, place: Place) -> None:
    page = opened(client)
    answer = client.post(FRAME, data={**compose(page), "text": "they want money"}, headers=STRANGER)

    assert place.engine.messages == ["they want money"]
    assert "they want money" in Page(answer.text).one("div", role="log").text


def test_a_fragment_of_the_frame_can_be_read_by_a_page_that_is_nobodys(client: TestClient) -> None:
    asked = {**compose(opened(client)), "text": "they want money"}
    answer = client.post(FRAME, data=asked, headers=STRANGER | FRAGMENT)

    assert "<html" not in answer.text
    assert answer.headers["access-control-allow-origin"] == "*"


# --- telling that something is wrong


def tell(client: TestClient, told: dict[str, str], **headers: str) -> Response:
    return client.post(f"{FRAME}/wrong", data=told, headers=headers)


def test_a_wrong_number_is_told_from_the_frame(client: TestClient, place: Place) -> None:
    _, told = shown(client, place)

    answer = tell(client, told, **STRANGER)

    assert answer.status_code == 200
    assert "Thank you" in answer.text


@pytest.mark.parametrize("path", [f"{FRAME}/wrong", "/chat/wrong"])
@pytest.mark.parametrize("token", ["", "made-up", "another"])
def test_another_site_cannot_tell_it_through_somebodys_browser(
    client: TestClient, place: Place, path: str, token: str
) -> None:
    _, told = shown(client, place)
    place.engine.answer = lambda _: []
    other = compose(opened(client))["conversation"]  # an open one, which was shown nothing
    forged = told | {"conversation": other if token == "another" else token}

    answer = client.post(path, data=forged, headers=STRANGER)

    assert answer.status_code == 403


def test_our_own_page_tells_it_after_its_conversation_has_ended(client: TestClient, place: Place) -> None:
    _, told = shown(client, place)
    told["conversation"] = ""

    assert client.post("/chat/wrong", data=told, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200


# --- what nobody waits for


@pytest.mark.parametrize("base", ["/chat", FRAME])
def test_an_opened_contact_is_counted_once_a_visit(place: Place, base: str) -> None:
    with TestClient(place.app, base_url="http://localhost:8000") as client:
        _, told = shown(client, place)
        opening = {"conversation": told["conversation"], "service": told["service"]}
        answers = [client.post(f"{base}/opened", data=opening, headers=STRANGER) for _ in "ab"]

    with place.resources.sessions() as session:
        (row,) = session.scalars(select(UsageRow))  # the log is flushed when the application stops
    assert [answer.status_code for answer in answers] == [204, 204]
    assert (row.step, row.service) == (Step.CONTACT_OPENED, told["service"])


def test_an_opened_contact_of_a_chat_that_is_over_is_no_error_for_the_person(client: TestClient) -> None:
    answer = client.post(f"{FRAME}/opened", data={"conversation": "made-up", "service": "x"})

    assert answer.status_code == 204


def test_the_frame_forgets_by_a_form_that_any_page_may_send(client: TestClient, place: Place) -> None:
    token = compose(opened(client))["conversation"]
    client.post("/chat/left", data={"conversation": token}, headers=STRANGER)

    assert len(place.app.state.chat.registry) == 0


# --- in the language of the partner's page


def test_the_frame_opens_in_the_language_of_the_partners_page(client: TestClient) -> None:
    page = Page(client.get(f"{FRAME}/in/pl").text)

    assert page.one("html").attributes["lang"] == "pl"
    assert page.fields(f"{FRAME}#latest")["language"] == "pl"
    assert page.one("form", action=f"{FRAME}#latest")


@pytest.mark.parametrize("tag", ["en-GB", "xx", "pl-PL;x", "%00"])
def test_a_language_that_we_have_no_words_in_is_english(client: TestClient, tag: str) -> None:
    page = Page(client.get(f"{FRAME}/in/{tag}").text)

    assert page.one("html").attributes["lang"] in {"en-GB", "pl"}


def test_the_page_by_itself_has_no_language_in_its_address(client: TestClient) -> None:
    assert client.get("/chat/in/pl").status_code == 404


@pytest.mark.parametrize("environ", [{"SIGNPOST_UNREAD_LANGUAGES": "no"}], ids=["drafts are not shown"])
def test_a_draft_that_may_not_be_shown_is_english(client: TestClient) -> None:
    assert Page(client.get(f"{FRAME}/in/pl").text).one("html").attributes["lang"] == "en-GB"
