"""Calls the action server: on a connection that stays open, within seconds, and keeps its errors mute."""

import json
from typing import Any

import aiohttp
import ujson
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

from bot import turn
from signpost import tracing


REJECTED = 400  # rasa-sdk's status for an action that declines to run; part of the dialogue, not a fault


class ActionEndpoint(EndpointConfig):  # type: ignore[misc]  # rasa ships no types
    """Rasa's endpoint with three differences.

    Rasa waits five minutes for an action and opens a connection for each; both are fixed in its code.
    An error's body holds the whole tracker, which Rasa logs: it is dropped here.
    """

    def __init__(self, endpoint: EndpointConfig, *, seconds: float) -> None:
        super().__init__(endpoint.url, **endpoint.kwargs)
        self._seconds = seconds
        self._session: aiohttp.ClientSession | None = None

    async def request(
        self,
        method: str = "post",
        subpath: str | None = None,
        content_type: str | None = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> Any:
        """The answer's JSON. A failure marks the turn as broken, then raises what Rasa expects."""
        try:
            return await self._ask(method, kwargs.get("json"))
        except ClientResponseError as error:
            if error.status != REJECTED:
                turn.break_off()
            raise
        except (aiohttp.ClientError, TimeoutError, ValueError):
            turn.break_off()
            raise

    async def close(self, *_: Any) -> None:
        """Close the connections; for the server's stop."""
        if self._session is not None:
            await self._session.close()

    async def _ask(self, method: str, content: Any) -> Any:
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=self._seconds)
            self._session = aiohttp.ClientSession(
                timeout=timeout, trust_env=False, json_serialize=ujson.dumps
            )
        headers = tracing.parent_header()
        async with self._session.request(method, self.url, json=content, headers=headers) as response:
            if response.status < REJECTED:
                return await response.json()
            body = await response.read() if response.status == REJECTED else b""
            raise ClientResponseError(response.status, "action server", _without_tracker(body))


def _without_tracker(body: bytes) -> str:
    try:
        told = json.loads(body)
    except ValueError:
        return "{}"
    return json.dumps({name: told.get(name) for name in ("action_name", "error")})
