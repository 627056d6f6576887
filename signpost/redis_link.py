"""The way to Redis: it gives up quickly, tells nothing of what is kept there, and heals by itself."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog
from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as Disconnected
from redis.exceptions import RedisError


PATIENCE = 0.5  # seconds for one command, connecting included: a turn with all its steps has less than three
MOST_CONNECTIONS = 50
REST = 1.0  # seconds after a failure in which nobody waits for Redis again
log = structlog.get_logger("signpost.redis_link")

Answer = TypeVar("Answer")


class RedisAway(Exception):
    """Redis did not answer in time, refused, or did not answer a moment ago."""


class RedisLink:
    """One process's connections to Redis, made when they are first needed."""

    def __init__(self, url: str, *, patience: float = PATIENCE, rest: float = REST) -> None:
        # A connection that Redis has closed meanwhile is made anew, once; what takes time is not repeated.
        again = Retry(NoBackoff(), 1, supported_errors=(Disconnected,))
        # More commands at once than connections wait for one; that Redis is away is no way to say so.
        pool = BlockingConnectionPool.from_url(
            url, max_connections=MOST_CONNECTIONS, timeout=patience, retry=again
        )
        self._redis = Redis.from_pool(pool)
        self._patience = patience
        self._rest = rest
        self._away_until = 0.0  # of the monotonic clock
        self._is_away = False

    async def ask(self, command: Callable[[Redis], Awaitable[Answer]]) -> Answer:
        """What Redis answers to a command. Raises RedisAway, at once in the second after a failure."""
        if time.monotonic() < self._away_until:
            raise RedisAway
        try:
            async with asyncio.timeout(self._patience):
                answer = await command(self._redis)
        except (RedisError, OSError, TimeoutError) as error:
            self._note_away(error)
            raise RedisAway from None  # its text may hold an address with a password, or a command
        self._note_there()
        return answer

    async def close(self) -> None:
        """Closes the connections, as the process ends."""
        await self._redis.aclose()

    def _note_away(self, error: Exception) -> None:
        self._away_until = time.monotonic() + self._rest
        if not self._is_away:
            self._is_away = True
            log.error("redis_away", error=type(error).__name__)

    def _note_there(self) -> None:
        self._away_until = 0.0  # an answer on its way when another command failed shows that Redis is back
        if self._is_away:
            self._is_away = False
            log.info("redis_there_again")
