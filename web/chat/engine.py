"""Asks the conversation engine, and gives up in time to answer by ourselves."""

import asyncio
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from json import JSONDecodeError
from typing import Any

import httpx2

from signpost import tracing
from vocabulary.languages import Language
from vocabulary.pathway import Channel
from vocabulary.risks import Risk
from web.chat.engines import Busy, Engines
from web.chat.typed import MOST_CHARACTERS, as_words
from web.chat.utterance import Utterance, read_reply, weighed


CHANNEL = "/webhooks/signpost"
RISKS_HEADER = "signpost-risks"  # what the engine marked in the message, weighed against all it learnt
OPENING = "/open"  # the rule of this intent greets


class EngineUnavailable(Exception):
    """The engine is down, slow, or answered nothing that can be read; `code` says which."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Visit:
    """What the engine is told of a visit, beside what is said in it; its events know no language."""

    key: str
    channel: Channel
    language: Language = Language.ENGLISH
    is_new: bool = False  # the engine may answer without knowing what was said before, as there is nothing


class Engine:
    """The engine's channel, of the one engine at the client's own address or of several at their `urls`."""

    def __init__(self, client: httpx2.AsyncClient, *, token: str, urls: Sequence[str] = ("",)) -> None:
        self._client = client
        self._engines = Engines(urls)
        self._headers = {"Authorization": f"Bearer {token}"}

    async def say(
        self, sender: str, text: str, *, risks: Sequence[Risk], visit: Visit, patience: float
    ) -> list[Utterance]:
        """What the engine answers to typed text within `patience` seconds. Raises EngineUnavailable."""
        words = as_words(text)[:MOST_CHARACTERS]  # resolved places can be longer than what was typed
        return await self._send(sender, words, typed=True, risks=risks, visit=visit, patience=patience)

    async def choose(self, sender: str, payload: str, *, visit: Visit, patience: float) -> list[Utterance]:
        """What the engine answers to a payload of ours. Raises EngineUnavailable."""
        return await self._send(sender, payload, typed=False, risks=(), visit=visit, patience=patience)

    async def forget(self, sender: str, *, patience: float) -> bool:
        """Makes the engine forget a conversation; False when it could not be reached."""
        try:
            async with asyncio.timeout(patience):
                answer = await self._ask("DELETE", f"/conversations/{sender}", sender, self._headers)
        except (TimeoutError, httpx2.HTTPError):
            return False
        return answer.is_success

    async def _send(
        self, sender: str, message: str, *, typed: bool, risks: Sequence[Risk], visit: Visit, patience: float
    ) -> list[Utterance]:
        metadata = {
            "channel": visit.channel.value,
            "language": visit.language.value,
            "risks": [risk.value for risk in risks],
            "visit": visit.key,
            "typed": typed,
        }
        body = {"sender": sender, "message": message, "metadata": metadata, "is_new": visit.is_new}
        answer = await self._post(body, patience)
        reply = read_reply(_json_of(answer))
        if not reply:
            raise EngineUnavailable("nothing-said")
        found = answer.headers.get(RISKS_HEADER)
        return reply if found is None else [*reply, weighed(found)]

    async def _post(self, body: dict[str, Any], patience: float) -> httpx2.Response:
        """One time limit over the whole exchange: httpx2's own limits start again with every byte."""
        try:
            with tracing.span(tracing.Step.ENGINE_CALL):
                headers = self._headers | tracing.parent_header()
                async with asyncio.timeout(patience):
                    answer = await self._ask("POST", "/webhook", body["sender"], headers, body)
        except TimeoutError:
            raise EngineUnavailable("slow") from None
        except Busy:
            raise EngineUnavailable("busy") from None
        except httpx2.HTTPError:
            raise EngineUnavailable("unreachable") from None
        if not answer.is_success:
            raise EngineUnavailable("refused")
        return answer

    async def _ask(
        self, method: str, path: str, sender: str, headers: dict[str, str], body: Any = None
    ) -> httpx2.Response:
        """The answer of the sender's engine, or of the next one where that is busy or cannot be connected to.

        An engine that may have heard the message is never passed over: two would have taken the same turn.
        """
        urls = self._engines.in_order_for(sender)
        for url in urls:
            try:
                # Forgetting is never too much.
                with nullcontext() if body is None else self._engines.turn_at(url):
                    return await self._client.request(
                        method, url + CHANNEL + path, headers=headers, json=body
                    )
            except Busy:
                if url == urls[-1]:
                    raise
            except (httpx2.ConnectError, httpx2.ConnectTimeout):
                self._engines.note_away(url)
                if url == urls[-1]:
                    raise
        raise AssertionError("There is always an engine to ask.")


def _json_of(answer: httpx2.Response) -> Any:
    try:
        return answer.json()
    except (JSONDecodeError, UnicodeDecodeError):
        raise EngineUnavailable("unreadable") from None
