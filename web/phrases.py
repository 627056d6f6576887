"""A phrase as the chat compares it, for staff who teach it; the managers' door cannot import `safety`."""

from safety.phrase import plain_phrase
from safety.risk.screen import screen


def as_compared(text: str) -> str:
    """The words of a text in plain lower letters."""
    return plain_phrase(text)


def is_danger(text: str) -> bool:
    """Whether the chat would answer the phrase with a card for danger first, whatever it is taught."""
    return bool(screen(text))
