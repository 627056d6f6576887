"""A feed of Open Referral UK at a web address: each page of its list, each whole service, or nothing."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import quote

from directory.feeds.parsing import FeedError
from directory.outbound import Fetched, Limits, OutboundError, fetch


MOST_PAGES = 100
MOST_SERVICES = 2_000
PER_PAGE = 100
MOST_SECONDS = 300.0
MOST_BYTES = 50 * 1024 * 1024
ONE_ANSWER = 5 * 1024 * 1024
Fetch = Callable[..., Fetched]


class FeedFault(StrEnum):
    """Why nothing of a feed is taken; the value is the sentence that the operator reads."""

    REFUSED_ADDRESS = "The address is not a public web address, or it leads to one that is not."
    UNREACHABLE = "The feed did not answer in time, or its answer broke off."
    NOT_OK = "The feed answered that something is wrong."
    NOT_A_FEED = "The answer is not a page of Open Referral UK services."
    LOOP = "The feed sends the same page or the same service again and again."
    MISSING = "The feed says that it has more or fewer services than it sends."
    TOO_LARGE = "The feed is larger than we read (2,000 services, 50 MB)."
    TOO_SLOW = "The feed took longer than we wait (5 minutes)."
    OTHER_SERVICE = "The feed sends another service than the one that was asked for."


class FeedBroken(FeedError):
    """A feed of which nothing is taken; `fault` says why."""

    def __init__(self, fault: FeedFault) -> None:
        """Why."""
        super().__init__(fault.name)
        self.fault = fault


class _Visit:
    """One reading of one feed within its limits."""

    def __init__(self, fetching: Fetch, clock: Callable[[], float]) -> None:
        self._fetch = fetching
        self._clock = clock
        self._ends = clock() + MOST_SECONDS
        self._room = MOST_BYTES

    def ask(self, url: str) -> Any:
        """The JSON at an address. Raises FeedBroken."""
        left = self._ends - self._clock()
        if left <= 0:
            raise FeedBroken(FeedFault.TOO_SLOW)
        if self._room <= 0:
            raise FeedBroken(FeedFault.TOO_LARGE)
        limits = Limits(total=min(30.0, left), size=min(ONE_ANSWER, self._room))
        try:
            got = self._fetch(url, limits=limits)
        except OutboundError as error:
            raise FeedBroken(_fault_of(error)) from None
        if got.status != 200:
            raise FeedBroken(FeedFault.NOT_OK)
        self._room -= len(got.body)
        try:
            return json.loads(got.body.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            raise FeedBroken(FeedFault.NOT_A_FEED) from None


def read_feed(
    url: str, *, fetching: Fetch = fetch, clock: Callable[[], float] = time.monotonic
) -> list[dict[str, Any]]:
    """Every whole service of a feed, in the order of its list. Raises FeedBroken: then nothing is taken."""
    visit, base = _Visit(fetching, clock), base_of(url)
    ids, total = _list_ids(visit, base)
    if len(ids) != total:
        raise FeedBroken(FeedFault.MISSING)
    services = []
    for key in ids:
        service = visit.ask(f"{base}/services/{quote(key, safe='')}")
        if not isinstance(service, dict) or str(service.get("id")) != key:
            raise FeedBroken(FeedFault.OTHER_SERVICE)
        services.append(service)
    return services


def base_of(url: str) -> str:
    """The address of the API, whichever of its addresses somebody copied."""
    return url.partition("?")[0].rstrip("/").removesuffix("/services")


def _list_ids(visit: _Visit, base: str) -> tuple[list[str], int]:
    ids: list[str] = []
    for number in range(1, MOST_PAGES + 1):
        page = visit.ask(f"{base}/services?page={number}&per_page={PER_PAGE}")
        read = _page(page, number)
        found, total = read.ids, read.total
        if set(found) & set(ids) or len(set(found)) != len(found):
            raise FeedBroken(FeedFault.LOOP)
        ids += found
        if total > MOST_SERVICES or len(ids) > MOST_SERVICES:
            raise FeedBroken(FeedFault.TOO_LARGE)
        if number >= read.pages:
            return ids, total
        if not found:
            raise FeedBroken(FeedFault.MISSING)
    raise FeedBroken(FeedFault.TOO_LARGE)


@dataclass(frozen=True)
class _Page:
    """How many services and pages there are, and the ids on this page."""

    total: int
    pages: int
    ids: list[str]


def _page(page: Any, number: int) -> _Page:
    rows = page.get("contents") if isinstance(page, dict) else None
    counts = [page.get(name) if isinstance(page, dict) else None for name in ("total_items", "total_pages")]
    if not isinstance(rows, list) or not all(type(each) is int and each >= 0 for each in counts):
        raise FeedBroken(FeedFault.NOT_A_FEED)
    if page.get("page_number", number) != number:
        raise FeedBroken(FeedFault.LOOP)
    ids = [row.get("id") if isinstance(row, dict) else None for row in rows]
    if not all(isinstance(each, str) and 0 < len(each) <= 100 for each in ids):
        raise FeedBroken(FeedFault.NOT_A_FEED)
    return _Page(int(counts[0] or 0), int(counts[1] or 0), [str(each) for each in ids])


def _fault_of(error: OutboundError) -> FeedFault:
    by_kind = {
        "RefusedAddress": FeedFault.REFUSED_ADDRESS,
        "TooLarge": FeedFault.TOO_LARGE,
        "TooSlow": FeedFault.TOO_SLOW,
        "TooManyRedirects": FeedFault.LOOP,
        "Unreadable": FeedFault.NOT_A_FEED,
    }
    return by_kind.get(type(error).__name__, FeedFault.UNREACHABLE)
