"""Numbers in text that may run from right to left."""

import re

from markupsafe import Markup


# There a browser puts the groups of a number in the order of the words: the last one would be read first.
GROUPS = re.compile(r"(\+?\d+(?: \d+)+)")
IN_ORDER = Markup('<bdi dir="ltr">{}</bdi>')


def numbers_in_order(text: str) -> Markup:
    """The text as markup in which every number of several groups is read from left to right."""
    pieces = enumerate(GROUPS.split(text))  # text and numbers by turns
    return Markup("").join(IN_ORDER.format(piece) if turn % 2 else piece for turn, piece in pieces)
