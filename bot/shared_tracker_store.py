"""Keeps conversations in Redis for half an hour, sealed and without words, so that any engine can go on."""

from collections.abc import Sequence

from rasa.core.brokers.broker import EventBroker
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event

from bot import turn
from bot.event_lines import UnreadableEvents, from_json, to_json
from bot.forgetful import Forgetful
from bot.shared_shelf import engine_shelf
from signpost.redis_link import RedisAway


class SharedTrackerStore(Forgetful):
    """What the holder of a conversation's lock puts on the shelf.

    A turn whose conversation could not be read or kept is broken off: nobody is answered as if they had said
    nothing yet, and no answer is given that the next turn does not know of. A new conversation is answered
    all the same.
    """

    def __init__(
        self,
        domain: Domain | None,
        event_broker: EventBroker | None = None,
        *,
        host: str | None = None,
        keep_minutes: float = 30,
        keep_turns: int = 4,
        maximum_conversations: int = 0,
    ) -> None:
        """Keywords as of the store in memory; `host` is Redis's address, whose memory is the limit."""
        super().__init__(domain, event_broker, keep_minutes=keep_minutes, keep_turns=keep_turns)
        assert host is not None
        self._shelf = engine_shelf(host, keep_minutes=keep_minutes)

    async def _read(self, sender_id: str) -> Sequence[Event] | None:
        try:
            written = await self._shelf.read(sender_id)
            return None if written is None else from_json(written)
        except RedisAway:
            turn.lose_memory()
        except UnreadableEvents:
            pass  # another version wrote them: the conversation starts afresh
        return None

    async def _write(self, sender_id: str, events: Sequence[Event]) -> None:
        try:
            is_kept = await self._shelf.put(sender_id, to_json(events), ticket=turn.ticket())
        except RedisAway:
            is_kept = False
        if not is_kept:
            turn.lose_memory()

    async def _drop(self, sender_id: str) -> None:
        await self._shelf.drop(sender_id)
