"""Place names in a text, also as people misspell them."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from directory.places.answer import NO_PLACE, Place, place_of
from directory.places.gazetteer import OUTSIDE, fold, gazetteer


LONGEST_NAME = 4  # words
SHORTEST_TO_MISSPELL = 5  # letters: shorter names are too near to everyday words
ALIKE_ASKED = 80  # rapidfuzz ratio from which a misspelt name counts when the area was asked
ALIKE_HERE = 88  # and after "in", "near" … in any other sentence
_WORD = re.compile(r"[a-z0-9&']+")
_WHERE = frozenset(
    [
        "in",
        "near",
        "from",
        "at",
        "outside",
        "around",
        "by",
        "nr",
        "live",
        "lives",
        "living",
        "based",
        "central",
        "to",
    ]
)
_LIVE = re.compile(
    r"\b(?:i|we|he|she|they)?\s*(?:'?m|am|live|lives|living|based|staying|stay)\s+(?:\w+\s+)?(?:in|near|at|outside)\b"
)
_MOVED = re.compile(
    r"\b(?:used to live|moved from|came from|comes? from|not in|don'?t live in|up from|down from)\b"
)


def find_name(text: str, *, asked: bool) -> Place:
    """The place a text names. Asked, one word is enough and slips are forgiven; otherwise it has to stand
    as a place does ("in Ludlow"), and a town elsewhere counts only where the person says they live there."""
    words = _WORD.findall(fold(text))
    known = gazetteer()
    found = list(_exact(words, known.names, asked=asked))
    if found:
        return _one_answer(found)
    elsewhere = list(_exact(words, known.elsewhere, asked=asked))
    if elsewhere and (asked or _says_lives(fold(text))):
        name = elsewhere[0]
        return Place("outside", force=known.elsewhere[name])
    return _misspelt(words, asked=asked)


def _exact(words: list[str], names: Iterable[str], *, asked: bool) -> Iterator[str]:
    known, common = set(names), gazetteer().common
    position = 0
    while position < len(words):
        for length in range(LONGEST_NAME, 0, -1):
            name = " ".join(words[position : position + length])
            if name in known and _stands(words, position, asked=asked, loose=name not in common):
                yield name
                position += length - 1
                break
        position += 1


def _stands(words: list[str], position: int, *, asked: bool, loose: bool) -> bool:
    return asked or loose or (position > 0 and words[position - 1] in _WHERE)


def _one_answer(found: list[str]) -> Place:
    known = gazetteer()
    unique = list(dict.fromkeys(found))
    if len(unique) == 1:
        return place_of(known.names[unique[0]])
    # "Rubery, Bromsgrove": what all the names agree on; two different towns are asked about.
    shared = set.intersection(*(set(known.names[name]) for name in unique))
    if shared - {OUTSIDE}:
        return place_of(sorted(shared - {OUTSIDE}))
    return place_of(code for name in unique for code in known.names[name] if code != OUTSIDE)


def _says_lives(text: str) -> bool:
    return bool(_LIVE.search(text)) and not _MOVED.search(text)


def _misspelt(words: list[str], *, asked: bool) -> Place:
    known = gazetteer()
    choices = [name for name in known.names if len(name) >= SHORTEST_TO_MISSPELL]
    choices += [name for name in known.elsewhere if asked and len(name) >= SHORTEST_TO_MISSPELL]
    best: tuple[float, str] = (0.0, "")
    for piece in _pieces(words, asked=asked):
        hit = process.extractOne(
            piece, choices, scorer=fuzz.ratio, score_cutoff=ALIKE_ASKED if asked else ALIKE_HERE
        )
        if hit and hit[1] > best[0]:
            best = (hit[1], hit[0])
    if not best[1]:
        return NO_PLACE
    if best[1] in known.names:
        return place_of(known.names[best[1]])
    return Place("outside", force=known.elsewhere[best[1]])


def _pieces(words: list[str], *, asked: bool) -> Iterator[str]:
    for position in range(len(words)):
        if not asked and (position == 0 or words[position - 1] not in _WHERE):
            continue
        for length in range(1, LONGEST_NAME):
            piece = " ".join(words[position : position + length])
            if len(piece) >= SHORTEST_TO_MISSPELL:
                yield piece
