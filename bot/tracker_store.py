"""Keeps conversations in memory for half an hour, without the words that were said in them."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import structlog
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import AllSlotsReset, Event
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException

from bot import metrics, turn
from bot.compaction import compact
from bot.redaction import redact
from signpost.logs import told_of


log = structlog.get_logger("bot.tracker_store")

SWEEP_SECONDS = 30.0


class BrokerRefused(RasaException):  # type: ignore[misc]  # rasa ships no types
    """An event broker is configured; it would be sent the person's words before they are emptied."""


@dataclass(frozen=True)
class Kept:
    """One conversation at rest: events without words, and when it was last used."""

    events: tuple[Event, ...]
    used: float  # seconds on the monotonic clock


class ForgetfulTrackerStore(TrackerStore):  # type: ignore[misc]  # rasa ships no types
    """Live events in memory: emptied of words on save, shortened on retrieve, gone after a while.

    `save` never raises: Rasa would then keep the tracker, words and all, in a store of its own.
    Events are only ever dropped between turns, in `retrieve`; within one, Rasa finds new events by
    counting. Saving a tracker without events forgets the conversation, and so does a turn that resets
    every slot, as the one that stops and forgets does: the next message starts afresh.
    """

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
        if event_broker is not None:
            raise BrokerRefused("Remove event_broker from endpoints.yml: it is sent what people say.")
        super().__init__(domain, event_broker)
        self._keep_seconds = keep_minutes * 60
        self._keep_turns = keep_turns
        self._maximum = maximum_conversations
        self._clock = clock
        self._kept: OrderedDict[str, Kept] = OrderedDict()  # least recently used first
        self._sweeping = False

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Empty the tracker's events of words and keep them; forget it when it has none."""
        try:
            self._save(tracker)
        except Exception as error:  # noqa: BLE001  # the one place: Rasa's fallback store must get nothing
            self._kept.pop(tracker.sender_id, None)
            log.error("conversation_forgotten_saving_failed", **told_of(error))

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """A fresh tracker with the conversation's state; None when it is unknown or forgotten.

        A turn that is broken off leaves what is kept untouched: the tracker is a copy.
        """
        self._sweep()
        kept = self._kept.get(sender_id)
        if kept is None:
            return None
        events = compact(kept.events, self.init_tracker(sender_id), keep_turns=self._keep_turns)
        self._kept[sender_id] = Kept(events, kept.used)
        tracker = self.init_tracker(sender_id)
        for event in events:
            tracker.update(event)
        return tracker

    async def keys(self) -> Iterable[str]:
        """The conversations that are kept now."""
        self._sweep()
        return list(self._kept)

    def _save(self, tracker: DialogueStateTracker) -> None:
        for event in tracker.events:
            redact(event)
        if turn.is_broken():
            return  # as if it had never been: what was kept before it stays
        self._kept.pop(tracker.sender_id, None)
        if not _asks_to_forget(tracker):
            self._kept[tracker.sender_id] = Kept(tuple(tracker.events), self._clock())
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


def _asks_to_forget(tracker: DialogueStateTracker) -> bool:
    return not tracker.events or any(isinstance(event, AllSlotsReset) for event in tracker.events)
