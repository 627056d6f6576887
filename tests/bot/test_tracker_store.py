"""In memory, conversations are kept for a while and never too many; the rest is in test_forgetful."""

import asyncio
from pathlib import Path

import pytest
from rasa.core.agent import Agent
from rasa.core.brokers.file import FileEventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.core.utils import AvailableEndpoints

from bot.forgetful import BrokerRefused
from bot.tracker_store import ForgetfulTrackerStore
from tests.bot.conversations import DOMAIN, a_conversation, a_tracker


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
