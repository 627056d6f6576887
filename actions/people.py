"""Whom a message is about and how old they are, when its words say so plainly."""

import re

from actions.years import (
    OLDEST,
    RELATIONS,
    answered_years,
    own_years,
    says_school_year,
    somebodys_years,
)
from safety.details.only import without_gaps
from vocabulary.needs import Need
from vocabulary.people import AgeBand, Person


# These are always about somebody else than the one who writes, unless they say that it is about them.
OF_ANOTHER = frozenset({Need.WORRIED_ABOUT_YOUNG_PERSON, Need.MISSING, Need.CRIMINAL_EXPLOITATION_CHILD})
ADULT = 18
LONGEST_BARE_AGE = 3  # words

_BANDS = {
    AgeBand.UNDER_18: re.compile(r"\b(?:under|below|less than)\s*18\b|<\s*18", re.IGNORECASE),
    AgeBand.FROM_18_TO_25: re.compile(r"\b18\s*(?:-|\u2013|to|until)\s*25\b", re.IGNORECASE),
    AgeBand.FROM_26_TO_59: re.compile(r"\b26\s*(?:-|\u2013|to|until)\s*59\b", re.IGNORECASE),
    AgeBand.FROM_60: re.compile(
        r"\b(?:over|above|past)\s*60\b|\b60\s*(?:\+|plus|(?:or|and) (?:over|older|above|more))", re.IGNORECASE
    ),
}
_OF_SOMEONE = re.compile(rf"\b(?:my|our|a|the|his|her)\s+(?:\w+\s+)?(?:{RELATIONS})\b", re.IGNORECASE)
_ELDER = re.compile(
    r"\b(?:mum|mam|mom|mother|dad|father|parents?|nan|gran|grandma|grandad|grandmother|grandfather)$",
    re.IGNORECASE,
)
_ANY_ONE = re.compile(r"(?:a|the) ", re.IGNORECASE)
_OF_CLIENT = re.compile(
    r"\b(?:my|our|a|one of (?:my|our)) (?:\w+ )?(?:clients?|patients?|pupils?|students?|tenants?|residents?|"
    r"service users?|caseload)\b"
    r"|\b(?:i'?m|i am|im|as) (?:a|an|the|their|her|his) (?:\w+ )?(?:social worker|support worker|key ?worker|"
    r"youth worker|teacher|nurse|gp|doctor|carer|advocate|housing officer|probation officer|pcso|"
    r"police officer|solicitor|health visitor|mentor|paramedic|midwife|idva)\b",
    re.IGNORECASE,
)
# A teacher whose own flat is taken over asks for herself, and "he hits me" gives the age of the one who hits.
_OF_ME = re.compile(
    r"\bmy (?:own )?(?:flat|house|home|street|boyfriend|girlfriend|husband|wife|partner|ex)\b|\b(?:me|us)\b|"
    r"\bi (?:owe|was|got|need help|want to stop)\b",
    re.IGNORECASE,
)
# "My nephew has been beaten", "my friend keeps getting followed": it was done to somebody else.
_DONE_TO_SOMEONE = re.compile(
    rf"\b(?:my|our)\s+(?:\w+\s+)?(?:{RELATIONS})\s+(?:has|have|is|was|keeps?|gets?|got|'s)\s+(?:also\s+)?"
    r"(?:been\s+|being\s+|getting\s+)*(?:beaten|hurt|robbed|mugged|followed|threatened|attacked|stabbed|used|forced|"
    r"made to|groomed|raped|spiked|exploited|targeted|blackmailed|scammed)\b"
    rf"|\b(?:my|our)\s+(?:\w+\s+)?(?:{RELATIONS})\s+(?:\w+\s+){{0,2}}owes\b",
    re.IGNORECASE,
)
_A_PERSON_NEARBY = r"(?:lady|woman|man|girl|boy|lad|bloke|guy|person|resident)"
_OTHER = re.compile(
    rf"\b(?:the|a|an|this|that|old) (?:\w+ )?{_A_PERSON_NEARBY} (?:next door|is being|being) "
    r"|"
    rf"\b(?:for|about|it'?s|its)\s+(?:my|our|a|the|his|her)\s+(?:{RELATIONS})\b"
    r"|\b(?:someone|somebody) else\b|\bnot (?:for )?me\b",
    re.IGNORECASE,
)
_ASKED_OTHER = re.compile(rf"\b(?:{RELATIONS}|him|her|them|someone|somebody|another)\b", re.IGNORECASE)
_ABOUT_ME = re.compile(r"\b(?:(?:for|about) me|it'?s me|myself|not a (?:child|kid|minor))\b", re.IGNORECASE)
_ASKED_SELF = re.compile(r"\b(?:me|myself|self|i am|i'm|im|mine)\b", re.IGNORECASE)


def hear_age(text: str, *, asked: bool, other: bool = False, theirs: bool = False) -> AgeBand | None:
    """The age band of the person helped; a bare number counts only when the age was asked.

    The age is that of the person helped, never of a caller who speaks of somebody else: "I'm 45 and my son
    takes ketamine" says nothing of the son's. `other` says that it is known to be for someone else, `theirs`
    that the need is one of somebody else's, so that another's age is meant even where "me" stands beside it.
    """
    if asked and (band := _band_in_words(text)):
        return band
    own = own_years(text)
    is_child = own is not None and own < ADULT  # a child's own age goes before anybody's beside it
    years = own if is_child else _helped_years(text, other=other or theirs)
    if years is None and _speaks_of_self(text, own, other=other):
        years = own
    if years is None and asked:
        years = answered_years(text)
    if years is not None:
        return AgeBand.of(years) if 0 < years <= OLDEST else None
    return AgeBand.UNDER_18 if says_school_year(text) else None


def says_adult_age(text: str) -> bool:
    """Whether somebody says no more of themselves than that they are grown up ("im 61")."""
    own = None if _ABOUT_ME.search(text) else own_years(text)
    return own is not None and ADULT <= own <= OLDEST


def is_only_an_age(text: str) -> bool:
    """Whether a text says how old somebody is and nothing else ("I am 16", "she's 15")."""
    return len(text.split()) <= LONGEST_BARE_AGE and hear_age(text, asked=True) is not None


def hear_person(text: str, *, asked: bool) -> Person | None:
    """Whom a text says it is about; a single word counts only when it was asked."""
    text = without_gaps(text)
    if _OTHER.search(text) or _speaks_of_other(text):
        return Person.OTHER
    own = own_years(text)
    if own is not None and _speaks_of_self(text, own, other=False):
        return Person.SELF
    if not asked:
        return None
    if _ASKED_OTHER.search(text):
        return Person.OTHER
    return Person.SELF if _ASKED_SELF.search(text) else None


def speaks_of_me(text: str) -> bool:
    """Whether a text says that something is done to the one who writes, or to what is theirs."""
    return _OF_ME.search(text) is not None


def mentions_someone(text: str) -> bool:
    """Whether a text names somebody of the writer's own ("my son", "the neighbour")."""
    return _OF_SOMEONE.search(text) is not None


def is_about_an_elder(text: str) -> bool:
    """Whether all that a text names of the writer's own are parents or grandparents: no child is meant."""
    named = [found[0] for found in _OF_SOMEONE.finditer(text) if not _ANY_ONE.match(found[0])]
    return bool(named) and all(_ELDER.search(name) for name in named)


def _speaks_of_other(text: str) -> bool:
    """Whether a text is about a client, or says how old somebody else is: "my neighbour is 81"."""
    if speaks_of_me(text):
        return False
    if _OF_CLIENT.search(text) or _DONE_TO_SOMEONE.search(text):
        return True
    return mentions_someone(text) and somebodys_years(text) is not None


def _band_in_words(text: str) -> AgeBand | None:
    """The band of an answer that names one, as the buttons do: "26-59", "under 18", "over 60"."""
    for band, pattern in _BANDS.items():
        if pattern.search(text):
            return band
    return None


def _helped_years(text: str, *, other: bool) -> int | None:
    """Somebody's age, unless what is told happens to the one who writes: then it is not of the one helped."""
    return None if speaks_of_me(text) and not other else somebodys_years(text)


def _speaks_of_self(text: str, own: int | None, *, other: bool) -> bool:
    """Whether an age that somebody says of themselves is that of the person helped: a child's always is."""
    if own is None:
        return False
    return own < ADULT or not (other or _OF_SOMEONE.search(text))
