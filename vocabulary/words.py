"""Public words: looked up by id in the gettext catalogues, without Rasa or the web."""

import gettext
from functools import cache
from pathlib import Path


LOCALE = Path(__file__).resolve().parent.parent / "locale"
DOMAINS = ("chat", "crisis", "facts", "page")
REFERENCE = "@"  # a value that starts with this is itself the id of words


class MissingWords(LookupError):
    """An id that no catalogue holds, or catalogues that were not compiled."""


@cache
def _catalogue(domain: str, language: str) -> gettext.GNUTranslations:
    try:
        found = gettext.translation(domain, LOCALE, [language])
    except FileNotFoundError as error:
        message = f"No compiled catalogue '{domain}' for '{language}'. Run: make words"
        raise MissingWords(message) from error
    assert isinstance(found, gettext.GNUTranslations)
    return found


def words(key: str, language: str = "en", **values: str) -> str:
    """The words with this id in a language, with their values filled in.

    A value that starts with "@" is an id too ("@need.cuckooing") and is looked up first.
    Raises MissingWords when no catalogue of the language has the id.
    """
    for domain in DOMAINS:
        text = _catalogue(domain, language).gettext(key)
        if text != key:
            return text.format_map({name: _value(value, language) for name, value in values.items()})
    raise MissingWords(f"No words for '{key}' in '{language}'.")


def _value(value: str, language: str) -> str:
    return words(value[len(REFERENCE) :], language) if value.startswith(REFERENCE) else value


def has_words(key: str, language: str = "en") -> bool:
    """Whether a catalogue of the language has this id."""
    return any(_catalogue(domain, language).gettext(key) != key for domain in DOMAINS)
