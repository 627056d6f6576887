"""Telephone numbers: checks them, and groups them as people say them.

PhoneError
├── NotANumber      not a number that can be rung or texted in the United Kingdom
├── ForeignNumber   a number of another country
└── CostlyNumber    a premium, personal or pager number
"""

import re

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType


COUNTRY = "GB"
SHORTEST_LONG_NUMBER = 9
RELAY_PREFIX = "18001"
CHILDLINE = "08001111"  # the one freephone number of eight digits
# 999, 101, 111, 116 123, text short codes and the textphone numbers, which phonenumbers does not know.
SHORT_CODE = re.compile(r"999|112|10[15]|111|119|116\d{3}|1800[01]|[678]\d{4}")
COSTLY = {
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.SHARED_COST,
    PhoneNumberType.PERSONAL_NUMBER,
    PhoneNumberType.PAGER,
}


class PhoneError(ValueError):
    """A number that a card must not carry; it holds no part of the number."""


class NotANumber(PhoneError):
    """Not a number that can be rung or texted in the United Kingdom."""


class ForeignNumber(PhoneError):
    """A number of another country."""


class CostlyNumber(PhoneError):
    """A premium, personal or pager number."""


def checked_number(text: str) -> str:
    """The number as a card shows it, in groups as people say them.

    Groups given by whoever typed it are kept ("08 08 16 89 111"); a run of digits is grouped.
    Raises NotANumber, ForeignNumber or CostlyNumber.
    """
    published = " ".join(text.replace("-", " ").split())
    if not re.fullmatch(r"\+?[0-9 ()]+", published):
        raise NotANumber("Not a telephone number.")
    dialled = dial_digits(published)
    number = dialled.removeprefix(RELAY_PREFIX) or dialled
    if SHORT_CODE.fullmatch(number):
        return published
    _check_long(number)
    if " " in published and not published.startswith("+"):
        return published
    return f"{RELAY_PREFIX} {spoken_groups(number)}" if number != dialled else spoken_groups(number)


def dial_digits(number: str) -> str:
    """What a `tel:` or `sms:` link dials: digits only, as dialled inside the United Kingdom.

    The +44 form is avoided: short codes have none, and not every network takes it for freephone.
    """
    digits = re.sub(r"[^0-9]", "", number.replace("(0)", ""))
    if number.strip().startswith(("+44", "0044")):
        return "0" + digits.removeprefix("00").removeprefix("44")
    return f"+{digits}" if number.strip().startswith("+") else digits


def spoken_groups(digits: str) -> str:
    """A run of digits in the groups in which the country says them, such as 01952 385385."""
    parsed = phonenumbers.parse(digits, COUNTRY)
    return phonenumbers.format_number(parsed, PhoneNumberFormat.NATIONAL)


def _check_long(digits: str) -> None:
    if digits.startswith("00") or digits.startswith("+"):
        raise ForeignNumber("A number of another country.")
    if len(digits) < SHORTEST_LONG_NUMBER and digits != CHILDLINE:
        raise NotANumber("Too short for a telephone number.")
    try:
        parsed = phonenumbers.parse(digits, COUNTRY)
    except phonenumbers.NumberParseException:
        raise NotANumber("Not a telephone number.") from None
    if not phonenumbers.is_valid_number_for_region(parsed, COUNTRY):
        raise NotANumber("No telephone number of the United Kingdom.")
    if phonenumbers.number_type(parsed) in COSTLY:
        raise CostlyNumber("A number that costs a caller more than usual.")
