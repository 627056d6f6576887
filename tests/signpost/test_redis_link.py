"""The way to Redis gives up quickly, rests for a moment, and is of use as soon as Redis answers."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from redis.asyncio import Redis

from signpost.redis_link import MOST_CONNECTIONS, RedisAway, RedisLink
from tests.redis_server import RedisServer


PATIENCE = 0.3  # seconds
REST = 5.0
Steps = Callable[[RedisLink], Awaitable[None]]


def _with_link(redis: RedisServer, steps: Steps) -> None:
    async def run() -> None:
        link = RedisLink(redis.url, patience=PATIENCE, rest=REST)
        try:
            await steps(link)
        finally:
            await link.close()

    asyncio.run(run())


async def _waits_for_ever(redis: Redis) -> None:
    await redis.blpop(["nobody puts anything here"], timeout=0)


async def _answers_late(redis: Redis) -> bool:
    await asyncio.sleep(PATIENCE / 2)
    return bool(await redis.ping())


def test_after_a_failure_nobody_waits_for_a_while(redis: RedisServer) -> None:
    async def steps(link: RedisLink) -> None:
        with pytest.raises(RedisAway):
            await link.ask(_waits_for_ever)
        with pytest.raises(RedisAway):
            async with asyncio.timeout(PATIENCE / 3):
                await link.ask(_waits_for_ever)

    _with_link(redis, steps)


def test_an_answer_on_its_way_at_a_failure_ends_that_while(redis: RedisServer) -> None:
    async def steps(link: RedisLink) -> None:
        fails = asyncio.create_task(link.ask(_waits_for_ever))
        await asyncio.sleep(PATIENCE * 2 / 3)

        assert await link.ask(_answers_late)

        assert isinstance((await asyncio.gather(fails, return_exceptions=True))[0], RedisAway)
        assert await link.ask(lambda redis: redis.ping())

    _with_link(redis, steps)


def test_more_commands_at_once_than_connections_are_all_answered(redis: RedisServer) -> None:
    async def steps(link: RedisLink) -> None:
        asked = (link.ask(lambda redis: redis.ping()) for _ in range(10 * MOST_CONNECTIONS))
        assert all(await asyncio.gather(*asked))

    _with_link(redis, steps)


def test_a_crowd_that_was_given_up_leaves_the_way_free_for_the_next(redis: RedisServer) -> None:
    async def steps(link: RedisLink) -> None:
        for _ in range(3):
            crowd = [asyncio.create_task(link.ask(_answers_late)) for _ in range(4 * MOST_CONNECTIONS)]
            await asyncio.sleep(PATIENCE / 3)
            for each in crowd:
                each.cancel()
            await asyncio.gather(*crowd, return_exceptions=True)

        assert all(await asyncio.gather(*(link.ask(_answers_late) for _ in range(MOST_CONNECTIONS))))

    _with_link(redis, steps)
