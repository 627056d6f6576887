import gzip
import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import text

from tests.web.chat.conftest import Place
from tests.web.conftest import HandClock
from tests.web.page_reader import Element, Page
from web.chat.display import Display
from web.chat.schema import MessageRequest
from web.chat.view import AWAY


CHAT = Path(__file__).parents[3] / "web" / "static" / "chat"
DANGER = "he has a knife and he is outside my door now"
WHOLE, FRAGMENT = {}, {"Accept": "text/html;fragment"}


def first(client: TestClient) -> Page:
    answer = client.get("/chat")
    assert answer.status_code == 200
    return Page(answer.text)


def opened(client: TestClient) -> Page:
    return Page(client.post("/chat", data=first(client).fields("/chat#latest")).text)


def hidden(page: Page) -> dict[str, str]:
    form = page.one("form", id="compose")
    inside = [each for each in page.all("input") if each.within(form)]
    return {each.attributes["name"]: each.attributes["value"] for each in inside}


def send(client: TestClient, page: Page, headers: dict[str, str] | None = None, **fields: str) -> Response:
    return client.post("/chat", data={**hidden(page), **fields}, headers=headers or WHOLE)


def offered(page: Page) -> list[Element]:
    """The buttons that answer the newest question."""
    form = page.one("form", class_="choices")
    return [each for each in page.all("button", name="choice") if each.within(form)]


def log(page: Page) -> str:
    return page.one("div", role="log").text


# --- before the chat


def test_the_first_page_asks_who_can_see_and_says_how_to_leave_and_what_is_kept(client: TestClient) -> None:
    text = first(client).text

    assert "Can someone see your screen?" in text
    assert "What you type is used to answer you. It is not saved." in text
    assert "Leaving does not remove it." in text
    assert "private window" in text


def test_the_first_page_opens_no_conversation(client: TestClient, place: Place) -> None:
    first(client)

    assert place.engine.told == []
    assert len(place.app.state.chat.registry) == 0


def test_one_press_goes_on_to_the_chat(client: TestClient) -> None:
    page = first(client)
    form = page.one("form", class_="start")

    assert [each.text for each in page.all("button") if each.within(form)] == ["Go on to the chat"]
    assert list(page.fields("/chat#latest")) == ["turn", "language", "easy", "size"]
    assert opened(client).one("form", id="compose")


def test_the_first_page_has_the_fixed_numbers(client: TestClient) -> None:
    links = first(client).links

    assert {"tel:999", "tel:101", "tel:116123", "tel:08081689111"} <= set(links.values())


def test_the_first_page_is_complete_while_the_engine_and_the_database_are_away(
    client: TestClient, place: Place
) -> None:
    before = first(client)
    place.stop_engine()
    with place.resources.sessions.begin() as session:
        session.execute(text("DROP TABLE service"))

    after = first(client)

    assert after.links == before.links
    assert after.one("form", class_="start")


def test_a_number_that_was_withdrawn_goes_from_the_first_page_at_once(
    client: TestClient, place: Place
) -> None:
    assert "tel:116123" in first(client).links.values()
    with place.resources.sessions.begin() as session:
        session.execute(text("DELETE FROM phone WHERE number LIKE '%116%123%'"))

    assert "tel:116123" not in first(client).links.values()


def test_the_first_page_is_a_few_kilobytes(client: TestClient) -> None:
    assert len(gzip.compress(client.get("/chat").content)) < 4_000


def test_going_on_twice_opens_one_conversation(client: TestClient, place: Place) -> None:
    fields = first(client).fields("/chat#latest")
    pages = [Page(client.post("/chat", data=fields).text) for _ in "ab"]

    assert len({hidden(page)["conversation"] for page in pages}) == 1
    assert len(place.engine.told) == 1


def test_going_on_asks_nothing_of_whoever_sends_nothing_at_all(client: TestClient) -> None:
    assert "Please do not type names" in log(Page(client.post("/chat").text))


# --- the chat


def test_the_page_opens_with_the_greeting_and_its_buttons(client: TestClient) -> None:
    page = opened(client)

    assert "Please do not type names" in log(page)
    assert [each.text for each in offered(page)] == ["Start again"]
    assert page.unlabelled() == []


def test_the_emergency_line_and_the_way_out_come_before_everything_else(client: TestClient) -> None:
    for whole, content in (
        (client.get("/chat").text, "data-start"),
        (client.post("/chat").text, 'role="log"'),
    ):
        body = whole[whole.index("<body>") :]

        assert body.index("tel:999") < body.index("<main>")
        assert body.index(AWAY) < body.index("<main>")
        assert body.index("press 55") < body.index(content)


def test_the_emergency_line_is_sent_before_the_engine_answers(place: Place) -> None:
    import asyncio
    from types import SimpleNamespace

    from web.chat import page as module

    class Hanging:
        async def take(self, *_: Any, **__: Any) -> None:
            raise AssertionError("the first part did not wait for this")

    async def first_part() -> bytes:
        chat: Any = SimpleNamespace(take=Hanging().take)
        return await anext(module._opening(chat, Display(), MessageRequest(), "192.0.2.1"))

    assert b"tel:999" in asyncio.run(first_part())


def test_a_turn_works_by_a_plain_form(client: TestClient, place: Place) -> None:
    answer = send(client, opened(client), text="they want money")

    page = Page(answer.text)
    assert place.engine.messages == ["they want money"]
    assert "they want money" in log(page)
    assert "Can someone see your screen?" in log(page)
    assert page.title == "Local information"


def test_only_the_latest_exchange_is_on_the_page(client: TestClient) -> None:
    first = Page(send(client, opened(client), text="the first thing").text)
    second = Page(send(client, first, text="the second thing").text)

    assert "the second thing" in log(second)
    assert "the first thing" not in second.text


def test_a_reload_does_not_send_twice(client: TestClient, place: Place) -> None:
    page = opened(client)

    first = send(client, page, text="they want money")
    again = send(client, page, text="they want money")

    assert place.engine.messages == ["they want money"]
    assert log(Page(first.text)) == log(Page(again.text))


def test_danger_typed_on_a_page_reached_by_back_brings_its_card(client: TestClient) -> None:
    page = opened(client)
    send(client, page, text="they want money")

    answer = Page(send(client, page, text=DANGER).text)

    assert answer.all("article", class_="is-crisis")
    assert DANGER in log(answer)


def test_every_exchange_has_a_turn_id_of_its_own(client: TestClient) -> None:
    page = opened(client)
    later = Page(send(client, page, text="hello").text)

    assert hidden(page)["turn"] != hidden(later)["turn"]
    assert hidden(page)["conversation"] == hidden(later)["conversation"]


def test_a_button_is_said_back_by_its_label(client: TestClient, place: Place) -> None:
    page = opened(client)
    answer = Page(send(client, page, choice=offered(page)[0].attributes["value"]).text)

    assert place.engine.messages == ['/give_area{"area": "E06000020"}']
    assert "Start again" in log(answer)


def test_a_fragment_is_the_same_rendering(client: TestClient) -> None:
    page = opened(client)
    whole = send(client, page, text="they want money")
    part = send(client, page, FRAGMENT, text="they want money")

    articles = re.findall(r"<article.*?</article>", whole.text.split("<template")[0], re.DOTALL)
    assert "<html" not in part.text
    assert articles
    assert all(article in part.text for article in articles)
    assert hidden(Page(part.text))["turn"]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</textarea><b>",
        "{{ 7*7 }}",
        "&lt;b&gt;",
    ],
)
def test_what_was_typed_is_never_markup(client: TestClient, text: str) -> None:
    for headers in (WHOLE, FRAGMENT):
        answer = send(client, opened(client), headers, text=text)

        assert html.escape(text) in answer.text.replace("&#34;", "&quot;").replace("&#39;", "&#x27;")
        assert text.replace("{{ 7*7 }}", "<p>49</p>") not in answer.text


@pytest.mark.parametrize("text", ["", "   ", "\x00", "😭", "x" * 2001, "x" * 20_000])
def test_odd_input_gets_a_page_with_a_kind_answer(client: TestClient, text: str) -> None:
    answer = send(client, opened(client), text=text)

    assert answer.status_code == 200
    assert Page(answer.text).all("article", class_="is-us")


def test_danger_leads_the_page_and_stays_in_sight(client: TestClient) -> None:
    crisis = Page(send(client, opened(client), text=DANGER).text)
    later = Page(send(client, crisis, text="hm").text)

    first = crisis.all("article", class_="is-us")[0]
    assert "is-crisis" in first.attributes["class"]
    assert crisis.all("aside") == []
    assert any(
        link.attributes["href"] == "tel:999" for link in later.all("a") if link.within(later.one("aside"))
    )


@pytest.mark.parametrize(
    "text", ["he has taken too many pills", "i want to die", DANGER, "i am 14 and scared"]
)
def test_a_danger_card_shown_again_has_the_same_heading_and_the_same_order(
    client: TestClient, text: str
) -> None:
    first = Page(send(client, opened(client), text=text).text)
    again = Page(send(client, first, text=text).text)
    leads = [page.one("p", class_="lead").text for page in (first, again)]
    before, after = (page.all("article", class_="is-crisis")[0].text for page in (first, again))

    assert leads[0] == leads[1]
    assert after == before.replace("Signpost", "Signpost This still comes first.", 1)


def test_the_option_of_111_stands_beside_its_number_wherever_that_is(client: TestClient) -> None:
    crisis = Page(send(client, opened(client), text="i want to die").text)
    later = Page(send(client, crisis, text="hm").text)

    for page in (crisis, later):
        places = [
            line.text
            for line in page.all("li")
            if any(a.within(line) and a.attributes["href"] == "tel:111" for a in page.all("a"))
        ]
        assert places
        assert all("Choose option 2" in place for place in places)


@pytest.mark.parametrize(
    "text", ["he has taken too many pills", "i want to die", DANGER, "i am 14 and scared"]
)
def test_at_most_three_numbers_stay_in_sight_and_the_others_one_press_away(
    client: TestClient, text: str
) -> None:
    crisis = Page(send(client, opened(client), text=text).text)
    later = Page(send(client, crisis, text="hm").text)
    box = later.one("aside")
    folded = [each for each in later.all("details") if each.within(box)]
    reached = [each for each in later.all("a") if each.within(box)]
    in_sight = [each for each in reached if not any(each.within(fold) for fold in folded)]
    card = crisis.all("article", class_="is-crisis")[0]
    services = {
        each.attributes["data-service"] for each in crisis.all("a", class_="call") if each.within(card)
    }

    assert in_sight[0].attributes["href"] == "tel:999"
    assert len(in_sight) <= 3
    assert {each.attributes["data-service"] for each in reached} >= services


def test_numbers_come_before_the_long_part_of_a_card_about_suicide(client: TestClient) -> None:
    page = Page(send(client, opened(client), text="i want to die").text)
    card = page.all("article", class_="is-crisis")[0].text

    assert card.index("116 123") < card.index("stay near someone you trust")


@pytest.mark.parametrize(
    "text", ["he has taken too many pills", "i want to die", DANGER, "i am 14 and scared"]
)
def test_no_service_of_a_danger_card_is_a_name_without_a_way_to_reach_it(
    client: TestClient, text: str
) -> None:
    crisis = Page(send(client, opened(client), text=text).text)
    later = Page(send(client, crisis, text="hm").text)
    cards = [
        each for each in crisis.all("section", class_="card") if each.within(crisis.one("div", role="log"))
    ]
    rows = [each for each in later.all("li") if each.within(later.one("aside"))]

    assert cards
    for page, places in ((crisis, cards), (later, rows)):
        assert all(any(link.within(place) for link in page.all("a")) for place in places)


def test_frank_is_reached_by_its_page_while_its_number_is_unconfirmed(client: TestClient) -> None:
    crisis = Page(send(client, opened(client), text="he has taken too many pills").text)
    later = Page(send(client, crisis, text="hm").text)

    for page in (crisis, later):
        links = [each for each in page.all("a") if "FRANK" in each.text]
        assert [each.attributes["href"] for each in links] == ["https://www.talktofrank.com"]


def test_without_the_engine_the_page_has_the_numbers(client: TestClient, place: Place) -> None:
    place.stop_engine()
    page = opened(client)

    assert "08 08 16 89 111" in log(page)
    assert "116 123" in log(page)


def test_an_ended_chat_goes_on_as_a_new_one(client: TestClient, clock: HandClock, place: Place) -> None:
    page = opened(client)
    clock.move(minutes=31)

    part = send(client, page, FRAGMENT, text="they want money").text
    answer = Page(f"<body>{part}</body>")

    assert "Your last chat had ended" in answer.text
    assert "they want money" in answer.text
    assert "they want money" in place.engine.messages
    assert hidden(answer)["conversation"] != hidden(page)["conversation"]


def test_a_page_of_an_ended_chat_that_is_sent_again_brings_nothing_back(
    client: TestClient, clock: HandClock, place: Place
) -> None:
    page = opened(client)
    send(client, page, text="they want money")
    clock.move(minutes=31)

    answer = Page(send(client, page, text="they want money").text)

    assert "they want money" not in answer.text
    assert "Please type it again if you still want to" in log(answer)
    assert place.engine.messages == ["they want money"]
    assert hidden(answer)["conversation"] != hidden(page)["conversation"]


def test_danger_typed_on_a_page_of_an_ended_chat_brings_its_card_and_not_its_words(
    client: TestClient, clock: HandClock
) -> None:
    page = opened(client)
    clock.move(minutes=31)

    answer = Page(send(client, page, text=DANGER).text)

    assert answer.all("article", class_="is-crisis")
    assert DANGER not in answer.text


def test_a_page_of_what_was_forgotten_that_is_sent_again_brings_nothing_back(
    client: TestClient, place: Place
) -> None:
    page = opened(client)
    later = Page(send(client, page, text="they want money").text)
    place.engine.answer = lambda _: [{"kind": "text", "words": "text.forgotten"}]
    send(client, later, text="forget all of it")

    answer = Page(send(client, page, text="they want money").text)

    assert "has forgotten" in log(answer)
    assert "they want money" not in answer.text
    assert place.engine.messages == ["they want money", "forget all of it"]


def test_danger_of_what_was_forgotten_is_answered_again(client: TestClient, place: Place) -> None:
    page = opened(client)
    answer, place.engine.answer = place.engine.answer, lambda _: [{"kind": "text", "words": "text.forgotten"}]
    send(client, page, text=DANGER)
    place.engine.answer = answer

    assert Page(send(client, page, text=DANGER).text).all("article", class_="is-crisis")


DANGER_MENU = [
    {
        "kind": "question",
        "words": "question.needs",
        "choices": [
            {"words": "need.danger-now", "payload": "/danger_now"},
            {"words": "group.used", "payload": "/choose_group", "entities": {"group": "used"}},
        ],
    }
]


@pytest.fixture
def menu(client: TestClient, place: Place) -> Page:
    """A page with the button "I am in danger now"."""
    answer, place.engine.answer = place.engine.answer, lambda _: DANGER_MENU
    page = opened(client)
    place.engine.answer = answer
    return page


def press(client: TestClient, page: Page, label: str) -> Page:
    button = next(each for each in page.all("button", name="choice") if each.text == label)
    return Page(send(client, page, choice=button.attributes["value"]).text)


def test_danger_told_by_a_button_of_an_ended_chat_brings_its_card(
    client: TestClient, clock: HandClock, place: Place, menu: Page
) -> None:
    clock.move(minutes=31)

    page = press(client, menu, "I am in danger now")

    assert page.all("article", class_="is-crisis")
    assert "I am in danger now" in log(page)
    assert "Your last chat had ended" in log(page)
    assert place.engine.messages == ["/danger_now"]
    assert hidden(page)["conversation"] != hidden(menu)["conversation"]


def test_danger_told_by_a_button_of_what_was_forgotten_brings_its_card(
    client: TestClient, place: Place, menu: Page
) -> None:
    place.engine.answer = lambda _: [{"kind": "text", "words": "text.forgotten"}]
    send(client, menu, text="forget all of it")

    page = press(client, menu, "I am in danger now")

    assert page.all("article", class_="is-crisis")
    assert hidden(page)["conversation"] == hidden(menu)["conversation"]


def test_danger_told_by_a_button_of_an_ended_chat_is_no_turn_that_was_answered_before(
    client: TestClient, clock: HandClock, menu: Page
) -> None:
    clock.move(minutes=31)
    press(client, menu, "Someone is using me, my home or my money")

    first, again = (press(client, menu, "I am in danger now") for _ in "ab")

    assert first.all("article", class_="is-crisis")
    assert log(first) == log(again)
    assert hidden(first)["conversation"] == hidden(again)["conversation"]


def test_another_button_of_an_ended_chat_opens_a_new_one(
    client: TestClient, clock: HandClock, menu: Page
) -> None:
    clock.move(minutes=31)

    page = press(client, menu, "Someone is using me, my home or my money")

    assert "Your last chat had ended" in log(page)
    assert not page.all("article", class_="is-crisis")


def test_danger_told_by_a_button_leads_without_the_engine_and_beyond_the_limit(
    client: TestClient, place: Place, menu: Page
) -> None:
    place.stop_engine()

    pages = [press(client, menu, "I am in danger now") for _ in range(42)]

    assert all(page.all("article", class_="is-crisis") for page in pages)


@pytest.mark.parametrize("fields", [{"choice": "made-up"}, {"choice": "/restart"}])
def test_a_button_that_was_never_offered_says_so_and_offers_the_real_ones(
    client: TestClient, place: Place, fields: dict[str, str]
) -> None:
    answer = Page(send(client, opened(client), **fields).text)

    assert "That button no longer works" in log(answer)
    assert [each.text for each in offered(answer)] == ["Start again"]
    assert place.engine.messages == []


def test_too_many_messages_are_told_kindly(client: TestClient) -> None:
    page = opened(client)
    for _ in range(40):
        page = Page(send(client, page, text="hello").text)

    answer = send(client, page, text="hello")

    assert answer.status_code == 200
    assert "Please wait a minute" in log(Page(answer.text))
    assert "999" in log(Page(answer.text))


def test_clearing_forgets_and_says_so(client: TestClient, place: Place) -> None:
    page = opened(client)
    token = hidden(page)["conversation"]

    answer = client.post("/chat/forget", data={"conversation": token})

    assert "This chat has forgotten what you told it" in Page(answer.text).text
    assert answer.headers["clear-site-data"] == '"storage"'  # "cache" would let the person wait
    assert client.post("/api/chat/messages", json={"conversation": token, "text": "x"}).status_code == 404
    assert client.post("/chat/forget", data={"conversation": "made up"}).status_code == 200


def test_the_two_ways_to_forget_have_one_name(client: TestClient) -> None:
    from vocabulary.words import words

    page = opened(client)
    button = next(each for each in page.all("button") if each.within(page.one("form", class_="clear")))

    assert button.text == words("choice.stop")
    assert f"{button.text} removes them at once" in page.text


def test_the_page_keeps_no_trace_and_asks_no_other_host(client: TestClient) -> None:
    for answer in (
        client.get("/chat"),
        client.post("/chat"),
        send(client, opened(client), text="hello"),
        client.post("/chat/forget"),
    ):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "set-cookie" not in answer.headers
        assert "unsafe" not in answer.headers["content-security-policy"]
        page = Page(answer.text)
        asked = [
            each.attributes.get("src") or each.attributes.get("href", "")
            for each in page.elements
            if each.tag in {"script", "link", "img", "iframe"}
        ]
        assert all(url.startswith(("/static/", "data:,")) for url in asked)


def test_there_is_no_inline_script_style_or_handler(client: TestClient) -> None:
    page = Page(send(client, opened(client), text=DANGER).text)

    assert all(each.attributes.get("src") and not each.text for each in page.all("script"))
    assert page.all("style") == []
    assert not any(
        name == "style" or name.startswith("on") for each in page.elements for name in each.attributes
    )


def test_no_address_on_the_page_carries_a_token(client: TestClient) -> None:
    page = Page(send(client, opened(client), text=DANGER).text)
    token = hidden(page)["conversation"]

    assert not any(
        token in value for each in page.elements for name, value in each.attributes.items() if name != "value"
    )


def test_call_links_show_the_number_in_groups_and_dial_its_digits(client: TestClient) -> None:
    page = Page(send(client, opened(client), text=DANGER).text)

    link = next(each for each in page.all("a") if each.attributes["href"] == "tel:08081689111")
    assert "08 08 16 89 111" in link.text
    assert "Victim Support" in link.text  # for who hears the link alone


def test_links_to_services_tell_them_nothing(client: TestClient, place: Place) -> None:
    place.engine.answer = lambda _: [
        {"kind": "services", "words": "services.first", "services": [{"id": "release"}, {"id": "frank"}]}
    ]
    page = Page(send(client, opened(client), text="hm").text)

    outside = [each for each in page.all("a") if each.attributes["href"].startswith("http")]
    assert len(outside) > 1
    assert all("noreferrer" in each.attributes["rel"] for each in outside)


def test_the_page_is_light(client: TestClient) -> None:
    page = sum(len(gzip.compress(each.content)) for each in (client.get("/chat"), client.post("/chat")))
    script = sum(len(gzip.compress(file.read_bytes())) for file in CHAT.glob("*.js"))
    style = len(gzip.compress((CHAT / "chat.css").read_bytes()))

    assert script < 20_000
    assert page + script + style < 50_000


def test_the_script_keeps_nothing_and_writes_no_markup() -> None:
    script = "\n".join(file.read_text() for file in CHAT.glob("*.js"))

    for forbidden in (
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "document.cookie",
        "innerHTML",
        "http:",
        "https:",
        "eval(",
    ):
        assert forbidden not in script, forbidden


def test_all_words_of_the_page_are_in_the_catalogue() -> None:
    from vocabulary.words import has_words

    folder = Path(__file__).parents[3] / "web"
    files = [*folder.glob("templates/chat/*.html"), *folder.glob("chat/*.py")]
    used = {
        key
        for file in files
        for key in re.findall(r"""words\(["']([a-z-]+\.[\w.-]+)["']""", file.read_text())
    }

    assert len(used) > 40
    assert sorted(key for key in used if not has_words(key)) == []


def test_no_token_or_word_reaches_the_log(
    client: TestClient, place: Place, capfd: pytest.CaptureFixture[str]
) -> None:
    page = opened(client)
    place.stop_engine()
    send(client, page, text="MARKER-TEXT my postcode is TF1 1LX")
    client.post("/chat/forget", data=hidden(page))

    written = "".join(capfd.readouterr()) + json.dumps(
        [path.name for path in place.resources.settings.home.rglob("*")]
    )
    spool = "".join(path.read_text() for path in (place.resources.settings.home / "spool").glob("*"))
    for secret in ("MARKER-TEXT", "1LX", hidden(page)["conversation"]):
        assert secret not in written + spool


def test_no_browser_is_asked_to_check_or_to_suggest_words_with_a_service_of_its_maker(
    client: TestClient,
) -> None:
    box = Page(client.post("/chat").text).one("textarea").attributes

    assert (box["autocomplete"], box["spellcheck"], box["writingsuggestions"]) == ("off", "false", "false")
