"""None of the English messages that we teach or measure with is taken for another language."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.components.language import PLACE, is_other_language
from directory.places import find_place
from safety.english import words_without_english


ROOT = Path(__file__).parents[3]
CERTAIN = 0.75
MARKED = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})")
FEWEST_FOREIGN = 3  # words that are not taken for a place
NOT_ENGLISH = {
    "Nie mówię dobrze po angielsku",
    "ako sa máš dnes",
    "bonjour comment ça va",
    "buongiorno che bella giornata",
    "cât costă un bilet la film",
    "hola amigo que pasa con el partido",
    "ich möchte ein Hotel buchen",
    "ile kosztuje bilet na autobus",
    "jak upiec chleb",
    "je voudrais une pizza s'il vous plaît",
    "kiedy gra Legia Warszawa",
    "lorem ipsum dolor",
    "mae hi'n braf heddiw",
    "merhaba nasılsın",
    "no hablo inglés",
    "nu înțeleg engleza",
    "qué tiempo hace hoy",
    "wie wird das wetter heute",
    "как дела",
    "كم الساعة الآن",
    "你好今天天气怎么样",
}


def test_no_english_message_is_another_language_even_where_nothing_is_understood() -> None:
    messages = {*_taught(), *_held_out()}
    taken = {
        text
        for text, label in messages
        if is_other_language(text, intent=PLACE if label == PLACE else "nlu_fallback", certain=CERTAIN)
    }

    assert len(messages) > 5_000
    assert taken == NOT_ENGLISH


def test_a_place_that_we_know_not_is_not_another_language() -> None:
    places = [text for text, label in (*_taught(), *_held_out()) if label == PLACE]
    unknown = [text for text in places if find_place(text, asked=True).status == "none"]

    assert len(places) > 200
    assert [text for text in unknown if len(words_without_english(text)) >= FEWEST_FOREIGN] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("us ke paas chaku", {"us", "ke", "paas", "chaku"}),
        ("my ma chaku", set()),
        ("112 la", {"la"}),
        ("", set()),
    ],
)
def test_words_are_told_only_where_none_is_english(text: str, words: set[str]) -> None:
    assert words_without_english(text) == words


def _taught() -> Iterator[tuple[str, str]]:
    for path in (ROOT / "data" / "nlu").glob("*.yml"):
        for each in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            for line in (each.get("examples") or "").splitlines():
                if line.startswith("- "):
                    yield MARKED.sub(r"\1", line[2:].strip()), each.get("intent", "")


def _held_out() -> Iterator[tuple[str, str]]:
    for path in (ROOT / "tests" / "nlu").glob("held_out*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["text"], PLACE if "places" in path.name else row.get("label", "")
