"""Fetches from other people's sites, and can be led to no address that is not public.

Every address that a name has is checked, and the connection goes to a checked address, so that a name which
answers differently the next time changes nothing. Each redirect is checked in the same way.
"""

import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Timer
from urllib.parse import urljoin

import requests
from urllib3.exceptions import HTTPError

from directory.outbound.addresses import Asked, Reach, asked_for
from directory.outbound.errors import TooLarge, TooManyRedirects, TooSlow, Unreachable, Unreadable
from directory.outbound.pinned import PinnedAdapter


REDIRECTS = frozenset({301, 302, 303, 307, 308})
CHUNK = 16 * 1024
GZIP_OR_ZLIB = 47  # what zlib calls "either header"
PACKED = frozenset({"gzip", "x-gzip", "deflate"})
NAMED_AS = "Signpost-directory/1"
MOST_ADDRESSES_TRIED = 2


@dataclass(frozen=True)
class Limits:
    """How long and how much; seconds and bytes, and the bytes count after unpacking too."""

    connect: float = 5
    read: float = 10
    total: float = 30
    size: int = 5 * 1024 * 1024
    redirects: int = 5


@dataclass(frozen=True)
class Fetched:
    """What came back in the end; `chain` lists every address asked, in that order."""

    status: int
    url: str
    body: bytes
    chain: tuple[str, ...]
    content_type: str = ""


@dataclass
class _Deadline:
    ends: float
    clock: Callable[[], float] = field(default=time.monotonic)

    def left(self) -> float:
        """The seconds that are left. Raises TooSlow when there are none."""
        left = self.ends - self.clock()
        if left <= 0:
            raise TooSlow("too-slow")
        return left


PUBLIC = Reach()
USUAL = Limits()


def fetch(
    url: str,
    *,
    limits: Limits = USUAL,
    reach: Reach = PUBLIC,
    method: str = "GET",
    named_as: str = NAMED_AS,
) -> Fetched:
    """The answer of a site to a GET or HEAD without anything of ours in it but how we name ourselves.

    Raises an OutboundError: RefusedAddress, Unreachable, TooSlow, TooLarge, TooManyRedirects, Unreadable.
    """
    deadline = _Deadline(time.monotonic() + limits.total)
    chain: list[str] = []
    while len(chain) <= limits.redirects:
        asked = asked_for(url, reach)
        chain.append(asked.url)
        deadline.left()
        with requests.Session() as session:
            session.trust_env = False
            session.headers["User-Agent"] = named_as
            response, adapter = _ask(session, method, asked, limits, deadline)
            with response, _stopped_at(deadline, adapter):
                where = response.headers.get("location")
                if response.status_code in REDIRECTS and where:
                    url = urljoin(asked.url, where)
                    continue
                body = b"" if method == "HEAD" else _read(response, limits.size, deadline)
        kind = response.headers.get("content-type", "")
        return Fetched(response.status_code, asked.url, body, tuple(chain), kind)
    raise TooManyRedirects("too-many-redirects")


def _ask(
    session: requests.Session, method: str, asked: Asked, limits: Limits, deadline: _Deadline
) -> tuple[requests.Response, PinnedAdapter]:
    """The answer of the first address that takes a connection, its body still unread."""
    for address in asked.addresses[:MOST_ADDRESSES_TRIED]:
        adapter = PinnedAdapter(asked.host, address)
        session.mount(f"{asked.scheme}://", adapter)
        left = deadline.left()
        wait = (min(limits.connect, left), min(limits.read, left))
        try:
            with _stopped_at(deadline, adapter):
                return _send(session, method, asked, wait), adapter
        except requests.exceptions.ConnectTimeout:
            continue
        except requests.exceptions.Timeout:
            raise TooSlow("too-slow") from None
        except requests.exceptions.ConnectionError:
            deadline.left()
            continue
        except (requests.exceptions.RequestException, HTTPError, ValueError):
            raise Unreadable("not-http") from None
    raise Unreachable("unreachable")


def _send(
    session: requests.Session, method: str, asked: Asked, wait: tuple[float, float]
) -> requests.Response:
    headers = {"Accept-Encoding": "identity", "Host": asked.host_header}
    return session.request(
        method, asked.url, headers=headers, timeout=wait, allow_redirects=False, stream=True
    )


def _read(response: requests.Response, most: int, deadline: _Deadline) -> bytes:
    """The body, unpacked by ourselves so that a small body cannot unpack to a large one unseen."""
    packed = response.headers.get("content-encoding", "").strip().lower()
    if packed not in {"", "identity", *PACKED}:
        raise Unreadable("unknown-encoding")
    unpack = zlib.decompressobj(GZIP_OR_ZLIB) if packed in PACKED else None
    body = bytearray()
    for chunk in _chunks(response, deadline):
        body += _unpacked(unpack, chunk, most - len(body)) if unpack else chunk
        if len(body) > most:
            raise TooLarge("too-large")
    if unpack and not unpack.eof:
        raise Unreadable("not-packed-as-said")
    return bytes(body)


def _chunks(response: requests.Response, deadline: _Deadline) -> Iterator[bytes]:
    try:
        for chunk in response.raw.stream(CHUNK, decode_content=False):
            deadline.left()
            yield chunk
    except (HTTPError, OSError, ValueError):
        deadline.left()  # our own hand may have cut it off
        raise Unreachable("broken-off") from None


def _unpacked(unpack: "zlib._Decompress", chunk: bytes, room: int) -> bytes:
    try:
        return unpack.decompress(chunk, max(room, 0) + 1)
    except zlib.error:
        raise Unreadable("not-packed-as-said") from None


class _stopped_at:  # noqa: N801 - used like a function
    """Cuts the connection when the time is over: a site that drips byte by byte never times out by itself."""

    def __init__(self, deadline: _Deadline, adapter: PinnedAdapter) -> None:
        self._timer = Timer(deadline.left(), adapter.cut)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
