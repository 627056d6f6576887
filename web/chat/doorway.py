"""What the chat holds as long as the process runs, and how a route reaches it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Annotated

import httpx2
from fastapi import Depends, FastAPI, Request

from signpost.secrets import read_or_make_secret
from usage.log import UsageLog
from web import metrics
from web.chat.chat import Chat
from web.chat.engine import Engine
from web.chat.forgetting import Forgetting
from web.chat.homes import make_home
from web.chat.listing import Listing
from web.chat.rates import Limiter, rates_for
from web.chat.reporting import Reporting
from web.chat.turn import MOST_SECONDS, Means
from web.resources import Resources


WARMING_SECONDS = 5.0
CONNECT_SECONDS = 0.5  # then the next engine is asked, where there are several
SECONDS_BETWEEN_COUNTS = 15.0


def make_chat(resources: Resources, client: httpx2.AsyncClient, usage: UsageLog) -> Chat:
    """The chat over these resources, reaching the engine through this client."""
    settings = resources.settings
    token = read_or_make_secret(settings.home, "engine").hex()
    home = make_home(resources.secret, settings.scale)
    means = Means(
        engine=Engine(client, token=token, urls=settings.scale.engine_urls or ("",)),
        listing=Listing(resources.sessions, clock=resources.clock, live=settings.live),
        secret=resources.secret,
        patience=settings.engine_timeout,
        unread=settings.unread_languages,
    )
    return Chat(
        resources=resources,
        means=means,
        registry=home.registry,
        limiter=Limiter(rates_for(settings.traffic)),
        openings=home.openings,
        forgetting=Forgetting(means.engine, patience=means.patience),
        reporting=Reporting(resources.sessions, clock=resources.clock, traffic=settings.traffic),
        usage=usage,
    )


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Opens the way to the engine and the usage log, and closes both."""
    resources: Resources = app.state.resources
    usage = UsageLog(resources.settings.home / "spool", resources.sessions)
    usage.start()
    # No proxy from the environment: what people say never leaves this machine.
    limits = httpx2.Timeout(MOST_SECONDS, connect=CONNECT_SECONDS)
    async with httpx2.AsyncClient(
        base_url=resources.settings.rasa_url, timeout=limits, trust_env=False
    ) as client:
        app.state.chat = make_chat(resources, client, usage)
        # Read once at the start, the fixed numbers outlive a database that goes away.
        await app.state.chat.means.listing.fixed(within=WARMING_SECONDS)
        counting = asyncio.create_task(_count(app.state.chat))
        yield
        counting.cancel()
        with suppress(asyncio.CancelledError):
            await counting
        await app.state.chat.forgetting.stop()
        await app.state.chat.registry.close()
        await app.state.chat.openings.close()
    usage.stop()


async def _count(chat: Chat) -> None:
    """Counts open conversations again and again; those that have ended leave the memory on time."""
    while True:
        metrics.OPEN_CONVERSATIONS.set(chat.registry.count(chat.resources.clock()))
        metrics.EVENTS_LOST.set(chat.usage.lost)
        await asyncio.sleep(SECONDS_BETWEEN_COUNTS)


def chat_of(request: Request) -> Chat:
    """The chat of the application that answers this request (a FastAPI dependency)."""
    chat: Chat = request.app.state.chat
    return chat


ThisChat = Annotated[Chat, Depends(chat_of)]


def address_of(request: Request) -> str:
    """The network address a request came from; only ever counted under a hash."""
    return request.client.host if request.client else ""
