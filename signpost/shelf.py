"""A shelf in Redis for what several processes share: sealed, for a while, with one holder at a time.

Names are keyed hashes and values are encrypted (signpost.sealing_box): a token, a sender or what a
conversation is about cannot be read in Redis. Every key has a time to live.
"""

import asyncio
import secrets
import time
from collections import OrderedDict
from typing import Any, cast

from redis.asyncio import Redis

from signpost.redis_link import RedisAway, RedisLink
from signpost.sealing_box import SealingBox


WAIT = 0.02  # seconds between two looks at a taken lock
AGAIN_AFTER = 2.0  # seconds until something is dropped again that could not be
MOST_TO_DROP = 10_000
# Only the holder puts something back: whoever held it for too long has been overtaken.
PUT = """
if redis.call('get', KEYS[2]) ~= ARGV[1] then return 0 end
if ARGV[4] == 'there' and redis.call('exists', KEYS[1]) == 0 then return 0 end
redis.call('set', KEYS[1], ARGV[2], 'ex', ARGV[3])
return 1
"""
GIVE_BACK = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"


class Taken(Exception):
    """Somebody else held it all the time that could be waited."""


class Shelf:
    """Values by name, each kept for `keep` seconds since it was last put there or read."""

    def __init__(self, link: RedisLink, secret: bytes, *, purpose: str, keep: float) -> None:
        self._link = link
        self._box = SealingBox(secret, purpose=purpose)
        self._prefix = f"signpost:{purpose}:"
        self._keep = max(1, round(keep))  # seconds
        self._to_drop: OrderedDict[str, float] = OrderedDict()  # key: when it is gone by itself
        self._dropping: asyncio.Task[None] | None = None

    async def read(self, name: str) -> bytes | None:
        """The value, whose time starts again; None when there is none. Raises RedisAway."""
        place = self._place(name)
        if place in self._to_drop:
            return None
        sealed = await self._link.ask(lambda redis: redis.getex(place, ex=self._keep))
        return None if sealed is None else self._box.open(cast("bytes", sealed), place=place)

    async def claim(self, name: str, value: bytes) -> bytes:
        """Puts a value where there is none; what is there then, ours or another's. Raises RedisAway."""
        place = self._place(name)
        sealed = self._box.seal(value, place=place)
        if await self._link.ask(lambda redis: redis.set(place, sealed, nx=True, ex=self._keep)):
            return value
        return await self.read(name) or value

    async def put(self, name: str, value: bytes, *, ticket: str, must_be_there: bool = False) -> bool:
        """Puts a value back; False when the ticket holds no more, or it was dropped. Raises RedisAway."""
        place = self._place(name)
        arguments = (ticket, self._box.seal(value, place=place), self._keep, "there" if must_be_there else "")
        is_put = bool(await self._link.ask(lambda redis: _run(redis, PUT, (place, _lock(place)), arguments)))
        if is_put:
            self._to_drop.pop(place, None)  # what was to be dropped is gone by now
        return is_put

    async def drop(self, name: str) -> None:
        """Drops a value; where Redis is away it is gone here at once, and there as soon as it is back."""
        place = self._place(name)
        try:
            await self._link.ask(lambda redis: redis.delete(place))
        except RedisAway:
            self._drop_later(place)

    async def take(self, name: str, *, within: float, life: float) -> str:
        """A ticket for the name, for `life` seconds. Raises Taken after `within` seconds, and RedisAway."""
        lock, ticket, until = _lock(self._place(name)), secrets.token_hex(8), time.monotonic() + within
        milliseconds = round(life * 1000)
        while not await self._link.ask(lambda redis: redis.set(lock, ticket, nx=True, px=milliseconds)):
            if time.monotonic() >= until:
                raise Taken
            await asyncio.sleep(WAIT)
        return ticket

    async def give_back(self, name: str, ticket: str) -> None:
        """Lets the next one have it; where Redis is away, the ticket ends by itself."""
        lock = _lock(self._place(name))
        try:
            await self._link.ask(lambda redis: _run(redis, GIVE_BACK, (lock,), (ticket,)))
        except RedisAway:
            return

    async def close(self) -> None:
        """Drops what waits once more, and ends the connections."""
        if self._dropping is not None:
            self._dropping.cancel()
        await self._drop_waiting()
        await self._link.close()

    def _place(self, name: str) -> str:
        return self._prefix + self._box.name_of(name)

    def _drop_later(self, place: str) -> None:
        self._to_drop[place] = time.monotonic() + self._keep
        while len(self._to_drop) > MOST_TO_DROP:
            self._to_drop.popitem(last=False)
        if self._dropping is None or self._dropping.done():
            self._dropping = asyncio.get_running_loop().create_task(self._drop_until_done())

    async def _drop_until_done(self) -> None:
        while self._to_drop:
            await asyncio.sleep(AGAIN_AFTER)
            await self._drop_waiting()

    async def _drop_waiting(self) -> None:
        for place, gone_at in list(self._to_drop.items()):
            if time.monotonic() < gone_at:
                try:
                    await self._link.ask(lambda redis, place=place: redis.delete(place))  # type: ignore[misc]
                except RedisAway:
                    return
            self._to_drop.pop(place, None)


def _lock(place: str) -> str:
    return f"{place}:held"


async def _run(redis: Redis, script: str, keys: tuple[str, ...], arguments: tuple[Any, ...]) -> Any:
    return await redis.eval(script, len(keys), *keys, *arguments)
