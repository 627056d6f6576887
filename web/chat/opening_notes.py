"""Which conversation an opening was given, for the minutes in which it may be sent again."""

import asyncio
import hashlib
import hmac
import secrets
from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Protocol

from signpost.redis_link import RedisAway
from signpost.shelf import Shelf


KEPT = timedelta(minutes=2)
MOST_KEPT = 2000
PURPOSE = "opening"


class Notes(Protocol):
    """Which token an opening was given, for KEPT; none of it raises."""

    async def find(self, opening: str, now: datetime) -> str | None:
        """The token noted for an opening, or None."""

    async def note(self, opening: str, token: str, now: datetime) -> str:
        """Notes a token; the one that is noted now, which another process may have noted first."""

    async def close(self) -> None:
        """Ends what leads elsewhere, as the process ends."""


class MemoryNotes:
    """Notes of a web process that is alone, under hashes with a salt of its own."""

    def __init__(self) -> None:
        self._salt = secrets.token_bytes(32)
        self._kept: OrderedDict[str, tuple[str, datetime]] = OrderedDict()

    async def find(self, opening: str, now: datetime) -> str | None:
        """The token, unless it was noted too long ago."""
        token, noted = self._kept.get(self._key(opening), ("", now))
        return token if token and now - noted <= KEPT else None

    async def note(self, opening: str, token: str, now: datetime) -> str:
        """The newest note is the one; it leaves the memory on time, also when nobody else comes."""
        key, noted = self._key(opening), (token, now)
        self._kept[key] = noted
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        asyncio.get_running_loop().call_later(KEPT.total_seconds(), self._drop, key, noted)
        return token

    async def close(self) -> None:
        """Nothing leads elsewhere."""

    def _drop(self, key: str, noted: tuple[str, datetime]) -> None:
        if self._kept.get(key) is noted:
            del self._kept[key]

    def _key(self, opening: str) -> str:
        return hmac.new(self._salt, opening.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


class SharedNotes:
    """Notes of several web processes, on a shelf whose time is KEPT; without Redis, nothing is noted."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    async def find(self, opening: str, now: datetime) -> str | None:  # noqa: ARG002 - as all notes
        """The token."""
        try:
            noted = await self._shelf.read(opening)
        except RedisAway:
            return None
        return noted.decode() if noted else None

    async def note(self, opening: str, token: str, now: datetime) -> str:  # noqa: ARG002 - as all notes
        """The first note is the one."""
        try:
            return (await self._shelf.claim(opening, token.encode())).decode()
        except RedisAway:
            return token

    async def close(self) -> None:
        """Ends the connections."""
        await self._shelf.close()
