"""Whether web addresses still work, with days of patience."""

from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from directory.link_checks import (
    DEAD_AFTER,
    Answer,
    answer_of,
    asking_as,
    check_links,
    troubles,
    unasked,
)
from directory.model import Contact, LinkCheck
from directory.outbound import Fetched, RefusedAddress, Unreachable
from directory.terms import ContactChannel, LinkState
from directory.visiting import Blocked, Visitor
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
    return check_links(sessions, today=today, visit=site)


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


@pytest.mark.parametrize("days", [1, DEAD_AFTER + 3])
def test_what_a_site_keeps_programs_from_is_never_dead_and_is_told_apart(
    linked: sessionmaker[Session], days: int
) -> None:
    _check(linked, Site(any=404), days=-1)
    for day in range(days):
        _check(linked, Site(any=Blocked()), days=day)

    assert _state(linked) is LinkState.BLOCKED
    with linked() as session:
        assert troubles(session) == []
        assert [(each.url, each.failing_since) for each in unasked(session)] == [(URL, None)]


def test_the_days_before_a_site_kept_programs_away_do_not_count(linked: sessionmaker[Session]) -> None:
    for day in range(DEAD_AFTER - 1):
        _check(linked, Site(any=404), days=day)
    _check(linked, Site(any=Blocked()), days=DEAD_AFTER)
    _check(linked, Site(any=404), days=DEAD_AFTER + 1)

    assert _state(linked) is LinkState.FAILING


def test_links_of_one_host_are_not_asked_for_one_after_the_other(linked: sessionmaker[Session]) -> None:
    with linked() as session:
        for slug, url in {"b": "https://www.help.example.org.uk/b", "c": "https://c.example.org.uk/"}.items():
            store_a_service(session, slug).contacts[0].url = url
        session.commit()
    site = Site()

    _check(linked, site)

    hosts = [urlsplit(each.removeprefix("HEAD ")).hostname or "" for each in site.asked]
    assert sorted(hosts) == ["c.example.org.uk", *["www.help.example.org.uk"] * 2]
    assert hosts[0] != hosts[1]


def test_what_is_inside_our_own_network_is_not_asked() -> None:
    assert answer_of("http://127.0.0.1/", Visitor(asking_as("Test"), wait=lambda _: None)) == Answer(
        None, refused=True
    )
