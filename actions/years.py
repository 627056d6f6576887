"""How many years a text says that somebody has lived, in figures or in words; pure."""

import re

from actions.numerals import in_figures
from directory.places import without_postcodes


OLDEST = 110
FIRST_SCHOOL_YEAR, LAST_SCHOOL_YEAR = 1, 13

RELATIONS = (
    r"son|sons|daughter|daughters|lad|kid|kids|child|children|grandson|granddaughter|grandchild|nephew|niece|"
    r"brother|sister|cousin|mum|mam|mom|mother|dad|father|parents?|nan|gran|grandma|grandad|grandmother|grandfather|"
    r"uncle|aunt|auntie|aunty|husband|wife|partner|boyfriend|girlfriend|ex|friend|mate|neighbou?rs?|tenants?|"
    r"clients?|patients?|pupils?|students?|residents?|service users?|colleague|stepson|stepdaughter|"
    r"foster (?:son|daughter|child)"
)

_I_AM = r"\b(?:i am|i'?m|im|iam|me,)\s+"
_SOMEONE_IS = (
    r"\b(?:she'?s|he'?s|they'?re|she is|he is|they are|\w+ is|aged?|turned|turning|"
    rf"(?:{RELATIONS})(?: is|'?s|,)?)\s+"
)
_ABOUT = r"(?:only\s+|just\s+|nearly\s+|about\s+|a\s+|now\s+|turning\s+)?"
_OTHER_UNITS = (
    r"pounds?|quid|grand|grams?|weeks?|months?|days?|hours?|hrs?|minutes?|mins?|miles?|of|times?|k\b|/|:|am\b|pm\b|%|"
    r"left|for|people|lads|blokes|men|min\b|bags?|rocks?|pills?|tablets?|but"
)
_NOT_YEARS = rf"(?!\s*(?:{_OTHER_UNITS}))"
_OWN_AGE = re.compile(rf"{_I_AM}{_ABOUT}(\d{{1,3}})\b{_NOT_YEARS}", re.IGNORECASE)
_YEARS_OLD = r"\b(\d{1,3})\s*-?\s*(?:years?\s*old|yrs?\s*old|y/?o)\b"
_AGE = re.compile(rf"{_SOMEONE_IS}{_ABOUT}(\d{{1,3}})\b{_NOT_YEARS}|{_YEARS_OLD}", re.IGNORECASE)
_BARE_AGE = re.compile(r"^\D{0,12}(?<![a-z])(\d{1,3})\D{0,12}$", re.IGNORECASE)
_AGE_AND_MORE = re.compile(r"^\W*(\d{1,2})(?=,| and\b| but\b)(?! and \d)", re.IGNORECASE)
# "My boyfriend, 24, makes me" says nothing of the age of the one who is made to.
_AGE_OF_PARTNER = re.compile(
    r"\bmy (?:boyfriend|girlfriend|partner|husband|wife|ex)\b(?:,| is|'s| who is)?\s+\d{1,3}\b(?=.*\bme\b)",
    re.IGNORECASE,
)
_NOT_A_PERSON = re.compile(
    r"\b(?:it|this|that|debt|price|there|which|what|its|rent|bill|loan) is\s+", re.IGNORECASE
)
# The age of whoever does the harm is never that of the person helped.
_AGE_OF_DEALER = re.compile(
    r"\b(?:dealers?|plug|supplier)(?:,| is|'s| are)? (?:only |about )?\d{1,3}\b", re.IGNORECASE
)
_SCHOOL_YEAR = re.compile(r"\b(?:in\s+)?(?:year|yr|y)\s?(\d{1,2})\b", re.IGNORECASE)
_ONLY_AGE = re.compile(r"^\W*(\d{1,3})\W*$")


def own_years(text: str) -> int | None:
    """What somebody says of themselves: "I'm 32"."""
    return _first_number(_OWN_AGE, _plain(text))


def somebodys_years(text: str) -> int | None:
    """What is said of somebody else: "my son is 16", "a 15 year old lad"."""
    plain = _NOT_A_PERSON.sub("", _plain(text))
    return _first_number(_AGE, _AGE_OF_PARTNER.sub("", plain))


def answered_years(text: str) -> int | None:
    """What answers "how old": a number with few words around it, or one before all else."""
    plain = _plain(text)
    years = _first_number(_BARE_AGE, plain)
    return _first_number(_AGE_AND_MORE, plain) if years is None else years


def is_only_a_number(text: str) -> bool:
    """Whether a text is a number and nothing else, as people answer "how old"."""
    return _ONLY_AGE.match(in_figures(text)) is not None


def says_school_year(text: str) -> bool:
    """Whether a text names a year of school: "he's in year 9"."""
    year = _first_number(_SCHOOL_YEAR, text)
    return year is not None and FIRST_SCHOOL_YEAR <= year <= LAST_SCHOOL_YEAR


def _plain(text: str) -> str:
    """A text with its numbers in figures, without postcodes and the ages of dealers."""
    return _AGE_OF_DEALER.sub("", without_postcodes(in_figures(text)))


def _first_number(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    if found is None:
        return None
    return int(next(group for group in found.groups() if group))
