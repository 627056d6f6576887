"""Takes out names that are introduced: "my name is", "he is called", "this is", "I'm"."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from safety.details import GONE
from safety.details.introductions import INTRODUCTIONS, SMALL_WORDS, WORD, Introduction, Said
from safety.details.words import is_listed, is_ordinary


IsPlace = Callable[[str], bool]
_MOST_WORDS = 3  # of one name
_LONGEST_PLACE = 5  # words
_PEOPLE_BEFORE_PLACES = frozenset("ross clive clifford".split())
_PARTING = frozenset("but he i i'm im is it my she so they".split())  # no place's name holds them
# Words of the language that are likelier a family name where they follow a first name.
_FAMILIES = frozenset(
    "baker bell bishop brooks brown bush butler carter chandler cooper drake fisher foster fox frost green "
    "hall harper hill hunter king knight lamb marsh marshall mason miller moss palmer parker porter potter "
    "price reed rice rivers rose shepherd slater smith snow stone swan tanner tucker turner walker ward "
    "weaver webb wells wood woods wright".split()
)


def cut_names(text: str, *, is_place: IsPlace) -> str:
    """The message without the names that it introduces; a place in their stead stays."""
    for introduction in INTRODUCTIONS:
        text = _without(text, introduction, is_place)
    return text


def _without(text: str, introduction: Introduction, is_place: IsPlace) -> str:
    kept: list[str] = []
    done = 0
    for lead in introduction.lead.finditer(text, 0):
        name = WORD.match(text, lead.end())
        if name is None or lead.start() < done:
            continue
        end = _end_of_name(text, name)
        said = Said(text, lead.start(), name[0], text[end:], partial(_is_place, text, name, is_place))
        if introduction.is_name(said):
            kept += [text[done : lead.end()], GONE]
            done = end
    return "".join(kept) + text[done:]


def _end_of_name(text: str, first: re.Match[str]) -> int:
    """Where the name ends that begins with this word."""
    end = first.end()
    for word in _following(text, first, most=_MOST_WORDS):
        if not _continues(word[0]):
            break
        end = word.end()
    return end


def _following(text: str, first: re.Match[str], *, most: int) -> Iterator[re.Match[str]]:
    """The words after this one, as long as nothing but a space parts them."""
    word: re.Match[str] | None = first
    for _ in range(most - 1):
        assert word is not None
        word = WORD.match(text, word.end() + 1) if text[word.end() : word.end() + 1] == " " else None
        if word is None:
            return
        yield word


def _continues(word: str) -> bool:
    """Whether a word after a first name is still the name."""
    lower = word.lower()
    if lower in SMALL_WORDS:
        return False
    is_titled = word[0].isupper() and (len(word) == 1 or not word.isupper())
    return is_titled or lower in _FAMILIES or not (is_listed(lower) or is_ordinary(lower))


def _is_place(text: str, first: re.Match[str], is_place: IsPlace) -> bool:
    if first[0].lower() not in _PEOPLE_BEFORE_PLACES and is_place(first[0]):
        return True
    for word in _following(text, first, most=_LONGEST_PLACE):
        if word[0].lower() in _PARTING:
            return False
        if is_place(text[first.start() : word.end()]):
            return True
    return False
