"""One turn at a time for each conversation, in whichever engine it is taken."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from rasa.core.lock_store import LockError
from rasa.utils.endpoints import EndpointConfig

from bot import turn
from bot.lock_store import WAIT, BriefLockStore
from bot.shared_shelf import engine_shelf
from signpost.redis_link import RedisAway
from signpost.shelf import Taken


# Seconds. A turn is broken off after two (credentials.yml); an engine that dies in one frees it after three.
LIFETIME = 3.0


class SharedLockStore(BriefLockStore):
    """The lock lies in Redis beside the conversation; where Redis is away, each engine has its own."""

    def __init__(self, endpoint_config: EndpointConfig) -> None:
        """The endpoint's url is Redis's address. Raises OneWorkerOnly when several workers are asked for."""
        super().__init__(endpoint_config)
        self._shelf = engine_shelf(endpoint_config.url, keep_minutes=1)

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = LIFETIME, wait_time_in_seconds: float = WAIT
    ) -> AsyncIterator[Any]:
        """Holds the conversation. Raises LockError when it was not free in time."""
        try:
            ticket = await self._shelf.take(conversation_id, within=lock_lifetime, life=lock_lifetime)
        except Taken:
            raise LockError("An earlier turn did not end in time.") from None
        except RedisAway:
            async with super().lock(conversation_id) as own:
                yield own
            return
        turn.hold(ticket)
        try:
            yield None
        finally:
            await self._shelf.give_back(conversation_id, ticket)
