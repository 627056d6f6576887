"""How a feed is shown: how it stands, what came of its last reading, who keeps it, when it is read next."""

from dataclasses import dataclass
from datetime import datetime

from directory.feeds.feeds import READ, SAME, Standing, standing_of
from directory.feeds.oruk import FeedFault
from directory.model import Feed
from directory.opening_hours import LONDON


EVERY = {24: "Every day", 24 * 7: "Every week", 24 * 28: "Every 4 weeks"}
SAID = {
    Standing.NEW: "It has not been read yet.",
    Standing.BEING_READ: "It is being read now. That can take some minutes.",
    Standing.LATE: "It was due and nobody has read it. Ask whoever runs Signpost whether all of it runs.",
    Standing.BROKEN_OFF: "The last reading did not come to its end. It is tried again when it is next due.",
}
BROUGHT = "What it sent is under Imports."
NOTHING_NEW = "It sent nothing that differs from the directory."


@dataclass(frozen=True)
class FeedView:
    """One feed, in words; moments are in UK time."""

    id: str
    url: str
    standing: Standing
    said: str
    keepers: str
    every_hours: int
    every: str
    read_at: datetime | None
    next_at: datetime | None  # none while it is paused
    is_due: bool


def view_of(feed: Feed, *, at: datetime) -> FeedView:
    """A feed as its pages show it."""
    standing = standing_of(feed, at=at)
    return FeedView(
        id=feed.id,
        url=feed.url,
        standing=standing,
        said=SAID.get(standing) or _outcome(feed),
        keepers=" and ".join(dict.fromkeys((feed.added_by_name, feed.changed_by_name))),
        every_hours=feed.every_hours,
        every=say_hours(feed.every_hours),
        read_at=None if feed.read_at is None else feed.read_at.astimezone(LONDON),
        next_at=None if feed.paused else feed.due_at.astimezone(LONDON),
        is_due=feed.due_at <= at,
    )


def say_hours(hours: int) -> str:
    """How often a feed is read."""
    return EVERY.get(hours) or ("Every hour" if hours == 1 else f"Every {hours} hours")


def _outcome(feed: Feed) -> str:
    if feed.outcome is None:
        return SAID[Standing.NEW]
    told = {READ: BROUGHT, SAME: NOTHING_NEW} | {each.name.lower(): each.value for each in FeedFault}
    return told.get(feed.outcome, SAID[Standing.BROKEN_OFF])
