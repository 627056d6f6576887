"""The fixed cards: complete, plainly written, and without a service's number."""

import json
import re
from pathlib import Path

import pytest
import textstat

from safety.cards import CARDS, CHILDRENS_TEAMS, FALLBACK, Card
from tests.plain_words import FORBIDDEN, mean_sentence
from vocabulary.risks import Risk
from vocabulary.words import words


ALL = {**{risk.value: card for risk, card in CARDS.items()}, "fallback": FALLBACK}
STARTER = Path(__file__).parents[2] / "directory" / "starter" / "services.json"
EMERGENCY_STEPS = {"999", "55", "18000", "111", "2", "35", "19", "3", "20", "40", "247"}


def _text(card: Card) -> str:
    return " ".join(words(key) for key in card.words)


def test_every_risk_has_a_card() -> None:
    assert set(CARDS) == set(Risk)


@pytest.mark.parametrize("name", ALL)
def test_every_line_has_words_of_its_own_card(name: str) -> None:
    assert all(key.startswith(f"crisis.{name}.") and words(key) for key in ALL[name].words)
    assert ALL[name].words[0].endswith(".heading")


@pytest.mark.parametrize("name", ALL)
def test_no_number_of_a_service_is_in_the_words(name: str) -> None:
    assert set(re.findall(r"\d+", _text(ALL[name]))) <= EMERGENCY_STEPS


@pytest.mark.parametrize("name", ALL)
def test_cards_are_written_plainly(name: str) -> None:
    text = ". ".join(words(key).rstrip(".") for key in ALL[name].words)

    assert mean_sentence(text) < 15
    assert textstat.automated_readability_index(text + ".") + 5 <= 9
    assert "!" not in text
    assert not FORBIDDEN.search(text)


@pytest.mark.parametrize("name", ALL)
def test_every_card_says_that_the_chat_cannot_ring(name: str) -> None:
    assert "cannot ring" in _text(ALL[name])


@pytest.mark.parametrize("name", ALL)
def test_every_card_says_ring_as_its_buttons_do(name: str) -> None:
    said = " ".join([_text(ALL[name]), words("page.emergency.call"), words("page.emergency.quiet")])

    assert not re.search(r"\bcall (999|for|now)|\bcannot talk", said, re.IGNORECASE)


def test_the_silent_way_has_one_wording() -> None:
    silent = words("page.emergency.quiet")

    assert words("crisis.emergency.silent") == words("crisis.fallback.silent") == silent


@pytest.mark.parametrize("name", ALL)
def test_every_card_leads_to_999(name: str) -> None:
    assert ALL[name].services[0] == "police-999"
    assert "999" in _text(ALL[name])


def test_the_emergency_card_tells_the_silent_way_and_its_limits() -> None:
    text = _text(CARDS[Risk.EMERGENCY])

    assert "press 55" in text
    assert "does not show the police where you are" in text
    assert "mobiles only" in text
    assert "18000" in text


def test_the_child_card_offers_all_four_teams_and_promises_no_secret() -> None:
    card = CARDS[Risk.CHILD]

    assert set(CHILDRENS_TEAMS) < set(card.services)
    assert {"childline", "safecall"} < set(card.services)
    assert "not your fault" in _text(card)
    assert "may have to tell" in _text(card)


def test_the_child_card_fits_the_child_and_whoever_asks_for_one() -> None:
    card = CARDS[Risk.CHILD]

    assert "If that is you, it is not your fault." in _text(card)
    assert "It is not your fault" not in _text(card)  # a teacher or a neighbour has not spoken of fault
    assert "Worried about a child?" in _text(card)


def test_the_suicide_card_asks_nothing_that_would_wait_for_an_answer() -> None:
    assert "safe right now?" not in _text(CARDS[Risk.SUICIDE])


def test_the_overdose_card_says_usually_and_never_never() -> None:
    assert "does not usually bring the police" in _text(CARDS[Risk.OVERDOSE])


@pytest.mark.skipif(not STARTER.exists(), reason="The starter directory is not there yet.")
@pytest.mark.parametrize("name", ALL)
def test_every_service_of_a_card_is_in_the_starter_directory(name: str) -> None:
    assert all(
        f'"{slug}"' in json.dumps(json.loads(STARTER.read_text("utf-8"))) for slug in ALL[name].services
    )
