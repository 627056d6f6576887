"""Place names as people misspell them, or write them as they sound."""

import re
from collections.abc import Iterable
from functools import cache

from rapidfuzz import fuzz, process

from directory.places.gazetteer import gazetteer


SHORTEST = 5  # letters: shorter names are too near to everyday words
ALIKE_ASKED = 80  # rapidfuzz ratio from which a misspelt name counts when the area was asked
ALIKE_HERE = 88  # and after "in", "near" … in any other sentence
ALIKE_SHORT = 83  # one wrong letter in six, or one lost; a wrong letter in five is another word
SHORT = 6
TOO_CLOSE = 7  # points within which two names are both possible: asked about, never guessed
MORE_WORDS = 4  # points that each further word of a name is worth: "bayston hil" is not Bayton
# Everyday words that a slip would turn into a place.
_WORDS = frozenset(
    """
    about above after again anything anywhere around before being better between britain bother brother could
    council country county doing don't dont elsewhere england english everywhere father family flat friend
    friends going hello help homeless house housing know leave leaving living matter mother moving never
    nothing nowhere other others outside please police postcode prefer private rather really right scared
    secret shops should sister somewhere stay staying street telling thanks there these thing think those
    today tonight village where which would wouldnt yours town city north south east west centre
    """.split()
)
_SPOKEN = re.compile(r"(?:ce|che|e)ster\b")


def alike(pieces: Iterable[str], *, asked: bool, least: int = 0) -> list[str]:
    """The known names that the likeliest misspelt piece may be; more than one when none stands out.

    `least` is a rapidfuzz ratio that a piece must reach beyond the usual ones.
    """
    best, found = 0.0, dict[str, float]()
    for piece in pieces:
        if len(piece) < SHORTEST or piece in _WORDS or piece in gazetteer().elsewhere:
            continue
        for name, alikeness, _ in _hits(piece, asked=asked, least=least):
            score = alikeness + MORE_WORDS * name.count(" ")
            found[name] = max(score, found.get(name, 0.0))
            best = max(best, score)
    ranked = sorted(found, key=lambda name: -found[name])
    return [name for name in ranked if found[name] > best - TOO_CLOSE]


def _hits(piece: str, *, asked: bool, least: int) -> list[tuple[str, float, object]]:
    cutoff = ALIKE_ASKED if asked else ALIKE_HERE
    if asked and len(piece) <= SHORT:
        cutoff = ALIKE_SHORT
    cutoff = max(cutoff, least)
    choices = _choices(elsewhere=asked)
    written = process.extract(piece, choices, scorer=fuzz.ratio, score_cutoff=cutoff, limit=5)
    spoken = process.extract(
        _sound(piece), _sounds(elsewhere=asked), scorer=fuzz.ratio, score_cutoff=cutoff, limit=5
    )
    return [*written, *((choices[index], score, index) for _, score, index in spoken)]


@cache
def _choices(*, elsewhere: bool) -> list[str]:
    known = gazetteer()
    names = [name for name in known.names if elsewhere or name not in known.common]
    return [name for name in (*names, *(known.elsewhere if elsewhere else ())) if len(name) >= SHORTEST]


@cache
def _sounds(*, elsewhere: bool) -> list[str]:
    return [_sound(name) for name in _choices(elsewhere=elsewhere)]


def _sound(name: str) -> str:
    """ "Worcester" as it is said, so that "Wooster" is near it."""
    return _SPOKEN.sub("ster", name)
