"""What a page says after a change: chosen from a closed list, as the address carries only its name."""

from enum import StrEnum


class Saved(StrEnum):
    """What has just been done."""

    NUMBER = "number"
    HOURS = "hours"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    NOTHING = "nothing"


WORDS = {
    Saved.NUMBER: "The number is changed. People see it from now on.",
    Saved.HOURS: "The opening hours are changed. People see them from now on.",
    Saved.WITHDRAWN: "The contact is withdrawn. People no longer see it.",
    Saved.RESTORED: "The contact is back. People see it from now on.",
    Saved.NOTHING: "Nothing was changed: what you entered is what people already see.",
}


def saved_words(name: str) -> str | None:
    """The sentence for a name in an address; None for any other text."""
    return WORDS[Saved(name)] if name in set(Saved) else None
