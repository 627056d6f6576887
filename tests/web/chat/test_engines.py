"""Every process asks the same engine for a conversation, and the next one where it cannot be reached."""

import asyncio
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from tests.web.chat.fake_engine import FakeEngine, Server, serve, stop
from vocabulary.pathway import Channel
from web.chat.engine import Engine, EngineUnavailable, Visit
from web.chat.engines import MOST_AT_ONCE, REST, Engines, in_order


URLS = [f"http://engine-{number}:5005" for number in range(4)]
SENDERS = [f"sender-{number}" for number in range(2000)]
VISIT = Visit("0" * 32, Channel.API)


def test_every_process_has_the_same_order_however_the_engines_are_listed() -> None:
    for sender in SENDERS[:50]:
        assert in_order(URLS, sender) == in_order(URLS[::-1], sender)
        assert sorted(in_order(URLS, sender)) == URLS


def test_conversations_are_spread_evenly_and_so_are_those_of_an_engine_that_is_away() -> None:
    first = Counter(in_order(URLS, sender)[0] for sender in SENDERS)
    second = Counter(order[1] for sender in SENDERS if (order := in_order(URLS, sender))[0] == URLS[0])

    assert all(400 < count < 600 for count in first.values())
    assert all(100 < count < 240 for count in second.values())


def test_an_engine_more_moves_only_the_conversations_that_become_its_own() -> None:
    moved = [new for sender in SENDERS if (new := in_order(URLS, sender)[0]) != in_order(URLS[:3], sender)[0]]

    assert set(moved) == {URLS[3]}
    assert len(moved) < len(SENDERS) / 3


def test_one_that_could_not_be_reached_is_asked_last_for_a_moment() -> None:
    now = 100.0
    engines = Engines(URLS, clock=lambda: now)
    own = engines.in_order_for("sender-1")

    engines.note_away(own[0])
    assert engines.in_order_for("sender-1") == [*own[1:], own[0]]
    now += REST
    assert engines.in_order_for("sender-1") == own


@pytest.fixture
def fakes() -> list[FakeEngine]:
    return [FakeEngine(token="key") for _ in range(2)]


@pytest.fixture
def servers(fakes: list[FakeEngine]) -> Iterator[list[Server]]:
    running = [serve(fake) for fake in fakes]
    yield running
    for server in running:
        stop(server)


def urls_of(servers: list[Server]) -> list[str]:
    return [f"http://127.0.0.1:{server.server_port}" for server in servers]


def use(urls: list[str], *steps: Any, connect: float = 0.2) -> list[Any]:
    """What the steps come to, taken in order with one engine client that connects within so many seconds."""

    async def run() -> list[Any]:
        limits = httpx2.Timeout(max(2.6, connect), connect=connect)
        async with httpx2.AsyncClient(trust_env=False, timeout=limits) as client:
            engine = Engine(client, token="key", urls=urls)
            return [await step(engine) for step in steps]

    return asyncio.run(run())


def say(sender: str, patience: float = 2.0) -> Any:
    return lambda engine: engine.say(sender, "hello", risks=(), visit=VISIT, patience=patience)


def own_first(urls: list[str]) -> str:
    """A sender whose own engine is the first."""
    return next(sender for sender in SENDERS if in_order(urls, sender)[0] == urls[0])


def test_a_conversation_stays_with_its_engine(servers: list[Server], fakes: list[FakeEngine]) -> None:
    sender = own_first(urls_of(servers))

    use(urls_of(servers), *[say(sender)] * 5)

    assert [len(fake.told) for fake in fakes] == [5, 0]


def test_where_nothing_listens_the_next_engine_is_asked_for_turns_and_to_forget(
    servers: list[Server], fakes: list[FakeEngine]
) -> None:
    sender = own_first(urls_of(servers))
    stop(servers[0])

    said, forgot = use(urls_of(servers), say(sender), lambda engine: engine.forget(sender, patience=2.0))

    assert said
    assert forgot
    assert [len(fake.told) for fake in fakes] == [0, 1]
    assert fakes[1].forgotten == [sender]


def test_a_machine_that_is_gone_without_a_word_costs_one_turn_some_time_and_the_next_none(
    servers: list[Server], fakes: list[FakeEngine]
) -> None:
    """Its connections are neither taken nor refused: the queue of a socket that nobody serves is full."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as deaf:
        filling = [socket.socket() for _ in range(4)]
        for each in filling:
            each.setblocking(False)
            each.connect_ex(deaf.getsockname())
        urls = [f"http://127.0.0.1:{deaf.getsockname()[1]}", *urls_of(servers)[1:]]
        sender, took = own_first(urls), []

        async def timed(engine: Engine) -> None:
            started = time.monotonic()
            await say(sender)(engine)
            took.append(time.monotonic() - started)

        use(urls, timed, timed)
        for each in filling:
            each.close()

    assert took[0] >= 0.2
    assert took[1] < 0.2
    assert len(fakes[1].told) == 2


def test_an_engine_with_too_many_turns_before_it_leaves_the_rest_to_the_next(
    servers: list[Server], fakes: list[FakeEngine]
) -> None:
    urls = urls_of(servers)
    sender, fakes[0].until = own_first(urls), threading.Event()

    async def crowd(engine: Engine) -> int:
        asked = [asyncio.create_task(say(sender, 20.0)(engine)) for _ in range(MOST_AT_ONCE + 10)]
        while sum(each.done() for each in asked) < 10:
            await asyncio.sleep(0.02)
        assert fakes[0].until is not None
        fakes[0].until.set()
        return len([said for said in await asyncio.gather(*asked) if said])

    # A busy machine may take its time to connect sixty: nobody is to be sent on for that.
    assert use(urls, crowd, connect=20.0) == [MOST_AT_ONCE + 10]
    assert [len(fake.told) for fake in fakes] == [MOST_AT_ONCE, 10]


def test_an_engine_that_heard_the_message_is_not_passed_over(
    servers: list[Server], fakes: list[FakeEngine]
) -> None:
    sender = own_first(urls_of(servers))
    fakes[0].seconds = 1.0

    with pytest.raises(EngineUnavailable) as slow:
        use(urls_of(servers), say(sender, patience=0.3))
    fakes[0].seconds, fakes[0].status = 0.0, 503
    with pytest.raises(EngineUnavailable) as refused:
        use(urls_of(servers), say(sender))

    assert (slow.value.code, refused.value.code) == ("slow", "refused")
    assert not fakes[1].told


def test_an_engine_that_dies_with_the_message_is_not_passed_over(
    servers: list[Server], fakes: list[FakeEngine]
) -> None:
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as dying:

        def die() -> None:
            connection, _ = dying.accept()
            heard.append(connection.recv(65536))
            connection.close()

        thread = threading.Thread(target=die, daemon=True)
        thread.start()
        urls = [f"http://127.0.0.1:{dying.getsockname()[1]}", *urls_of(servers)[1:]]
        with pytest.raises(EngineUnavailable, match="unreachable"):
            use(urls, say(own_first(urls)))
        thread.join(5)

    assert heard
    assert not fakes[1].told


def test_all_engines_gone_is_told_within_the_time(servers: list[Server]) -> None:
    for server in servers:
        stop(server)
    started = time.monotonic()

    with pytest.raises(EngineUnavailable, match="unreachable"):
        use(urls_of(servers), say("sender-1"))

    assert time.monotonic() - started < 1
