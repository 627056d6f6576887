"""Which model the engine has loaded; without one it stops instead of staying unhealthy.

Rasa logs an error while it loads a model and then serves without one, for ever.
"""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import structlog

from bot import metrics


NOT_LOADED = 78  # the exit status by which the supervisor knows what to tell; EX_CONFIG of sysexits.h
log = structlog.get_logger("bot.loaded_model")


class ModelNotLoaded(RuntimeError):
    """The model's file is there, and Rasa could not load it; the message says what to do."""


@dataclass(frozen=True)
class LoadedModel:
    """The model that runs."""

    sha256: str  # of its file
    trained_at: datetime  # aware, UTC


class ModelWatch:
    """Looks, once the server has started, whether a model was loaded, and stops the server otherwise."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._is_missing = False

    def listener(self) -> Callable[..., Awaitable[None]]:
        """For Sanic's `after_server_start`, ahead of anything that needs the model."""

        async def look(app: Any, _loop: Any = None) -> None:
            agent = getattr(app.ctx, "agent", None)
            if agent is None or not agent.is_ready():
                self._is_missing = True
                log.critical("model_not_loaded")
                app.stop()
                return
            app.ctx.model = loaded = _loaded(self._path, agent)
            metrics.tell_model(loaded.sha256, loaded.trained_at)

        return look

    def check_was_loaded(self) -> None:
        """After the server has stopped: raises ModelNotLoaded when that was for want of a model."""
        if self._is_missing:
            raise ModelNotLoaded(f"{self._path} cannot be loaded. Train it anew: signpost train --force")


def model_of(app: Any) -> LoadedModel | None:
    """The model that an application has loaded; None before it has, and where `rasa run` started it."""
    found: LoadedModel | None = getattr(app.ctx, "model", None)
    return found


def _loaded(path: Path, agent: Any) -> LoadedModel:
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    trained_at = agent.processor.model_metadata.trained_at
    return LoadedModel(sha256, trained_at.replace(tzinfo=UTC))  # Rasa notes it in UTC without saying so
