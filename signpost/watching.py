"""Keeps the processes alive: one that ended, or no longer answers, is started again.

The first time at once, as people wait; one that keeps failing after ever longer pauses, so that a fault which
somebody has to mend (a damaged model) costs no processor, and heals soon after it is mended.
"""

import os
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from signpost.processes import (
    ENDED_FOR,
    HEALTHY_WITHIN,
    ProcessFailed,
    Running,
    stop_all,
    wait_until_healthy,
)


LOOK_AT_HEALTH_EVERY = 5.0  # seconds
ANSWERS_WITHIN = 3.0  # seconds for one health check: a busy machine is no hanging process
# A lock on the database may hold a process for as long as signpost.database waits: that is no hanging either.
MOST_MISSES = 4  # checks in a row without an answer; then it hangs
PAUSES = (0.0, 1.0, 2.0, 5.0, 10.0, 30.0)  # seconds before the first start again, the second in a row, …
SETTLED_AFTER = 10.0  # seconds of life, with an answer, after which the next fault is a first one again

Clock = Callable[[], float]


@dataclass
class _Watched:
    """What is known of one process since its newest start; moments are seconds of the watch's clock."""

    running: Running
    started: float
    is_settling: bool = True  # has not answered yet
    misses: int = 0
    looked: float = field(default=float("-inf"))
    faults: int = 0  # in a row
    start_at: float | None = None  # when it has ended: when to start it again
    told: str = ""


class Watch:
    """The supervisor's eye on started processes."""

    def __init__(self, running: Sequence[Running], *, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._watched = [_Watched(one, clock()) for one in running]

    def look(self) -> list[str]:
        """Starts again what ended, kills what hangs; returns what to tell, each reason in a row once.

        Takes at most ANSWERS_WITHIN for each process that does not answer.
        """
        return [told for each in self._watched for told in self._look_at(each)]

    def start_afresh(self) -> None:
        """Stops every process and starts it again, each once the one before it answers.

        So the web process, the last one, is there with the fixed cards until the others are back. What does
        not come back is left to the next looks.
        """
        for each in self._watched:
            stop_all([each.running])
            self._start(each)
            each.faults, each.told = 0, ""
            with suppress(ProcessFailed):
                wait_until_healthy([each.running])

    def _look_at(self, one: _Watched) -> list[str]:
        said = []
        if one.start_at is None and one.running.has_ended():
            said = self._note_end(one, _how_it_ended(one.running))
        if one.start_at is None and self._hangs(one):
            os.killpg(one.running.process.pid, signal.SIGKILL)  # also wakes one that was stopped
            one.running.process.wait()
            said = self._note_end(one, "no longer answered")
        if one.start_at is not None and self._clock() >= one.start_at:
            self._start(one)
        return said

    def _note_end(self, one: _Watched, how: str) -> list[str]:
        now = self._clock()
        if now - one.started >= SETTLED_AFTER and not one.is_settling:
            one.faults, one.told = 0, ""
        one.start_at = now + PAUSES[min(one.faults, len(PAUSES) - 1)]
        one.faults += 1
        if how == one.told:
            return []
        one.told = how
        return [f"The {one.running.plan.name} process {how}. It is started again."]

    def _start(self, one: _Watched) -> None:
        one.running.start()
        one.started, one.start_at = self._clock(), None
        one.is_settling, one.misses, one.looked = True, 0, float("-inf")

    def _hangs(self, one: _Watched) -> bool:
        if self._clock() - one.looked < LOOK_AT_HEALTH_EVERY:
            return False
        one.looked = self._clock()
        if one.running.is_healthy(within=ANSWERS_WITHIN):
            one.is_settling, one.misses = False, 0
            return False
        if one.is_settling:
            return self._clock() - one.started > HEALTHY_WITHIN
        one.misses += 1
        return one.misses >= MOST_MISSES


def _how_it_ended(ended: Running) -> str:
    why = ENDED_FOR.get(ended.process.returncode)
    return f"stopped: {why}" if why else "had stopped"
