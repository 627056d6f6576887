"""The closed lists that only the directory uses; those shared with the dialogue are in vocabulary."""

from enum import StrEnum


class ContactChannel(StrEnum):
    """How a person reaches a service through one contact."""

    PHONE = "phone"
    SMS = "sms"
    TEXTPHONE = "textphone"
    WEBCHAT = "webchat"
    WEBSITE = "website"
    EMAIL = "email"


NUMBERED = frozenset({ContactChannel.PHONE, ContactChannel.SMS, ContactChannel.TEXTPHONE})
ANSWERED_BY_PEOPLE = NUMBERED | {ContactChannel.WEBCHAT}


class Verification(StrEnum):
    """Where a contact was seen before a person of ours confirmed it."""

    OWN_PAGE = "own-page"
    TWO_PAGES = "2+pages"
    ONE_PAGE = "one-page"
    PAGE_AND_CODE = "page+code-repositories"
    CODE_ONLY = "code-repositories"
    UNSOURCED_ADDRESS = "web-address-from-unsourced"
    PERSON = "person"  # a member of staff typed it


WITHHELD_UNTIL_CONFIRMED = frozenset({Verification.CODE_ONLY, Verification.UNSOURCED_ADDRESS})


class ServiceStatus(StrEnum):
    """Whether a service runs; the values are HSDS's."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    DEFUNCT = "defunct"
    TEMPORARILY_CLOSED = "temporarily closed"


class HoursBasis(StrEnum):
    """Where a contact's hours come from."""

    SERVICE = "service"  # it keeps the service's hours
    OWN = "own"  # it has schedules of its own, which win
    OUTSIDE_OFFICE_HOURS = "outside-office-hours"  # the complement of the day line
    UNKNOWN = "unknown"


class OnBankHolidays(StrEnum):
    """What a schedule does on one of England's bank holidays."""

    AS_USUAL = "as-usual"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Caller(StrEnum):
    """Who a service expects to hear from; the person helped may be somebody else."""

    ANYONE = "anyone"
    SOMEONE_WORRIED = "someone-worried"  # a parent, carer or other adult, never the person helped
    THE_PERSON = "the-person"  # meant for the person helped; others are better served elsewhere


class ProposalKind(StrEnum):
    """What a change that needs a second person is about."""

    NUMBER = "number"
    ADDRESS = "address"  # a web address or an e-mail address
    HOURS = "hours"
    ELIGIBILITY = "eligibility"  # ages, coverage, needs, who it is for and not for
    WORDS = "words"  # a name or a description that tells a number or an address
    PUT_BACK = "put-back"  # what was withdrawn is shown again
    NEW_CONTACT = "new-contact"
    NEW_SERVICE = "new-service"


class ProposalState(StrEnum):
    """How far a proposal has come."""

    WAITING = "waiting"  # for a second person
    APPROVED = "approved"  # it cools off, and goes live at a known moment
    LIVE = "live"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"  # by whoever proposed it
    STOPPED = "stopped"  # approved, and stopped before it went live


class SentBack(StrEnum):
    """Why an approved change waits for a second person again."""

    CHANGED = "changed"  # somebody else changed the same meanwhile
    APPROVER_DISABLED = "approver-disabled"
    PROPOSER_DISABLED = "proposer-disabled"  # after it was approved


OPEN_STATES = frozenset({ProposalState.WAITING, ProposalState.APPROVED})


class Confidence(StrEnum):
    """How well the published pages support an entry."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ChangeSetKind(StrEnum):
    """What made a change set."""

    IMPORT = "import"
    MERGE = "merge"


class ReportOutcome(StrEnum):
    """What came of a report that something is wrong."""

    CORRECTED = "corrected"
    WAS_RIGHT = "was-right"
    WITHDRAWN = "withdrawn"


class LinkState(StrEnum):
    """How a web address answers."""

    WORKS = "works"
    FAILING = "failing"  # it did not answer as it should, and gets some more days
    DEAD = "dead"
    MOVED = "moved"  # it leads to another owner's domain
    REFUSED = "refused"  # not a public web address: we do not ask
    BLOCKED = "blocked"  # the site asks programs to stay away: we do not ask either


class WrongPart(StrEnum):
    """What a provider's own staff say is wrong with their entry."""

    NUMBER = "number"
    HOURS = "hours"
    ADDRESS = "address"
    WHO = "who"
    DESCRIPTION = "description"
    CLOSED = "closed"
    OTHER = "other"


class Reason(StrEnum):
    """Why a service was suggested; the words are `why.<value>` in the catalogue `page`."""

    NEED = "need"
    ALSO_NEED = "also_need"
    FIRST_LINE = "first_line"
    CHILD_TEAM = "child_team"
    FOR_AGE = "for_age"
    LANGUAGE = "language"
    LOCAL = "local"
    FORCE_WIDE = "force_wide"
    NATIONAL = "national"
    ALWAYS_OPEN = "always_open"
    OPEN_NOW = "open_now"
    LIFELINE = "lifeline"
    STANDS_IN = "stands_in"
    CONFIRMED = "confirmed"

    @property
    def words(self) -> str:
        """The catalogue id of the reason."""
        return f"why.{self.value}"
