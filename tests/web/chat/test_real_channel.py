"""The fake engine verified: the client speaks with the engine's real channel as it does with the fake."""

import asyncio
import socket
import threading
from collections.abc import Callable, Coroutine, Iterator
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from rasa.core.channels.channel import UserMessage
from sanic import Sanic

from bot.channel import SignpostInput
from vocabulary.pathway import Channel
from web.chat.engine import Engine, EngineUnavailable, Visit
from web.chat.utterance import Utterance


pytestmark = pytest.mark.slow  # loads Rasa

KEY = "k" * 32
SENDER = "0123456789abcdef"
VISIT = Visit("0" * 32, Channel.API)
Use = Callable[[Engine], Coroutine[Any, Any, list[Utterance]]]


def real_channel() -> Sanic:
    """The channel on a server of its own, and behind it an engine that repeats what it heard."""

    async def answer(message: UserMessage) -> None:
        heard = f"intent {message.parse_data['intent']['name']}" if message.parse_data else message.text
        custom = {"kind": "text", "words": "page.screen", "values": {"heard": heard}}
        await message.output_channel.send_custom_json(message.sender_id, custom)

    app = Sanic(f"channel_{uuid4().hex}")
    channel = SignpostInput(KEY, turn_seconds=2.0)
    app.blueprint(channel.blueprint(answer), url_prefix="/webhooks/signpost")
    return app


async def start(app: Sanic, listening: socket.socket) -> None:
    server = await app.create_server(sock=listening, return_asyncio_server=True)
    await server.startup()
    await server.start_serving()


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """Where the channel listens. One server for all tests: Sanic patches its classes at every start."""
    listening = socket.create_server(("127.0.0.1", 0))
    loop = asyncio.new_event_loop()
    loop.run_until_complete(start(real_channel(), listening))
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    loop.call_soon_threadsafe(loop.stop)
    thread.join(5)


def using(url: str, use: Use, token: str = KEY) -> list[Utterance]:
    async def run() -> list[Utterance]:
        async with httpx2.AsyncClient(base_url=url, trust_env=False) as client:
            return await use(Engine(client, token=token))

    return asyncio.run(run())


def say(text: str) -> Use:
    return lambda engine: engine.say(SENDER, text, risks=(), visit=VISIT, patience=5.0)


def choose(payload: str) -> Use:
    return lambda engine: engine.choose(SENDER, payload, visit=VISIT, patience=5.0)


def test_it_answers_in_the_shape_the_fake_does(url: str) -> None:
    (said,) = using(url, say("they want money"))

    assert (said.kind, said.words) == ("text", "page.screen")
    assert said.values == {"heard": "they want money"}


def test_it_takes_a_choice_as_an_intent(url: str) -> None:
    assert using(url, choose("/affirm"))[0].values == {"heard": "intent affirm"}


@pytest.mark.parametrize("text", ["/affirm", '/give_area{"area": "x"}', "\u200b /affirm", "\uff0faffirm"])
def test_it_takes_typed_text_as_text(url: str, text: str) -> None:
    assert using(url, say(text))[0].values["heard"].startswith(("affirm", "give_area{"))


def test_it_refuses_a_wrong_key(url: str) -> None:
    with pytest.raises(EngineUnavailable) as error:
        using(url, choose("/affirm"), token="wrong")

    assert error.value.code == "refused"
