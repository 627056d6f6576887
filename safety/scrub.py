"""Takes personal details out of what people type, before any other part of the service reads it.

Only details go: names that are introduced, e-mail addresses, telephone and account numbers, house and
street, dates of birth, number plates and account names. Words of danger, ages and postcodes stay
(a postcode is resolved by the directory's places). Nothing here keeps or logs the text.
"""

from safety.details.accounts import cut_accounts
from safety.details.addresses import cut_addresses
from safety.details.births import cut_births
from safety.details.names import IsPlace, cut_names
from safety.details.numbers import cut_numbers
from safety.details.plain import plain
from safety.details.postcodes import space_postcodes


def scrub(text: str, *, is_place: IsPlace) -> str:
    """The message without personal details, each one replaced by "…". Pure, idempotent, never longer.

    `is_place` says whether words are a place's name: "I'm Telford" says where, and stays.
    """
    scrubbed = _once(text, is_place)
    while scrubbed != text:  # what is taken out can bring an introduction and a name together
        text, scrubbed = scrubbed, _once(scrubbed, is_place)
    return scrubbed


def _once(text: str, is_place: IsPlace) -> str:
    text = cut_accounts(space_postcodes(plain(text)))
    return cut_names(cut_addresses(cut_numbers(cut_births(text))), is_place=is_place)
