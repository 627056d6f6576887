"""Starts the processes afresh once a day, in a moment in which nobody talks.

What a process has forgotten may linger in its memory until that is used again, and nobody can overwrite what
Python has freed. A process that is replaced hands all of it back to the machine.
"""

import time
from collections.abc import Callable

import requests


RENEW_AFTER = 24 * 3600.0  # seconds since the newest start
ASK_EVERY = 30.0  # seconds between two questions whether somebody talks
ANSWERS_WITHIN = 1.0
TOLD = "Nobody is talking: the processes are started afresh, as once a day."

Clock = Callable[[], float]


class Renewal:
    """When to start all processes afresh; moments are seconds of its clock."""

    def __init__(self, is_quiet: Callable[[], bool], *, clock: Clock = time.monotonic) -> None:
        self._is_quiet = is_quiet
        self._clock = clock
        self._ask_at = clock() + RENEW_AFTER

    def is_due(self) -> bool:
        """Whether to do it now; once it was due, it is so again a day later."""
        now = self._clock()
        if now < self._ask_at:
            return False
        quiet = self._is_quiet()
        self._ask_at = now + (RENEW_AFTER if quiet else ASK_EVERY)
        return quiet


def nobody_talks(engine_health: str) -> bool:
    """Whether the engine at this address holds no conversation; one that does not answer cannot tell."""
    try:
        told = requests.get(engine_health, timeout=ANSWERS_WITHIN).json()
    except (requests.RequestException, ValueError):
        return False
    return isinstance(told, dict) and told.get("ready") is True and told.get("conversations") == 0
