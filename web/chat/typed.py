"""What was typed, made fit to be read: too long, empty, without words, never a command."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from safety.details.plain import JOINERS, drop_stray_joiners


MOST_CHARACTERS = 2000
# Rasa strips white space and then obeys a leading "/". Unicode's other slashes are folded into one by
# compatibility rules that a component may apply later, so they count as well.
SLASHES = (
    "/\uff0f\u2044\u2215\u29f8\u2571\u338f\u20e5\u0337\u0338\u2afd\u29f6\\\ufe68\uff3c\u29f5\u2216\u29f9"
)
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
BREAKS = {"Cc", "Zl", "Zp"}


class Fitness(StrEnum):
    """Whether a typed message can go to the engine."""

    FIT = "fit"
    EMPTY = "empty"
    WORDLESS = "wordless"  # emoji or marks only
    TOO_LONG = "too-long"


@dataclass(frozen=True)
class Typed:
    """A cleaned message and whether it can be understood at all."""

    text: str
    fitness: Fitness


def read(raw: str) -> Typed:
    """The message without control characters, surrogates, stray joiners and needless space."""
    seen = drop_stray_joiners("".join(_seen(character) for character in raw))
    text = re.sub(r"\s+", " ", seen).strip()
    return Typed(text, _fitness(text))


def as_words(text: str) -> str:
    """The message as the engine may read it: words, never a command, whatever slash it starts with."""
    words = read(text).text
    while words and (words[0] in SLASHES or words[0].isspace() or _is_unseen(words[0])):
        words = words[1:]
    return words


def _seen(character: str) -> str:
    if character in JOINERS:
        return character
    if character.isspace() or unicodedata.category(character) in BREAKS:
        return " "
    return "" if _is_unseen(character) else character


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in UNSEEN


def _fitness(text: str) -> Fitness:
    if len(text) > MOST_CHARACTERS:
        return Fitness.TOO_LONG
    if not text:
        return Fitness.EMPTY
    if not any(character.isalnum() for character in text):
        return Fitness.WORDLESS
    return Fitness.FIT
