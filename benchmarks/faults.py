"""`python -m benchmarks.faults [ROUNDS]`: every process killed in turn while people talk, a hundred times.

A kill is SIGKILL at a random moment; the watch of `signpost up` starts the process again. People retry as the
page does. Everything acknowledged is counted afterwards in the database.
"""

import random
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from sqlalchemy import func, select

from tests.faults.people import Outcome, Person, Told
from tests.faults.supervised import Supervised, supervised
from tests.running import RunningSystem, running_system
from usage.model import UsageRow
from vocabulary.pathway import Step


ROUNDS = 100
PEOPLE = 3
PROMISED = 3.0  # seconds
NAMES = ("web", "rasa", "actions")
LONGEST_BEFORE_KILL = 2.0  # seconds
COUNTED_WITHIN = 120.0  # seconds after the last answer: the flusher moves events once a second


@dataclass
class Figures:
    """What came of it."""

    turns: list[Told] = field(default_factory=list)
    healing: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in NAMES})
    finished: int = 0  # people who were shown services
    unfinished: int = 0
    anew: int = 0  # conversations that went with a web process
    acknowledged: int = 0  # events that the web process said it had noted
    sent: int = 0  # with those it did not answer for
    visits: int = 0  # in the database: with services shown
    opened: int = 0  # in the database: contacts opened

    @property
    def lost(self) -> int:
        """Acknowledged, and not in the database."""
        return max(0, self.finished - self.visits) + max(0, self.acknowledged - self.opened)

    @property
    def doubled(self) -> int:
        """In the database more often than anybody did it; a conversation that went may have been counted."""
        return max(0, self.visits - self.finished - self.anew - self.unfinished) + max(
            0, self.opened - self.sent
        )


def measure(watched: Supervised, *, rounds: int, people: int = PEOPLE, seed: int = 1) -> Figures:
    """Kills while people talk, waits for each to heal, then counts."""
    figures, over = Figures(), threading.Event()
    watched.wait_for_noted()
    before = _stored(watched.system)
    talking = [threading.Thread(target=_talk, args=(watched.system, figures, over)) for _ in range(people)]
    for each in talking:
        each.start()
    try:
        _kill_in_turn(watched, figures, rounds, random.Random(seed))  # noqa: S311 - moments, no secret
    finally:
        over.set()
        for each in talking:
            each.join()
    _count(watched.system, figures, before)
    return figures


def _kill_in_turn(watched: Supervised, figures: Figures, rounds: int, chance: random.Random) -> None:
    for number in range(rounds):
        name = NAMES[number % len(NAMES)]
        time.sleep(chance.uniform(0, LONGEST_BEFORE_KILL))
        watched.system.process(name).process.kill()
        figures.healing[name].append(watched.heal())


def _talk(system: RunningSystem, figures: Figures, over: threading.Event) -> None:
    """One person after another until it is over; list.append and += of one thread at a time suffice."""
    while not over.is_set():
        person = Person(system)
        is_shown = person.find_services()
        told = is_shown and person.open_contact()
        with _NOTING:
            figures.turns += person.turns
            figures.anew += person.anew
            figures.finished += is_shown
            figures.unfinished += not is_shown
            figures.sent += is_shown
            figures.acknowledged += told


_NOTING = threading.Lock()


def _stored(system: RunningSystem) -> dict[Step, int]:
    visits = func.count(func.distinct(UsageRow.visit))
    with system.sessions() as session:
        return {
            Step.SERVICES_SHOWN: session.scalar(select(visits).where(_is(Step.SERVICES_SHOWN))) or 0,
            Step.CONTACT_OPENED: session.scalar(select(func.count()).where(_is(Step.CONTACT_OPENED))) or 0,
        }


def _is(step: Step) -> object:
    return UsageRow.step == step.value


def _count(system: RunningSystem, figures: Figures, before: dict[Step, int]) -> None:
    until = time.monotonic() + COUNTED_WITHIN
    while True:
        now = _stored(system)
        figures.visits = now[Step.SERVICES_SHOWN] - before[Step.SERVICES_SHOWN]
        figures.opened = now[Step.CONTACT_OPENED] - before[Step.CONTACT_OPENED]
        if not figures.lost or time.monotonic() > until:
            return
        time.sleep(1)


def tell(figures: Figures) -> str:
    """The figures as lines."""
    outcomes = Counter(turn.outcome for turn in figures.turns)
    late = Counter(turn.outcome for turn in figures.turns if turn.seconds > PROMISED)
    slowest = max((turn.seconds for turn in figures.turns), default=0.0)
    lines = [f"turns                 {len(figures.turns)}, the slowest answer after {slowest:.1f} s"]
    lines += [f"  {each:<44} {outcomes[each]:>6}, after more than 3 s {late[each]}" for each in Outcome]
    lines += [
        f"people shown services {figures.finished}, who gave up {figures.unfinished}, "
        f"who had to begin anew {figures.anew}",
        f"visits counted        {figures.visits}",
        f"contacts opened       {figures.acknowledged} acknowledged of {figures.sent} sent, "
        f"{figures.opened} counted",
        f"lost {figures.lost}, doubled {figures.doubled}",
    ]
    for name, took in figures.healing.items():
        if took:
            lines.append(
                f"{name:<8} killed {len(took)} times; healed after {median(took):.1f} s (median), "
                f"{max(took):.1f} s (longest)"
            )
    return "\n".join(lines)


def main(rounds: int) -> None:
    """Prints the figures; ends with 1 when anything was lost or doubled."""
    with (
        tempfile.TemporaryDirectory() as home,
        running_system(Path(home)) as system,
        supervised(system) as watched,
    ):
        figures = measure(watched, rounds=rounds)
    print(tell(figures))
    sys.exit(bool(figures.lost or figures.doubled))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
