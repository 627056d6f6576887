"""Takes out numbers that lead to a person: telephones, cards, accounts, National Insurance, number plates."""

import re

from safety.details import GONE


# What people put between the digits of one number; a currency sign, a colon or a word parts two numbers.
_GAP = r"(?:[^\w:;!?£$€]|_){0,3}"
_TIGHT = r"[ \t()./_-]{0,3}"
_CHILDLINE = "08001111"
_MORE_DIGITS = 10  # from here a run is a telephone number without its 0, a card, an account or an NHS number
_TELEPHONE = re.compile(
    rf"[+(]{{0,2}}(?<!\d)(?:00{_GAP})?44{_GAP}0?(?:{_GAP}\d){{9,10}}(?!\d)|"
    rf"\+{_GAP}\d(?:{_GAP}\d){{7,13}}(?!\d)|"
    rf"\(?(?<!\d)0(?:{_GAP}\d){{8,10}}(?!\d)"
)
_CARD = re.compile(
    r"(?<!\d)[1-9]\d{3}[ .-]{1,3}"
    r"(?:(?:\d{4}[ .-]{1,3}){1,2}\d{4}(?:[ .-]{1,3}\d{1,4})?|\d{6}[ .-]{1,3}\d{4,5})(?!\d)"
)
# "12/03/2024 2 men": the 2 is no part of the number that the date seems to begin.
_DATE_THEN_COUNT = re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d\d [1-9]\d?")
_RUN = re.compile(rf"(?<!\d)\d(?:{_TIGHT}\d){{{_MORE_DIGITS - 1},}}")
_UNBROKEN = re.compile(r"(?<![A-Za-z\d])\d{8,9}(?!\d)")
_LABELLED = re.compile(
    r"\b((?:account|acc|sort ?code|card|passport|nhs|licen[cs]e|phone|mobile|landline)"
    r"(?: (?:number|no|num))?\W{0,3}(?:is)?\W{0,3})(?!116)\d(?:[ \t.-]{0,2}\d){5,}",
    re.IGNORECASE,
)
_INSURANCE = re.compile(
    r"\b(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ)(?:[ .-]{0,2}\d\d){3}[ .-]{0,2}[A-D]\b|"
    r"\b[A-Z]{2}\d{6}[A-Z]?\b",
    re.IGNORECASE,
)
_PLATE = re.compile(
    r"\b[A-HJ-PR-Y][A-HJ-PR-Y][05-7]\d ?[A-HJ-PR-Z]{3}\b|"
    r"\b[a-hj-pr-y]{2}[05-7]\d[a-hj-pr-z]{3}\b"
)


def cut_numbers(text: str) -> str:
    """The message without numbers of eight digits and more; ages, sums, times and short helplines stay."""
    text = _INSURANCE.sub(GONE, text)
    text = _CARD.sub(GONE, text)  # first: from the middle of a card on it could be a telephone number
    text = _TELEPHONE.sub(_unless_date, text)
    text = _RUN.sub(GONE, text)
    text = _UNBROKEN.sub(lambda found: found[0] if found[0] == _CHILDLINE else GONE, text)
    text = _LABELLED.sub(rf"\1{GONE}", text)
    return _PLATE.sub(GONE, text)


def _unless_date(found: re.Match[str]) -> str:
    return found[0] if _DATE_THEN_COUNT.fullmatch(found[0]) else GONE
