"""Whether web addresses still work, with days of patience."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from directory.link_checks import (
    DEAD_AFTER,
    Answer,
    answer_of,
    ask_politely,
    check_links,
    troubles,
)
from directory.model import Contact, LinkCheck
from directory.outbound import Fetched, RefusedAddress, Unreachable
from directory.terms import ContactChannel, LinkState
from tests.directory.factories import store_a_service


URL = "https://www.help.example.org.uk/page"
TODAY = date(2026, 11, 24)


class Site:
    """The web as a test wants it: what each address answers, and what it was asked."""

    def __init__(self, **answers: int | str | Exception) -> None:
        self.answers = answers  # by method: a status, an address it leads to, or an error
        self.asked: list[str] = []

    def __call__(self, method: str, url: str) -> Fetched:
        """Answers one question."""
        self.asked.append(f"{method} {url}")
        found = self.answers.get(method, self.answers.get("any", 200))
        if isinstance(found, Exception):
            raise found
        if isinstance(found, str):
            return Fetched(200, found, b"", (url, found))
        return Fetched(found, url, b"", (url,))


@pytest.fixture
def linked(sessions: sessionmaker[Session]) -> sessionmaker[Session]:
    """A directory of one service whose one contact is a website."""
    with sessions() as session:
        contact = store_a_service(session).contacts[0]
        contact.channel, contact.url = ContactChannel.WEBSITE, URL
        session.commit()
    return sessions


def _check(sessions: sessionmaker[Session], site: Site, *, days: int = 0) -> int:
    today = TODAY + timedelta(days=days)
    return check_links(sessions, today=today, wait=lambda seconds: None, ask=site)


def _state(sessions: sessionmaker[Session]) -> LinkState:
    with sessions() as session:
        return session.scalars(select(LinkCheck)).one().state


def test_an_address_that_answers_works_and_is_asked_once_a_day(linked: sessionmaker[Session]) -> None:
    site = Site()

    assert [_check(linked, site), _check(linked, site), _check(linked, site, days=1)] == [1, 0, 1]
    assert _state(linked) is LinkState.WORKS
    assert site.asked == [f"HEAD {URL}"] * 2


def test_get_is_asked_where_head_finds_nothing_right() -> None:
    site = Site(HEAD=404, GET=200)

    assert answer_of(URL, site) == Answer(200)
    assert site.asked == [f"HEAD {URL}", f"GET {URL}"]


@pytest.mark.parametrize("status", [401, 403, 405, 429, 503])
def test_a_site_that_turns_programs_away_still_stands(status: int) -> None:
    assert answer_of(URL, Site(any=status)).is_right


@pytest.mark.parametrize("fault", [404, 410, 500, Unreachable("unreachable")])
def test_what_does_not_answer_gets_days_before_it_is_dead(
    linked: sessionmaker[Session], fault: int | Exception
) -> None:
    site = Site(any=fault)

    states = []
    for day in range(DEAD_AFTER):
        _check(linked, site, days=day)
        states.append(_state(linked))

    assert states == [LinkState.FAILING] * (DEAD_AFTER - 1) + [LinkState.DEAD]
    with linked() as session:
        assert [(each.url, each.failing_since) for each in troubles(session)] == [(URL, TODAY)]


def test_an_answer_in_between_starts_the_days_again(linked: sessionmaker[Session]) -> None:
    for day in range(DEAD_AFTER - 1):
        _check(linked, Site(any=404), days=day)
    _check(linked, Site(), days=DEAD_AFTER - 1)
    _check(linked, Site(any=404), days=DEAD_AFTER)

    assert _state(linked) is LinkState.FAILING


@pytest.mark.parametrize(
    ("where", "state"),
    [
        ("https://help.example.org.uk/new", LinkState.WORKS),
        ("https://other.example.org.uk/", LinkState.WORKS),
        ("https://casino.example.com/", LinkState.MOVED),
        ("https://casino.org.uk/", LinkState.MOVED),
    ],
)
def test_a_redirect_to_another_owner_s_domain_is_an_alarm_at_once(
    linked: sessionmaker[Session], where: str, state: LinkState
) -> None:
    _check(linked, Site(any=where))

    assert _state(linked) is state
    with linked() as session:
        assert [each.led_to for each in troubles(session)] == ([where] if state is LinkState.MOVED else [])


def test_an_address_inside_our_own_network_is_refused_and_told(linked: sessionmaker[Session]) -> None:
    site = Site(any=RefusedAddress("not-public"))
    _check(linked, site)

    assert _state(linked) is LinkState.REFUSED
    assert len(site.asked) == 1


def test_a_corrected_address_starts_afresh_and_is_no_trouble(linked: sessionmaker[Session]) -> None:
    for day in range(DEAD_AFTER):
        _check(linked, Site(any=404), days=day)
    with linked.begin() as session:
        session.scalars(select(Contact)).one().url = "https://new.example.org.uk/"

    with linked() as session:
        assert troubles(session) == []
    assert _check(linked, Site(any=404), days=DEAD_AFTER - 1) == 1
    assert _state(linked) is LinkState.FAILING


def test_a_withdrawn_address_is_not_asked(linked: sessionmaker[Session]) -> None:
    from datetime import UTC, datetime

    with linked.begin() as session:
        session.scalars(select(Contact)).one().withdrawn_at = datetime(2026, 11, 24, tzinfo=UTC)

    assert _check(linked, Site()) == 0


def test_no_host_is_asked_twice_within_a_second(linked: sessionmaker[Session]) -> None:
    with linked() as session:
        service = store_a_service(session, "another-service")
        service.contacts[0].url = "https://www.help.example.org.uk/other"
        session.commit()
    said: list[str] = []
    note: Callable[[float], None] = lambda seconds: said.append(f"wait {seconds}")  # noqa: E731

    def ask(method: str, url: str) -> Fetched:
        said.append(url)
        return Fetched(200, url, b"", (url,))

    check_links(linked, today=TODAY, wait=note, ask=ask)

    assert [each for each in said if each.startswith("wait")] == ["wait 1.0"]
    assert said[1] == "wait 1.0"


def test_what_is_inside_our_own_network_is_not_asked() -> None:
    assert answer_of("http://127.0.0.1/", ask_politely) == Answer(None, refused=True)
