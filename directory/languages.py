"""Which services have a language: they name it themselves, or say that they bring an interpreter."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.dialects import among, keys
from directory.model import Language as NamedLanguage
from directory.record import ServiceRecord
from vocabulary.languages import Language


LANGUAGES = (
    select(NamedLanguage.service_id, NamedLanguage.name)
    .where(among(NamedLanguage.service_id, keys("keys")))
    .order_by(NamedLanguage.name)
)
_BETWEEN = re.compile(r"[\s,;:/()-]+")  # not \W, which the vowels of Punjabi are
_SIGNED = re.compile(r"\b(?:bsl|sign\w*|signvideo|deaf)\b", re.IGNORECASE)
_INTERPRETED = re.compile(
    r"\binterpret\w*|\btranslat\w*|\b(?:any|all|many|most|\d+) languages?\b", re.IGNORECASE
)


def has_language(service: ServiceRecord, language: Language | None) -> bool:
    """Whether one of the languages that a record holds is this one, or an interpreter of spoken languages.

    Nobody has a language that was not asked for.
    """
    return language is not None and any(_is(name, language) for name in service.languages)


def read_languages(session: Session, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The languages of services as the directory writes them, in order; a service without any is left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for service_id, name in session.execute(LANGUAGES, {"keys": ids}):
        found[service_id or ""].append(name)
    return {key: tuple(names) for key, names in found.items()}


def with_languages(session: Session, services: Iterable[ServiceRecord]) -> list[ServiceRecord]:
    """The same services, with their languages."""
    known = list(services)
    languages = read_languages(session, [service.id for service in known])
    return [replace(each, languages=frozenset(languages.get(each.id, ()))) for each in known]


def _is(name: str, language: Language) -> bool:
    if _SIGNED.search(name):
        return False
    words = _BETWEEN.split(name.casefold())
    return not {language.english_name.casefold(), language.own_name.casefold()}.isdisjoint(words) or bool(
        _INTERPRETED.search(name)
    )
