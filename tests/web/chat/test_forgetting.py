"""The engine is asked to forget once more when it could not be reached."""

import asyncio
from collections.abc import Awaitable, Callable

import httpx2
import pytest

from web.chat import forgetting as module
from web.chat.engine import Engine
from web.chat.forgetting import Forgetting


class Away:
    """An engine that is away for the first tries, and notes whom it was asked to forget."""

    def __init__(self, tries: int) -> None:
        self.tries = tries
        self.asked: list[str] = []

    async def answer(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(request.url.path.rsplit("/", 1)[-1])
        if len(self.asked) <= self.tries:
            raise httpx2.ConnectError("away")
        return httpx2.Response(204)


def using(away: Away, use: Callable[[Forgetting], Awaitable[None]]) -> None:
    async def run() -> None:
        transport = httpx2.MockTransport(away.answer)
        async with httpx2.AsyncClient(base_url="http://engine", transport=transport) as client:
            forgetting = Forgetting(Engine(client, token="key"), patience=1.0)
            await use(forgetting)
            await asyncio.gather(*forgetting._waiting.values())

    asyncio.run(run())


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AGAIN_AFTER", 0.01)


def test_an_engine_that_answers_is_asked_once() -> None:
    away = Away(0)

    using(away, lambda forgetting: forgetting.forget("one"))

    assert away.asked == ["one"]


def test_an_engine_that_was_away_is_asked_again_in_the_background() -> None:
    away = Away(1)

    using(away, lambda forgetting: forgetting.forget("one"))

    assert away.asked == ["one", "one"]


def test_only_one_try_waits_for_a_conversation_however_often_it_is_forgotten() -> None:
    away = Away(99)

    async def forget_three_times(forgetting: Forgetting) -> None:
        for _ in range(3):
            await forgetting.forget("one")
        assert len(forgetting._waiting) == 1

    using(away, forget_three_times)

    assert away.asked == ["one"] * 4


def test_nothing_waits_any_more_once_it_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AGAIN_AFTER", 60.0)
    away = Away(99)

    async def run() -> None:
        async with httpx2.AsyncClient(
            transport=httpx2.MockTransport(away.answer), base_url="http://e"
        ) as client:
            forgetting = Forgetting(Engine(client, token="key"), patience=1.0)
            await forgetting.forget("one")
            await asyncio.wait_for(forgetting.stop(), 5)

    asyncio.run(run())

    assert away.asked == ["one"]
