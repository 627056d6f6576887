"""The feeds that are read by themselves: who keeps each, how often it is read, and how it stands."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.chain import queue_to_write
from directory.feeds.oruk import FeedBroken, FeedFault, base_of
from directory.history import Editor
from directory.model import Feed
from directory.outbound import RefusedAddress, check_address


READ, SAME, STARTED = "read", "same", "started"  # outcomes of a reading, beside the names of FeedFault
FEWEST_HOURS, MOST_HOURS = 1, 24 * 90
LONGEST_READING = timedelta(minutes=10)
LATE = timedelta(hours=24)


class AlreadyKept(Exception):
    """A feed with this address is kept already."""


class Standing(StrEnum):
    """How a feed stands."""

    PAUSED = "paused"
    NEW = "new"  # not read yet
    BEING_READ = "being-read"
    WELL = "well"
    LATE = "late"  # nobody has read it when it was due
    BROKEN_OFF = "broken-off"  # the last reading did not come to its end
    IN_VAIN = "in-vain"  # nothing of the last reading could be taken; the outcome says why


TROUBLES = frozenset({Standing.LATE, Standing.BROKEN_OFF, Standing.IN_VAIN})


def add_feed(session: Session, url: str, *, every_hours: int, by: Editor, at: datetime) -> Feed:
    """A feed to be read from now on; known by its address. The caller commits.

    Raises FeedBroken for an address that is not public, AlreadyKept, ValueError for hours out of range.
    """
    _check_hours(every_hours)
    base = base_of(url.strip())
    try:
        check_address(base)
    except RefusedAddress:
        raise FeedBroken(FeedFault.REFUSED_ADDRESS) from None
    queue_to_write(session)
    if find_feed(session, base) is not None:
        raise AlreadyKept
    feed = Feed(url=base, every_hours=every_hours, due_at=at)
    feed.added_by, feed.added_by_name, feed.added_at = by.id, by.name, at
    feed.changed_by, feed.changed_by_name, feed.changed_at = by.id, by.name, at
    session.add(feed)
    session.flush()
    return feed


def find_feed(session: Session, url: str) -> Feed | None:
    """The feed with this address, whichever of its addresses somebody copied."""
    return session.scalars(select(Feed).where(Feed.url == base_of(url.strip()))).one_or_none()


def change_hours(feed: Feed, every_hours: int, *, by: Editor, at: datetime) -> None:
    """Have a feed read more or less often. Raises ValueError for hours out of range."""
    _check_hours(every_hours)
    feed.every_hours = every_hours
    feed.due_at = at if feed.read_at is None else max(at, feed.read_at + timedelta(hours=every_hours))
    _answer_for(feed, by, at)


def pause(feed: Feed) -> None:
    """Have a feed read no more until somebody resumes it; who pauses it does not answer for it."""
    feed.paused = True


def resume(feed: Feed, *, by: Editor, at: datetime) -> None:
    """Have a paused feed read again, from now on."""
    feed.paused, feed.due_at = False, at
    _answer_for(feed, by, at)


def ask_for_reading(feed: Feed, *, at: datetime) -> None:
    """Have a feed read at the next opportunity, and judged anew even if it sends the same again."""
    feed.due_at, feed.digest = at, None


def keepers(feed: Feed) -> list[str]:
    """The people who answer for a feed: none of them is a second person for what it brings."""
    return sorted({feed.added_by, feed.changed_by})


def standing_of(feed: Feed, *, at: datetime) -> Standing:
    """How a feed stands."""
    if feed.paused:
        return Standing.PAUSED
    if feed.outcome == STARTED:
        assert feed.read_at is not None
        return Standing.BEING_READ if at < feed.read_at + LONGEST_READING else Standing.BROKEN_OFF
    if feed.due_at + LATE < at:
        return Standing.LATE
    if feed.outcome is None:
        return Standing.NEW
    return Standing.WELL if feed.outcome in (READ, SAME) else Standing.IN_VAIN


def count_troubles(session: Session, *, at: datetime) -> int:
    """How many feeds need somebody."""
    return sum(1 for each in session.scalars(select(Feed)) if standing_of(each, at=at) in TROUBLES)


def _answer_for(feed: Feed, by: Editor, at: datetime) -> None:
    feed.changed_by, feed.changed_by_name, feed.changed_at = by.id, by.name, at


def _check_hours(every_hours: int) -> None:
    if not FEWEST_HOURS <= every_hours <= MOST_HOURS:
        raise ValueError("every-hours")
