"""Who comes when, and what they say when: planned before the load begins, so that no answer can change it."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

from tests.talking import FOLDER


# How often each folder of recordings is played: our assumption, as nobody has counted real visits yet.
MIX = {
    "happy_path": 0.50,
    "corrections": 0.15,
    "digressions": 0.15,
    "crisis": 0.10,
    "hostile": 0.05,
    "invalid_user_inputs": 0.05,
}
READING = 8.0  # seconds, the median of a log-normal distribution: our assumption
READING_SPREAD = 0.6  # standard deviation of its logarithm
# 36.2 words of five letters a minute on a phone: Palin and others, MobileHCI 2019, of 37,370 people.
LETTERS_A_SECOND = 36.2 * 5 / 60


@dataclass(frozen=True)
class Turn:
    """What a person says: typed, or the label of a button."""

    words: str
    is_typed: bool
    falls_back: bool = False  # the recording itself expects the card with the fixed numbers


@dataclass(frozen=True)
class Recording:
    """One recorded conversation."""

    name: str
    kind: str  # its folder
    turns: tuple[Turn, ...]


@dataclass(frozen=True)
class Visit:
    """One conversation as it should go: `moments` are seconds from the start of the load, one a turn."""

    opens: float
    moments: tuple[float, ...]
    turns: tuple[Turn, ...]


def recordings(folder: Path = FOLDER) -> list[Recording]:
    """The recorded conversations that the tests play, without what they expect."""
    return [_recording(path) for path in sorted(folder.rglob("*.yml"))]


def _recording(path: Path) -> Recording:
    turns = yaml.safe_load(path.read_text(encoding="utf-8"))["turns"]
    return Recording(path.stem, path.parent.name, tuple(_turn(turn) for turn in turns))


def _turn(turn: dict[str, dict[str, list[str]] | str]) -> Turn:
    expected = turn.get("expect") or {}
    assert isinstance(expected, dict)
    is_typed = "say" in turn
    words = turn["say" if is_typed else "choose"]
    return Turn(str(words), is_typed, falls_back="fallback" in expected.get("kinds", []))


def weights(recorded: Sequence[Recording]) -> list[float]:
    """The share of visits that play each recording: its folder's part of MIX, shared evenly in the folder.

    Where some folders have none, the others take their part. The shares total 1.
    """
    held = Counter(each.kind for each in recorded)
    whole = sum(MIX[kind] for kind in held)
    return [MIX[each.kind] / held[each.kind] / whole for each in recorded]


def turns_a_visit(recorded: Sequence[Recording]) -> float:
    """The mean number of turns, as often as each recording is played."""
    return _mean(recorded, [float(len(each.turns)) for each in recorded])


def seconds_a_visit(recorded: Sequence[Recording]) -> float:
    """The mean length of a conversation, in seconds, by nobody's hurry."""
    reading = READING * math.exp(READING_SPREAD**2 / 2)  # the mean of what _think draws
    return _mean(recorded, [sum(reading + _typing(turn) for turn in each.turns) for each in recorded])


def by_rate(
    recorded: Sequence[Recording], *, turns_a_second: float, until: float, hurry: float, random: Random
) -> list[Visit]:
    """Visits that come by a Poisson process, from second 0 until `until`; turns after it are left out."""
    every = turns_a_visit(recorded) / turns_a_second  # seconds from one visit to the next, on average
    return [
        _visit(one, opens=opens, until=until, hurry=hurry, random=random)
        for opens, one in zip(
            arrivals(every=every, until=until, random=random), drawn(recorded, random), strict=False
        )
    ]


def by_people(
    recorded: Sequence[Recording], *, people: int, until: float, hurry: float, random: Random
) -> list[Visit]:
    """So many people who are there all the time, each with one conversation after the other."""
    conversations = drawn(recorded, random)
    visits = []
    for _ in range(people):
        opens = random.uniform(0, seconds_a_visit(recorded) / hurry)  # or all would open at once
        while opens < until:
            whole = _visit(next(conversations), opens=opens, until=float("inf"), hurry=hurry, random=random)
            visits.append(_cut(whole, until))
            opens = whole.moments[-1] + _think(Turn("", is_typed=False), hurry, random)
    return sorted(visits, key=lambda visit: visit.opens)


def arrivals(*, every: float, until: float, random: Random) -> Iterator[float]:
    """The moments of a Poisson process with `every` seconds from one to the next on average."""
    moment = random.expovariate(1 / every)
    while moment < until:
        yield moment
        moment += random.expovariate(1 / every)


def drawn(recorded: Sequence[Recording], random: Random) -> Iterator[Recording]:
    """Recordings without end, each as often as MIX has it."""
    often = weights(recorded)
    while True:
        yield random.choices(recorded, often)[0]


def _visit(one: Recording, *, opens: float, until: float, hurry: float, random: Random) -> Visit:
    moment = opens
    moments = []
    for turn in one.turns:
        moment += _think(turn, hurry, random)
        moments.append(moment)
    return _cut(Visit(opens, tuple(moments), one.turns), until)


def _cut(visit: Visit, until: float) -> Visit:
    inside = sum(moment < until for moment in visit.moments)
    return Visit(visit.opens, visit.moments[:inside], visit.turns[:inside])


def _think(turn: Turn, hurry: float, random: Random) -> float:
    """Seconds from one turn's moment to the next: reading and typing, the answer's own time among them."""
    return (random.lognormvariate(0, READING_SPREAD) * READING + _typing(turn)) / hurry


def _typing(turn: Turn) -> float:
    return len(turn.words) / LETTERS_A_SECOND if turn.is_typed else 0.0


def _mean(recorded: Sequence[Recording], values: Iterable[float]) -> float:
    return sum(often * value for often, value in zip(weights(recorded), values, strict=True))
