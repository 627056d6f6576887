"""What the engine says: ids of words, payloads and services, never text."""

from json import dumps
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from vocabulary.people import AgeBand
from vocabulary.risks import Risk
from web.chat.schema import Kind


class Said(BaseModel):
    """A part of an utterance; what a newer engine adds is left aside."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Offered(Said):
    """One choice the engine offers: the id of its label, and what it says back."""

    words: str
    values: dict[str, str] = {}
    payload: str  # "/intent", or "/intent{…}"
    entities: dict[str, str] = {}  # in domain.yml Rasa would take the braces of a payload for its own

    @property
    def said(self) -> str:
        """What the choice says to the engine."""
        return self.payload + dumps(self.entities) if self.entities else self.payload


class Suggested(Said):
    """One service the engine suggests, and the codes of why."""

    id: str
    why: tuple[str, ...] = ()


class Utterance(Said):
    """One message of the engine."""

    kind: Kind = Kind.TEXT
    words: str | None = None
    values: dict[str, str] = {}
    choices: tuple[Offered, ...] = ()
    services: tuple[Suggested, ...] = ()
    risks: tuple[Risk, ...] = ()
    area: str | None = None  # a GSS code: which of a service's contacts fit
    age: AgeBand | None = None
    weighed: bool = False  # not said: the engine's own finding of risks, which may be that there are none


def read_reply(reply: Any) -> list[Utterance]:
    """The utterances in the channel's answer; what cannot be read is left out."""
    if not isinstance(reply, list):
        return []
    return [found for part in reply if (found := _read_part(part)) is not None]


def weighed(risks: str) -> Utterance:
    """The engine's finding as its channel's header tells it: risks between commas, or none."""
    known = (risk for risk in risks.split(",") if risk in set(Risk))
    return Utterance(kind=Kind.CRISIS, risks=tuple(Risk(risk) for risk in known), weighed=True)


def _read_part(part: Any) -> Utterance | None:
    custom = part.get("custom") if isinstance(part, dict) else None
    try:
        return Utterance.model_validate(custom)
    except ValidationError:
        return None
