"""What the person has told so far, as the dialogue's slots hold it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rasa_sdk import Tracker

from directory.search import Enquiry
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.people import AgeBand, Person
from vocabulary.risks import Risk
from vocabulary.substances import Substance


Slots = dict[str, object]  # what a message fills, by the slot's name

SKIPPED = "skipped"
OUTSIDE = "outside"
SAFE = "safe"
UNSAFE = "unsafe"
ON_SHOW = ("shown", "spoken_of", "offset")  # the slots of the services that stand on show
QUESTIONS = ("needs", "danger", "area", "person", "age")


@dataclass(frozen=True)
class Answers:
    """The answers to the pathway's questions; None is not asked yet, "skipped" is declined."""

    needs: tuple[Need, ...] = ()
    danger: str | None = None
    area: str | None = None
    person: str | None = None
    age: str | None = None
    area_candidates: tuple[str, ...] = ()  # the districts that were just offered
    offered: tuple[Need, ...] = ()  # the needs that were just offered, likeliest first
    told: tuple[Need, ...] = ()  # every need of this chat, oldest first
    settled: tuple[Need, ...] = ()  # those whose services were shown, or that were declined
    by_text: bool = False  # whether the person would rather not, or cannot, speak on the phone
    of_child: bool = False  # whether the card for a child was shown
    substances: tuple[Substance, ...] = ()  # what was said to be taken

    def has(self, question: str) -> bool:
        """Whether a question of the pathway is answered or skipped."""
        return bool(getattr(self, question))

    @property
    def district(self) -> str | None:
        """The GSS code of a district in West Mercia, or None."""
        return self.area if self.area in set(District) else None

    def enquiry(self, at: datetime) -> Enquiry:
        """The answers as the directory takes them: for the leading need; the others come after it."""
        return Enquiry(
            needs=self.needs[:1],
            area=OUTSIDE if self.area == OUTSIDE else self.district,
            age=AgeBand(self.age) if self.age in set(AgeBand) else None,
            person=Person(self.person) if self.person in set(Person) else None,
            at=at,
        )


def read_answers(slots: dict[str, Any]) -> Answers:
    """The answers in a tracker's slots."""
    return Answers(
        needs=tuple(Need(slug) for slug in slots.get("needs") or ()),
        danger=slots.get("danger"),
        area=slots.get("area"),
        person=slots.get("person"),
        age=slots.get("age"),
        area_candidates=tuple(slots.get("area_candidates") or ()),
        offered=tuple(Need(slug) for slug in slots.get("offered") or ()),
        told=tuple(Need(slug) for slug in slots.get("told") or ()),
        settled=tuple(Need(slug) for slug in slots.get("settled") or ()),
        by_text=bool(slots.get("by_text")),
        of_child=Risk.CHILD in (slots.get("risks") or ()),
        substances=tuple(Substance(name) for name in slots.get("substances") or ()),
    )


def answers_of(tracker: Tracker) -> Answers:
    """The answers a tracker holds."""
    return read_answers(tracker.slots)
