"""Tests of asking sites politely: their robots.txt, the pause between two questions, and our own name."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from directory.outbound import Fetched, TooLarge, TooManyRedirects, TooSlow, Unreachable, Unreadable, fetch
from directory.visiting import LEAST_PAUSE, MOST_PAUSE, NAME, Blocked, Visitor, named_as
from tests.directory.outbound.conftest import Site, site  # noqa: F401 - a fixture


PAGE = "https://charity.example.org/help"
ROBOTS = "https://charity.example.org/robots.txt"


class Web:
    """Sites with one robots.txt, and a clock that goes on when somebody waits."""

    def __init__(self, robots: str | int | Exception = 404) -> None:
        self.robots = robots
        self.now = 1000.0
        self.asked: list[tuple[float, str, str]] = []

    def ask(self, method: str, url: str) -> Fetched:
        """One question and its answer."""
        self.asked.append((self.now, method, url))
        if not url.endswith("/robots.txt"):
            return Fetched(200, url, b"", (url,))
        if isinstance(self.robots, Exception):
            raise self.robots
        status, text = (200, self.robots) if isinstance(self.robots, str) else (self.robots, "Disallow: /")
        return Fetched(status, url, text.encode(), (url,))

    def wait(self, seconds: float) -> None:
        """Time goes by."""
        self.now += seconds

    def visitor(self) -> Visitor:
        """Somebody who asks there."""
        return Visitor(self.ask, wait=self.wait, clock=lambda: self.now)

    @property
    def addresses(self) -> list[str]:
        """What was asked for."""
        return [url for _, _, url in self.asked]


@pytest.mark.parametrize(
    "robots",
    [
        "User-agent: *\nDisallow: /",
        "User-agent: *\nDisallow: /help",
        f"User-agent: {NAME.upper()}\nDisallow: /\n\nUser-agent: *\nDisallow:",
        "\ufeffUser-agent: *\r\nDisallow: /he\r\n",
        500,  # RFC 9309, 2.3.1.4: what cannot be read forbids everything
        503,
    ],
)
def test_what_the_site_asks_programs_to_leave_alone_is_not_asked_for(robots: str | int) -> None:
    web = Web(robots)

    with pytest.raises(Blocked):
        web.visitor()("HEAD", PAGE)

    assert web.addresses == [ROBOTS]


@pytest.mark.parametrize(
    "robots",
    [
        "",
        "User-agent: *\nDisallow:",
        "User-agent: *\nDisallow: /private",
        "User-agent: OtherBot\nDisallow: /",
        f"User-agent: {NAME}\nAllow: /\n\nUser-agent: *\nDisallow: /",
        "<html>Not found</html>",
        401,  # RFC 9309, 2.3.1.3: no robots.txt that we may read, no rules
        404,
        TooLarge("too-large"),
        TooManyRedirects("too-many-redirects"),
        Unreadable("not-http"),
    ],
)
def test_everything_else_is(robots: str | int | Exception) -> None:
    web = Web(robots)

    assert web.visitor()("HEAD", PAGE).status == 200
    assert web.addresses == [ROBOTS, PAGE]


@pytest.mark.parametrize("fault", [Unreachable("unreachable"), TooSlow("too-slow")])
def test_a_host_that_does_not_answer_is_not_asked_again_for_its_page(fault: Exception) -> None:
    web = Web(fault)

    with pytest.raises(type(fault)):
        web.visitor()("HEAD", PAGE)

    assert web.addresses == [ROBOTS]


def test_a_site_s_rules_are_read_once_for_each_site() -> None:
    web = Web("")
    visit = web.visitor()

    for url in (PAGE, PAGE + "/more", "http://charity.example.org/help", "https://other.example.org/"):
        visit("HEAD", url)

    read = [url for url in web.addresses if url.endswith("robots.txt")]
    assert read == [ROBOTS, "http://charity.example.org/robots.txt", "https://other.example.org/robots.txt"]


@pytest.mark.parametrize(
    ("robots", "pause"),
    [
        ("", LEAST_PAUSE),
        ("User-agent: *\nCrawl-delay: 0", LEAST_PAUSE),
        ("User-agent: *\nCrawl-delay: 7", 7),
        ("User-agent: *\nCrawl-delay: 86400", MOST_PAUSE),
        (f"User-agent: {NAME}\nCrawl-delay: 3\n\nUser-agent: *\nCrawl-delay: 9", 3),
    ],
)
def test_between_two_questions_to_one_host_lies_the_pause_it_asks_for(robots: str, pause: float) -> None:
    web = Web(robots)
    visit = web.visitor()

    for method in ("HEAD", "GET"):
        visit(method, PAGE)
    visit("HEAD", "https://other.example.org/")

    moments = [moment for moment, _, _ in web.asked]
    assert [later - before for before, later in pairwise(moments[:4])] == [
        pause,  # after its robots.txt too
        pause,
        0,  # another host need not wait
    ]


def test_time_that_has_gone_by_anyway_is_not_waited_for() -> None:
    web = Web("")
    visit = web.visitor()
    visit("HEAD", PAGE)
    web.now += LEAST_PAUSE / 4
    before = web.now

    visit("GET", PAGE)

    assert web.now - before == pytest.approx(LEAST_PAUSE * 3 / 4)


def test_a_real_site_is_told_who_asks(site: Site) -> None:  # noqa: F811 - the fixture
    site.robots = "User-agent: *\nDisallow: /gone"
    name = named_as("https://signpost.example")
    ask: Callable[[str, str], Fetched] = lambda method, url: fetch(  # noqa: E731
        url, method=method, reach=site.reach(), named_as=name
    )
    visit = Visitor(ask, wait=lambda _: None)

    assert visit("HEAD", site.at("/hello")).status == 200
    with pytest.raises(Blocked):
        visit("HEAD", site.at("/gone"))

    assert [path for _, path in site.asked] == ["/robots.txt", "/hello"]
    assert {each["user-agent"] for each in site.headers} == {
        "Signpost-directory/1 (+https://signpost.example)"
    }
