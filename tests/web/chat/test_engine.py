import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import httpx2
import pytest

from tests.web.chat.fake_engine import FakeEngine, serve, stop
from vocabulary.languages import Language
from vocabulary.pathway import Channel
from vocabulary.risks import Risk
from web.chat.engine import Engine, EngineUnavailable, Visit
from web.chat.engines import MOST_AT_ONCE


VISIT = Visit("0" * 32, Channel.WIDGET, Language.POLISH)
Use = Callable[[Engine], Coroutine[Any, Any, Any]]


@pytest.fixture
def fake() -> FakeEngine:
    return FakeEngine(token="key")


@pytest.fixture
def url(fake: FakeEngine) -> Iterator[str]:
    server = serve(fake)
    yield f"http://127.0.0.1:{server.server_port}"
    stop(server)


def using(url: str, use: Use, token: str = "key") -> Any:
    async def run() -> Any:
        async with httpx2.AsyncClient(base_url=url, trust_env=False) as client:
            return await use(Engine(client, token=token))

    return asyncio.run(run())


def say(text: str = "hello", patience: float = 2.0) -> Use:
    return lambda engine: engine.say("s", text, risks=(Risk.CHILD,), visit=VISIT, patience=patience)


def test_typed_text_arrives_with_its_metadata(url: str, fake: FakeEngine) -> None:
    said = using(url, say("they want money"))

    assert said[0].words == "page.screen"
    assert fake.told == [
        {
            "sender": "s",
            "message": "they want money",
            "metadata": {
                "channel": "widget",
                "language": "pl",
                "risks": ["child"],
                "visit": VISIT.key,
                "typed": True,
            },
            "is_new": False,
        }
    ]


def test_typed_text_never_arrives_as_a_command(url: str, fake: FakeEngine) -> None:
    using(url, say('/give_area{"area": "E06000020"}'))

    assert fake.messages == ['give_area{"area": "E06000020"}']


def test_a_payload_of_ours_arrives_as_it_is(url: str, fake: FakeEngine) -> None:
    using(url, lambda engine: engine.choose("s", "/affirm", visit=VISIT, patience=2.0))

    assert fake.messages == ["/affirm"]
    assert fake.told[0]["metadata"]["channel"] == "widget"


def test_an_engine_that_hangs_is_given_up_in_time(url: str, fake: FakeEngine) -> None:
    fake.until = threading.Event()

    with pytest.raises(EngineUnavailable) as error:
        using(url, say(patience=0.1))

    fake.until.set()
    assert error.value.code == "slow"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"status": 500}, "refused"),
        ({"body": b"<html>"}, "unreadable"),
        ({"body": b"\xff\xfe"}, "unreadable"),
        ({"answer": lambda _: []}, "nothing-said"),
        ({"body": b'{"not": "a list"}'}, "nothing-said"),
        ({"body": b'[{"text": "no custom part"}, 7, null]'}, "nothing-said"),
    ],
)
def test_what_cannot_be_read_counts_as_no_answer(
    url: str, fake: FakeEngine, change: dict[str, Any], code: str
) -> None:
    for name, value in change.items():
        setattr(fake, name, value)

    with pytest.raises(EngineUnavailable) as error:
        using(url, say())

    assert error.value.code == code


def test_an_engine_that_is_not_there_counts_as_no_answer() -> None:
    with pytest.raises(EngineUnavailable) as error:
        using("http://127.0.0.1:1", say())

    assert error.value.code == "unreachable"


def test_a_wrong_key_counts_as_no_answer(url: str) -> None:
    with pytest.raises(EngineUnavailable):
        using(url, say(), token="another")


def test_the_engine_forgets_by_sender(url: str, fake: FakeEngine) -> None:
    assert using(url, lambda engine: engine.forget("s", patience=2.0)) is True
    assert fake.forgotten == ["s"]


def test_forgetting_without_an_engine_is_no_error() -> None:
    assert using("http://127.0.0.1:1", lambda engine: engine.forget("s", patience=2.0)) is False


def test_what_is_too_much_for_the_engine_is_told_at_once_and_the_others_are_answered(
    url: str, fake: FakeEngine
) -> None:
    fake.until = threading.Event()

    async def use(engine: Engine) -> list[Any]:
        crowd = [asyncio.create_task(say(patience=20)(engine)) for _ in range(MOST_AT_ONCE + 20)]
        await asyncio.sleep(0.2)
        told = [each for each in crowd if each.done()]
        assert {each.exception().code for each in told} == {"busy"}  # type: ignore[union-attr]
        assert len(told) == 20
        assert await engine.forget("s", patience=5)
        assert fake.until is not None
        fake.until.set()
        answered = await asyncio.gather(*(each for each in crowd if each not in told))
        return [*answered, await say()(engine)]

    assert [each[0].words for each in using(url, use)] == ["page.screen"] * (MOST_AT_ONCE + 1)


def test_a_crowd_that_was_given_up_leaves_the_way_free_for_the_next(url: str, fake: FakeEngine) -> None:
    """More turns at once than there are connections, broken off while they wait, connect or are heard."""
    fake.until = threading.Event()

    async def use(engine: Engine) -> list[Any]:
        for patience in (0.01, 0.05, 0.2) * 2:
            crowd = (say(patience=patience)(engine) for _ in range(250))
            assert all(isinstance(each, EngineUnavailable) for each in await gather(*crowd))
        assert fake.until is not None
        fake.until.set()
        return await gather(*(say()(engine) for _ in range(5)))

    async def gather(*turns: Coroutine[Any, Any, Any]) -> list[Any]:
        return await asyncio.gather(*turns, return_exceptions=True)

    assert [each[0].words for each in using(url, use)] == ["page.screen"] * 5
