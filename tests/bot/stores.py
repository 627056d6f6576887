"""The engine's two homes of conversations for tests: its memory, and a real Redis."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from rasa.core.lock_store import LockStore
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot import turn
from bot.forgetful import Forgetful
from bot.lock_store import BriefLockStore
from bot.shared_lock_store import SharedLockStore
from bot.shared_tracker_store import SharedTrackerStore
from bot.tracker_store import ForgetfulTrackerStore
from tests.bot.conversations import DOMAIN
from tests.redis_server import RedisServer


TOKEN = "0123456789abcdef" * 4
Steps = Callable[["Stores"], Awaitable[Any]]


@dataclass
class Stores:
    """What one engine keeps conversations with."""

    trackers: Forgetful
    locks: LockStore

    @asynccontextmanager
    async def a_turn(self, sender: str, *, is_new: bool = False) -> AsyncIterator[turn.Turn]:
        """A turn as the channel and Rasa take it: begun, and with the conversation's lock held."""
        current = turn.begin(is_new=is_new)
        async with self.locks.lock(sender):
            yield current

    async def keep(self, *trackers: DialogueStateTracker) -> None:
        """A whole turn of each conversation."""
        for tracker in trackers:
            async with self.a_turn(tracker.sender_id):
                await self.trackers.save(tracker)

    async def kept(self, sender: str) -> list[dict[str, Any]] | None:
        """The events at rest, as they lie there."""
        if isinstance(self.trackers, ForgetfulTrackerStore):
            at_rest = self.trackers._kept.get(sender)
            events: Sequence[Event] | None = at_rest and at_rest.events
        else:
            events = await self.trackers._read(sender)
        return None if events is None else [event.as_dict() for event in events]

    async def get(self, sender: str) -> DialogueStateTracker | None:
        """What Rasa is given at the start of a turn."""
        turn.begin()
        return await self.trackers.retrieve(sender)


def in_memory(**terms: Any) -> Stores:
    """An engine that is alone."""
    return Stores(ForgetfulTrackerStore(DOMAIN, **terms), BriefLockStore())


@asynccontextmanager
async def in_redis(redis: RedisServer, **terms: Any) -> AsyncIterator[Stores]:
    """One of several engines; SIGNPOST_ENGINE_TOKEN is set."""
    trackers = SharedTrackerStore(DOMAIN, host=redis.url, **terms)
    locks = SharedLockStore(EndpointConfig(redis.url))
    try:
        yield Stores(trackers, locks)
    finally:
        await trackers._shelf.close()
        await locks._shelf.close()
