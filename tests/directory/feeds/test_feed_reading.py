"""Reading the feeds that are due: each by itself, and what they bring waits for a second person."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import event, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

from directory.feeds import applying, feeds
from directory.feeds.change_sets import SamePerson, State, count_undecided, state_of
from directory.feeds.feed_reading import Reading, read_due
from directory.feeds.feeds import READ, SAME, STARTED, Standing, standing_of
from directory.feeds.oruk import FeedFault
from directory.history import Editor
from directory.model import ChangeSet, Feed, Service
from directory.outbound import Fetched, Limits, Unreachable
from tests.directory.feeds.conftest import APPROVER, AT, MANAGER, Desk
from tests.directory.feeds.fake_feed import BASE, FakeFeed, a_foreign_service, feed_of


FIRST_PAGE = "/services?page=1&per_page=100"
OTHER = BASE.replace("directory", "another")
DAY = timedelta(hours=24)


@pytest.fixture
def both(sessions: sessionmaker[Session]) -> Desk:
    """A desk over an empty directory, once on each database."""
    return Desk(sessions)


def _keep(desk: Desk, *urls: str, every_hours: int = 24) -> None:
    for url in urls:
        with desk.sessions.begin() as session:
            feeds.add_feed(session, url, every_hours=every_hours, by=MANAGER, at=AT)


def _read(desk: Desk, feed: FakeFeed, *, at: datetime = AT) -> list[str]:
    return [each.outcome for each in read_due(desk.sessions, at=at, fetching=feed)]


def _sets(desk: Desk) -> list[ChangeSet]:
    with desk.sessions() as session:
        return list(session.scalars(select(ChangeSet).order_by(ChangeSet.at)))


def test_a_feed_is_read_when_it_is_due_and_what_it_brings_waits(both: Desk) -> None:
    _keep(both, BASE)

    assert _read(both, feed_of(a_foreign_service())) == [READ]

    [brought] = _sets(both)
    assert (brought.new_count, state_of(brought)) == (1, State.WAITING)
    with both.sessions() as session:
        kept = session.scalars(select(Feed)).one()
        assert (kept.outcome, kept.read_at, kept.due_at) == (READ, AT, AT + DAY)
        assert session.scalars(select(Service).where(Service.name == "Drop-in for families")).all() == []
    assert _read(both, feed_of(), at=AT + timedelta(hours=23)) == []
    assert _read(both, feed_of(), at=AT + DAY) == [SAME]  # nothing that it sends differs


@pytest.mark.parametrize("changes", [False, True])
def test_whoever_added_or_changed_a_feed_is_no_second_person_for_it(desk: Desk, *, changes: bool) -> None:
    _keep(desk, BASE)
    other = Editor("9", "Another approver")
    with desk.sessions.begin() as session:
        if changes:
            feeds.change_hours(session.scalars(select(Feed)).one(), 48, by=APPROVER, at=AT)
    _read(desk, feed_of(a_foreign_service()))
    [brought] = _sets(desk)
    with desk.sessions.begin() as session:
        session.delete(session.scalars(select(Feed)).one())  # which takes nobody's part away

    for person in (MANAGER, *([APPROVER] if changes else [])):
        with pytest.raises(SamePerson), desk.sessions.begin() as session:
            applying.apply(session, brought.id, by=person, at=AT, cool_off=DAY)
    with desk.sessions.begin() as session:
        applying.apply(session, brought.id, by=other if changes else APPROVER, at=AT, cool_off=DAY)


def test_a_feed_that_sends_the_same_again_brings_nothing_and_a_broken_one_is_noted(desk: Desk) -> None:
    feed = feed_of(a_foreign_service())
    _keep(desk, BASE, every_hours=1)
    outcomes = _read(desk, feed) + _read(desk, feed, at=AT + timedelta(hours=2))
    feed.spoilt[FIRST_PAGE] = b"broken"
    outcomes += _read(desk, feed, at=AT + timedelta(hours=4))

    assert outcomes == [READ, SAME, FeedFault.NOT_A_FEED.name.lower()]
    assert len(_sets(desk)) == 1


def test_a_feed_that_somebody_asks_for_is_judged_anew_after_its_set_was_thrown_away(desk: Desk) -> None:
    feed = feed_of(a_foreign_service())
    _keep(desk, BASE)
    _read(desk, feed)
    with desk.sessions.begin() as session:
        applying.discard(session, _sets(desk)[0].id, by=MANAGER, at=AT)
        feeds.ask_for_reading(session.scalars(select(Feed)).one(), at=AT)

    assert _read(desk, feed) == [READ]
    assert [state_of(each) for each in _sets(desk)].count(State.WAITING) == 1


def test_what_a_feed_sends_takes_the_place_of_what_it_sent_before_and_nobody_decided_about(
    desk: Desk,
) -> None:
    service = a_foreign_service()
    _keep(desk, BASE)
    _read(desk, feed_of(service))
    later = AT + DAY

    _read(desk, feed_of({**service, "name": "Drop-in for all"}), at=later)

    before, now = _sets(desk)
    assert (state_of(before), before.discarded_at) == (State.DISCARDED, later)
    assert (state_of(now), now.at) == (State.WAITING, later)
    with desk.sessions() as session:
        assert count_undecided(session) == 1


def test_what_a_feed_brings_in_vain_is_counted_until_somebody_throws_it_away(desk: Desk) -> None:
    _keep(desk, BASE)
    assert _read(desk, feed_of(a_foreign_service(name=None))) == [READ]

    [brought] = _sets(desk)
    assert state_of(brought) is State.REFUSED
    with desk.sessions.begin() as session:
        assert count_undecided(session) == 1
        applying.discard(session, brought.id, by=MANAGER, at=AT)
        assert count_undecided(session) == 0


def test_a_paused_feed_is_not_read(desk: Desk) -> None:
    _keep(desk, BASE)
    with desk.sessions.begin() as session:
        feeds.pause(session.scalars(select(Feed)).one())

    assert _read(desk, feed_of(a_foreign_service())) == []


class Two:
    """Two directories' feeds behind their addresses; the first one is in trouble."""

    def __init__(self, trouble: Exception) -> None:
        self.good = feed_of(a_foreign_service())
        self.trouble = trouble

    def __call__(self, url: str, *, limits: Limits) -> Fetched:
        """The answer of one of them."""
        if url.startswith(OTHER):
            raise self.trouble
        return self.good(url, limits=limits)


def test_a_feed_that_cannot_be_reached_does_not_stop_the_next(both: Desk) -> None:
    _keep(both, OTHER, BASE)

    done = read_due(both.sessions, at=AT, fetching=Two(Unreachable("unreachable")))

    assert {Reading(OTHER, "unreachable"), Reading(BASE, READ)} == set(done)


def test_a_reading_that_breaks_off_as_nobody_foresaw_is_not_tried_again_at_once(both: Desk) -> None:
    _keep(both, OTHER)
    _keep(both, BASE)
    fetching = Two(MemoryError())
    for _round in range(2):  # the supervisor looks again and again
        try:
            read_due(both.sessions, at=AT, fetching=fetching)
        except MemoryError:
            continue

    with both.sessions() as session:
        found = {each.url: each for each in session.scalars(select(Feed))}
        assert (found[OTHER].outcome, found[BASE].outcome) == (STARTED, READ)
        assert standing_of(found[OTHER], at=AT + timedelta(minutes=11)) is Standing.BROKEN_OFF
    assert read_due(both.sessions, at=AT, fetching=fetching) == []


def test_a_database_that_refuses_one_feed_does_not_stop_the_next(desk: Desk) -> None:
    _keep(desk, BASE, OTHER)
    refusing = [True]

    def refuse_once(session: Session, *_: object) -> None:
        if refusing and any(isinstance(each, ChangeSet) for each in session.new):
            refusing.clear()
            raise OperationalError("insert", {}, Exception("full"))

    event.listen(desk.sessions, "before_flush", refuse_once)

    feed = feed_of(a_foreign_service())
    done = read_due(
        desk.sessions, at=AT, fetching=lambda url, limits: feed(url.replace(OTHER, BASE), limits=limits)
    )

    assert sorted(each.outcome for each in done) == [READ, STARTED]


def test_of_two_who_read_at_the_same_moment_one_asks_the_feed(both: Desk) -> None:
    _keep(both, BASE)
    feed, within = feed_of(a_foreign_service()), list[Reading]()

    def fetching(url: str, *, limits: Limits) -> Fetched:
        within.extend(read_due(both.sessions, at=AT, fetching=feed))  # while the first asks
        return feed(url, limits=limits)

    [done] = read_due(both.sessions, at=AT, fetching=fetching)

    assert (done.outcome, within) == (READ, [])
    assert len(_sets(both)) == 1


def test_nobody_waits_for_a_feed_that_is_being_read(both: Desk) -> None:
    _keep(both, BASE)
    feed = feed_of(a_foreign_service())

    def fetching(url: str, *, limits: Limits) -> Fetched:
        with both.sessions.begin() as session:  # a manager saves something meanwhile
            feeds.change_hours(session.scalars(select(Feed)).one(), 48, by=APPROVER, at=AT)
        return feed(url, limits=limits)

    assert [each.outcome for each in read_due(both.sessions, at=AT, fetching=fetching)] == [READ]
    with both.sessions() as session:
        assert session.scalars(select(Feed.every_hours)).one() == 48
    assert set(_sets(both)[0].barred or ()) == {MANAGER.id, APPROVER.id}


def test_a_feed_that_is_removed_while_it_is_read_brings_nothing(both: Desk) -> None:
    _keep(both, BASE)
    feed = feed_of(a_foreign_service())

    def fetching(url: str, *, limits: Limits) -> Fetched:
        with both.sessions.begin() as session:
            for each in session.scalars(select(Feed)):
                session.delete(each)
        return feed(url, limits=limits)

    read_due(both.sessions, at=AT, fetching=fetching)

    assert _sets(both) == []
