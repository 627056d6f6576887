"""Whether the engine and the action server answer now, and which model the engine runs."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import httpx

from signpost.settings import Settings


PATIENCE = 1.0  # seconds
LOCAL = "http://127.0.0.1"


@dataclass(frozen=True)
class Model:
    """The model that the engine runs."""

    sha256: str
    trained_at: datetime  # aware


@dataclass(frozen=True)
class Neighbours:
    """The other two processes, a moment ago."""

    engine: bool
    actions: bool
    model: Model | None = None


async def look(settings: Settings) -> Neighbours:
    """Asks both at once, for a second at most."""
    engine = f"{LOCAL}:{settings.rasa_port}/webhooks/signpost/"
    actions = f"{LOCAL}:{settings.actions_port}/health"
    async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE) as client:
        heard, acted = await asyncio.gather(_ask(client, engine), _ask(client, actions))
    return Neighbours(heard is not None, acted is not None, _model(heard))


async def _ask(client: httpx.AsyncClient, url: str) -> Any:
    """What a health address answers, as JSON; None when it does not say that all is well."""
    try:
        async with asyncio.timeout(PATIENCE):
            answer = await client.get(url)
        return answer.json() if answer.is_success else None
    except (TimeoutError, httpx.HTTPError, ValueError):
        return None


def _model(heard: Any) -> Model | None:
    told = heard.get("model") if isinstance(heard, dict) else None
    try:
        return Model(str(told["sha256"]), datetime.fromisoformat(told["trained_at"])) if told else None
    except (KeyError, TypeError, ValueError):
        return None
