"""Conversations are kept without words, and as they were: over the engine's memory and a real Redis."""

import asyncio
import json

import pytest
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.events import AllSlotsReset
from rasa.shared.core.trackers import TrackerEventDiffEngine
from structlog.testing import capture_logs

from tests.bot.conversations import a_conversation, a_message, a_tracker, a_turn
from tests.bot.stores import TOKEN, in_memory, in_redis


@pytest.fixture(params=["memory", "redis"])
def run(request, monkeypatch):
    """Runs steps with the stores of one engine, in one event loop."""
    monkeypatch.setenv("SIGNPOST_ENGINE_TOKEN", TOKEN)
    redis = request.getfixturevalue("running_redis") if request.param == "redis" else None

    async def all_steps(steps):
        if redis is None:
            return await steps(in_memory())
        redis.empty()
        async with in_redis(redis) as stores:
            return await steps(stores)

    return lambda steps: asyncio.run(all_steps(steps))


def test_what_was_said_is_gone_once_it_is_saved(run):
    tracker = a_tracker(a_conversation(3), "a")

    async def steps(stores):
        await stores.keep(tracker)
        return await stores.kept("a")

    assert "MARKER" not in json.dumps(run(steps))
    assert "MARKER" not in json.dumps([event.as_dict() for event in tracker.events])


def test_intents_slots_and_the_open_form_are_kept(run):
    async def steps(stores):
        await stores.keep(a_tracker(a_conversation(3), "a"))
        return await stores.get("a")

    tracker = run(steps)

    assert tracker.get_slot("area") == "E06000020"
    assert tracker.get_slot("count") == 3
    assert tracker.active_loop_name == "pathway_form"
    assert tracker.latest_message.intent_name == "cuckooing"


def test_saving_a_tracker_without_events_forgets_the_conversation(run):
    async def steps(stores):
        await stores.keep(a_tracker(a_conversation(2), "a"), a_tracker([], "a"))
        return await stores.get("a")

    assert run(steps) is None


def test_a_turn_that_resets_every_slot_leaves_nothing_of_the_conversation(run):
    async def steps(stores):
        await stores.keep(a_tracker(a_conversation(2), "a"), a_tracker(a_conversation(2), "b"))
        async with stores.a_turn("a"):
            tracker = await stores.trackers.retrieve("a")
            for event in a_turn(3, AllSlotsReset()):
                tracker.update(event)
            await stores.trackers.save(tracker)
        return await stores.get("a"), await stores.get("b")

    gone, other = run(steps)

    assert gone is None
    assert other.get_slot("count") == 2


@pytest.mark.parametrize("last", [[AllSlotsReset()], a_turn(99)], ids=["forget", "say"])
def test_a_turn_whose_action_failed_leaves_the_conversation_as_it_was_and_is_emptied(run, last):
    async def steps(stores):
        await stores.keep(a_tracker(a_conversation(2), "a"))
        async with stores.a_turn("a") as current:
            current.is_broken = True
            tracker = await stores.trackers.retrieve("a")
            for event in last:
                tracker.update(event)
            await stores.trackers.save(tracker)
        return tracker, await stores.get("a")

    tracker, again = run(steps)

    assert again.get_slot("count") == 2
    assert again.get_slot("area") == "E06000020"
    assert "MARKER" not in json.dumps([event.as_dict() for event in tracker.events])


def test_a_turn_that_is_broken_off_leaves_the_conversation_as_it_was(run):
    async def steps(stores):
        await stores.keep(a_tracker(a_conversation(2), "a"))
        tracker = await stores.get("a")
        tracker.update(a_message())  # and never saved
        return tracker, await stores.get("a")

    tracker, again = run(steps)

    assert len(again.events) == len(tracker.events) - 1
    assert "MARKER" not in json.dumps([event.as_dict() for event in again.events])


def test_events_are_never_dropped_within_a_turn(run):
    """Trap 3: Rasa finds the new events of a turn by counting those it had before."""
    new = a_turn(41)

    async def steps(stores):
        await stores.keep(a_tracker(a_conversation(40), "a"))
        async with stores.a_turn("a"):
            tracker = await stores.trackers.retrieve("a")
            before = len(tracker.events)
            for event in new:
                tracker.update(event)
            saved = await stores.trackers.retrieve("a")
            assert TrackerEventDiffEngine.event_difference(saved, tracker) == new
            await stores.trackers.save(tracker)
        assert len(await stores.kept("a")) == before + len(new)

    run(steps)


def test_a_turn_costs_as_many_events_after_two_hundred_turns_as_after_five(run):
    async def steps(stores):
        sizes = []
        for turns in (5, 200):
            await stores.keep(a_tracker(a_conversation(turns), "a"))
            sizes.append(len((await stores.get("a")).events))
        return sizes

    five, two_hundred = run(steps)

    assert five == two_hundred


def test_a_failure_while_saving_forgets_instead_of_raising(run, monkeypatch):
    """Trap 2: Rasa keeps the whole tracker in a store of its own when `save` raises."""

    def fail(_event):
        raise ZeroDivisionError("MARKER")

    async def steps(stores):
        await stores.keep(a_tracker(a_conversation(1), "a"))
        monkeypatch.setattr("bot.forgetful.redact", fail)
        safe = FailSafeTrackerStore(stores.trackers)
        with capture_logs() as told:
            async with stores.a_turn("a"):
                await safe.save(a_tracker(a_conversation(2), "a"))
        return safe, told, await stores.get("a")

    safe, told, left = run(steps)

    assert safe._fallback_tracker_store is None
    assert left is None
    assert [each["errors"] for each in told] == [["ZeroDivisionError"]]
    assert "MARKER" not in str(told)


def test_turns_of_one_conversation_are_taken_one_after_the_other(run):
    order = []

    async def take(stores, name, seconds, is_in):
        async with stores.a_turn("a"):
            order.append(f"{name} in")
            is_in.set()
            await asyncio.sleep(seconds)
            order.append(f"{name} out")

    async def steps(stores):
        is_in = asyncio.Event()
        first = asyncio.create_task(take(stores, "first", 0.05, is_in))
        await is_in.wait()  # of two that ask at once, either may be the first
        await take(stores, "second", 0, is_in)
        await first

    run(steps)

    assert order == ["first in", "first out", "second in", "second out"]


def test_a_turn_that_is_broken_off_in_time_frees_its_conversation(run):
    async def hang(stores):
        async with stores.a_turn("a"):
            await asyncio.sleep(60)

    async def steps(stores):
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(hang(stores), 0.05)
        async with asyncio.timeout(1), stores.a_turn("a"):
            return True

    assert run(steps)
