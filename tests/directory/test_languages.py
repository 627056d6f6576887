"""Tests of who has a language: by its name in English or its own, or by an interpreter; never by signing."""

import pytest
from sqlalchemy.orm import Session

from directory.languages import has_language, read_languages
from directory.model import Language as NamedLanguage
from directory.model import Service
from directory.search import Reason, find_services
from tests.directory.factories import TUESDAY_NOON, a_service, an_enquiry
from vocabulary.languages import Language
from vocabulary.needs import Need


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Polish", Language.POLISH),
        ("polski", Language.POLISH),
        ("Cymraeg", Language.WELSH),
        ("Welsh and English", Language.WELSH),
        ("اردو", Language.URDU),
        ("ਪੰਜਾਬੀ", Language.PUNJABI),
        ("Over 200 languages by interpreter", Language.BULGARIAN),
        ("Telephone interpreting", Language.LITHUANIAN),
        ("Any language", Language.ROMANIAN),
    ],
)
def test_a_service_has_a_language(name: str, language: Language) -> None:
    assert has_language(a_service(languages=frozenset({name})), language)


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Polish", Language.PORTUGUESE),
        ("BSL", Language.POLISH),
        ("BSL interpreter", Language.POLISH),
        ("Sign language interpreting", Language.URDU),
        ("Easy Read", Language.URDU),
        ("Polished English", Language.POLISH),
        ("Polish", None),
    ],
)
def test_a_service_has_not(name: str, language: Language | None) -> None:
    assert not has_language(a_service(languages=frozenset({name})), language)


def test_a_service_that_names_none_has_none() -> None:
    assert not has_language(a_service(), Language.POLISH)


def test_languages_are_read_by_service_in_order(starter: Session) -> None:
    one = starter.query(Service).filter_by(slug="victim-support-national").one()
    one.languages = [_named(name) for name in ("Polish", "Bulgarian")]
    starter.flush()

    assert read_languages(starter, [one.id]) == {one.id: ("Bulgarian", "Polish")}


def test_the_search_puts_who_has_the_language_sooner_and_says_so(starter: Session) -> None:
    asked = an_enquiry(Need.HOUSING, at=TUESDAY_NOON)
    usual = find_services(starter, asked, live=False)
    later = next(each for each in reversed(usual) if Reason.FIRST_LINE not in each.reasons)
    one = starter.query(Service).filter_by(slug=later.slug).one()
    one.languages = [_named("Romanian")]
    starter.flush()

    found = find_services(
        starter, an_enquiry(Need.HOUSING, at=TUESDAY_NOON, language=Language.ROMANIAN), live=False, first=3
    )
    slugs = [each.slug for each in found]
    assert {each.slug for each in usual} == set(slugs)
    assert slugs.index(later.slug) < [each.slug for each in usual].index(later.slug)
    assert Reason.LANGUAGE in found[slugs.index(later.slug)].reasons
    assert find_services(starter, asked, live=False) == usual


def _named(name: str) -> NamedLanguage:
    return NamedLanguage(id=f"language-{name}", name=name)
