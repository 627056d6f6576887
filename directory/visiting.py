"""Asking other people's sites politely: by our own name, as their robots.txt allows, one question at a time.

What a robots.txt means where it is missing or cannot be read is RFC 9309's (sections 2.2 and 2.3).
"""

import time
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from directory.outbound import Fetched, TooLarge, TooManyRedirects, Unreadable


NAME = "Signpost-directory"  # which a robots.txt can name
LEAST_PAUSE = 1.0  # seconds between two questions to one host
MOST_PAUSE = 30.0  # however long a site asks for

Ask = Callable[[str, str], Fetched]  # a method and an address


class Blocked(Exception):
    """The site asks programs to stay away from this address, so it was not asked for."""


def named_as(public_url: str) -> str:
    """How we name ourselves to a site: what asks, and where whoever wonders finds us."""
    return f"{NAME}/1 (+{public_url})"


class Visitor:
    """Asks for addresses, and remembers each site's rules and when its host was last asked."""

    def __init__(
        self, ask: Ask, *, wait: Callable[[float], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`wait` sleeps so many seconds of the clock."""
        self._ask = ask
        self._wait = wait
        self._clock = clock
        self._rules: dict[str, RobotFileParser] = {}
        self._asked_at: dict[str, float] = {}

    def __call__(self, method: str, url: str) -> Fetched:
        """The answer of a site. Raises Blocked, OutboundError."""
        rules = self._rules_of(url)
        if not rules.can_fetch(NAME, url):
            raise Blocked
        return self._question(method, url, pause=_pause(rules))

    def _rules_of(self, url: str) -> RobotFileParser:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._read_rules(f"{site}/robots.txt")
        return self._rules[site]

    def _read_rules(self, url: str) -> RobotFileParser:
        """What a robots.txt says. Where the host does not even answer that, its page is not asked for."""
        try:
            found = self._question("GET", url, pause=LEAST_PAUSE)
        except (TooLarge, TooManyRedirects, Unreadable):
            return _rules("")
        if found.status >= 500:
            return _rules("User-agent: *\nDisallow: /")
        return _rules(found.body.decode("utf-8-sig", "replace") if found.status == 200 else "")

    def _question(self, method: str, url: str, *, pause: float) -> Fetched:
        host = (urlsplit(url).hostname or "").lower()
        since = self._clock() - self._asked_at.get(host, float("-inf"))
        if since < pause:
            self._wait(pause - since)
        try:
            return self._ask(method, url)
        finally:
            self._asked_at[host] = self._clock()


def _rules(text: str) -> RobotFileParser:
    rules = RobotFileParser()
    rules.parse(text.splitlines())
    return rules


def _pause(rules: RobotFileParser) -> float:
    """The seconds between two questions that a site asks for, within reason."""
    return min(max(LEAST_PAUSE, float(rules.crawl_delay(NAME) or 0)), MOST_PAUSE)
