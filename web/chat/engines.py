"""Which of several engines a conversation is asked of: its own first, then the others in one order.

An engine answers one turn after the other. Of more than it can answer in time it would answer none, as each
would be given up before its turn came; so what is too much for it is not asked of it at all.
"""

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager


REST = 2.0  # seconds in which an engine that could not be reached is asked last
MOST_AT_ONCE = 50  # turns at one engine: some 20 ms each, so the last one is answered after about a second


class Busy(Exception):
    """The engine has as many turns before it as it can answer in time."""


class Engines:
    """The engines' addresses, and which of them could not be reached a moment ago."""

    def __init__(self, urls: Sequence[str], *, clock: Callable[[], float] = time.monotonic) -> None:
        self._urls = tuple(urls)
        self._clock = clock
        self._away_until: dict[str, float] = {}
        self._at_once: Counter[str] = Counter()

    def in_order_for(self, sender: str) -> list[str]:
        """Every address once. The first is the conversation's own as long as it can be reached."""
        now = self._clock()
        return sorted(in_order(self._urls, sender), key=lambda url: self._away_until.get(url, 0.0) > now)

    @contextmanager
    def turn_at(self, url: str) -> Iterator[None]:
        """One turn at an engine, however it ends. Raises Busy."""
        if self._at_once[url] >= MOST_AT_ONCE:
            raise Busy
        self._at_once[url] += 1
        try:
            yield
        finally:
            self._at_once[url] -= 1

    def note_away(self, url: str) -> None:
        """It could not be reached now."""
        self._away_until[url] = self._clock() + REST


def in_order(urls: Sequence[str], sender: str) -> list[str]:
    """The addresses by rendezvous hashing (Thaler and Ravishankar, 1998).

    Every process comes to the same order for a sender, and an address that comes or goes moves only the
    conversations that are its own.
    """
    return sorted(urls, key=lambda url: hashlib.sha256(f"{url} {sender}".encode()).digest())
