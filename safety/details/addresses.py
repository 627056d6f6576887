"""Takes out house numbers with their street; an age, a sum or a number of people or pills is left alone."""

import re

from safety.details import GONE
from safety.details.words import is_listed


_STREETS = (
    "street st road rd avenue ave lane ln drive close crescent cres terrace gardens gdns grove mews"
).split()
_SURELY_STREETS = frozenset("street road rd avenue ave lane terrace crescent grove".split())
# Ordinary words as well: "round park", "way too many", "their house".
_MAYBE_STREETS = frozenset(
    "court ct place pl way walk row square hill view rise house flats parade green park croft bank meadow "
    "meadows field fields yard wharf point tower towers".split()
)
_WORD = r"[A-Za-zÀ-ž][A-Za-zÀ-ž'’-]{1,20}"
_ADDRESS = re.compile(
    r"(?P<flat>\b(?:flat|apartment|unit|room|number|no\.?) ?\d{1,4}[a-z]?,? )?"
    r"(?<![\d£$€.])\b\d{1,4}(?:-\d{1,4})?[a-z]?,? "
    rf"(?P<name>(?:{_WORD} ){{1,3}}?)(?P<street>{'|'.join([*_STREETS, *sorted(_MAYBE_STREETS)])})\b\.?"
    r"(?! (?:too|more|over|past|back|out|off|ahead|down|up)\b)",
    re.IGNORECASE,
)
_FLAT = re.compile(r"\b(?:flat|apartment) (?:no\.? ?|number )?\d{1,4}[a-z]?\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b((?:i|we) live at|my address is|(?:i am|i'm|im) at|(?:his|her|their) address is) (?:no\.? ?|"
    r"number )?\d{1,4}[a-z]?\b"
    r"(?! ?(?:am|pm|o'?clock|school|weeks|months|years|mins|minutes|tonight|tomorrow))",
    re.IGNORECASE,
)
# What stands before a number that says where: any word of the street is believed then.
_WHERE = re.compile(
    r"\b(?:(?:live|lives|lived|living|stay|stays|staying|i['’]?m|is|are|am|was) (?:in|on)|at|"
    r"address(?: is|['’]s)?|moved to|come to)[ :,-]{1,3}$",
    re.IGNORECASE,
)
# What stands before an age, a sum or a count.
_COUNTED = re.compile(
    r"(?:\b(?:is|am|are|im|was|were|age|aged|about|only|just|nearly|almost|turned|turns|took|take|takes|taken|had|"
    r"have|has|got|owe|owes|owed|than|over|under|like|by|for|of|after|since|every|another|with|from|until|till|"
    r"sold|bought|gave|need|want|used|saw|see|by|x)|['’](?:m|s|re|ve)) ?$",
    re.IGNORECASE,
)
# Words of street names that are ordinary words too.
_NAMING = frozenset(
    "st saint old new high low upper lower north south east west church chapel school station mill bridge "
    "market castle king kings queen queens prince princess royal park hill green wood woods oak ash elm "
    "beech birch lime willow holly hazel cedar pine maple rose rosemary lavender orchard meadow field farm "
    "manor abbey priory victoria albert george london bath spring well water river brook long short broad "
    "white black red spa golden silver fox swan lion bell crown bull cross forge smith garden gardens "
    "common heath moor forest mount top main grange hall lodge cottage quarry canal wharf railway baker "
    "mason".split()
)
# Of these, what says of a thing how it is: "3 new house keys".
_DESCRIBING = frozenset(
    "old new high low upper lower royal long short broad white black red golden silver green top main common "
    "cross grange".split()
)
# Words that no street is called.
_SMALL = frozenset(
    "people men man women woman lads boys girls kids guys blokes years year months weeks days hours hrs "
    "minutes mins miles times cars pills tablets bags wraps grand quid pounds dealers grams mg and or of to "
    "the in on at am pm more down up my his her their our from for by with this that is are was were be he "
    "she it they we you me us round around outside inside near living hanging walking too way out off if so "
    "but when then over under into who i im again already".split()
)


def cut_addresses(text: str) -> str:
    """The message without house numbers and the street they stand before."""
    text = _FLAT.sub(GONE, _ADDRESS.sub(_unless_counted, text))
    return _NUMBERED.sub(rf"\1 {GONE}", text)


def _unless_counted(found: re.Match[str]) -> str:
    return GONE if _is_street(found) else found[0]


def _is_street(found: re.Match[str]) -> bool:
    """Whether the words after the number name a street, by what stands before it and by how they are used."""
    before, words, street = found.string[: found.start()], found["name"].split(), found["street"].lower()
    says_where = bool(found["flat"] or _WHERE.search(before))
    is_counted = not says_where and bool(_COUNTED.search(before))
    if is_counted and street in _MAYBE_STREETS:
        return False
    if all(_may_name(word) for word in words):
        return street in _STREETS or not all(word in _DESCRIBING for word in words)
    is_believed = street in (_STREETS if says_where else _SURELY_STREETS) and not is_counted
    return is_believed and not any(word.lower() in _SMALL for word in words)


def _may_name(word: str) -> bool:
    is_titled = word[0].isupper() and not word.isupper() and word.lower() not in _SMALL
    return is_titled or word.lower() in _NAMING or not is_listed(word)
