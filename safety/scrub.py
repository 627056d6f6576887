"""Takes personal details out of what people type, before any other part of the service reads it.

Only details go: names that are introduced, e-mail addresses, telephone numbers, house and street,
dates of birth, number plates and account names. Words of danger, ages and postcodes stay
(a postcode is resolved by the directory's places). Nothing here keeps or logs the text.
"""

import re

from safety.details import GONE
from safety.details.addresses import cut_addresses
from safety.details.names import IsPlace, cut_names


_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_LINK_TO_A_PERSON = re.compile(
    r"(?:https?://)?(?:www\.)?(?:instagram|facebook|fb|tiktok|snapchat|twitter|x|t|wa)\.(?:com|"
    r"me)/[^\s]{1,80}",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"(?<![\w@.])@[A-Za-z0-9_][\w.]{2,30}|"
    r"(?<=\b)((?:my|his|her|their) (?:snap|snapchat|insta|instagram|tiktok|facebook|discord|telegram)(?: "
    r"name| handle)?(?: is|:|'s)? )"
    r"(?!(?:is|was|has|got|and|with|so|but|because|to|he|she|they|account|messages?|full|"
    r"now)\b)([\w.]{3,30}\d[\w.]{0,10}|[\w]{2,20}[._]\w{1,20})",
    re.IGNORECASE,
)
_SEPARATED = r"(?:[ \t().-]{0,3}\d)"
_PHONE = re.compile(
    rf"(?<![\d£.])(?:\+\s?44|0044|\(?0)\s?\(?0?\)?{_SEPARATED}{{9,10}}(?!\d)|"
    rf"(?<![\d£])\+\d{_SEPARATED}{{8,13}}(?!\d)"
)
_BIRTH = re.compile(
    r"\b(?:date of birth|d\.?\s?o\.?\s?b\.?|born(?: on)?(?: the)?|birthday(?: is| on)?(?: the)?)[ :,-]{0,3}"
    r"(\d{1,2}(?:st|nd|rd|th)?(?:[ /.-]| of ){1,2}(?:\d{1,2}|[A-Za-z]{3,9})(?:[ /.,-]{1,2}(?:19|20)?\d\d)?)",
    re.IGNORECASE,
)
_FULL_DATE = re.compile(r"\b(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19\d\d|200\d|201[0-9])\b")
_PLATE = re.compile(
    r"\b[A-HJ-PR-Y][A-HJ-PR-Y][05-7]\d ?[A-HJ-PR-Z]{3}\b|"
    r"\b[a-hj-pr-y]{2}[05-7]\d[a-hj-pr-z]{3}\b"
)


def scrub(text: str, *, is_place: IsPlace) -> str:
    """The message without personal details, each one replaced by "…". Pure, idempotent, never longer.

    `is_place` says whether words are a place's name: "I'm Telford" says where, and stays.
    """
    for rule in (_EMAIL, _LINK_TO_A_PERSON, _PHONE, _FULL_DATE, _PLATE):
        text = rule.sub(GONE, text)
    text = cut_addresses(text)
    text = _HANDLE.sub(_keep_lead, text)
    text = _BIRTH.sub(_keep_words_before, text)
    return cut_names(text, is_place=is_place)


def _keep_lead(match: re.Match[str]) -> str:
    return f"{match[1]}{GONE}" if match[1] else GONE


def _keep_words_before(match: re.Match[str]) -> str:
    whole, date = match.group(), match[1]
    return whole[: -len(date)] + GONE
