"""The sections in which a service or a contact is edited: their fields, and how each is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from directory.fields import NO, YES, Owner
from directory.model import Contact, Service
from directory.starter.area_names import AREA_NAMES
from directory.terms import Caller, ContactChannel
from vocabulary.needs import Need
from vocabulary.words import words
from web.admin.value_words import CALLERS, FIELDS


class Kind(StrEnum):
    """How a field is asked for."""

    LINE = "line"
    WORDS = "words"
    AGE = "age"
    ONE = "one"
    SEVERAL = "several"
    DATE = "date"
    SELECT = "select"


class SectionName(StrEnum):
    """A section, as an address names it."""

    WORDS = "words"
    ELIGIBILITY = "eligibility"
    AFTERWARDS = "afterwards"
    SAFE_CONTACT = "safe-contact"
    CAPACITY = "capacity"
    NOTES = "notes"
    ADDRESS = "address"
    DETAILS = "details"


@dataclass(frozen=True)
class Question:
    """One field of a form."""

    field: str
    kind: Kind
    hint: str | None = None
    choices: tuple[tuple[str, str], ...] = ()
    called: str | None = None

    @property
    def label(self) -> str:
        """What the field is called."""
        return self.called or FIELDS[self.field]


@dataclass(frozen=True)
class Section:
    """A few fields that belong together."""

    slug: SectionName
    title: str
    questions: tuple[Question, ...]


KNOWN = ((YES, "Yes"), (NO, "No"), ("", "Not known"))
AREAS = tuple((code, name) for code, name in AREA_NAMES.items() if code != "check-area")
NO_STORIES = "Do not write about a person who was helped"
AGES = (
    Question("minimum_age", Kind.AGE, "Of the person helped. Leave it empty if there is none"),
    Question("maximum_age", Kind.AGE, "Leave it empty if there is none"),
)
WHERE = Question("areas", Kind.SEVERAL, None, AREAS)
OF_SERVICE = (
    Section(
        SectionName.WORDS,
        "Name and what it is",
        (Question("name", Kind.LINE), Question("description", Kind.WORDS)),
    ),
    Section(
        SectionName.ELIGIBILITY,
        "Who it is for, and where",
        (
            Question("needs", Kind.SEVERAL),
            WHERE,
            *AGES,
            Question("caller", Kind.ONE, None, tuple((each.value, CALLERS[each]) for each in Caller)),
            Question("for_whom", Kind.WORDS),
            Question("not_for", Kind.WORDS),
        ),
    ),
    Section(
        SectionName.AFTERWARDS,
        "What happens after first contact",
        (
            Question("what_happens", Kind.WORDS),
            Question("told_to_police", Kind.WORDS),
            Question("referral", Kind.WORDS),
        ),
    ),
    Section(
        SectionName.SAFE_CONTACT,
        "Is it safe to be contacted by it?",
        tuple(
            Question(field, Kind.ONE, None, KNOWN)
            for field in ("leaves_voicemail", "shows_on_bill", "withholds_number")
        ),
    ),
    Section(
        SectionName.CAPACITY,
        "Capacity",
        (
            Question("capacity", Kind.WORDS, "Such as: a wait of six weeks"),
            Question("capacity_on", Kind.DATE, "The day this was true, such as 2026-11-24"),
        ),
    ),
    Section(SectionName.NOTES, "Notes for staff", (Question("staff_notes", Kind.WORDS, NO_STORIES),)),
)
ADDRESSES = {
    ContactChannel.WEBSITE: Question("url", Kind.LINE, "Begins with https://"),
    ContactChannel.WEBCHAT: Question("url", Kind.LINE, "Begins with https://"),
    ContactChannel.EMAIL: Question("email", Kind.LINE),
}


def sections_of(owner: Owner) -> tuple[Section, ...]:
    """The sections of this record, in the order in which they are listed."""
    if isinstance(owner, Service):
        return OF_SERVICE
    details = Section(
        SectionName.DETAILS,
        "What it is called, and notes",
        (Question("name", Kind.LINE, "As a card shows it"), Question("note", Kind.WORDS, NO_STORIES)),
    )
    whom = Section(SectionName.ELIGIBILITY, "Who it is for, if not as the service", (*AGES, WHERE))
    return (*_address(owner), details, whom)


def find_section(owner: Owner, slug: SectionName) -> Section | None:
    """The section of this name, if the record has it."""
    return next((each for each in sections_of(owner) if each.slug == slug), None)


def choices_of(question: Question, value: str | None) -> tuple[tuple[str, str], ...]:
    """What can be chosen; what is there already can be kept, with its place among the first to try."""
    if question.field != "needs":
        return question.choices
    ranked = {term.partition(":")[0]: term for term in (value or "").split(",")}
    return tuple((ranked.get(need.value, need.value), words(need.words)) for need in Need)


def _address(contact: Contact) -> tuple[Section, ...]:
    asked: Mapping[ContactChannel, Question] = ADDRESSES
    question = asked.get(contact.channel)
    return (Section(SectionName.ADDRESS, question.label, (question,)),) if question else ()
