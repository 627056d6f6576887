"""Runs the web process: `python -m web.serve`."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import structlog
import uvicorn
from fastapi import FastAPI
from sqlalchemy.orm import sessionmaker

from signpost import logs, metrics, tracing
from signpost.database import make_engine
from signpost.monitoring import Process
from signpost.secrets import read_or_make_secret
from signpost.settings import Settings, read_settings
from web.app import create_app
from web.metrics import REGISTRY
from web.resources import Resources
from web.upkeep import show_upkeep


log = structlog.get_logger("web.serve")


def make_resources(settings: Settings) -> Resources:
    """The resources of a running web process: the database of the settings, the real clock."""
    return Resources(
        settings=settings,
        sessions=sessionmaker(make_engine(settings.database_url), expire_on_commit=False),
        secret=read_or_make_secret(settings.home, "web"),
        clock=lambda: datetime.now(UTC),
    )


def frame_lifespan(app: FastAPI) -> None:
    """What the process does as it starts and stops, around what its doors do.

    The log tells why it could not start: uvicorn gives that as one text, which is left out. The last spans
    are sent as it stops: uvicorn ends the process by the signal it was sent, which runs nothing at exit.
    """
    lifespan = app.router.lifespan_context

    @asynccontextmanager
    async def framed(started: FastAPI) -> AsyncIterator[Any]:
        try:
            async with lifespan(started) as state:
                yield state
        except Exception as error:
            log.critical("web.start_failed", **logs.told_of(error))
            raise
        finally:
            await asyncio.to_thread(tracing.finish)

    app.router.lifespan_context = framed


def main() -> None:
    """Serves until it is told to stop. Without an access log: query strings stay out of logs.

    A header that says where a request comes from is believed of the named proxies only: by itself uvicorn
    believes whoever connects from this machine.
    """
    logs.configure("web")
    settings = read_settings()
    held = make_resources(settings)
    show_upkeep(held)
    metrics.show(REGISTRY, Process.WEB, settings.monitoring)
    tracing.configure(Process.WEB, settings.monitoring)
    app = create_app(held)
    frame_lifespan(app)
    uvicorn.run(
        app,
        host=settings.scale.listen,
        port=settings.port,
        access_log=False,
        log_config=None,  # uvicorn's own would repeat an exception's text
        server_header=False,
        log_level="warning",
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies),
    )


if __name__ == "__main__":
    main()
