"""The door through which web.chat reaches the conversation engine: one message in, Utterances out."""

import asyncio
import hmac
import os
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from json import loads
from time import perf_counter
from typing import Any

import structlog
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from rasa.core.lock_store import LockError
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty, json

from bot import metrics, turn
from bot.loaded_model import model_of
from bot.metrics import Ended
from bot.payload import as_typed, read_payload
from bot.warm_up import is_warm
from signpost import tracing
from signpost.logs import told_of
from signpost.secrets import BYTES, is_guessable


log = structlog.get_logger("bot.channel")

TOKEN_VARIABLE = "SIGNPOST_ENGINE_TOKEN"  # noqa: S105  # the name of a variable
RISKS_HEADER = "signpost-risks"
SHORTEST_TOKEN = BYTES  # characters
LONGEST_BODY = 16_384  # bytes
LONGEST_MESSAGE = 2_000  # characters
_SENDER = re.compile(r"[A-Za-z0-9_-]{8,128}", re.ASCII)
_BEARER = "Bearer "

OnMessage = Callable[[UserMessage], Awaitable[Any]]


class TokenMissing(RasaException):  # type: ignore[misc]  # rasa ships no types
    """The engine was started without the secret that its only caller shows."""


class BadMessage(ValueError):
    """A body that is not what the contract says; the code is all that is told."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


@dataclass(frozen=True)
class Incoming:
    """One checked message."""

    sender: str
    message: str
    metadata: Mapping[str, Any]
    is_new: bool = False  # nothing was said in this conversation before


class SignpostInput(InputChannel):  # type: ignore[misc]  # rasa ships no types
    """Rasa's input channel `signpost`. It logs no text, no sender and no token."""

    def __init__(self, token: str, *, turn_seconds: float) -> None:
        self._token = token
        self._turn_seconds = turn_seconds

    @classmethod
    def name(cls) -> str:
        """The channel's name, which is also its path: /webhooks/signpost."""
        return "signpost"

    @classmethod
    def from_credentials(cls, credentials: Mapping[str, Any] | None) -> "SignpostInput":
        """The channel as credentials.yml configures it. Raises TokenMissing without a good token."""
        token = os.environ.get(TOKEN_VARIABLE, "")
        if is_guessable(token):
            raise TokenMissing(f"{TOKEN_VARIABLE} must hold at least {SHORTEST_TOKEN} random characters.")
        return cls(token, turn_seconds=float((credentials or {}).get("turn_seconds", 2.0)))

    def blueprint(self, on_new_message: OnMessage) -> Blueprint:
        """The channel's three routes."""
        routes = Blueprint("signpost_channel")

        @routes.route("/", methods=["GET"])  # type: ignore[untyped-decorator]
        async def health(request: Request) -> HTTPResponse:
            agent = getattr(request.app.ctx, "agent", None)
            ready = agent is not None and agent.is_ready() and is_warm(request.app)
            told = {"ready": ready, "model": _told(request.app), "conversations": await _count(agent)}
            return json(told, status=200 if ready else 503)

        @routes.route("/webhook", methods=["POST"])  # type: ignore[untyped-decorator]
        async def receive(request: Request) -> HTTPResponse:
            if not self._is_allowed(request):
                return _problem(401, "token")
            try:
                incoming = read_incoming(request.body)
            except BadMessage as error:
                return _problem(error.status, error.code)
            started = perf_counter()
            with tracing.joined(request.headers), tracing.span(tracing.Step.ENGINE_TURN):
                ended, answer = await self._answer(incoming, on_new_message)
                if ended is not Ended.ANSWERED:
                    tracing.mark_failed()
            metrics.count_turn(ended, perf_counter() - started)
            return answer

        @routes.route("/conversations/<sender>", methods=["DELETE"])  # type: ignore[untyped-decorator]
        async def forget(request: Request, sender: str) -> HTTPResponse:
            if not self._is_allowed(request):
                return _problem(401, "token")
            if not _SENDER.fullmatch(sender):
                return _problem(404, "sender")
            try:
                await asyncio.wait_for(_forget(request.app.ctx.agent, sender), self._turn_seconds)
            except (TimeoutError, LockError):
                return _problem(504, "slow")
            return empty()

        return routes

    def _is_allowed(self, request: Request) -> bool:
        shown = request.headers.get("authorization", "")
        expected = (_BEARER + self._token).encode()
        return hmac.compare_digest(shown.encode("utf-8", "surrogateescape"), expected)

    async def _answer(self, incoming: Incoming, on_new_message: OnMessage) -> tuple[Ended, HTTPResponse]:
        output, current = CollectingOutputChannel(), turn.begin(is_new=incoming.is_new)
        message = _as_user_message(incoming, output)
        try:
            # Broken off on time, the turn is as if it had never been: the store keeps what it had.
            await asyncio.wait_for(on_new_message(message), self._turn_seconds)
        except (TimeoutError, LockError):
            log.error("turn_slow", seconds=self._turn_seconds)
            return Ended.SLOW, _problem(504, "slow")
        except Exception as error:  # noqa: BLE001  # the one place: what Rasa raises may hold words
            log.error("turn_failed", **told_of(error))
            return Ended.FAILED, _problem(500, "failed")
        if current.is_broken or not output.messages:
            log.error("turn_silent")
            return Ended.SILENT, _problem(503, "silent")
        # Which dangers were weighed and marked: the caller's own screen knows the patterns alone.
        weighed = {} if current.risks is None else {RISKS_HEADER: ",".join(current.risks)}
        return Ended.ANSWERED, json(output.messages, headers=weighed)


def _told(app: Any) -> dict[str, str] | None:
    model = model_of(app)
    if model is None:
        return None
    return {"sha256": model.sha256, "trained_at": model.trained_at.isoformat()}


async def _count(agent: Agent | None) -> int:
    """How many conversations are in the memory of this process."""
    return 0 if agent is None else len(list(await agent.tracker_store.keys()))


async def _forget(agent: Agent, sender: str) -> None:
    async with agent.lock_store.lock(sender):
        # A tracker without events: the store then keeps nothing of it.
        await agent.tracker_store.save(DialogueStateTracker(sender, slots=[]))


def read_incoming(body: bytes) -> Incoming:
    """The checked message in a request's body. Raises BadMessage."""
    if len(body) > LONGEST_BODY:
        raise BadMessage(413, "body")
    try:
        content = loads(body)
    except ValueError:
        raise BadMessage(400, "json") from None
    if not isinstance(content, dict):
        raise BadMessage(400, "json")
    sender, message = content.get("sender"), content.get("message")
    metadata = content.get("metadata") or {}
    if not isinstance(sender, str) or not _SENDER.fullmatch(sender):
        raise BadMessage(422, "sender")
    if not isinstance(message, str) or len(message) > LONGEST_MESSAGE:
        raise BadMessage(422, "message")
    if not isinstance(metadata, dict):
        raise BadMessage(422, "metadata")
    return Incoming(sender, message, metadata, is_new=content.get("is_new") is True)


def _as_user_message(incoming: Incoming, output: CollectingOutputChannel) -> UserMessage:
    payload = None if incoming.metadata.get("typed") else read_payload(incoming.message)
    return UserMessage(
        incoming.message if payload else as_typed(incoming.message),
        output,
        incoming.sender,
        parse_data=payload.parse_data if payload else None,
        input_channel=SignpostInput.name(),
        metadata=dict(incoming.metadata),
    )


def _problem(status: int, code: str) -> HTTPResponse:
    return json({"status": status, "code": code}, status=status, content_type="application/problem+json")
