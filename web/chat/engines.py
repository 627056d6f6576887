"""Which of several engines a conversation is asked of: its own first, then the others in one order."""

import hashlib
import time
from collections.abc import Callable, Sequence


REST = 2.0  # seconds in which an engine that could not be reached is asked last


class Engines:
    """The engines' addresses, and which of them could not be reached a moment ago."""

    def __init__(self, urls: Sequence[str], *, clock: Callable[[], float] = time.monotonic) -> None:
        self._urls = tuple(urls)
        self._clock = clock
        self._away_until: dict[str, float] = {}

    def in_order_for(self, sender: str) -> list[str]:
        """Every address once. The first is the conversation's own as long as it can be reached."""
        now = self._clock()
        return sorted(in_order(self._urls, sender), key=lambda url: self._away_until.get(url, 0.0) > now)

    def note_away(self, url: str) -> None:
        """It could not be reached now."""
        self._away_until[url] = self._clock() + REST


def in_order(urls: Sequence[str], sender: str) -> list[str]:
    """The addresses by rendezvous hashing (Thaler and Ravishankar, 1998).

    Every process comes to the same order for a sender, and an address that comes or goes moves only the
    conversations that are its own.
    """
    return sorted(urls, key=lambda url: hashlib.sha256(f"{url} {sender}".encode()).digest())
