"""The feeds that are kept: by whom, how often they are read, and how each stands."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from directory.feeds import feeds
from directory.feeds.feeds import READ, SAME, STARTED, AlreadyKept, Standing, standing_of
from directory.feeds.oruk import FeedBroken, FeedFault
from directory.history import Editor
from directory.model import Feed
from tests.directory.feeds.conftest import AT, MANAGER
from tests.directory.feeds.fake_feed import BASE


BEN = Editor("9", "Ben")
HOUR = timedelta(hours=1)


@pytest.fixture
def session(sessions: sessionmaker[Session]) -> Iterator[Session]:
    """A session on an empty directory, on either database."""
    with sessions() as opened:
        yield opened


@pytest.fixture
def feed(session: Session) -> Feed:
    """A feed that is read once a day, added by the manager."""
    return feeds.add_feed(session, BASE, every_hours=24, by=MANAGER, at=AT)


def test_a_feed_knows_who_added_it_and_is_due_at_once(feed: Feed) -> None:
    assert (feed.added_by, feed.added_by_name, feed.changed_by) == (MANAGER.id, MANAGER.name, MANAGER.id)
    assert (feed.due_at, feed.paused) == (AT, False)
    assert feeds.keepers(feed) == [MANAGER.id]


@pytest.mark.parametrize("url", [BASE, f" {BASE}/ ", f"{BASE}/services", f"{BASE}/services?page=2"])
def test_one_feed_is_kept_once_whichever_of_its_addresses_is_given(
    session: Session, feed: Feed, url: str
) -> None:
    with pytest.raises(AlreadyKept):
        feeds.add_feed(session, url, every_hours=24, by=BEN, at=AT)

    assert feeds.find_feed(session, url) is feed
    assert feed.added_by == MANAGER.id


@pytest.mark.parametrize(
    "url",
    ["", "feed", "ftp://directory.example.org", "http://localhost:8000/directory/v3", "http://10.1.2.3"],
)
def test_an_address_that_is_not_public_is_not_kept(session: Session, url: str) -> None:
    with pytest.raises(FeedBroken) as refused:
        feeds.add_feed(session, url, every_hours=24, by=MANAGER, at=AT)

    assert refused.value.fault is FeedFault.REFUSED_ADDRESS
    assert session.scalars(select(Feed)).all() == []


@pytest.mark.parametrize("hours", [0, -1, 2161])
def test_a_feed_is_read_neither_without_end_nor_never(session: Session, feed: Feed, hours: int) -> None:
    with pytest.raises(ValueError, match="every-hours"):
        feeds.add_feed(session, BASE, every_hours=hours, by=MANAGER, at=AT)
    with pytest.raises(ValueError, match="every-hours"):
        feeds.change_hours(feed, hours, by=MANAGER, at=AT)


def test_two_people_who_add_the_same_feed_at_the_same_moment_keep_it_once(
    sessions: sessionmaker[Session],
) -> None:
    with sessions() as first, sessions() as second:
        assert feeds.find_feed(second, BASE) is None
        feeds.add_feed(first, BASE, every_hours=24, by=MANAGER, at=AT)
        first.commit()

        with pytest.raises(AlreadyKept):
            feeds.add_feed(second, BASE, every_hours=24, by=BEN, at=AT)
        second.commit()

        assert second.scalars(select(Feed.added_by)).all() == [MANAGER.id]


def test_whoever_changes_or_resumes_a_feed_answers_for_it_too(feed: Feed) -> None:
    feeds.change_hours(feed, 48, by=BEN, at=AT)
    assert feeds.keepers(feed) == sorted([MANAGER.id, BEN.id])

    feeds.resume(feed, by=MANAGER, at=AT)
    assert feeds.keepers(feed) == [MANAGER.id]


def test_whoever_pauses_a_feed_does_not_answer_for_it(feed: Feed) -> None:
    feeds.pause(feed)

    assert feeds.keepers(feed) == [MANAGER.id]
    assert standing_of(feed, at=AT) is Standing.PAUSED


@pytest.mark.parametrize(("hours", "due"), [(1, 5), (48, 48)])
def test_another_interval_counts_from_the_last_reading_and_never_from_the_past(
    feed: Feed, hours: int, due: int
) -> None:
    feed.read_at = AT

    feeds.change_hours(feed, hours, by=BEN, at=AT + 5 * HOUR)

    assert feed.due_at == AT + due * HOUR


def test_a_feed_that_is_asked_for_is_due_and_is_judged_anew(feed: Feed) -> None:
    feed.due_at, feed.digest = AT + 24 * HOUR, "of the last reading"

    feeds.ask_for_reading(feed, at=AT + HOUR)

    assert (feed.due_at, feed.digest) == (AT + HOUR, None)


@pytest.mark.parametrize(
    ("outcome", "standing"),
    [
        (None, Standing.NEW),
        (READ, Standing.WELL),
        (SAME, Standing.WELL),
        (STARTED, Standing.BEING_READ),
        ("unreachable", Standing.IN_VAIN),
    ],
)
def test_how_a_feed_stands_follows_from_its_last_reading(
    session: Session, feed: Feed, outcome: str | None, standing: Standing
) -> None:
    feed.outcome, feed.read_at, feed.due_at = outcome, AT, AT + 24 * HOUR

    assert standing_of(feed, at=AT + HOUR / 12) is standing
    assert feeds.count_troubles(session, at=AT) == (standing is Standing.IN_VAIN)


def test_a_reading_that_does_not_end_needs_somebody_after_ten_minutes(session: Session, feed: Feed) -> None:
    feed.outcome, feed.read_at, feed.due_at = STARTED, AT, AT + 24 * HOUR

    assert standing_of(feed, at=AT + timedelta(minutes=9)) is Standing.BEING_READ
    assert standing_of(feed, at=AT + timedelta(minutes=10)) is Standing.BROKEN_OFF
    assert feeds.count_troubles(session, at=AT + timedelta(minutes=10)) == 1


def test_a_feed_that_nobody_has_read_for_a_day_needs_somebody_unless_it_is_paused(
    session: Session, feed: Feed
) -> None:
    assert standing_of(feed, at=AT + 24 * HOUR) is Standing.NEW
    assert standing_of(feed, at=AT + 25 * HOUR) is Standing.LATE
    assert feeds.count_troubles(session, at=AT + 25 * HOUR) == 1

    feeds.pause(feed)
    assert feeds.count_troubles(session, at=AT + 25 * HOUR) == 0
