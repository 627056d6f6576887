"""Every language has every word, with the same values in it, and says who has read it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from vocabulary.languages import Language
from vocabulary.words import DOMAINS, EASY, LOCALE, READ_BY


OTHERS = [language for language in Language if language is not Language.ENGLISH]
VALUE = re.compile(r"\{(\w+)\}")
# Of a time of day a language takes what it needs: twelve hours or twenty-four.
FREE = {"time.am", "time.pm", "date.day", "date.full", "day.date"}
# Names, numbers and signs that are the same everywhere.
SAME = re.compile(r"[\W\d]*|.*\{\w+\}.*|\S+", re.DOTALL)


def catalogue(language: str, domain: str) -> Catalog:
    path = LOCALE / language / "LC_MESSAGES" / f"{domain}.po"
    return read_po(path.open("rb"), locale=language if len(language) == 2 else None, ignore_obsolete=True)


def said(language: str, domain: str) -> dict[str, str]:
    return {str(each.id): str(each.string) for each in catalogue(language, domain) if each.id}


def every() -> Iterator[tuple[Language, str]]:
    for language in OTHERS:
        for domain in DOMAINS:
            yield language, domain


@pytest.mark.parametrize(("language", "domain"), every())
def test_a_language_has_all_words_and_no_others(language: Language, domain: str) -> None:
    english, other = said("en", domain), said(language, domain)

    assert sorted(set(english) - set(other)) == [], "missing"
    assert sorted(set(other) - set(english)) == [READ_BY], "more than English has"
    assert [key for key, text in other.items() if not text.strip() and key != READ_BY] == []


@pytest.mark.parametrize(("language", "domain"), every())
def test_the_values_in_the_words_are_the_same(language: Language, domain: str) -> None:
    english, other = said("en", domain), said(language, domain)
    wrong = [
        key
        for key, text in other.items()
        if key not in FREE | {READ_BY} and sorted(VALUE.findall(text)) != sorted(VALUE.findall(english[key]))
    ]

    assert wrong == []
    assert all(set(VALUE.findall(other[key])) <= VALUES_OF_TIMES for key in FREE & set(other))


VALUES_OF_TIMES = {"hour", "minutes", "clock", "day", "month", "date", "year"}


@pytest.mark.parametrize(("language", "domain"), every())
def test_it_is_not_english_under_another_name(language: Language, domain: str) -> None:
    english, other = said("en", domain), said(language, domain)
    same = [key for key, text in other.items() if text == english.get(key) and not SAME.fullmatch(text)]

    assert len(same) <= len(english) // 20, same


@pytest.mark.parametrize(("language", "domain"), every())
def test_it_is_calm_and_keeps_the_emergency_numbers(language: Language, domain: str) -> None:
    english, other = said("en", domain), said(language, domain)

    assert [key for key, text in other.items() if "!" in text] == []
    for key, text in english.items():
        numbers = sorted(re.findall(r"\b(?:999|101|111|55|18000|105|119)\b", text))
        assert sorted(re.findall(r"(?<!\d)(?:999|101|111|55|18000|105|119)(?!\d)", other[key])) == numbers, (
            key
        )
        assert other[key].count("\n") == text.count("\n"), key


def test_easy_words_are_shorter_words_of_the_english_catalogue() -> None:
    for file in (LOCALE / f"en{EASY}" / "LC_MESSAGES").glob("*.po"):
        english, easy = said("en", file.stem), said(f"en{EASY}", file.stem)
        assert set(easy) <= set(english)
        for key, text in easy.items():
            assert len(text.split()) < len(english[key].split()), key
            assert sorted(VALUE.findall(text)) == sorted(VALUE.findall(english[key])), key


def test_no_catalogue_stands_beside_the_languages() -> None:
    known = {language.value for language in Language} | {f"en{EASY}"}

    assert {path.name for path in Path(LOCALE).iterdir() if path.is_dir()} == known
