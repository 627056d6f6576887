"""The public chat contract: what is sent, and every part of what comes back."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from vocabulary.faults import Fault
from vocabulary.risks import Risk


TOKEN_LENGTH = 200
Token = Annotated[str, Field(max_length=TOKEN_LENGTH)]


class Part(BaseModel):
    """One part of the contract: unknown fields are refused, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Kind(StrEnum):
    """What a message is."""

    TEXT = "text"
    CRISIS = "crisis"
    QUESTION = "question"
    FACTS = "facts"
    SERVICES = "services"
    FALLBACK = "fallback"


class OpenState(StrEnum):
    """Whether a service can be reached now."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Event(StrEnum):
    """What a page may report about a visit: a closed list, never words."""

    CONTACT_OPENED = "contact-opened"
    HELPED_YES = "helped-yes"
    HELPED_NO = "helped-no"
    SOMETHING_WRONG = "something-wrong"

    @property
    def is_about_a_service(self) -> bool:
        """Whether it names one of the services that were shown."""
        return self in {Event.CONTACT_OPENED, Event.SOMETHING_WRONG}


class MessageRequest(Part):
    """One turn. With neither text nor choice and no conversation it opens one."""

    conversation: Token | None = Field(
        default=None, description="The token of an open conversation; none opens one."
    )
    text: str | None = Field(
        default=None, description="What the person typed; up to 2,000 characters are read."
    )
    choice: Token | None = Field(default=None, description="A choice that this conversation was offered.")
    id: str | None = Field(
        default=None,
        min_length=1,
        max_length=64,
        description="A retry with the same id gets the same answer, if it says the same; "
        "other words under an old id are a new turn.",
    )
    locale: str | None = Field(
        default=None,
        max_length=35,
        description="The language the page is in, as a BCP 47 tag; it stays until another is sent. "
        "One that Signpost has no words in yet is answered in English, whatever it says. With an open "
        "conversation and neither text nor choice, what was said last is said again in this language.",
    )
    easy_read: bool | None = Field(
        default=None, description="Whether to answer in shorter words; it stays until the other is sent."
    )

    @model_validator(mode="after")
    def _one_thing_at_a_time(self) -> Self:
        if self.text is not None and self.choice is not None:
            raise ValueError("either text or choice")
        if self.choice is not None and self.conversation is None:
            raise ValueError("a choice needs its conversation")
        return self


class ForgetRequest(Part):
    """Which conversation to forget."""

    conversation: Token


class EventRequest(Part):
    """Something that happened on the page: which conversation, what, and with which service shown to it."""

    conversation: Token
    event: Event
    service: str | None = Field(
        default=None, max_length=64, description="The id of a service that was shown."
    )
    contact: str | None = Field(
        default=None,
        max_length=64,
        description="With something-wrong: the id of the number that it is about, where it is one.",
    )
    fault: Fault | None = Field(default=None, description="With something-wrong: what is wrong.")

    @model_validator(mode="after")
    def _says_what_it_is_about(self) -> Self:
        if self.event.is_about_a_service is (self.service is None):
            raise ValueError("contact-opened and something-wrong name a service, and nothing else does")
        is_wrong = self.event is Event.SOMETHING_WRONG
        if is_wrong is (self.fault is None) or (self.contact is not None and not is_wrong):
            raise ValueError("something-wrong says what is wrong, and nothing else does")
        return self


class Phone(Part):
    """One number to ring or text."""

    id: str | None = Field(default=None, description="Names the number when it is told to be wrong.")
    label: str | None = Field(description="What the number is for, where a service has several.")
    number: str = Field(description="As people say it, in groups.")
    tel: str = Field(
        description="For a tel: or sms: link: the digits that are dialled in the United Kingdom."
    )
    hours: str | None = Field(description="When it is answered, in words, where known.")


class Opening(Part):
    """Whether the service can be reached now, with the words that say so."""

    state: OpenState
    words: str


class Checked(Part):
    """When the details were last checked, and whether a person of our team confirmed them."""

    date: date | None
    confirmed: bool


class ServiceCard(Part):
    """One service as the public sees it."""

    id: str
    name: str
    description: str
    phones: tuple[Phone, ...]
    text: tuple[Phone, ...] = Field(description="Numbers that take text messages.")
    webchat: str | None
    url: str | None
    email: str | None
    open: Opening
    cost: str | None
    coverage: tuple[str, ...]
    languages: tuple[str, ...]
    checked: Checked
    why: str | None = Field(description="Why it was suggested.")
    what_happens: str | None = Field(description="What happens when somebody rings.")


class Choice(Part):
    """One answer the person can pick: send `choice` back, show `label`."""

    choice: str
    label: str


class Message(Part):
    """One message of an answer. Text is plain text: lines are separated by line feeds, never markup."""

    kind: Kind
    text: str
    risk: Risk | None = Field(default=None, description="The danger that leads, on a crisis message.")
    risks: tuple[Risk, ...] = Field(
        default=(), description="Every danger that was heard, the leading one first."
    )
    services: tuple[ServiceCard, ...] = ()
    choices: tuple[Choice, ...] = ()


class ChatAnswer(Part):
    """The answer to one turn."""

    conversation: str
    messages: tuple[Message, ...]
