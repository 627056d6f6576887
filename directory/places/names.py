"""Place names in a text: which are named, and what they mean together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from directory.places.answer import NO_PLACE, Place, place_of
from directory.places.gazetteer import OUTSIDE, fold, gazetteer
from directory.places.spelling import alike


LONGEST_NAME = 5  # words
ALIKE_ENOUGH = 93  # rapidfuzz ratio from which a word is taken for a place and not for a person ("Marley")
ALIKE_LONGER = 90  # rapidfuzz ratio from which a longer misspelt name wins over the right name within it
_WORD = re.compile(r"[a-z0-9&']+")
_IN = frozenset("in from at live lives living based central to".split())
_NEAR = frozenset("near nr by outside around towards nearest".split())
_WHERE = _IN | _NEAR
_CLOSE = frozenset("close next near moved moving move home".split())
# "Hereford Road" is a street of any town, and "West Mercia Police" no home.
_STREET = frozenset("road rd street lane avenue ave close drive crescent terrace grove police".split())
_LIVE = re.compile(r"\b(?:i?m|am|live|lives|living|based|staying|stay)(?: \w+)? (?:in|near|outside)$")
_BEFORE = re.compile(
    r"(?<!have )(?<!ive )(?<!always )\b(?:used to (?:be|live|stay)|grew up|born|raised|did live|lived|"
    r"(?:was|were) living|(?:i|we) (?:was|were))(?: \w+)? (?:in|near|at|outside)$"
)
_SINCE = re.compile(r"\b(?:but|now|these days|nowadays|moved|till|until|anymore)\b")
_MOVED = re.compile(
    r"\b(?:used to live|moved from|came from|comes? from|not in|dont live in|up from|down from)\b"
)


@dataclass(frozen=True)
class Mention:
    """One known name in a text; `near` when it only says what the place is close to."""

    name: str
    near: bool
    past: bool = False  # where somebody lived before

    @property
    def inside(self) -> bool:
        """Whether the name can be one of West Mercia's."""
        return self.name in gazetteer().names

    @property
    def codes(self) -> tuple[str, ...]:
        """What the name can mean."""
        return gazetteer().names.get(self.name, (OUTSIDE,))


def is_place_name(text: str) -> bool:
    """Whether a text is just the name of a place that we know, rightly written or with a slip."""
    name, known = fold(text), gazetteer()
    if name in known.names or name in known.elsewhere:
        return True
    return bool(alike([name], asked=True, least=ALIKE_ENOUGH))


def find_name(text: str, *, asked: bool) -> Place:
    """The place a text names. Asked, one word is enough and slips are forgiven; otherwise it has to stand
    as a place does ("in Ludlow"), and a town elsewhere counts only where the person says they live there."""
    folded = fold(text)
    words = _WORD.findall(folded)
    mentions = list(_mentions(words, asked=asked))
    if any(each.past for each in mentions) and _SINCE.search(folded):
        mentions = [each for each in mentions if not each.past]
        if not mentions:
            return NO_PLACE  # where they live now is not among the names we know
    if _MOVED.search(folded):
        mentions = [each for each in mentions if each.inside]
    found = alike(_pieces(words, mentions, asked=asked), asked=asked, least=ALIKE_LONGER if mentions else 0)
    if mentions and not found:
        return _meaning(_heads(mentions))
    return _meaning([Mention(found[0], near=False)]) if len(found) == 1 else place_of(_codes(found))


def _mentions(words: Sequence[str], *, asked: bool) -> Iterator[Mention]:
    """The known names in their order, the longest where two begin with the same word."""
    known = gazetteer()
    position = 0
    while position < len(words):
        length = _length_of_name(words, position)
        name = " ".join(words[position : position + length])
        before = words[position - 1] if position else ""
        if name in known.elsewhere:
            stands = asked or bool(_LIVE.search(" ".join(words[:position])))
        else:
            stands = asked or name not in known.common or before in _WHERE
        if length and stands and before != "not" and (asked or not _is_a_way_there(words[:position])):
            past = bool(_BEFORE.search(" ".join(words[:position])))
            yield Mention(name, near=before in _NEAR, past=past)
        position += max(length, 1)


def _is_a_way_there(before: Sequence[str]) -> bool:
    """Whether a name is where somebody is sent or goes ("on the train to Hereford"), not where they live."""
    return before[-1:] == ["to"] and (len(before) < 2 or before[-2] not in _CLOSE)


def _length_of_name(words: Sequence[str], position: int) -> int:
    known = gazetteer()
    for length in range(min(LONGEST_NAME, len(words) - position), 0, -1):
        name = " ".join(words[position : position + length])
        is_street = words[position + length : position + length + 1] and words[position + length] in _STREET
        if (name in known.names or name in known.elsewhere) and not is_street:
            return length
    return 0


def _heads(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """ "Kinver, near Kidderminster" is Kinver; "Newport near Telford" is the Newport that Telford has."""
    heads = [each for each in mentions if not each.near]
    open_to = {code for each in heads if len(each.codes) > 1 for code in each.codes} - {OUTSIDE}
    return [each for each in mentions if not each.near or open_to & set(each.codes)] if heads else mentions


def _meaning(mentions: Sequence[Mention]) -> Place:
    """What all the names agree on; two different towns are asked about."""
    unique = list(dict.fromkeys(mentions))
    inside = [each for each in unique if each.inside]
    elsewhere = [each for each in unique if not each.inside]
    if not inside:
        return _outside(elsewhere)
    shared = set.intersection(*(set(each.codes) for each in inside))
    if elsewhere and unique[0].inside:
        return _with_qualifier(inside, elsewhere)
    if elsewhere:
        return place_of([*_codes([each.name for each in inside]), OUTSIDE])
    if len(inside) > 1 and shared - {OUTSIDE}:
        return place_of(code for code in inside[0].codes if code in shared and code != OUTSIDE)
    return place_of(_codes([each.name for each in inside]))


def _with_qualifier(inside: Sequence[Mention], elsewhere: Sequence[Mention]) -> Place:
    """ "Hagley, Stourbridge" is Hagley; "Newport, Wales" is not ours; "Rubery, Birmingham" is asked about."""
    codes = _codes([each.name for each in inside])
    if OUTSIDE in codes and not any(each.name in gazetteer().near for each in elsewhere):
        return _outside(elsewhere)
    return place_of(codes)


def _outside(elsewhere: Sequence[Mention]) -> Place:
    """A town elsewhere; near one that lies by the border can be either side of it."""
    known = gazetteer()
    first = elsewhere[0]
    if first.near and first.name in known.near:
        return place_of([*known.near[first.name], OUTSIDE])
    forces = (known.elsewhere[each.name] for each in elsewhere)
    return Place("outside", force=next((force for force in forces if force), None))


def _codes(names: Sequence[str]) -> list[str]:
    """Everything that the names can mean, in their order."""
    known = gazetteer()
    return [code for name in names for code in known.names.get(name, (OUTSIDE,))]


def _pieces(words: Sequence[str], mentions: Sequence[Mention], *, asked: bool) -> Iterator[str]:
    """The runs of words that may be a misspelt name; beside a name that is right, only longer ones.

    "Hanley Swwan" is meant for Hanley Swan, though Hanley is a name as well.
    """
    whole = {each.name for each in mentions}
    for position, length in product(range(len(words)), range(1, LONGEST_NAME + 1)):
        piece = words[position : position + length]
        before = words[:position]
        stands = asked or (bool(before) and before[-1] in _WHERE and not _is_a_way_there(before))
        before_street = words[position + length : position + length + 1]
        if len(piece) < length or not stands or _STREET.intersection(before_street):
            continue
        text = " ".join(piece)
        if not whole or (asked and text not in whole and any(f" {name} " in f" {text} " for name in whole)):
            yield text
