"""Several engines share conversations through a real Redis: sealed, in order, and nothing made up without."""

import asyncio
import time
from pathlib import Path

import pytest
from rasa.core.lock_store import LockError
from rasa.shared.core.events import (
    ActionExecutionRejected,
    ConversationPaused,
    FollowupAction,
    LoopInterrupted,
)

from bot import turn
from bot.event_lines import UnreadableEvents, from_json, to_json
from bot.serve import WrongStore, read_endpoints
from bot.shared_lock_store import SharedLockStore
from bot.shared_tracker_store import SharedTrackerStore
from bot.tracker_store import ForgetfulTrackerStore
from signpost.scale import read_scale
from tests.bot.conversations import WORDS, a_conversation, a_tracker, a_turn
from tests.bot.stores import TOKEN, in_redis


ROOT = Path(__file__).parents[2]
SENDER = "sender-that-is-hidden"


@pytest.fixture
def redis(redis, monkeypatch):
    monkeypatch.setenv("SIGNPOST_ENGINE_TOKEN", TOKEN)
    return redis


def run(redis, steps):
    """The steps with the stores of two engines."""

    async def all_steps():
        async with in_redis(redis) as one, in_redis(redis) as other:
            return await steps(one, other)

    return asyncio.run(all_steps())


async def add_a_turn(stores, number, *, is_new=False):
    """A turn as Rasa takes it; whether its answer may be given."""
    async with stores.a_turn(SENDER, is_new=is_new) as current:
        tracker = await stores.trackers.retrieve(SENDER) or a_tracker(a_conversation(0), SENDER)
        for event in a_turn(number):
            tracker.update(event)
        await stores.trackers.save(tracker)
    return not current.is_broken


def test_turns_that_alternate_between_engines_make_one_conversation(redis):
    async def steps(one, other):
        for number in range(1, 7):
            assert await add_a_turn((one, other)[number % 2], number)
        return await one.get(SENDER)

    assert run(redis, steps).get_slot("count") == 6


def test_redis_holds_no_word_no_sender_no_slot_and_not_the_secret(redis):
    async def steps(one, _):
        await one.keep(a_tracker(a_conversation(3), SENDER))

    run(redis, steps)

    everything = redis.everything()
    assert everything.startswith(b"signpost:engine:")
    hidden = (WORDS, "MARKER", SENDER, "E06000020", "cuckooing", TOKEN)
    assert not [each for each in hidden if each.encode() in everything]


def test_all_that_is_kept_ends_after_half_an_hour_and_forgetting_leaves_nothing(redis):
    async def steps(one, other):
        await one.keep(a_tracker(a_conversation(3), SENDER))
        assert [1700 < seconds <= 1800 for seconds in redis.times_to_live()] == [True]
        async with other.locks.lock(SENDER):
            await other.trackers.save(a_tracker([], SENDER))

    run(redis, steps)

    assert redis.everything() == b""


def test_engines_with_another_secret_share_nothing(redis, monkeypatch):
    async def steps(one, _):
        await one.keep(a_tracker(a_conversation(3), SENDER))
        monkeypatch.setenv("SIGNPOST_ENGINE_TOKEN", "f" * 64)
        async with in_redis(redis) as stranger:
            return await stranger.get(SENDER)

    assert run(redis, steps) is None


def test_a_turn_that_outlived_its_lock_is_not_kept_over_the_next_one(redis):
    async def steps(one, other):
        await one.keep(a_tracker(a_conversation(1), SENDER))
        late = turn.begin()
        async with one.locks.lock(SENDER, lock_lifetime=0.05):
            await asyncio.sleep(0.1)
            await asyncio.create_task(add_a_turn(other, 7))
            await one.trackers.save(a_tracker(a_conversation(3), SENDER))
        assert late.is_broken
        return await other.get(SENDER)

    assert run(redis, steps).get_slot("count") == 7


def test_an_engine_that_dies_in_a_turn_frees_its_conversation_soon(redis):
    async def steps(one, other):
        ticket = await one.locks._shelf.take(SENDER, within=1, life=0.3)  # and never given back
        started = time.monotonic()
        with pytest.raises(LockError):
            async with other.locks.lock(SENDER, lock_lifetime=0.1):
                pass
        async with other.locks.lock(SENDER):
            assert ticket
            return time.monotonic() - started

    assert run(redis, steps) < 1


def test_without_redis_a_first_turn_is_answered_and_a_later_one_is_broken_off_within_a_second(redis):
    async def steps(one, _):
        await one.keep(a_tracker(a_conversation(2), SENDER))
        redis.kill()
        started = time.monotonic()
        first = await add_a_turn(one, 1, is_new=True)
        later = await add_a_turn(one, 3)
        assert time.monotonic() - started < 1
        return first, later

    try:
        assert run(redis, steps) == (True, False)
    finally:
        redis.start()


def test_an_answer_that_could_not_be_kept_is_not_given(redis):
    async def steps(one, _):
        await one.keep(a_tracker(a_conversation(2), SENDER))
        async with one.a_turn(SENDER) as current:
            tracker = await one.trackers.retrieve(SENDER)
            redis.pause()
            await one.trackers.save(tracker)
        assert current.is_broken

    try:
        run(redis, steps)
    finally:
        redis.go_on()


def test_while_redis_is_silent_nothing_of_the_old_conversation_is_lost(redis):
    async def steps(one, _):
        await one.keep(a_tracker(a_conversation(2), SENDER))
        redis.pause()
        assert not await add_a_turn(one, 99)
        redis.go_on()
        await asyncio.sleep(1.2)
        return await one.get(SENDER)

    assert run(redis, steps).get_slot("count") == 2


def test_events_come_back_as_they_were():
    events = [
        *a_conversation(2),
        ConversationPaused(),
        FollowupAction("action_answer"),
        LoopInterrupted(is_interrupted=True),
        ActionExecutionRejected("pathway_form", "Rules", 0.5),
    ]

    again = from_json(to_json(events))

    assert again == tuple(events)
    assert [each.as_dict() for each in again] == [each.as_dict() for each in events]


@pytest.mark.parametrize(
    "written", [b"", b"{}x", b"[1]", b'[{"event": "of-the-future"}]', b'[{"event": "active_loop"}, {}]']
)
def test_what_another_version_wrote_is_unreadable_and_no_more(written):
    with pytest.raises(UnreadableEvents):
        from_json(written)


def test_the_settings_choose_the_stores_and_endpoints_yml_stays_as_it_is(redis, monkeypatch):
    monkeypatch.setenv("SIGNPOST_ACTIONS_PORT", "5055")
    named = {"SIGNPOST_REDIS_URL": redis.url, "SIGNPOST_ACTIONS_URL": "http://actions:5056"}

    shared = read_endpoints(ROOT / "endpoints.yml", read_scale(named))
    alone = read_endpoints(ROOT / "endpoints.yml", read_scale({}))

    assert shared.tracker_store.type.endswith(SharedTrackerStore.__name__)
    assert shared.lock_store.type.endswith(SharedLockStore.__name__)
    assert shared.tracker_store.kwargs == alone.tracker_store.kwargs
    assert shared.action.url == "http://actions:5056/webhook"
    assert alone.tracker_store.type.endswith(ForgetfulTrackerStore.__name__)
    assert alone.action.url == "http://127.0.0.1:5055/webhook"


def test_a_store_that_is_not_the_one_the_settings_ask_for_stops_the_engine(redis, monkeypatch):
    monkeypatch.setenv("SIGNPOST_ACTIONS_PORT", "5055")
    monkeypatch.setattr("bot.sharing.lead_elsewhere", lambda endpoints, scale: None)

    with pytest.raises(WrongStore, match="SharedTrackerStore"):
        read_endpoints(ROOT / "endpoints.yml", read_scale({"SIGNPOST_REDIS_URL": redis.url}))
