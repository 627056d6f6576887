"""Public words: looked up by id in the gettext catalogues, without Rasa or the web."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from vocabulary.languages import Language


LOCALE = Path(__file__).resolve().parent.parent / "locale"
DOMAINS = ("chat", "crisis", "facts", "page")
DANGER = ("crisis", "page")  # what the fixed cards are made of
REFERENCE = "@"  # a value that starts with this is itself the id of words
EASY = "@easy"  # how gettext names a variant: the same language in shorter words, where they differ
READ_BY = "read-by"  # the id under which a native reader signs a catalogue

# What is said without a language of its own is said in that of the person who is being answered.
_spoken: ContextVar[tuple[str, ...]] = ContextVar("spoken", default=(Language.ENGLISH.value,))


class MissingWords(LookupError):
    """An id that no catalogue holds, or catalogues that were not compiled."""


@contextmanager
def speaking(language: Language, *, easy: bool = False) -> Iterator[None]:
    """Within it, words are said in this language, in its shorter words if `easy`; else in English."""
    catalogues = [f"{language}{EASY}"] if easy else []
    token = _spoken.set((*dict.fromkeys((*catalogues, language.value, Language.ENGLISH.value)),))
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> Language:
    """The language in which words are said here."""
    return next(Language(each) for each in _spoken.get() if EASY not in each)


def is_easy() -> bool:
    """Whether the shorter words are said here."""
    return EASY in _spoken.get()[0]


def words(key: str, language: str | None = None, **values: str) -> str:
    """The words with this id with their values filled in, in a language or else in the one spoken here.

    What a language lacks is said in English. A value that starts with "@" is an id too ("@need.cuckooing")
    and is looked up first. Raises MissingWords when no catalogue has the id.
    """
    catalogues = _spoken.get() if language is None else (language, Language.ENGLISH.value)
    for each in catalogues:
        text = _find(key, each)
        if text is not None:
            return text.format_map({name: _value(value, language) for name, value in values.items()})
    raise MissingWords(f"No words for '{key}' in '{', '.join(catalogues)}'.")


def has_words(key: str) -> bool:
    """Whether the English catalogues have this id."""
    return _find(key, Language.ENGLISH) is not None


def is_read(language: Language, *, domains: tuple[str, ...] = DOMAINS) -> bool:
    """Whether a native reader has signed these catalogues of a language; English has its own writers."""
    if language is Language.ENGLISH:
        return True
    return all(_look_up(READ_BY, domain, language) for domain in domains)


def danger_language() -> Language:
    """The language of the words for danger here: English until a native reader has read them."""
    return spoken() if is_read(spoken(), domains=DANGER) else Language.ENGLISH


def danger_words(key: str, **values: str) -> str:
    """The words with this id, for the lines that lead when somebody is in danger."""
    return words(key, danger_language(), **values)


def _find(key: str, language: str) -> str | None:
    for domain in DOMAINS:
        if text := _look_up(key, domain, language):
            return text
    if language == Language.ENGLISH and not any(_catalogue(domain, language) for domain in DOMAINS):
        raise MissingWords("No compiled catalogues. Run: make words")
    return None


def _look_up(key: str, domain: str, language: str) -> str | None:
    catalogue = _catalogue(domain, language)
    text = catalogue.gettext(key) if catalogue else key
    return text if text != key else None


@cache
def _catalogue(domain: str, language: str) -> gettext.GNUTranslations | None:
    # Not by gettext.translation: it would look for "pl" where "pl@easy" is asked for.
    path = LOCALE / language / "LC_MESSAGES" / f"{domain}.mo"
    if not path.exists():
        return None
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def _value(value: str, language: str | None) -> str:
    return words(value[len(REFERENCE) :], language) if value.startswith(REFERENCE) else value
