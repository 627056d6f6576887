"""What a page says after a change: chosen from a closed list, as the address carries only its name."""

from enum import StrEnum


class Saved(StrEnum):
    """What has just been done."""

    NUMBER = "number"
    CONFIRMED = "confirmed"
    HOURS = "hours"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    RESTORED_UNCHECKED = "restored-unchecked"
    SERVICE_WITHDRAWN = "service-withdrawn"
    SERVICE_RESTORED = "service-restored"
    CONTACT_CONFIRMED = "contact-confirmed"
    SERVICE_CONFIRMED = "service-confirmed"
    NOTHING = "nothing"


WORDS = {
    Saved.NUMBER: "The number is changed. What people see now is below.",
    Saved.CONFIRMED: "The number is as it was, and now counts as confirmed today.",
    Saved.HOURS: "The opening hours are changed. What people see now is below.",
    Saved.WITHDRAWN: "The contact is withdrawn. People no longer see it. What they see now is below.",
    Saved.RESTORED: "The contact is put back, and counts as confirmed today. What people see now is below.",
    Saved.RESTORED_UNCHECKED: "The contact is put back, but not as confirmed: check it, then confirm it. "
    "What people see now is below.",
    Saved.SERVICE_WITHDRAWN: "The service is withdrawn. People no longer see it.",
    Saved.SERVICE_RESTORED: "The service is put back. What people see now is below.",
    Saved.CONTACT_CONFIRMED: "The contact counts as confirmed today.",
    Saved.SERVICE_CONFIRMED: "The service and its contacts count as confirmed today.",
    Saved.NOTHING: "Nothing was changed: these are the hours that were there.",
}


def saved_words(name: str) -> str | None:
    """The sentence for a name in an address; None for any other text."""
    return WORDS[Saved(name)] if name in set(Saved) else None
