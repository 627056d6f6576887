import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from tests.redis_server import RedisServer
from tests.web.chat.homes import home_in
from vocabulary.pathway import Channel
from web.chat import opening_notes as module
from web.chat.conversation import Conversation
from web.chat.homes import Home
from web.chat.opening_notes import KEPT, MemoryNotes
from web.chat.openings import Openings, is_unguessable
from web.chat.schema import ChatAnswer


NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LONG = "0123456789abcdef"
Steps = Callable[[Home, Home], Awaitable[None]]


def run(home: RedisServer | None, steps: Steps) -> None:
    """The steps with the homes of two web processes, which are one where there is only memory."""

    async def all_steps() -> None:
        async with home_in(home) as one, home_in(home) as other:
            await steps(one, other if home else one)

    asyncio.run(all_steps())


async def opening(
    openings: Openings, turn: str | None = LONG, network: str = "n", now: datetime = NOW
) -> Conversation:
    return await openings.find_or_open(turn=turn, network=network, channel=Channel.API, now=now)


async def answered(home: Home, conversation: Conversation, *turns: str) -> None:
    async with home.registry.hold(conversation, within=1) as held:
        for turn in turns:
            held.keep_answer(turn, ChatAnswer(conversation=held.token, messages=()))


def test_a_retried_opening_finds_its_conversation_from_either_process(home: RedisServer | None) -> None:
    async def steps(one: Home, other: Home) -> None:
        first = await opening(one.openings)
        await answered(one, first, LONG)
        assert (await opening(other.openings)).token == first.token

    run(home, steps)


def test_two_tries_at_once_open_one_conversation(home: RedisServer | None) -> None:
    async def steps(one: Home, other: Home) -> None:
        opened = await asyncio.gather(*(opening(each.openings) for each in (one, other) * 3))
        assert len({each.token for each in opened}) == 1

    run(home, steps)


@pytest.mark.parametrize(
    ("turn", "network"), [(None, "n"), (LONG + "other", "n"), (LONG, "another"), (LONG + "n", "")]
)
def test_nobody_else_finds_it(home: RedisServer | None, turn: str | None, network: str) -> None:
    async def steps(one: Home, other: Home) -> None:
        earlier = {(await opening(one.openings, each)).token for each in (LONG, None)}
        found = await opening(other.openings, turn, network)
        assert found.token not in earlier
        assert not found.answers

    run(home, steps)


def test_an_opening_is_not_found_again_after_its_minutes(home: RedisServer | None) -> None:
    async def steps(one: Home, other: Home) -> None:
        first = await opening(one.openings)
        if home:
            assert max(home.times_to_live()) > KEPT.total_seconds()  # the conversation's own half hour
            assert min(home.times_to_live()) in range(110, 121)
            return
        later = await opening(other.openings, now=NOW + KEPT + timedelta(seconds=1))
        assert later.token != first.token

    run(home, steps)


@pytest.mark.parametrize(
    ("sent", "unguessable"), [(None, False), ("", False), (LONG[1:], False), (LONG, True)]
)
def test_a_short_id_is_one_that_two_people_could_share(sent: str | None, *, unguessable: bool) -> None:
    assert is_unguessable(sent) is unguessable


def test_once_more_was_said_the_opening_is_over(home: RedisServer | None) -> None:
    async def steps(one: Home, other: Home) -> None:
        first = await opening(one.openings)
        await answered(one, first, LONG, "next")
        assert (await opening(other.openings)).token != first.token

    run(home, steps)


def test_a_forgotten_conversation_is_not_found_again(home: RedisServer | None) -> None:
    async def steps(one: Home, other: Home) -> None:
        first = await opening(one.openings)
        async with one.registry.forget(first.token):
            pass
        assert (await opening(other.openings)).token != first.token

    run(home, steps)


def test_openings_in_memory_stay_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_KEPT", 1)

    async def steps(one: Home, _: Home) -> None:
        first = await opening(one.openings)
        await opening(one.openings, LONG + "x")
        assert (await opening(one.openings)).token != first.token

    run(None, steps)


def test_redis_holds_neither_the_turn_nor_the_network_of_an_opening(redis: RedisServer) -> None:
    async def steps(one: Home, _: Home) -> None:
        opened = await opening(one.openings, network="192.0.2.7")
        assert opened.token.encode() not in redis.everything()

    run(redis, steps)

    assert redis.everything().count(b"signpost:") == 2
    assert LONG.encode() not in redis.everything()
    assert b"192.0.2.7" not in redis.everything()


def test_without_redis_every_opening_is_a_new_one(redis: RedisServer) -> None:
    async def steps(one: Home, other: Home) -> None:
        redis.kill()
        opened = [await opening(each.openings) for each in (one, other)]
        assert opened[0].token != opened[1].token
        assert not any(each.is_kept for each in opened)

    try:
        run(redis, steps)
    finally:
        redis.start()


def test_a_note_leaves_the_memory_on_time_though_nobody_else_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", timedelta(seconds=0.1))
    notes = MemoryNotes()

    async def steps() -> None:
        await notes.note(LONG, "earlier", NOW)
        await asyncio.sleep(0.06)
        await notes.note(LONG, "later", NOW)
        await asyncio.sleep(0.06)
        assert await notes.find(LONG, NOW) == "later"
        await asyncio.sleep(0.1)

    asyncio.run(steps())

    assert not notes._kept
