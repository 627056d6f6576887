"""Numbers that the law fixes: in their place no other number can be right."""

from directory.phones import dial_digits


# Ofcom's National Telephone Numbering Plan gives each of them to one use in the whole country.
FIXED = frozenset({"999", "112", "101", "111"})
# The text relay's own: 18000 rings 999, and 18001 rings the number that follows.
RELAYED = frozenset({"18000", *(f"18001{number}" for number in FIXED)})


def is_fixed(number: str) -> bool:
    """Whether a number, as a card shows it, is one of them."""
    return dial_digits(number) in FIXED | RELAYED
