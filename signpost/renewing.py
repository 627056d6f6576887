"""Starts the processes afresh every night, in a moment in which nobody talks.

What a process has forgotten may linger in its memory until that is used again, and nobody can overwrite what
Python has freed. A process that is replaced hands all of it back to the machine.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import requests


HERE = ZoneInfo("Europe/London")
HOUR = 4  # of the night, when the fewest people come
ASK_EVERY = timedelta(seconds=30)  # from then on, until nobody talks
OVERDUE_AFTER = timedelta(hours=20)
ANSWERS_WITHIN = 1.0  # seconds
TOLD = "Nobody is talking: the processes are started afresh, as every night."
OVERDUE = (
    "The processes could not be started afresh since last night, as conversations were open all the time. "
    "What was said may linger in their memory: stop and start Signpost when you can."
)

Clock = Callable[[], datetime]


class Renewal:
    """When to start all processes afresh, by a clock that tells aware moments."""

    def __init__(self, is_quiet: Callable[[], bool], *, clock: Clock = lambda: datetime.now(HERE)) -> None:
        self._is_quiet = is_quiet
        self._clock = clock
        self._due = self._ask_at = _next_night(clock())
        self._is_told = False

    def is_due(self) -> bool:
        """Whether to do it now; once it was, it is so again the night after."""
        now = self._clock()
        if now < self._ask_at:
            return False
        if self._is_quiet():
            self._due = self._ask_at = _next_night(now)
            self._is_told = False
            return True
        self._ask_at = now + ASK_EVERY
        return False

    def is_overdue(self) -> bool:
        """Whether it waited so long for a quiet moment that somebody should know; says so once."""
        if self._is_told or self._clock() < self._due + OVERDUE_AFTER:
            return False
        self._is_told = True
        return True


def _next_night(now: datetime) -> datetime:
    tonight = now.astimezone(HERE).replace(hour=HOUR, minute=0, second=0, microsecond=0)
    return tonight if now < tonight else tonight + timedelta(days=1)


def nobody_talks(engine_health: str) -> bool:
    """Whether the engine at this address holds no conversation; one that does not answer cannot tell."""
    try:
        told = requests.get(engine_health, timeout=ANSWERS_WITHIN).json()
    except (requests.RequestException, ValueError):
        return False
    return isinstance(told, dict) and told.get("ready") is True and told.get("conversations") == 0
