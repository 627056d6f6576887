"""What every home of the engine's conversations promises: no words, short, and gone after a while."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence

import structlog
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import AllSlotsReset, Event
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException

from bot import turn
from bot.compaction import compact
from bot.redaction import redact
from signpost.logs import told_of


log = structlog.get_logger("bot.forgetful")


class BrokerRefused(RasaException):  # type: ignore[misc]  # rasa ships no types
    """An event broker is configured; it would be sent the person's words before they are emptied."""


class Forgetful(TrackerStore):  # type: ignore[misc]  # rasa ships no types
    """Events are emptied of words on save, shortened on retrieve, and gone after a while.

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
        keep_minutes: float = 30,
        keep_turns: int = 4,
    ) -> None:
        """Raises BrokerRefused when an event broker is configured."""
        if event_broker is not None:
            raise BrokerRefused("Remove event_broker from endpoints.yml: it is sent what people say.")
        super().__init__(domain, event_broker)
        self._keep_seconds = keep_minutes * 60
        self._keep_turns = keep_turns

    @abstractmethod
    async def _read(self, sender_id: str) -> Sequence[Event] | None:
        """The events that are kept of a conversation, not to be changed; None when there are none."""

    @abstractmethod
    async def _write(self, sender_id: str, events: Sequence[Event]) -> None:
        """Keeps these events of a conversation in the place of all others."""

    @abstractmethod
    async def _drop(self, sender_id: str) -> None:
        """Keeps nothing of a conversation any more."""

    def _note_shortened(self, sender_id: str, events: Sequence[Event]) -> None:
        """What a kept conversation came to when it was read, for a home that may keep that from now on."""

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Empty the tracker's events of words and keep them; forget it when it has none."""
        try:
            await self._save(tracker)
        except Exception as error:  # noqa: BLE001  # the one place: Rasa's fallback store must get nothing
            log.error("conversation_forgotten_saving_failed", **told_of(error))
            await self._forget_quietly(tracker.sender_id)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """A fresh tracker with the conversation's state; None when it is unknown or forgotten.

        A turn that is broken off leaves what is kept untouched: the tracker is a copy.
        """
        kept = await self._read(sender_id)
        if kept is None:
            return None
        events = compact(kept, self.init_tracker(sender_id), keep_turns=self._keep_turns)
        self._note_shortened(sender_id, events)
        tracker = self.init_tracker(sender_id)
        for event in events:
            tracker.update(event)
        return tracker

    async def keys(self) -> Iterable[str]:
        """The conversations that are kept now, where that can be told."""
        return []

    async def _save(self, tracker: DialogueStateTracker) -> None:
        for event in tracker.events:
            redact(event)
        if turn.is_broken() or turn.is_unread():
            return  # as if it had never been: what was kept before it stays
        if _asks_to_forget(tracker):
            await self._drop(tracker.sender_id)
        else:
            await self._write(tracker.sender_id, tuple(tracker.events))

    async def _forget_quietly(self, sender_id: str) -> None:
        try:
            await self._drop(sender_id)
        except Exception as error:  # noqa: BLE001  # as in save: what it leads to is worse
            log.error("conversation_not_forgotten", **told_of(error))


def _asks_to_forget(tracker: DialogueStateTracker) -> bool:
    return not tracker.events or any(isinstance(event, AllSlotsReset) for event in tracker.events)
