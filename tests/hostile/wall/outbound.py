"""Notes every way out of this machine that a Python process tries, and shuts it.

Standard library only: it is loaded before anything else in processes that tests start (sitecustomize).
"""

import sys
from collections.abc import Callable
from ipaddress import ip_address
from typing import Any


LOCAL_NAMES = frozenset({"", "localhost", "0.0.0.0", "::"})  # where a server listens
WATCHED = frozenset(
    {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"}
)


class Outbound(RuntimeError):
    """Something tried to reach another machine; where it wanted to is noted, not told."""


def put_up(note: Callable[[str], bool]) -> None:
    """Shuts the way out for the life of the process; `note` hears the event and where it led to.

    A note that answers False lets it pass: a hook that was put up cannot be taken down.
    """

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event not in WATCHED or is_local(event, arguments):
            return
        if note(f"{event} {_place(event, arguments)}"):
            raise Outbound

    sys.addaudithook(watch)


def is_local(event: str, arguments: tuple[Any, ...]) -> bool:
    """Whether an audited call of the socket module stays on this machine."""
    place = _place(event, arguments)
    if not isinstance(place, tuple):
        place = (place,)
    host = place[0]
    if host is None or (isinstance(host, str | bytes) and len(place) == 1 and event == "socket.connect"):
        return True  # a Unix socket, or the wildcard address
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
    if name in LOCAL_NAMES:
        return True
    try:
        return ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _place(event: str, arguments: tuple[Any, ...]) -> Any:
    """Where a call leads: sockets are audited as (socket, address), look-ups as (host, …)."""
    if event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        return (arguments[0], *arguments[1:2])
    return arguments[1]
