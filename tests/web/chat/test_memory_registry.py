import asyncio
import functools
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from web.chat import memory_registry as module
from web.chat.conversation import IDLE, UnknownConversation
from web.chat.memory_registry import MemoryRegistry


NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def in_a_loop(test: Callable[..., Awaitable[None]]) -> Callable[..., None]:
    """A test that awaits, for pytest."""

    @functools.wraps(test)
    def run(**fixtures: object) -> None:
        asyncio.run(test(**fixtures))  # type: ignore[arg-type]

    return run


@pytest.fixture
def registry() -> MemoryRegistry:
    return MemoryRegistry(b"secret" * 6)


@in_a_loop
async def test_a_conversation_ends_after_half_an_hour_without_a_turn(registry: MemoryRegistry) -> None:
    opened = await registry.open(NOW)
    await registry.find(opened.token, NOW + IDLE - timedelta(seconds=1))

    await registry.find(opened.token, NOW + IDLE + timedelta(minutes=10))
    with pytest.raises(UnknownConversation):
        await registry.find(opened.token, NOW + IDLE * 3)


@in_a_loop
async def test_the_longest_unused_make_room(
    registry: MemoryRegistry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_CONVERSATIONS", 2)
    first, second = await registry.open(NOW), await registry.open(NOW)
    await registry.find(first.token, NOW)

    third = await registry.open(NOW)

    assert await registry.find(first.token, NOW) is first
    assert await registry.find(third.token, NOW) is third
    assert len(registry) == 2
    with pytest.raises(UnknownConversation):
        await registry.find(second.token, NOW)


@in_a_loop
async def test_those_that_have_ended_are_not_counted(registry: MemoryRegistry) -> None:
    await registry.open(NOW)

    assert registry.count(NOW) == 1
    assert registry.count(NOW + IDLE) == 0
