"""Seeded conversations: everything that somebody could give away, with a marker in it; ended in every way."""

from dataclasses import dataclass, field
from random import Random

from tests.faults.people import Outcome, Person
from tests.running import RunningSystem


SAID = (
    "they took over my flat {marker} and i owe them money",
    "my name is {marker} and my number is 07700 900123, {marker}@example.org",
    "i live at 4 {marker} Street, WR1 2AB, in Worcester",
    "{marker} wants to kill me he is outside my door now",
    "my son is 14 and {marker} made him carry",
    "{marker}",
    "chce umrzec {marker}",
    '/stop_and_forget{{"area": "{marker}"}}',
    "what about {marker} in Telford",
    "i took too much {marker} and feel sick",
    "<script>{marker}</script> \u202e{marker}",
)
SHORTEST, LONGEST = 2, 6  # messages
MARK = "zqmark"  # in every marker, and in nothing else; probe/looking.py looks for it


@dataclass
class Kept:
    """What was said, to be looked for."""

    markers: list[str] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)


def hold_one(system: RunningSystem, chance: Random, kept: Kept) -> None:
    """One conversation; it ends in silence, by the page's button, or by asking to forget."""
    marker = f"{MARK}{chance.getrandbits(64):016x}"
    kept.markers.append(marker)
    person = Person(system)
    person.open()
    for _ in range(chance.randint(SHORTEST, LONGEST)):
        kept.tokens.add(person.reply["conversation"])
        labels = sorted(person.labels)
        if labels and chance.random() < 0.3:
            told = person.choose(chance.choice(labels))
        else:
            told = person.type(chance.choice(SAID).format(marker=marker))
        if told.outcome is Outcome.FORGOTTEN:
            person.open()
    if chance.random() < 0.3:
        system.post("/api/chat/forget", {"conversation": person.reply["conversation"]})
