"""One turn at a time, and a short wait."""

import asyncio
import time
from pathlib import Path

import pytest
from rasa.core.lock_store import LockStore
from rasa.core.utils import AvailableEndpoints

from bot.lock_store import BriefLockStore, OneWorkerOnly


ROOT = Path(__file__).parents[2]


def test_the_store_named_in_endpoints_is_the_one_in_use():
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))

    assert type(LockStore.create(endpoints.lock_store)) is BriefLockStore


def test_a_second_message_waits_only_as_long_as_the_first_takes():
    store, order = BriefLockStore(), []

    async def hold(name, seconds):
        async with store.lock("a"):
            order.append(name)
            await asyncio.sleep(seconds)

    async def both():
        await asyncio.gather(hold("first", 0.05), hold("second", 0))

    started = time.monotonic()
    asyncio.run(both())

    assert order == ["first", "second"]
    assert time.monotonic() - started < 0.5  # Rasa's own store looks again after a second


def test_a_turn_that_is_broken_off_frees_its_conversation():
    store = BriefLockStore()

    async def hang():
        async with store.lock("a"):
            await asyncio.sleep(60)

    async def then_another():
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(hang(), 0.05)
        async with store.lock("a"):
            return True

    assert asyncio.run(then_another())
    assert not store.conversation_locks


def test_several_workers_are_refused(monkeypatch):
    """Trap 6: Rasa lets any lock store but its own run with several workers, each with its own memory."""
    monkeypatch.setenv("SANIC_WORKERS", "4")

    with pytest.raises(OneWorkerOnly, match="SANIC_WORKERS"):
        BriefLockStore()
