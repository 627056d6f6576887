"""What every home of open conversations promises, held over a process's memory and over a real Redis."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import pytest

from tests.redis_server import RedisServer
from tests.web.chat.homes import SECRET, home_in
from vocabulary.languages import Language
from vocabulary.pathway import Channel
from vocabulary.risks import Risk
from web.chat import choices
from web.chat import conversation as conversation_module
from web.chat.conversation import Conversation, UnknownConversation
from web.chat.registry import ConversationBusy, Registry
from web.chat.schema import ChatAnswer, Event, Kind, Message
from web.chat.tokens import Tokens
from web.chat.utterance import Utterance


NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SOON = 0.1
MARKER = "MARKER-TEXT"
Steps = Callable[[Registry, Registry], Awaitable[None]]


def run(home: RedisServer | None, steps: Steps) -> None:
    """The steps with the registries of two web processes, which are one where there is only memory."""

    async def all_steps() -> None:
        async with home_in(home) as one, home_in(home) as other:
            await steps(one.registry, other.registry if home else one.registry)

    asyncio.run(all_steps())


def answer_to(conversation: Conversation, text: str = "") -> ChatAnswer:
    messages = (Message(kind=Kind.TEXT, text=text),) if text else ()
    return ChatAnswer(conversation=conversation.token, messages=messages)


def test_an_opened_conversation_is_found_by_its_token_from_either_process(home: RedisServer | None) -> None:
    async def steps(one: Registry, other: Registry) -> None:
        opened = await one.open(NOW, channel=Channel.WIDGET)
        found = await other.find(opened.token, NOW)

        assert (found.token, found.sender, found.visit, found.key) == (
            opened.token,
            opened.sender,
            opened.visit,
            opened.key,
        )
        assert found.channel is Channel.WIDGET

    run(home, steps)


@pytest.mark.parametrize("token", ["", "x", "a.b", "é", "🙂", ".", "a" * 200, "\ud800"])
def test_a_made_up_token_is_unknown(home: RedisServer | None, token: str) -> None:
    async def steps(one: Registry, other: Registry) -> None:
        await one.open(NOW)
        with pytest.raises(UnknownConversation):
            await other.find(token, NOW)
        with pytest.raises(UnknownConversation):
            async with one.forget(token):
                pass

    run(home, steps)


def test_a_token_of_another_installation_is_unknown(home: RedisServer | None) -> None:
    foreign = Tokens(b"another" * 6).new_conversation(NOW)

    async def steps(one: Registry, _: Registry) -> None:
        with pytest.raises(UnknownConversation):
            await one.find(foreign.token, NOW)
        with pytest.raises(UnknownConversation):
            one.sender_of(foreign.token)

    run(home, steps)


def test_every_changed_character_makes_a_token_unknown() -> None:
    tokens = Tokens(SECRET)
    token = tokens.new_conversation(NOW).token
    for place in range(len(token) - 1):  # the last character carries spare bits
        changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        with pytest.raises(UnknownConversation):
            tokens.check(changed)


def test_what_a_turn_changes_is_there_for_the_next_in_either_process(home: RedisServer | None) -> None:
    spoken = Utterance(words="page.heading", risks=(Risk.CHILD,), values={"place": "Hereford"})

    async def steps(one: Registry, other: Registry) -> None:
        opened = await one.open(NOW)
        async with one.hold(opened, within=1) as held:
            held.keep_answer("first", answer_to(held, "An answer."))
            held.keep_answer("second", answer_to(held, "Another."))
            held.shown.update({"b", "a"})
            held.spent.add("old")
            held.said, held.helped, held.language, held.easy = (
                (spoken,),
                Event.HELPED_YES,
                Language.POLISH,
                True,
            )
            held.pinned = Message(kind=Kind.CRISIS, text="999", risk=Risk.EMERGENCY)
            held.last_texts["An answer."] = 2
            offered = choices.offer(held, secret=SECRET, payload="/affirm", key="k", label="Yes")
            held.last_choices = (offered.choice,)
        found = await other.find(opened.token, NOW)

        assert list(found.answers) == ["first", "second"]
        assert found.answers["first"].messages[0].text == "An answer."
        assert choices.payload(found, offered.choice) == "/affirm"
        assert choices.last_offered(found) == (offered,)
        assert (found.shown, found.spent, found.last_texts) == ({"a", "b"}, {"old"}, {"An answer.": 2})
        assert (found.said, found.helped, found.language) == ((spoken,), Event.HELPED_YES, Language.POLISH)
        assert found.pinned == held.pinned
        assert found.easy

    run(home, steps)


def test_turns_of_one_conversation_come_one_after_the_other_and_none_is_lost(
    home: RedisServer | None,
) -> None:
    at_once = 0
    most_at_once = 0

    async def turn(registry: Registry, opened: Conversation, name: str) -> None:
        nonlocal at_once, most_at_once
        async with registry.hold(opened, within=5) as held:
            at_once += 1
            most_at_once = max(most_at_once, at_once)
            await asyncio.sleep(0.01)
            held.keep_answer(name, answer_to(held))
            at_once -= 1

    async def steps(one: Registry, other: Registry) -> None:
        opened = await one.open(NOW)
        turns = [turn((one, other)[number % 2], opened, str(number)) for number in range(10)]
        await asyncio.gather(*turns)
        found = await one.find(opened.token, NOW)
        assert set(found.answers) == {str(number) for number in range(10)}

    run(home, steps)

    assert most_at_once == 1


def test_a_turn_that_waits_too_long_is_told_so_in_time(home: RedisServer | None) -> None:
    async def steps(one: Registry, other: Registry) -> None:
        opened = await one.open(NOW)
        async with one.hold(opened, within=1):
            started = time.monotonic()
            with pytest.raises(ConversationBusy):
                async with other.hold(opened, within=SOON):
                    pass
            assert time.monotonic() - started < 1
        async with other.hold(opened, within=1):
            pass

    run(home, steps)


def test_a_turn_that_raises_frees_its_conversation(home: RedisServer | None) -> None:
    async def steps(one: Registry, other: Registry) -> None:
        opened = await one.open(NOW)
        with pytest.raises(RuntimeError):
            async with one.hold(opened, within=1):
                raise RuntimeError
        async with other.hold(opened, within=SOON):
            pass

    run(home, steps)


def test_a_forgotten_conversation_is_unknown_and_forgetting_again_is_no_error(
    home: RedisServer | None,
) -> None:
    async def steps(one: Registry, other: Registry) -> None:
        opened = await one.open(NOW)
        for registry in (one, other):
            async with registry.forget(opened.token):
                pass
        for registry in (one, other):
            with pytest.raises(UnknownConversation):
                await registry.find(opened.token, NOW)
            assert await registry.token_of(opened.key) is None
        assert one.sender_of(opened.token) == opened.sender

    run(home, steps)


def test_a_turn_under_way_does_not_bring_back_what_is_forgotten_and_one_that_waits_finds_it_gone(
    home: RedisServer | None,
) -> None:
    order: list[str] = []

    async def turn(registry: Registry, opened: Conversation) -> None:
        async with registry.hold(opened, within=2) as held:
            await asyncio.sleep(0.2)
            held.keep_answer("late", answer_to(held))
            order.append("turn over")

    async def waits(registry: Registry, opened: Conversation) -> None:
        await asyncio.sleep(0.05)
        with pytest.raises(UnknownConversation):
            async with registry.hold(opened, within=2):
                order.append("never")

    async def forget(registry: Registry, opened: Conversation) -> None:
        await asyncio.sleep(0.1)
        async with registry.forget(opened.token):
            order.append("engine asked to forget")
            with pytest.raises(UnknownConversation):
                await registry.find(opened.token, NOW)

    async def steps(one: Registry, other: Registry) -> None:
        opened = await one.open(NOW)
        await asyncio.gather(turn(one, opened), waits(other, opened), forget(other, opened))
        with pytest.raises(UnknownConversation):
            await one.find(opened.token, NOW)

    run(home, steps)

    assert order == ["turn over", "engine asked to forget"]


def test_the_key_leads_to_the_token_and_is_not_it(home: RedisServer | None) -> None:
    async def steps(one: Registry, other: Registry) -> None:
        opened = await one.open(NOW)
        assert opened.key not in opened.token
        assert await other.token_of(opened.key) == opened.token
        assert await other.token_of("another") is None
        with pytest.raises(UnknownConversation):
            await other.find(opened.key, NOW)

    run(home, steps)


def test_nobodys_conversation_is_held_and_not_kept(home: RedisServer | None) -> None:
    async def steps(one: Registry, _: Registry) -> None:
        nobodys = Conversation.of_nobody(NOW)
        async with one.hold(nobodys, within=1) as held:
            assert held is nobodys
        assert one.count(NOW) == 0

    run(home, steps)


def test_what_the_engine_and_the_log_know_cannot_be_led_back_to_the_token() -> None:
    one, other = (Tokens(SECRET).new_conversation(NOW) for _ in range(2))

    assert len({one.sender, other.sender, one.visit, other.visit, one.key, other.key}) == 6
    assert one.sender not in one.token
    assert one.visit not in one.token


def test_only_the_last_answers_are_kept_for_retries() -> None:
    opened = Tokens(SECRET).new_conversation(NOW)

    for turn in range(conversation_module.MOST_ANSWERS + 5):
        opened.keep_answer(str(turn), answer_to(opened))
    opened.keep_answer(None, answer_to(opened))

    assert len(opened.answers) == conversation_module.MOST_ANSWERS
    assert "4" not in opened.answers
    assert "5" in opened.answers


def test_redis_holds_no_token_sender_visit_key_nor_anything_of_an_answer(redis: RedisServer) -> None:
    hidden: list[str] = [MARKER, "/affirm"]

    async def steps(one: Registry, _: Registry) -> None:
        opened = await one.open(NOW)
        async with one.hold(opened, within=1) as held:
            held.keep_answer("turn", answer_to(held, MARKER))
            choices.offer(held, secret=SECRET, payload="/affirm", key="k", label="Yes")
        hidden.extend((opened.token, opened.token.split(".")[0], opened.sender, opened.visit, opened.key))

    run(redis, steps)

    everything = redis.everything()
    assert everything.startswith(b"signpost:conversation:")
    assert not [each for each in hidden if each.encode() in everything]


def test_in_redis_the_half_hour_starts_again_with_every_turn(redis: RedisServer) -> None:
    async def steps(one: Registry, other: Registry) -> None:
        opened = await one.open(NOW)
        _age(redis)
        assert redis.times_to_live() == [60]
        await other.find(opened.token, NOW)
        assert redis.times_to_live()[0] > 1700
        _age(redis)
        async with one.hold(opened, within=1):
            pass

    run(redis, steps)

    assert [1700 < seconds <= 1800 for seconds in redis.times_to_live()] == [True]


def test_forgetting_leaves_nothing_in_redis(redis: RedisServer) -> None:
    async def steps(one: Registry, other: Registry) -> None:
        opened = await one.open(NOW)
        async with one.hold(opened, within=1):
            pass
        async with other.forget(opened.token):
            pass

    run(redis, steps)

    assert redis.everything() == b""


@pytest.mark.parametrize("how", ["kill", "pause"])
def test_without_redis_a_new_conversation_opens_unkept_and_an_old_one_is_blank_within_a_second(
    redis: RedisServer, how: str
) -> None:
    async def steps(one: Registry, _: Registry) -> None:
        old = await one.open(NOW)
        getattr(redis, how)()
        started = time.monotonic()
        opened = await one.open(NOW)
        found = await one.find(old.token, NOW)
        async with one.hold(old, within=1) as held:
            held.keep_answer("turn", answer_to(held))
        async with one.forget(opened.token):
            pass
        assert time.monotonic() - started < 1
        assert [each.is_kept for each in (opened, found, held)] == [False] * 3
        assert found.sender == old.sender

    try:
        run(redis, steps)
    finally:
        redis.start() if how == "kill" else redis.go_on()


def test_once_redis_is_back_conversations_are_kept_again(redis: RedisServer) -> None:
    async def steps(one: Registry, other: Registry) -> None:
        redis.kill()
        assert not (await one.open(NOW)).is_kept
        redis.start()
        until = time.monotonic() + 3
        while not (opened := await one.open(NOW)).is_kept:
            assert time.monotonic() < until
            await asyncio.sleep(0.05)
        assert (await other.find(opened.token, NOW)).is_kept

    run(redis, steps)


def test_a_conversation_packed_by_another_version_is_unknown_and_no_error(
    redis: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def steps(one: Registry, other: Registry) -> None:
        monkeypatch.setattr("web.chat.shared_registry.pack", lambda _: b'{"token": 1}')
        opened = await one.open(NOW)
        with pytest.raises(UnknownConversation):
            await other.find(opened.token, NOW)

    run(redis, steps)


def _age(redis: RedisServer) -> None:
    """Everything in Redis has a minute left."""
    redis.expire_all(60)
