"""What a usage event may say: the steps of a pathway, and how it was walked."""

from enum import StrEnum


class Step(StrEnum):
    """One thing that happened in a visit."""

    STARTED = "started"
    NEED_FOUND = "need-found"
    AREA_GIVEN = "area-given"
    AREA_SKIPPED = "area-skipped"
    OUT_OF_AREA = "out-of-area"
    SERVICES_SHOWN = "services-shown"
    NO_MATCH = "no-match"
    CONTACT_OPENED = "contact-opened"
    FACTS_READ = "facts-read"
    HELPED_YES = "helped-yes"
    HELPED_NO = "helped-no"
    CLARIFIED = "clarified"
    NOT_UNDERSTOOD = "not-understood"
    RISK_CARD = "risk-card"
    ENDED = "ended"


class Outcome(StrEnum):
    """How a service stood when it was shown, or why none was."""

    OPEN = "open"
    CLOSED = "closed"
    HOURS_UNKNOWN = "hours-unknown"
    NOTHING_LISTED = "nothing-listed"  # the directory has no entry that would fit
    HIDDEN = "hidden"  # what would fit was withdrawn, is suspended, or was not checked for too long
    UNCONFIRMED = "unconfirmed"  # what would fit waits for a person to confirm it, as live use asks


class Channel(StrEnum):
    """The door through which the person came; the service says which, never the client."""

    WEB = "web"  # the page; until channels were told apart, all of them
    WEB_NO_SCRIPT = "web-no-script"  # the page without its script
    WIDGET = "widget"  # the page in a frame on a partner's page
    API = "api"  # a program, such as the chat in a terminal


class Traffic(StrEnum):
    """Whether an event is a real visit; a release refuses a mixture."""

    REAL = "real"
    TEST = "test"
    DEMO = "demo"


class PartOfDay(StrEnum):
    """A quarter of the day, the finest time a usage event keeps beside its date."""

    NIGHT = "night"  # midnight to 6am
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"

    @classmethod
    def of(cls, hour: int) -> "PartOfDay":
        """The quarter that holds an hour from 0 to 23, UK time."""
        return list(cls)[hour // 6]
