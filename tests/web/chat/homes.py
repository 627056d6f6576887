"""The two homes of open conversations for tests: a process's memory, and a real Redis."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from signpost.scale import read_scale
from tests.redis_server import RedisServer
from web.chat.homes import Home, make_home


SECRET = b"secret" * 6


@asynccontextmanager
async def home_in(redis: RedisServer | None, secret: bytes = SECRET) -> AsyncIterator[Home]:
    """The home of one web process; two of them over one Redis are two processes."""
    home = make_home(secret, read_scale({"SIGNPOST_REDIS_URL": redis.url if redis else ""}))
    try:
        yield home
    finally:
        await home.registry.close()
        await home.openings.close()
