"""Where a request for the chat's page comes from: a network address, and a door of ours."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from vocabulary.pathway import Channel
from web.chat.display import ThisDisplay
from web.chat.doorway import address_of
from web.chat.replying import wants_fragment


WHOLE = "text/html"  # what the page's script accepts when it asks for a page: a browser itself accepts more


@dataclass(frozen=True)
class Arrival:
    """Where one request comes from; the address is only ever counted under a hash."""

    address: str
    channel: Channel


def arrival_of(request: Request, display: ThisDisplay) -> Arrival:
    """Where a request comes from (a FastAPI dependency).

    The door is told by how the page was asked for, and by no field that anybody could make up.
    """
    return Arrival(address_of(request), _channel(request, is_framed=display.is_framed))


def _channel(request: Request, *, is_framed: bool) -> Channel:
    if is_framed:
        return Channel.WIDGET
    has_script = wants_fragment(request) or request.headers.get("accept") == WHOLE
    return Channel.WEB if has_script else Channel.WEB_NO_SCRIPT


ThisArrival = Annotated[Arrival, Depends(arrival_of)]
