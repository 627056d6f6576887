"""Asks the conversation engine, and gives up in time to answer by ourselves."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from json import JSONDecodeError
from typing import Any

import httpx

from signpost import tracing
from vocabulary.languages import Language
from vocabulary.pathway import Channel
from vocabulary.risks import Risk
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


class Engine:
    """The engine's channel on the loopback interface."""

    def __init__(self, client: httpx.AsyncClient, *, token: str) -> None:
        self._client = client
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
                answer = await self._client.delete(f"{CHANNEL}/conversations/{sender}", headers=self._headers)
        except (TimeoutError, httpx.HTTPError):
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
        body = {"sender": sender, "message": message, "metadata": metadata}
        answer = await self._post(body, patience)
        reply = read_reply(_json_of(answer))
        if not reply:
            raise EngineUnavailable("nothing-said")
        found = answer.headers.get(RISKS_HEADER)
        return reply if found is None else [*reply, weighed(found)]

    async def _post(self, body: dict[str, Any], patience: float) -> httpx.Response:
        """One time limit over the whole exchange: httpx's own limits start again with every byte."""
        try:
            with tracing.span(tracing.Step.ENGINE_CALL):
                headers = self._headers | tracing.parent_header()
                async with asyncio.timeout(patience):
                    answer = await self._client.post(f"{CHANNEL}/webhook", json=body, headers=headers)
        except TimeoutError:
            raise EngineUnavailable("slow") from None
        except httpx.HTTPError:
            raise EngineUnavailable("unreachable") from None
        if not answer.is_success:
            raise EngineUnavailable("refused")
        return answer


def _json_of(answer: httpx.Response) -> Any:
    try:
        return answer.json()
    except (JSONDecodeError, UnicodeDecodeError):
        raise EngineUnavailable("unreadable") from None
