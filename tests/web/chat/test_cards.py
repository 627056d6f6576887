from datetime import datetime, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from directory.search import Opening, OpenState, Reason, service_cards
from tests.web.chat.conftest import Place
from vocabulary.areas import WORCESTERSHIRE, District
from vocabulary.words import has_words, words
from web.chat import cards
from web.chat.moments import UK
from web.chat.schema import Checked


NIGHT = datetime(2026, 11, 24, 2, tzinfo=UK)  # a Tuesday
NOON = NIGHT.replace(hour=12)


def all_cards(place: Place, at: datetime) -> dict[str, Any]:
    from directory.starter.loading import starter_services

    slugs = [entry["slug"] for entry in starter_services()]
    with place.resources.sessions() as session:
        found = service_cards(session, slugs, at=at, live=False)
    return {each.slug: cards.service_card(each, now=at) for each in found}


@pytest.mark.parametrize(
    ("opening", "said"),
    [
        (Opening(OpenState.OPEN, always=True), "Open day and night"),
        (Opening(OpenState.OPEN), "Open now"),
        (Opening(OpenState.OPEN, until=NOON + timedelta(hours=8)), "Open now until 8pm"),
        (Opening(OpenState.CLOSED), "Closed now"),
        (Opening(OpenState.CLOSED, opens=NOON + timedelta(hours=21)), "Closed now. Opens tomorrow at 9am"),
        (Opening(OpenState.CLOSED, opens=NOON + timedelta(days=3)), "Closed now. Opens Friday at midday"),
        (Opening(OpenState.UNKNOWN), "Hours not known"),
    ],
)
def test_opening_times_are_said_in_words(opening: Opening, said: str) -> None:
    assert cards.opening_words(opening, now=NOON) == said


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        (["national"], ("All of the country",)),
        (["west-mercia"], ("All of West Mercia",)),
        (list(District), ("All of West Mercia",)),
        ([District.SHROPSHIRE, District.HEREFORDSHIRE], ("Herefordshire", "Shropshire")),
        ([*WORCESTERSHIRE, District.HEREFORDSHIRE], ("Herefordshire", "Worcestershire")),
        ([District.WORCESTER], ("Worcester",)),
        ([], ()),
    ],
)
def test_coverage_is_said_by_its_widest_name(codes: list[str], said: tuple[str, ...]) -> None:
    assert cards.coverage_words(codes) == said


def test_every_reason_has_words() -> None:
    assert [reason for reason in Reason if not has_words(reason.words)] == []


def test_at_most_three_reasons_are_given_and_unknown_ones_left_out() -> None:
    said = cards.why_words(["need", "no-such-reason", "local", "open_now", "confirmed"])

    assert said == "It helps with this. It covers your area. It is open now."
    assert cards.why_words([]) is None


def test_every_service_of_the_starter_becomes_a_card(place: Place, client: TestClient) -> None:
    for at in (NIGHT, NOON):
        found = all_cards(place, at)
        assert len(found) > 60
        assert all(card.name and card.description and card.open.words for card in found.values())


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("nhs-111-mental-health", ["Choose option 2"]),
        ("crimestoppers", ["No name needed"]),
        ("samaritans", [""]),  # "Helpline"
        ("childline", [""]),  # its own name
        ("telford-family-connect-children", ["Office hours, option 1", "Nights and weekends"]),
    ],
)
def test_a_number_says_its_purpose_where_its_service_s_name_does_not(
    place: Place, client: TestClient, slug: str, said: list[str]
) -> None:
    card = all_cards(place, NOON)[slug]

    assert [cards.purpose_words(card, phone) for phone in card.phones] == said


def test_no_number_repeats_the_name_above_it(place: Place, client: TestClient) -> None:
    told = [
        (card.name, cards.purpose_words(card, phone))
        for card in all_cards(place, NOON).values()
        for phone in (*card.phones, *card.text)
    ]

    assert [each for each in told if each[1] and each[1].casefold() in each[0].casefold()] == []


def test_texting_999_has_one_wording(place: Place, client: TestClient) -> None:
    card = all_cards(place, NOON)["emergency-sms-relay"]
    [text] = card.text

    assert text.label == "If you signed up before"
    for said in (card.description, words("crisis.emergency.relay")):
        assert "You can text 999 if you signed up before." in said


def test_a_closed_service_says_what_to_ring_instead(place: Place, client: TestClient) -> None:
    closed = [card for card in all_cards(place, NIGHT).values() if card.open.state == "closed"]

    assert closed
    assert all("If you can't wait" in card.open.words for card in closed)


def test_an_unconfirmed_card_says_when_its_page_was_read(place: Place, client: TestClient) -> None:
    card = all_cards(place, NOON)["samaritans"]

    assert cards.checked_words(card) == (
        "From published information, 23 November 2026; not yet confirmed by our team"
    )
    confirmed = card.model_copy(update={"checked": Checked(date=NOON.date(), confirmed=True)})
    assert cards.checked_words(confirmed) == "Details checked 24 November 2026"


def test_hours_read_some_time_ago_are_not_claimed_now(place: Place, client: TestClient) -> None:
    found = all_cards(place, NOON)
    always = found["samaritans"]
    daily = next(card for card in found.values() if card.open.words.startswith("Open now until"))

    assert cards.without_hours(always) == always
    later = cards.without_hours(daily)
    assert (later.open.state, later.open.words) == ("unknown", "Hours not known")
    assert all(phone.hours is None for phone in later.phones)
    assert [phone.number for phone in later.phones] == [phone.number for phone in daily.phones]
