"""Plays planned visits at their moments, whatever the answers take, and watches its own lateness."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from benchmarks.load.chats import Chat, Failed
from benchmarks.load.figures import LOST, Sample
from benchmarks.load.visits import Visit


TICK = 0.02  # seconds between two looks at the generator's own clock
AHEAD = -10  # niceness while it plays: what measures must not wait for what is measured


@dataclass
class Played:
    """What happened, turn by turn, and how late the generator's own clock was at each tick (seconds)."""

    samples: list[Sample] = field(default_factory=list)
    lags: list[float] = field(default_factory=list)
    own_cpu: float = 0.0  # seconds

    def within(self, start: float, end: float) -> list[Sample]:
        """The turns that were meant for this time: typed and chosen, without the openings."""
        return [each for each in self.samples if start <= each.intended < end and each.kind != "opened"]


def play(visits: Sequence[Visit], chat: Chat) -> Played:
    """Everything that was planned, to the last answer."""
    before = time.process_time()
    with ahead_of_others():
        played = asyncio.run(_play(visits, chat))
    played.own_cpu = time.process_time() - before
    return played


@contextmanager
def ahead_of_others() -> Iterator[None]:
    """The processor serves this process first, where that is allowed; nothing may be started within."""
    was = os.getpriority(os.PRIO_PROCESS, 0)
    with suppress(PermissionError):
        os.setpriority(os.PRIO_PROCESS, 0, AHEAD)
    try:
        yield
    finally:
        os.setpriority(os.PRIO_PROCESS, 0, was)


async def _play(visits: Sequence[Visit], chat: Chat) -> Played:
    stage = Stage(chat, Played(), time.perf_counter())
    ticking = asyncio.create_task(stage.tick())
    async with asyncio.TaskGroup() as people:
        for visit in visits:
            await stage.wait_until(visit.opens)
            people.create_task(stage.visit(visit))
    ticking.cancel()
    return stage.played


def missed_ticks(lag: float) -> Iterator[float]:
    """The lag (seconds) of a tick, and of those that it kept from coming: a long halt weighs long."""
    yield lag
    while (lag := lag - TICK) > 0:
        yield lag


@dataclass
class Stage:
    """One load while it is played; its moments are seconds from `began`."""

    chat: Chat
    played: Played
    began: float

    @property
    def now(self) -> float:
        """Seconds since the load began."""
        return time.perf_counter() - self.began

    async def wait_until(self, moment: float) -> None:
        """Returns at that moment, or at once when it is over."""
        if (wait := moment - self.now) > 0:
            await asyncio.sleep(wait)

    async def tick(self) -> None:
        """Notes how late the event loop comes back, until it is cancelled."""
        while True:
            due = self.now + TICK
            try:
                await asyncio.sleep(TICK)
            finally:
                self.played.lags.extend(missed_ticks(self.now - due))

    async def visit(self, visit: Visit) -> None:
        """One conversation: each turn at its moment, or as soon as the answer before it has come."""
        said = 0
        try:
            answer = await self._timed(visit.opens, "opened", self.chat.open)
            for intended, turn in zip(visit.moments, visit.turns, strict=True):
                said += 1
                kind = "typed" if turn.is_typed else "chosen"
                answer = await self._timed(intended, kind, partial(self.chat.say, answer, turn))
        except Failed:
            self._lose(visit, said)

    async def _timed(self, intended: float, kind: str, step: Callable[[], Awaitable[Any]]) -> Any:
        due = max(intended, self.now)
        await self.wait_until(intended)
        sent, failure = self.now, ""
        try:
            return await step()
        except Failed as failed:
            failure = str(failed)
            raise
        finally:
            self.played.samples.append(Sample(intended, due, sent, self.now, kind, failure))

    def _lose(self, visit: Visit, said: int) -> None:
        """What the person could not say any more has failed too."""
        for moment in visit.moments[said:]:
            self.played.samples.append(Sample(moment, moment, moment, moment, "lost", LOST))
