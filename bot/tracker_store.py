"""Keeps conversations in memory for half an hour, without the words that were said in them."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event

from bot import metrics
from bot.forgetful import Forgetful


SWEEP_SECONDS = 30.0


@dataclass(frozen=True)
class Kept:
    """One conversation at rest: events without words, and when it was last used."""

    events: tuple[Event, ...]
    used: float  # seconds on the monotonic clock


class ForgetfulTrackerStore(Forgetful):
    """Live events in the memory of this process, the longest unused conversations first to go."""

    def __init__(
        self,
        domain: Domain | None,
        event_broker: EventBroker | None = None,
        *,
        host: str | None = None,
        keep_minutes: float = 30,
        keep_turns: int = 4,
        maximum_conversations: int = 20_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Keywords come from endpoints.yml. Raises BrokerRefused when an event broker is configured."""
        super().__init__(domain, event_broker, keep_minutes=keep_minutes, keep_turns=keep_turns)
        self._maximum = maximum_conversations
        self._clock = clock
        self._kept: OrderedDict[str, Kept] = OrderedDict()  # least recently used first
        self._sweeping = False

    async def keys(self) -> Iterable[str]:
        """The conversations that are kept now."""
        self._sweep()
        return list(self._kept)

    async def _read(self, sender_id: str) -> Sequence[Event] | None:
        self._sweep()
        kept = self._kept.get(sender_id)
        return None if kept is None else kept.events

    def _note_shortened(self, sender_id: str, events: Sequence[Event]) -> None:
        """Keeps it, so that a long conversation is shortened once and not every time."""
        self._kept[sender_id] = Kept(tuple(events), self._kept[sender_id].used)

    async def _write(self, sender_id: str, events: Sequence[Event]) -> None:
        self._kept.pop(sender_id, None)
        self._kept[sender_id] = Kept(tuple(events), self._clock())
        self._tidy()

    async def _drop(self, sender_id: str) -> None:
        self._kept.pop(sender_id, None)
        self._tidy()

    def _tidy(self) -> None:
        self._sweep()
        self._sweep_later()
        metrics.CONVERSATIONS.set(len(self._kept))

    def _sweep(self) -> None:
        oldest_kept = self._clock() - self._keep_seconds
        while self._kept:
            first = next(iter(self._kept))
            if len(self._kept) <= self._maximum and self._kept[first].used > oldest_kept:
                return
            del self._kept[first]

    def _sweep_later(self) -> None:
        """Forget on time even when nobody speaks any more."""
        if self._sweeping or not self._kept:
            return
        self._sweeping = True
        asyncio.get_running_loop().call_later(SWEEP_SECONDS, self._swept)

    def _swept(self, *_: Any) -> None:
        self._sweeping = False
        self._sweep()
        metrics.CONVERSATIONS.set(len(self._kept))
        self._sweep_later()
