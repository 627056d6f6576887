"""The engine's shelf in Redis: what several engines share of the conversations."""

import os

from bot.channel import TOKEN_VARIABLE
from signpost.redis_link import RedisLink
from signpost.shelf import Shelf


PURPOSE = "engine"


def engine_shelf(url: str, *, keep_minutes: float) -> Shelf:
    """The shelf at this address, sealed with the secret that every engine and web process shares."""
    secret = os.environ[TOKEN_VARIABLE].encode()
    return Shelf(RedisLink(url), secret, purpose=PURPOSE, keep=keep_minutes * 60)
