"""Looking for services: by need, place, age and words, with danger first and nothing of it left anywhere."""

import json
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from limits import parse
from sqlalchemy import text as sql

from directory.lifelines import CHILDREN_TEAMS
from directory.search import Enquiry, find_services, service_cards
from tests.directory.factories import TELFORD
from tests.web.chat.conftest import Place
from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from vocabulary.needs import Need
from vocabulary.words import has_words, words
from web.chat.rates import Rates
from web.chat.view import AWAY


WEB = Path(__file__).parents[3] / "web"
DANGER = "he has a knife and he is outside my door now"


def search(client: TestClient, **fields: str) -> Page:
    answer = client.post("/services", data=fields)
    assert answer.status_code == 200, answer.text
    return Page(answer.text)


def slugs(page: Page) -> list[str]:
    """The services on a page of results, in order."""
    headings = page.all("h2")
    links = [each for each in page.all("a") if any(each.within(heading) for heading in headings)]
    return [each.attributes["href"].removeprefix("/services/") for each in links]


# --- browsing


def test_the_start_has_a_form_and_each_need_as_a_list(client: TestClient) -> None:
    page = Page(client.get("/services").text)

    assert page.unlabelled() == []
    assert [page.links[words(need.words)] for need in Need] == [f"/services/need/{need}" for need in Need]
    assert set(page.fields("/services")) == {"need", "place", "age", "text"}


@pytest.mark.parametrize("need", list(Need))
def test_the_list_of_a_need_is_in_the_order_of_the_ranking(
    client: TestClient, place: Place, clock: HandClock, need: Need
) -> None:
    page = Page(client.get(f"/services/need/{need}").text)

    with place.resources.sessions() as session:
        found = find_services(session, Enquiry((need,), None, None, None, clock()), live=False)
    assert slugs(page) == [match.slug for match in found]


def test_the_list_by_name_leads_to_every_page(client: TestClient) -> None:
    page = Page(client.get("/services/a-to-z").text)

    links = [each for each in page.links.values() if re.fullmatch(r"/services/(?!a-to-z)[a-z0-9-]+", each)]
    assert len(links) > 60
    assert {client.get(each).status_code for each in links} == {200}


@pytest.mark.parametrize("path", ["/services/need/nonsense", "/services/need/", "/services/need/a/b"])
def test_an_unknown_need_is_not_found_kindly(client: TestClient, path: str) -> None:
    answer = client.get(path, follow_redirects=True)

    assert answer.status_code == 404
    assert Page(answer.text).links["Ring 999"] == "tel:999"


# --- searching


def test_a_need_a_place_and_an_age_together(client: TestClient, place: Place, clock: HandClock) -> None:
    page = search(client, need="cuckooing", place="Telford", age="26-59")

    with place.resources.sessions() as session:
        enquiry = Enquiry((Need.CUCKOOING,), TELFORD, None, None, clock())
        expected = [match.slug for match in find_services(session, enquiry, live=False)]
    assert slugs(page)[0] == "telford-adult-safeguarding"
    assert set(slugs(page)) <= set(expected)


def test_words_find_a_service_by_its_name(client: TestClient) -> None:
    assert slugs(search(client, text="samaritans"))[0] == "samaritans"


def test_for_somebody_under_18_the_childrens_teams_come_first_and_all_four_without_a_place(
    client: TestClient, clock: HandClock
) -> None:
    page = search(client, need="drug-debt", age="under-18")

    assert set(CHILDREN_TEAMS) <= set(slugs(page)[:5])


def test_a_result_can_be_rung_and_says_whether_it_is_open_and_how_fresh_it_is(client: TestClient) -> None:
    page = search(client, text="samaritans")

    card = page.all("section", class_="card")[0]
    assert any(each.attributes["href"] == "tel:116123" for each in page.all("a") if each.within(card))
    assert "Open day and night" in card.text
    assert "not yet confirmed by our team" in card.text


@pytest.mark.parametrize("written", ["TF1 1LX", "tf11lx", "TF1-1LX"])
def test_a_full_postcode_is_turned_into_its_district_and_shown_nowhere(
    client: TestClient, written: str
) -> None:
    answer = client.post("/services", data={"need": "cuckooing", "place": written, "text": written})

    assert slugs(Page(answer.text))[0] == "telford-adult-safeguarding"
    assert Page(answer.text).fields("/services")["place"] == "Telford and Wrekin"
    assert written.casefold() not in answer.text.casefold()
    assert "1lx" not in answer.text.casefold()


def test_two_possible_places_are_asked_about_and_one_press_settles_it(client: TestClient) -> None:
    page = search(client, need="cuckooing", place="Newport")
    [form] = page.all("form", class_="which")
    buttons = {each.text: each.attributes["value"] for each in page.all("button", name="area")}

    settled = search(client, need="cuckooing", area=buttons["Telford and Wrekin"])

    assert form.attributes["method"] == "post"
    assert "telford-adult-safeguarding" not in slugs(page)
    assert slugs(settled)[0] == "telford-adult-safeguarding"
    assert settled.all("form", class_="which") == []


def test_a_place_outside_is_told_about_the_police_there_and_gets_national_services(
    client: TestClient,
) -> None:
    page = search(client, need="cuckooing", place="Stafford")

    assert "outside West Mercia" in page.text
    assert "101" in page.text
    assert "victim-support-national" in slugs(page)
    assert "telford-adult-safeguarding" not in slugs(page)


def test_an_unknown_place_is_said_at_the_field_and_services_are_shown_all_the_same(
    client: TestClient,
) -> None:
    page = search(client, need="cuckooing", place="Qwertyville")

    assert page.title == "Error: Local information"
    [link] = [
        each for each in page.all("a") if each.attributes["href"] == "#place" and "do not know" in each.text
    ]
    field = page.one("input", id="place")
    assert "place-error" in field.attributes["aria-describedby"]
    assert link.attributes["href"] == "#place"
    assert "victim-support-national" in slugs(page)


def test_an_empty_form_is_sent_back_with_what_to_do(client: TestClient) -> None:
    answer = client.post("/services", data={"need": "", "place": " ", "age": "", "text": ""})

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.title.startswith("Error:")
    assert any(each.attributes["href"] == "#need" for each in page.all("a"))
    assert page.one("p", id="need-error").text


def test_nothing_that_fits_ends_with_national_numbers(client: TestClient) -> None:
    page = search(client, text="xylophone zither")

    assert slugs(page) == []
    assert "No service in our list fits" in page.text
    assert any(each.attributes["href"] == "tel:116123" for each in page.all("a"))


@pytest.mark.parametrize(
    "fields",
    [
        {"need": "nonsense", "age": "7", "area": "E06000001", "text": "samaritans"},
        {"text": "samaritans\x00\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace")},
        {"text": "<script>alert(1)</script> samaritans"},
        {"text": "samaritans " + "x" * 1900, "place": "'; DROP TABLE service; --"},
    ],
)
def test_odd_input_is_answered_and_never_marked_up(client: TestClient, fields: dict[str, str]) -> None:
    answer = client.post("/services", data=fields)

    assert answer.status_code == 200
    assert "samaritans" in slugs(Page(answer.text))
    assert "<script>alert" not in answer.text


def test_more_than_a_field_holds_is_refused_kindly(client: TestClient) -> None:
    answer = client.post("/services", data={"text": "x" * 3000})

    assert answer.status_code == 422
    assert "x" * 50 not in answer.text


# --- danger


def test_danger_in_the_words_comes_first_and_the_search_is_answered_below(client: TestClient) -> None:
    answer = client.post("/services", data={"text": DANGER, "need": "threats-violence"})
    page = Page(answer.text)

    card = page.one("article", class_="is-crisis")
    main = answer.text[answer.text.index("<main>") :]
    assert "999" in card.text
    assert main.index("is-crisis") < main.index("<h1>")
    assert slugs(page)


def test_danger_is_heard_in_the_field_for_the_place_too(client: TestClient) -> None:
    assert search(client, place=DANGER).all("article", class_="is-crisis")


@pytest.mark.parametrize("need", [Need.DANGER_NOW, Need.OVERDOSE])
def test_a_need_that_tells_of_danger_brings_its_card(client: TestClient, need: Need) -> None:
    for page in (search(client, need=need.value), Page(client.get(f"/services/need/{need}").text)):
        assert page.all("article", class_="is-crisis")


def test_a_search_without_danger_has_no_card(client: TestClient) -> None:
    assert search(client, text="housing").all("article", class_="is-crisis") == []


def test_beyond_the_limit_only_danger_is_answered(client: TestClient, place: Place) -> None:
    place.app.state.chat.limiter._rates = Rates(parse("1/minute"), parse("1/minute"))
    search(client, text="housing")

    refused = client.post("/services", data={"text": "housing"})
    danger = client.post("/services", data={"text": DANGER})

    assert (refused.status_code, refused.headers["retry-after"]) == (429, "60")
    assert danger.status_code == 200
    assert Page(danger.text).one("article", class_="is-crisis")


# --- a directory that is away


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/services"),
        ("GET", "/services/a-to-z"),
        ("GET", "/services/need/housing"),
        ("GET", "/services/frank"),
    ],
)
def test_without_the_database_the_last_good_numbers_are_shown(
    client: TestClient, place: Place, method: str, path: str
) -> None:
    with place.resources.sessions.begin() as session:
        session.execute(sql("ALTER TABLE service RENAME TO gone"))

    answer = client.request(method, path, data={"text": "housing"} if method == "POST" else None)

    page = Page(answer.text)
    assert answer.status_code == 503
    assert any(each.attributes["href"] == "tel:116123" for each in page.all("a"))
    assert page.links["Leave this page"] == AWAY


# --- what every page has, and what it leaves nowhere


PAGES = (
    "/services",
    "/services/a-to-z",
    "/services/need/housing",
    "/services/frank",
    "/services/frank/wrong",
    "/services/frank/wrong/thanks",
    "/services/no-such-service",
)


def every(client: TestClient) -> list[Response]:
    posted = [client.post("/services", data={"text": "housing", "place": "Telford"})]
    return [client.get(path) for path in PAGES] + posted


def test_every_page_has_danger_and_the_exit_first_a_neutral_title_and_no_inline_code(
    client: TestClient,
) -> None:
    for answer in every(client):
        page = Page(answer.text)
        body = answer.text[answer.text.index("<body>") :]
        assert body.index(AWAY) < body.index("tel:999") < body.index("<main>") < body.index("press 55")
        assert page.title == "Local information"
        assert page.one("meta", name="referrer").attributes["content"] == "no-referrer"
        assert len(page.all("h1")) == 1
        assert page.unlabelled() == []
        scripts = [
            each for each in page.all("script") if each.attributes.get("type") != "application/ld+json"
        ]
        assert all(each.attributes.get("src") and not each.text for each in scripts)
        assert page.all("style") == []
        assert not any(
            name.startswith("on") or name == "style" for each in page.elements for name in each.attributes
        )
        ids = [each.attributes["id"] for each in page.elements if "id" in each.attributes]
        assert len(ids) == len(set(ids))


def test_every_page_may_be_kept_by_nobody(client: TestClient) -> None:
    for answer in every(client):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "set-cookie" not in answer.headers


def test_what_was_looked_for_is_in_no_address_of_the_page(client: TestClient) -> None:
    page = search(client, need="housing", text="MARKERTEXT", place="Qwertyville")

    addresses = [
        value
        for each in page.elements
        for name, value in each.attributes.items()
        if name in {"href", "action", "src"}
    ]
    assert not any("MARKERTEXT" in each or "Qwertyville" in each or "?" in each for each in addresses)
    assert all(each.attributes["method"] == "post" for each in page.all("form"))


def test_what_was_looked_for_is_written_nowhere(
    client: TestClient, place: Place, capfd: pytest.CaptureFixture[str]
) -> None:
    search(client, need="housing", text="MARKERTEXT", place="TF1 1LX")

    written = b"".join(
        each.read_bytes() for each in place.resources.settings.home.rglob("*") if each.is_file()
    )
    said = "".join(capfd.readouterr())
    for secret in ("MARKERTEXT", "TF1 1LX"):
        assert secret.encode() not in written
        assert secret not in said


def test_the_chat_leads_here_also_without_javascript(client: TestClient) -> None:
    for answer in (client.get("/chat"), client.post("/chat")):
        assert Page(answer.text).links["All services"] == "/services"


def test_search_pages_are_not_for_search_engines_and_service_pages_are(client: TestClient) -> None:
    def is_hidden(answer: Response) -> bool:
        return any(
            each.attributes["content"] == "noindex" for each in Page(answer.text).all("meta", name="robots")
        )

    assert is_hidden(client.post("/services", data={"text": "housing"}))
    assert is_hidden(client.get("/services/frank/wrong"))
    assert not is_hidden(client.get("/services/frank"))


def test_all_words_of_the_pages_are_in_the_catalogue() -> None:
    files = [*(WEB / "templates" / "services").glob("*.html"), *(WEB / "services").glob("*.py")]
    source = "".join(each.read_text() for each in files)
    used = set(re.findall(r"""["']((?:services|wrong|page|card|text)\.[a-z_.-]+)["']""", source))

    assert len(used) > 40
    assert sorted(key for key in used if not key.endswith(".html") and not has_words(key)) == []


def test_each_card_of_a_result_is_a_card_of_the_directory(
    client: TestClient, place: Place, clock: HandClock
) -> None:
    page = search(client, need="bereavement")

    with place.resources.sessions() as session:
        cards = service_cards(session, slugs(page), at=clock(), live=False)
    assert [each.text for each in page.all("h2") if each.attributes.get("id", "").startswith("name-")] == [
        card.name for card in cards
    ]
    assert json.dumps([card.slug for card in cards]) == json.dumps(slugs(page))
