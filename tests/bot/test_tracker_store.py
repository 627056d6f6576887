"""Conversations are kept without words, for a while, and never too many."""

import asyncio
import json
from pathlib import Path

import pytest
from rasa.core.agent import Agent
from rasa.core.brokers.file import FileEventBroker
from rasa.core.tracker_store import FailSafeTrackerStore, TrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.events import AllSlotsReset
from rasa.shared.core.trackers import TrackerEventDiffEngine
from structlog.testing import capture_logs

from bot import turn
from bot.tracker_store import BrokerRefused, ForgetfulTrackerStore
from tests.bot.conversations import DOMAIN, a_conversation, a_message, a_tracker, a_turn


ROOT = Path(__file__).parents[2]


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(clock):
    return ForgetfulTrackerStore(DOMAIN, clock=clock, maximum_conversations=3)


def _run(*steps):
    async def all_steps():
        return [await step for step in steps]

    return asyncio.run(all_steps())[-1]


def _keep(store, *conversations, turns=2):
    _run(*(store.save(a_tracker(a_conversation(turns), name)) for name in conversations))


def _dump(store):
    return json.dumps([[event.as_dict() for event in kept.events] for kept in store._kept.values()])


def test_what_was_said_is_gone_once_it_is_saved(store):
    tracker = a_tracker(a_conversation(3))

    _run(store.save(tracker))

    assert "MARKER" not in _dump(store)
    assert "MARKER" not in json.dumps([event.as_dict() for event in tracker.events])


def test_intents_slots_and_the_open_form_are_kept(store):
    _keep(store, "a", turns=3)

    tracker = _run(store.retrieve("a"))

    assert tracker.get_slot("area") == "E06000020"
    assert tracker.get_slot("count") == 3
    assert tracker.active_loop_name == "pathway_form"
    assert tracker.latest_message.intent_name == "cuckooing"


def test_a_conversation_is_kept_for_thirty_minutes_after_its_last_turn(store, clock):
    _keep(store, "a")

    clock.now += 29 * 60
    assert _run(store.retrieve("a")) is not None
    clock.now += 1 * 60
    assert _run(store.retrieve("a")) is None
    assert not store._kept


def test_a_new_turn_starts_the_thirty_minutes_again(store, clock):
    _keep(store, "a")
    clock.now += 29 * 60
    _keep(store, "a")
    clock.now += 29 * 60

    assert _run(store.retrieve("a")) is not None


def test_conversations_are_forgotten_on_time_when_nobody_speaks_any_more(clock, monkeypatch):
    monkeypatch.setattr("bot.tracker_store.SWEEP_SECONDS", 0.01)
    store = ForgetfulTrackerStore(DOMAIN, clock=clock)

    async def silence():
        await store.save(a_tracker(a_conversation(1)))
        clock.now += 31 * 60
        for _ in range(200):
            if not store._kept:
                return
            await asyncio.sleep(0.01)

    asyncio.run(silence())

    assert not store._kept


def test_the_longest_unused_conversation_makes_room(store):
    _keep(store, "a", "b", "c")
    _keep(store, "a")

    _keep(store, "d")

    assert set(_run(store.keys())) == {"a", "c", "d"}


def test_saving_a_tracker_without_events_forgets_the_conversation(store):
    _keep(store, "a")

    _run(store.save(a_tracker([], "a")))

    assert _run(store.retrieve("a")) is None


def test_a_turn_that_resets_every_slot_leaves_nothing_of_the_conversation(store):
    _keep(store, "a", "b")
    tracker = _run(store.retrieve("a"))
    for event in a_turn(3, AllSlotsReset()):
        tracker.update(event)

    _run(store.save(tracker))

    assert _run(store.retrieve("a")) is None
    assert list(store._kept) == ["b"]


def test_a_turn_that_asks_to_forget_and_fails_leaves_the_conversation_as_it_was(store):
    _keep(store, "a")

    async def failing_turn():
        turn.begin()
        turn.break_off()
        tracker = await store.retrieve("a")
        tracker.update(AllSlotsReset())
        await store.save(tracker)

    asyncio.run(failing_turn())

    assert _run(store.retrieve("a")).get_slot("area") == "E06000020"


def test_a_turn_that_is_broken_off_leaves_the_conversation_as_it_was(store):
    _keep(store, "a")
    tracker = _run(store.retrieve("a"))
    tracker.update(a_message())  # and never saved

    again = _run(store.retrieve("a"))

    assert len(again.events) == len(tracker.events) - 1
    assert "MARKER" not in json.dumps([event.as_dict() for event in again.events])


def test_a_turn_whose_action_failed_is_not_kept_but_is_emptied(store):
    _keep(store, "a")

    async def failing_turn():
        turn.begin()
        turn.break_off()
        tracker = await store.retrieve("a")
        for event in a_turn(99):
            tracker.update(event)
        await store.save(tracker)
        return tracker

    tracker = asyncio.run(failing_turn())

    assert _run(store.retrieve("a")).get_slot("count") == 2
    assert "MARKER" not in json.dumps([event.as_dict() for event in tracker.events])


def test_events_are_never_dropped_within_a_turn(store):
    """Trap 3: Rasa finds the new events of a turn by counting those it had before."""
    _keep(store, "a", turns=40)
    tracker = _run(store.retrieve("a"))
    before = len(tracker.events)
    new = a_turn(41)
    for event in new:
        tracker.update(event)
    saved = _run(store.retrieve("a"))

    assert TrackerEventDiffEngine.event_difference(saved, tracker) == new

    _run(store.save(tracker))

    assert len(store._kept["a"].events) == before + len(new)


def test_a_turn_costs_as_many_events_after_two_hundred_turns_as_after_five(store):
    def events_after(turns):
        _keep(store, "a", turns=turns)
        return len(_run(store.retrieve("a")).events)

    assert events_after(200) == events_after(5)


def test_a_failure_while_saving_forgets_instead_of_raising(store, monkeypatch):
    """Trap 2: Rasa keeps the whole tracker in a store of its own when `save` raises."""
    agent_store = FailSafeTrackerStore(store)
    monkeypatch.setattr("bot.tracker_store.redact", lambda event: 1 / 0)

    with capture_logs() as told:
        _run(agent_store.save(a_tracker(a_conversation(2), "a")))

    assert agent_store._fallback_tracker_store is None
    assert _run(store.retrieve("a")) is None
    assert [each["errors"] for each in told] == [["ZeroDivisionError"]]
    assert "MARKER" not in str(told)


def test_the_store_named_in_endpoints_is_the_one_in_use():
    """Trap 2: Rasa replaces a store that it cannot import by one that keeps everything."""
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))

    made = TrackerStore.create(endpoints.tracker_store, DOMAIN)

    assert type(made) is ForgetfulTrackerStore
    assert type(Agent(tracker_store=made).tracker_store._tracker_store) is ForgetfulTrackerStore


def test_an_event_broker_is_refused(tmp_path):
    """Trap 4: a broker is sent every event before the store can empty it."""
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))

    with pytest.raises(BrokerRefused, match="event_broker"):
        TrackerStore.create(endpoints.tracker_store, DOMAIN, FileEventBroker(str(tmp_path / "log")))

    assert endpoints.event_broker is None
