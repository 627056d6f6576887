"""What the web process holds for as long as it runs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from fastapi import Request
from sqlalchemy.orm import Session, sessionmaker

from signpost.settings import Settings


@dataclass(frozen=True)
class Resources:
    """Made once in web.app and passed to every door through the application's state."""

    settings: Settings
    sessions: sessionmaker[Session]
    secret: bytes  # signs conversations, choices and forms
    clock: Callable[[], datetime]  # aware, UTC


def resources(request: Request) -> Resources:
    """The resources of the application that answers this request (a FastAPI dependency)."""
    held: Resources = request.app.state.resources
    return held
