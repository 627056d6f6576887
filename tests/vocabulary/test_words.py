"""Public words in the language of the person who is being answered."""

import asyncio
from pathlib import Path

import pytest

from tests.vocabulary import catalogues
from vocabulary.languages import Language
from vocabulary.words import (
    MissingWords,
    danger_language,
    danger_words,
    has_words,
    is_easy,
    is_read,
    speaking,
    spoken,
    words,
)


YES, SKIP = "choice.safe", "choice.skip_area"


@pytest.fixture
def locale(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = catalogues.use_catalogues(monkeypatch, tmp_path / "locale")
    catalogues.write(folder, "pl", "chat", {YES: "Tak", "need.cuckooing": "Mieszkanie", "x": "{need}?"})
    catalogues.write(folder, "en@easy", "chat", {YES: "Yep"})
    return folder


def test_words_are_english_unless_said_otherwise(locale: Path) -> None:
    assert words(YES) == words(YES, "en") == "Yes, I am safe"
    assert spoken() is Language.ENGLISH
    assert not is_easy()


def test_words_are_said_in_the_language_spoken(locale: Path) -> None:
    with speaking(Language.POLISH):
        assert words(YES) == "Tak"
        assert spoken() is Language.POLISH
    assert words(YES) == "Yes, I am safe"


def test_what_a_language_lacks_is_said_in_english(locale: Path) -> None:
    with speaking(Language.POLISH):
        assert words(SKIP) == "Skip this"
    with speaking(Language.URDU):
        assert words(YES) == "Yes, I am safe"


def test_a_referred_value_is_in_the_same_language(locale: Path) -> None:
    with speaking(Language.POLISH):
        assert words("x", need="@need.cuckooing") == "Mieszkanie?"


def test_a_language_that_is_named_is_used_whatever_is_spoken(locale: Path) -> None:
    with speaking(Language.POLISH):
        assert words(YES, "en") == "Yes, I am safe"


def test_easy_words_win_where_there_are_some(locale: Path) -> None:
    with speaking(Language.ENGLISH, easy=True):
        assert (words(YES), words(SKIP)) == ("Yep", "Skip this")
        assert spoken() is Language.ENGLISH
        assert is_easy()


def test_each_task_speaks_its_own_language(locale: Path) -> None:
    async def say(language: Language) -> str:
        with speaking(language):
            await asyncio.sleep(0)
            return await asyncio.to_thread(words, YES)

    async def both() -> list[str]:
        return await asyncio.gather(say(Language.POLISH), say(Language.ENGLISH))

    assert asyncio.run(both()) == ["Tak", "Yes, I am safe"]


def test_an_unknown_id_is_an_error_in_every_language(locale: Path) -> None:
    with speaking(Language.POLISH), pytest.raises(MissingWords, match=r"no\.such"):
        words("no.such")


def test_words_that_only_a_draft_has_do_not_count(locale: Path) -> None:
    assert not has_words("x")


def test_a_language_is_read_once_a_native_reader_signed_it(locale: Path) -> None:
    assert is_read(Language.ENGLISH)
    assert not is_read(Language.POLISH)
    for domain in ("chat", "crisis", "facts", "page"):
        catalogues.write(locale, "pl", domain, {YES: "Tak"}, read_by="A. Reader, 2027-01-05")
    assert is_read(Language.POLISH)


def test_the_cards_for_danger_are_read_apart(locale: Path) -> None:
    with speaking(Language.POLISH):
        assert danger_language() is Language.ENGLISH
        for domain in ("crisis", "page"):
            catalogues.write(
                locale, "pl", domain, {"page.emergency": "999?"}, read_by="A. Reader, 2027-01-05"
            )
        assert danger_language() is Language.POLISH
        assert danger_words("page.emergency") == "999?"
        assert not is_read(Language.POLISH)


def test_catalogues_that_were_not_compiled_say_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    catalogues.use_catalogues(monkeypatch, tmp_path / "locale")
    for file in (tmp_path / "locale").rglob("*.mo"):
        file.unlink()

    with pytest.raises(MissingWords, match="make words"):
        words(YES)
