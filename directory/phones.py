"""Telephone numbers: checks them, and groups them as people say them.

PhoneError
├── NotANumber      not a number that can be rung or texted in the United Kingdom
├── ForeignNumber   a number of another country
└── CostlyNumber    a premium, personal or pager number
"""

import re

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from directory.terms import ContactChannel


COUNTRY = "GB"
LONGEST = 32  # characters that a card and the database hold
SHORTEST_LONG_NUMBER = 9
RELAY_PREFIX = "18001"
RELAY_EMERGENCY = "18000"
CHILDLINE = "08001111"  # the one freephone number of eight digits
DIRECTORY_ENQUIRIES = "118"
# Ofcom's register of harmonised numbers: 116 006 and 116 117 are reserved in the United Kingdom, never given.
# https://www.ofcom.org.uk/cymru/phones-telecoms-and-internet/information-for-industry/numbering/116-euro-numbers
VOICE_CODES = ("999", "112", "101", "105", "111", "119", "116 000", "116 111", "116 123")
# Emergency text relay, SafeCall, railway police, FRANK, Shout, Papyrus. Any other code may be a premium one.
TEXT_CODES = ("999", "116 000", "61016", "82111", "85258", "88247")
SHORT_CODES = {
    ContactChannel.SMS: TEXT_CODES,
    ContactChannel.TEXTPHONE: (RELAY_EMERGENCY,),
}
# With a bracketed area code at most, so that no bracket is left alone.
NATIONAL = re.compile(r"0 ?[1-9][0-9 ]+|\(0[0-9]{2,5}\) ?[0-9 ]+")
WRITTEN = re.compile(r"\+?[0-9 ]+|\+?[0-9 ]*\([0-9]{1,5}\)[0-9 ]+")
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


def checked_number(text: str, channel: ContactChannel) -> str:
    """The number as a card shows it for this channel, in groups as people say them.

    Groups given by whoever typed it are kept ("08 08 16 89 111"); a run of digits is grouped.
    Raises NotANumber, ForeignNumber or CostlyNumber.
    """
    published = " ".join(text.replace("-", " ").split())
    if len(published) > LONGEST:
        raise NotANumber("Too long for a telephone number.")
    if not WRITTEN.fullmatch(published):
        raise NotANumber("Not a telephone number.")
    dialled = dial_digits(published)
    if channel is ContactChannel.TEXTPHONE and dialled.startswith(RELAY_PREFIX):
        return _relayed(published, dialled.removeprefix(RELAY_PREFIX))
    return _short_code(dialled, channel) or _long_number(published, dialled)


def dial_digits(number: str) -> str:
    """What a `tel:` or `sms:` link dials: digits only, as dialled inside the United Kingdom.

    The +44 form is avoided: short codes have none, and not every network takes it for freephone.
    """
    digits = re.sub(r"[^0-9]", "", number)
    is_international = number.strip().startswith("+") or digits.startswith("0044")
    if is_international and digits.removeprefix("00").startswith("44"):
        # "+44 (0)1952": the 0 in brackets is the one that is dialled inside the country.
        return "0" + digits.removeprefix("00").removeprefix("44").removeprefix("0")
    return f"+{digits}" if is_international else digits


def spoken_groups(digits: str) -> str:
    """A run of digits in the groups in which the country says them, such as 01952 385385."""
    parsed = phonenumbers.parse(digits, COUNTRY)
    return phonenumbers.format_number(parsed, PhoneNumberFormat.NATIONAL)


def _relayed(published: str, number: str) -> str:
    """The relay's prefix and a whole number, which is what the relay rings."""
    written = published.removeprefix(f"{RELAY_PREFIX} ")
    written = number if written == published else written
    return f"{RELAY_PREFIX} {_short_code(number, ContactChannel.PHONE) or _long_number(written, number)}"


def _short_code(digits: str, channel: ContactChannel) -> str | None:
    """A short number in its own groups, when this channel has it."""
    codes = SHORT_CODES.get(channel, VOICE_CODES)
    return next((code for code in codes if code.replace(" ", "") == digits), None)


def _long_number(published: str, dialled: str) -> str:
    _check_long(dialled)
    is_grouped = " " in published and NATIONAL.fullmatch(published)
    return published if is_grouped else spoken_groups(dialled)


def _check_long(digits: str) -> None:
    if digits.startswith(("00", "+")):
        raise ForeignNumber("A number of another country.")
    if digits.startswith(DIRECTORY_ENQUIRIES):
        raise CostlyNumber("Directory enquiries cost a caller more than usual.")
    if not digits.startswith("0"):
        raise NotANumber("A telephone number begins with 0 or +44; a short one has to be a known helpline.")
    if len(digits) < SHORTEST_LONG_NUMBER and digits != CHILDLINE:
        raise NotANumber("Too short for a telephone number.")
    _check_kind(digits)


def _check_kind(digits: str) -> None:
    try:
        parsed = phonenumbers.parse(digits, COUNTRY)
    except phonenumbers.NumberParseException:
        raise NotANumber("Not a telephone number.") from None
    if not phonenumbers.is_valid_number_for_region(parsed, COUNTRY):
        raise NotANumber("No telephone number of the United Kingdom.")
    if phonenumbers.number_type(parsed) in COSTLY:
        raise CostlyNumber("A number that costs a caller more than usual.")
