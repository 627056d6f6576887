"""What a button sends, and what only looks like it."""

import pytest

from bot.payload import LONGEST, as_typed, read_payload


def test_a_button_brings_its_intent_and_values():
    payload = read_payload('/choose_group{"group": "used"}')

    assert payload is not None
    assert (payload.intent, payload.values) == ("choose_group", (("group", "used"),))


def test_a_button_is_certain_and_names_its_values_as_entities():
    data = read_payload('/give_age{"age": "18-25"}').parse_data

    assert data["intent"] == {"name": "give_age", "confidence": 1.0}
    assert data["intent_ranking"] == [data["intent"]]
    assert data["entities"] == [{"entity": "age", "value": "18-25", "extractor": "Button"}]


@pytest.mark.parametrize(
    "message",
    [
        "greet",
        "/",
        "//greet",
        "/Greet",
        "/greet please",
        "/greet{",
        '/greet{"a": 1}',
        '/greet{"a": {"b": "c"}}',
        '/greet["a"]',
        "/greet@0.9",
        "/greet\n",
        "/" + "a" * LONGEST,
        "/grüße",
        "/24 high street is where they live",
    ],
)
def test_what_is_not_exactly_a_choice_is_not_a_payload(message):
    assert read_payload(message) is None


@pytest.mark.parametrize("typed", ["/greet", "//greet", " / /greet", "\u3000/greet"])
def test_typed_words_lose_the_slash_that_rasa_would_obey(typed):
    assert as_typed(typed) == "greet"


def test_a_slash_inside_a_message_stays():
    assert as_typed("weed and/or coke") == "weed and/or coke"
