"""What a page says after a change: chosen from a closed list, as the address carries only its name."""

from enum import StrEnum


class Saved(StrEnum):
    """What has just been done."""

    PROPOSED = "proposed"
    PUBLISHED = "published"
    PARTLY = "partly"
    ALREADY = "already"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"
    SERVICE_WITHDRAWN = "service-withdrawn"
    ASKED = "asked"
    CONTACT_CONFIRMED = "contact-confirmed"
    SERVICE_CONFIRMED = "service-confirmed"
    NOTHING = "nothing"
    APPROVED = "approved"
    COOLING = "cooling"
    REFUSED = "refused"
    TAKEN_BACK = "taken-back"
    STOPPED = "stopped"
    ADDED = "added"
    HOURS_NEXT = "hours-next"
    SERVICE_ADDED = "service-added"
    ORGANIZATION_ADDED = "organization-added"


WORDS = {
    Saved.PROPOSED: "Your change waits for a second person. Until then people see what was there.",
    Saved.PUBLISHED: "Your change is saved. What people see now is below.",
    Saved.PARTLY: "What needs nobody else is saved. The rest waits for a second person to approve it.",
    Saved.ALREADY: "The same change waits for approval already, so nothing was added.",
    Saved.CONFIRMED: "The number is as it was, and now counts as confirmed today.",
    Saved.WITHDRAWN: "The contact is withdrawn. People no longer see it. What they see now is below.",
    Saved.SERVICE_WITHDRAWN: "The service is withdrawn. People no longer see it.",
    Saved.ASKED: "The link is sent. Whoever has it can confirm the service once, within 30 days.",
    Saved.CONTACT_CONFIRMED: "The contact counts as confirmed today.",
    Saved.SERVICE_CONFIRMED: "The service and its contacts count as confirmed today.",
    Saved.NOTHING: "Nothing was changed: this is what was there.",
    Saved.APPROVED: "Approved. People see it now.",
    Saved.COOLING: "Approved. People see it when its waiting time is over; it can be stopped until then.",
    Saved.REFUSED: "Refused. People go on seeing what was there.",
    Saved.TAKEN_BACK: "Taken back. People go on seeing what was there.",
    Saved.STOPPED: "Stopped. People go on seeing what was there.",
    Saved.ADDED: "It waits for a second person. Until then people do not see it.",
    Saved.HOURS_NEXT: "The contact waits for a second person. Give its hours now: they wait beside it.",
    Saved.SERVICE_ADDED: "The service waits for a second person. Until then people do not see it. "
    "Give its opening hours and what happens after first contact below.",
    Saved.ORGANIZATION_ADDED: "The organisation is added. Add its first service here.",
}


def saved_words(name: str) -> str | None:
    """The sentence for a name in an address; None for any other text."""
    return WORDS[Saved(name)] if name in set(Saved) else None
