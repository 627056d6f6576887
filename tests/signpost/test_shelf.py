"""What processes share lies sealed in Redis, for a while, and with one holder at a time."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from signpost.redis_link import RedisAway, RedisLink
from signpost.shelf import Shelf, Taken
from tests.redis_server import RedisServer


SECRET = b"s" * 32
LIFE = 5.0
Steps = Callable[[Shelf, Shelf], Awaitable[None]]


@asynccontextmanager
async def shelf_of(redis: RedisServer, secret: bytes = SECRET, **terms: float) -> AsyncIterator[Shelf]:
    shelf = Shelf(RedisLink(redis.url), secret, purpose="test", keep=terms.get("keep", 60))
    try:
        yield shelf
    finally:
        await shelf.close()


def with_two(redis: RedisServer, steps: Steps) -> None:
    """Runs the steps with the shelves of two processes."""

    async def run() -> None:
        async with shelf_of(redis) as one, shelf_of(redis) as other:
            await steps(one, other)

    asyncio.run(run())


async def keep(shelf: Shelf, name: str, value: bytes) -> None:
    ticket = await shelf.take(name, within=1, life=LIFE)
    assert await shelf.put(name, value, ticket=ticket)
    await shelf.give_back(name, ticket)


def test_what_one_puts_there_the_other_reads(redis: RedisServer) -> None:
    async def steps(one: Shelf, other: Shelf) -> None:
        assert await other.read("name") is None
        await keep(one, "name", b"value")
        assert await other.read("name") == b"value"

    with_two(redis, steps)


def test_neither_names_nor_values_nor_the_secret_can_be_read_in_redis(redis: RedisServer) -> None:
    async def steps(one: Shelf, _: Shelf) -> None:
        await keep(one, "MARKER-NAME", b"MARKER-VALUE")
        await one.take("MARKER-HELD", within=1, life=LIFE)

    with_two(redis, steps)

    everything = redis.everything()
    assert everything.count(b"signpost:test:") == 2
    assert b"MARKER" not in everything
    assert SECRET not in everything


def test_another_secret_finds_nothing_and_a_moved_or_changed_value_cannot_be_opened(
    redis: RedisServer,
) -> None:
    async def steps(one: Shelf, _: Shelf) -> None:
        await keep(one, "a", b"of a")
        await keep(one, "b", b"of b")
        async with shelf_of(redis, b"x" * 32) as stranger:
            assert await stranger.read("a") is None
        a, b = one._place("a"), one._place("b")
        sealed = await one._link.ask(lambda there: there.get(a))
        await one._link.ask(lambda there: there.set(b, sealed))
        assert await one.read("b") is None
        await one._link.ask(lambda there: there.setrange(a, 20, b"\x00\x00\x00"))
        assert await one.read("a") is None

    with_two(redis, steps)


def test_everything_has_a_time_to_live_which_reading_starts_again(redis: RedisServer) -> None:
    async def steps(one: Shelf, _: Shelf) -> None:
        await keep(one, "name", b"value")
        await one.claim("claimed", b"value")
        await one.take("held", within=1, life=LIFE)
        place = one._place("name")
        await one._link.ask(lambda there: there.expire(place, 5))
        await one.read("name")

    with_two(redis, steps)

    assert sorted(seconds > 55 for seconds in redis.times_to_live()) == [False, True, True]
    assert all(0 < seconds <= 60 for seconds in redis.times_to_live())


def test_what_is_not_used_for_its_time_is_gone(redis: RedisServer) -> None:
    async def run() -> None:
        async with shelf_of(redis, keep=1) as shelf:
            await keep(shelf, "name", b"value")
            await asyncio.sleep(1.3)
            assert await shelf.read("name") is None

    asyncio.run(run())

    assert redis.everything() == b""


def test_only_one_holds_a_name_and_the_next_gets_it_when_it_is_given_back(redis: RedisServer) -> None:
    order: list[str] = []

    async def hold(shelf: Shelf, who: str, seconds: float) -> None:
        ticket = await shelf.take("name", within=2, life=LIFE)
        order.append(f"{who} in")
        await asyncio.sleep(seconds)
        order.append(f"{who} out")
        await shelf.give_back("name", ticket)

    async def steps(one: Shelf, other: Shelf) -> None:
        await asyncio.gather(hold(one, "one", 0.1), hold(other, "other", 0))

    with_two(redis, steps)

    assert order in (
        ["one in", "one out", "other in", "other out"],
        ["other in", "other out", "one in", "one out"],
    )


def test_who_waits_in_vain_is_told_so_in_time(redis: RedisServer) -> None:
    async def steps(one: Shelf, other: Shelf) -> None:
        await one.take("name", within=1, life=LIFE)
        started = time.monotonic()
        with pytest.raises(Taken):
            await other.take("name", within=0.2, life=LIFE)
        assert 0.2 <= time.monotonic() - started < 1

    with_two(redis, steps)


def test_who_held_it_for_too_long_neither_puts_it_back_nor_frees_the_next_one(redis: RedisServer) -> None:
    async def steps(one: Shelf, other: Shelf) -> None:
        late = await one.take("name", within=1, life=0.05)
        current = await other.take("name", within=1, life=LIFE)

        assert not await one.put("name", b"late", ticket=late)
        await one.give_back("name", late)

        assert await other.put("name", b"current", ticket=current)
        assert await one.read("name") == b"current"

    with_two(redis, steps)


def test_what_was_dropped_meanwhile_is_not_put_back_where_it_must_be_there(redis: RedisServer) -> None:
    async def steps(one: Shelf, other: Shelf) -> None:
        await keep(one, "name", b"value")
        ticket = await one.take("name", within=1, life=LIFE)
        await other.drop("name")

        assert not await one.put("name", b"again", ticket=ticket, must_be_there=True)
        assert await one.read("name") is None

    with_two(redis, steps)


def test_the_first_of_two_claims_is_the_one(redis: RedisServer) -> None:
    async def steps(one: Shelf, other: Shelf) -> None:
        claimed = await asyncio.gather(one.claim("name", b"one"), other.claim("name", b"other"))
        assert claimed in ([b"one"] * 2, [b"other"] * 2)

    with_two(redis, steps)


def test_redis_gone_is_told_at_once_and_what_was_dropped_meanwhile_is_gone_when_it_is_back(
    redis: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server stops answering without losing what it holds, as a broken network would look."""
    monkeypatch.setattr("signpost.shelf.AGAIN_AFTER", 0.05)

    async def steps(one: Shelf, other: Shelf) -> None:
        await keep(one, "name", b"value")
        redis.pause()
        started = time.monotonic()
        for _ in range(20):
            with pytest.raises(RedisAway):
                await one.read("name")
        await one.drop("name")
        assert time.monotonic() - started < 1
        assert await one.read("name") is None
        redis.go_on()
        until = time.monotonic() + 5
        while redis.everything() and time.monotonic() < until:
            await asyncio.sleep(0.05)
        assert await _read_soon(other, "name") is None

    with_two(redis, steps)

    assert redis.everything() == b""


def test_after_a_new_start_of_redis_the_shelf_is_of_use_again(redis: RedisServer) -> None:
    async def steps(one: Shelf, _: Shelf) -> None:
        await keep(one, "name", b"value")
        redis.kill()
        with pytest.raises(RedisAway):
            await one.read("name")
        redis.start()
        assert await _read_soon(one, "name") is None
        await keep(one, "name", b"again")
        assert await one.read("name") == b"again"

    with_two(redis, steps)


async def _read_soon(shelf: Shelf, name: str) -> bytes | None:
    """What is read once the shelf looks at Redis again, which it does within a second or so."""
    until = time.monotonic() + 3
    while True:
        try:
            return await shelf.read(name)
        except RedisAway:
            assert time.monotonic() < until
            await asyncio.sleep(0.05)
