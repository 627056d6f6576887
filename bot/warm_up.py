"""One message through the whole engine before it says it is ready: the first person waits for nothing."""

import asyncio
from typing import Any

import structlog
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from bot.loaded_model import model_of
from signpost.logs import told_of


log = structlog.get_logger("bot.warm_up")

SENTENCE = "hello"
SENDER = "warm-up"
MOST_SECONDS = 20.0  # libraries load on first use; after this the engine opens all the same


async def close_door(app: Any, _loop: Any = None) -> None:
    """Before the engine serves: not ready."""
    app.ctx.is_warm = False


async def warm_up(app: Any, _loop: Any = None) -> None:
    """Once it serves: one turn, which no usage event counts, then ready."""
    if model_of(app) is None:
        return  # the server is about to stop
    message = UserMessage(SENTENCE, CollectingOutputChannel(), SENDER)
    try:
        await asyncio.wait_for(app.ctx.agent.handle_message(message), MOST_SECONDS)
    except Exception as error:  # noqa: BLE001  # a cold engine is better than none
        log.warning("not_warmed_up", **told_of(error))
    app.ctx.is_warm = True


def is_warm(app: Any) -> bool:
    """Whether the engine may say that it is ready; one that `rasa run` started is taken at its word."""
    return bool(getattr(app.ctx, "is_warm", True))
