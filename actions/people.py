"""Whom a message is about and how old they are, when its words say so plainly."""

import re

from vocabulary.people import AgeBand, Person


OLDEST = 110
FIRST_SCHOOL_YEAR, LAST_SCHOOL_YEAR = 1, 13

_SAID_AGE = r"\b(?:i am|i'?m|im|iam|she'?s|he'?s|they'?re|is|are|aged?|only|just|turned|turning)\s+"
_ABOUT = r"(?:only\s+|just\s+|nearly\s+|about\s+)?"
_OTHER_UNITS = (
    r"pounds?|quid|grand|grams?|weeks?|months?|days?|hours?|minutes?|miles?|of|times?|k\b|/|:|am\b|pm\b|%"
)
_NOT_YEARS = rf"(?!\s*(?:{_OTHER_UNITS}))"
_YEARS_OLD = r"\b(\d{1,3})\s*-?\s*(?:years?\s*old|yrs?\s*old|y/?o)\b"
_AGE = re.compile(rf"{_SAID_AGE}{_ABOUT}(\d{{1,3}})\b{_NOT_YEARS}|{_YEARS_OLD}", re.IGNORECASE)
_BARE_AGE = re.compile(r"^\D{0,12}(\d{1,3})\D{0,12}$")
_SCHOOL_YEAR = re.compile(r"\b(?:in\s+)?(?:year|yr)\s*(\d{1,2})\b", re.IGNORECASE)

_RELATIONS = (
    r"son|sons|daughter|daughters|lad|kid|kids|child|children|grandson|granddaughter|grandchild|nephew|niece|"
    r"brother|sister|cousin|mum|mam|mom|mother|dad|father|parents?|nan|gran|grandma|grandad|grandmother|grandfather|"
    r"uncle|aunt|auntie|aunty|husband|wife|partner|boyfriend|girlfriend|ex|friend|mate|neighbou?rs?|tenant|client|"
    r"patient|pupil|student|colleague|stepson|stepdaughter|foster (?:son|daughter|child)"
)
_OTHER = re.compile(
    rf"\b(?:for|about|it'?s|its)\s+(?:my|our|a|the|his|her)\s+(?:{_RELATIONS})\b"
    r"|\b(?:someone|somebody) else\b|\bnot (?:for )?me\b",
    re.IGNORECASE,
)
_ASKED_OTHER = re.compile(rf"\b(?:{_RELATIONS}|him|her|them|someone|somebody|another)\b", re.IGNORECASE)
_ASKED_SELF = re.compile(r"\b(?:me|myself|self|i am|i'm|im|mine)\b", re.IGNORECASE)


def hear_age(text: str, *, asked: bool) -> AgeBand | None:
    """The age band a text names; a bare number counts only when the age was asked."""
    years = _first_number(_AGE, text)
    if years is None and asked:
        years = _first_number(_BARE_AGE, text)
    if years is not None:
        return AgeBand.of(years) if 0 < years <= OLDEST else None
    year = _first_number(_SCHOOL_YEAR, text)
    if year is not None and FIRST_SCHOOL_YEAR <= year <= LAST_SCHOOL_YEAR:
        return AgeBand.UNDER_18
    return None


def hear_person(text: str, *, asked: bool) -> Person | None:
    """Whom a text says it is about; a single word counts only when it was asked."""
    if _OTHER.search(text):
        return Person.OTHER
    if not asked:
        return None
    if _ASKED_OTHER.search(text):
        return Person.OTHER
    return Person.SELF if _ASKED_SELF.search(text) else None


def _first_number(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    if found is None:
        return None
    return int(next(group for group in found.groups() if group))
