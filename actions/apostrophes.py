"""Phones write curly apostrophes; what is read of a message is written with straight ones."""

_STRAIGHT = str.maketrans("\u2018\u2019", "''")


def straight(text: str) -> str:
    """The text with straight apostrophes, as every pattern for plain words is written."""
    return text.translate(_STRAIGHT)
