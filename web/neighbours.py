"""Whether an engine and the action server answer now, and which model the engine runs."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import httpx2

from signpost.settings import Settings


PATIENCE = 1.0  # seconds
LOCAL = "http://127.0.0.1"
ENGINE_HEALTH = "/webhooks/signpost/"
ACTIONS_HEALTH = "/health"


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
    """Asks all at once, for a second at most. Of several engines one that answers is enough."""
    engines = settings.scale.engine_urls or (f"{LOCAL}:{settings.rasa_port}",)
    actions = settings.scale.actions_url or f"{LOCAL}:{settings.actions_port}"
    urls = [*(f"{each}{ENGINE_HEALTH}" for each in engines), f"{actions}{ACTIONS_HEALTH}"]
    async with httpx2.AsyncClient(trust_env=False, timeout=PATIENCE) as client:
        *heard, acted = await asyncio.gather(*(_ask(client, url) for url in urls))
    first = next((each for each in heard if each is not None), None)
    return Neighbours(first is not None, acted is not None, _model(first))


async def _ask(client: httpx2.AsyncClient, url: str) -> Any:
    """What a health address answers, as JSON; None when it does not say that all is well."""
    try:
        async with asyncio.timeout(PATIENCE):
            answer = await client.get(url)
        return answer.json() if answer.is_success else None
    except (TimeoutError, httpx2.HTTPError, ValueError):
        return None


def _model(heard: Any) -> Model | None:
    told = heard.get("model") if isinstance(heard, dict) else None
    try:
        return Model(str(told["sha256"]), datetime.fromisoformat(told["trained_at"])) if told else None
    except (KeyError, TypeError, ValueError):
        return None
