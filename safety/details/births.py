"""Takes out dates of birth; an age and a year alone stay, for they say which help fits."""

import re

from safety.details import GONE


_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)?\d\d"
_GAP = r"[ /.,-]{1,2}"
_DATE = (
    rf"(?:{_DAY}(?:{_GAP}| of ){{1,2}}{_MONTH}(?:{_GAP}{_YEAR})?|{_MONTH}{_GAP}{_DAY}(?:{_GAP}{_YEAR})?|"
    rf"\d{{4}}[ /.-]\d{{1,2}}[ /.-]\d{{1,2}}|\d{{1,2}}[ /.-]{{1,3}}\d{{1,2}}(?:[ /.-]{{1,3}}{_YEAR})?|"
    r"\d{8}|\d{6})\b"
)
_BIRTH = re.compile(
    r"\b((?:(?:date of birth|birth ?date|d\.? ?o\.? ?b\b\.?|born|birthday|b-?day)"
    r"(?:\W{0,3}\b(?:is|was|on|the|in)\b){0,3}\W{0,4}))"
    rf"{_DATE}",
    re.IGNORECASE,
)
_FULL_DATE = re.compile(r"\b(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19\d\d|200\d|201[0-9])\b")


def cut_births(text: str) -> str:
    """The message without dates that follow "born", and without whole dates that lie years back."""
    return _FULL_DATE.sub(GONE, _BIRTH.sub(rf"\1{GONE}", text))
