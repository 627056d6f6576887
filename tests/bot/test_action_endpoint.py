"""The action server is asked quickly, and its errors carry nobody's words."""

import asyncio
import time

import pytest
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

from bot import turn
from bot.action_endpoint import ActionEndpoint
from tests.bot import action_server


@pytest.fixture(scope="module")
def server():
    with action_server.running() as running:
        yield running


def _ask(port, action, seconds=5.0, times=1):
    """Ask inside a turn; the answers and whether the turn broke."""
    config = EndpointConfig(f"http://127.0.0.1:{port}/webhook", enable_selective_domain=True)

    async def ask():
        endpoint, current = ActionEndpoint(config, seconds=seconds), turn.begin()
        try:
            body = {"next_action": action, "tracker": {"text": "MARKER-TEXT"}}
            return [await endpoint.request(json=body, method="post", timeout=300) for _ in range(times)]
        except Exception as error:
            error.turn_is_broken = current.is_broken
            raise
        finally:
            await endpoint.close()

    return asyncio.run(ask())


def test_an_answer_is_given_as_it_is(server):
    assert _ask(server.port, "action_answer") == [action_server.ANSWER]


def test_one_connection_serves_many_actions(server):
    before = server.connections

    _ask(server.port, "action_answer", times=5)

    assert server.connections == before + 1


def test_an_error_keeps_its_status_and_loses_its_body(server):
    """Trap 1: the body is the whole tracker."""
    with pytest.raises(ClientResponseError) as failed:
        _ask(server.port, "action_break")

    assert failed.value.status == 500
    assert "MARKER" not in str(failed.value) + failed.value.text
    assert failed.value.turn_is_broken


def test_an_action_that_declines_is_part_of_the_dialogue(server):
    with pytest.raises(ClientResponseError) as declined:
        _ask(server.port, "action_reject")

    assert declined.value.text == '{"action_name": "action_reject", "error": "no"}'
    assert not declined.value.turn_is_broken


def test_an_action_that_hangs_is_given_up_in_time(server):
    started = time.monotonic()

    with pytest.raises(asyncio.TimeoutError) as given_up:
        _ask(server.port, "action_hang", seconds=0.2)

    assert time.monotonic() - started < 2
    assert given_up.value.turn_is_broken


def test_a_server_that_is_down_is_told_at_once():
    import aiohttp

    with pytest.raises(aiohttp.ClientConnectionError) as failed:
        _ask(9, "action_answer")

    assert failed.value.turn_is_broken


def test_rasas_own_settings_of_the_endpoint_are_kept():
    config = EndpointConfig("http://127.0.0.1:1/webhook", enable_selective_domain=True)

    assert ActionEndpoint(config, seconds=1).kwargs == {"enable_selective_domain": True}
