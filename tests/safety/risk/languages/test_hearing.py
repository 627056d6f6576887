"""Danger told in another language is heard, a denied one is not, and English never sounds like it."""

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from safety.risk import Finding, explain, screen
from safety.risk.languages import Told, told_in
from safety.risk.languages.hearing import EVERY
from tests.safety.messages import everything
from tests.safety.risk.languages.said import HARMLESS, SAID
from vocabulary.languages import Language
from vocabulary.risks import Risk


ROOT = Path(__file__).parents[4]
TABLE = [
    pytest.param(language, risk, text, id=f"{language}-{risk}-{number}")
    for language, said in SAID.items()
    for risk, texts in said.items()
    for number, text in enumerate(texts, start=1)
]


@pytest.mark.parametrize(("language", "risk", "text"), TABLE)
def test_danger_is_heard(language: Language, risk: Risk, text: str) -> None:
    assert Told(risk, language) in told_in(text)
    assert Finding(risk, f"told-in-{language}", certain=True) in explain(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_denied_or_no_danger_is_not_heard(text: str) -> None:
    assert told_in(text) == frozenset()
    assert not [found for found in explain(text) if found.pattern.startswith("told-in")]


def test_every_language_of_the_interface_but_english_has_phrases_of_three_dangers() -> None:
    assert {phrases.language for phrases in EVERY} == set(Language) - {Language.ENGLISH} == set(SAID)
    for phrases in EVERY:
        assert all(phrases.of(risk) for risk in (Risk.SUICIDE, Risk.OVERDOSE, Risk.EMERGENCY))


def test_a_phrase_of_one_word_is_a_long_one() -> None:
    alone = {words[0] for phrases in EVERY for risk in Risk for words in phrases.of(risk) if len(words) == 1}

    assert all(len(word) >= 7 for word in alone), alone


@pytest.mark.parametrize(
    "text",
    [
        "Socorro keeps threatening me for money",
        "they are pistol mad",
        "my ma machete",
        "my mate s machete",
        "da hi machete",
    ],
)
def test_a_name_or_an_english_word_is_no_phrase(text: str) -> None:
    assert told_in(text) == frozenset()


def test_english_never_sounds_like_it() -> None:
    texts = {line for text in (*_english(), *everything()) for line in text.splitlines()}

    assert len(texts) > 5_000
    assert [text for text in texts if told_in(text)] == []


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "\ud800", "😀😀", "a" * 20_000, "nie " * 5_000, ",a" * 2_000]
)
def test_odd_input_is_heard_without_an_error(text: str) -> None:
    assert told_in(text) == frozenset()


def test_danger_in_the_middle_of_english_is_heard() -> None:
    assert screen("my english is bad. chce umrzec") == (Risk.SUICIDE,)


def _english() -> Iterator[str]:
    """All that the engine learns or is held to: what is not English there is no danger."""
    for path in (*(ROOT / "data").rglob("*.yml"), *(ROOT / "content" / "risk").glob("*.yml")):
        yield from _texts(yaml.safe_load(path.read_text(encoding="utf-8")))
    for path in (ROOT / "tests" / "nlu").glob("held_out*.jsonl"):
        yield from (json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines())


def _texts(held: Any) -> Iterator[str]:
    if isinstance(held, str):
        return iter([held])
    parts = held.values() if isinstance(held, dict) else held if isinstance(held, list) else ()
    return chain.from_iterable(_texts(part) for part in parts)
