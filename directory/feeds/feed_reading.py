"""Reads feeds that are due, each by itself: a broken one is noted, and never stands in another's way."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from directory import model
from directory.feeds.applying import discard
from directory.feeds.bringing import Brought, propose
from directory.feeds.change_sets import OF_A_FEED, State, is_undecided, state_of
from directory.feeds.feeds import READ, SAME, STARTED, keepers
from directory.feeds.foreign import as_ours, is_ours
from directory.feeds.importing import Candidate
from directory.feeds.oruk import FeedBroken, Fetch, read_feed
from directory.feeds.parsing import read_service
from directory.feeds.vocabulary import read_vocabulary
from directory.history import Editor
from directory.hsds import writing
from directory.hsds.published import WHOLE, shown_ids
from directory.model import ChangeSet, Feed
from directory.opening_hours import LONDON
from directory.outbound import fetch


AT_ONCE = 500


@dataclass(frozen=True)
class Reading:
    """What came of reading one feed: an outcome of directory.feeds.feeds, or the name of a FeedFault."""

    url: str
    outcome: str


def read_due(sessions: sessionmaker[Session], *, at: datetime, fetching: Fetch = fetch) -> list[Reading]:
    """Read every feed that is due, and keep what it would change for a second person.

    A feed is taken before it is read, so that of two who read at the same moment one does, and a reading that
    breaks off in a way that nobody foresaw is not tried again before its time. No transaction is open while
    a feed is asked.
    """
    due = select(Feed.id).where(*_is_due(at)).order_by(Feed.due_at, Feed.id)
    with sessions() as session:
        ids = session.scalars(due).all()
    done = (_read(sessions, each, at=at, fetching=fetching) for each in ids)
    return [each for each in done if each is not None]


def brought_by_feed(session: Session, url: str, services: Sequence[Any], *, at: datetime) -> Brought:
    """What a feed sent, as rows of ours; the session is only read."""
    known, there = read_vocabulary(session), _there(session, services, at)
    rows = [
        each if is_ours(each) else as_ours(each, there.get(str(each.get("id"))), known, at=at)
        for each in services
    ]
    candidates = tuple(Candidate(number, read_service(row)) for number, row in enumerate(rows, start=1))
    return Brought(url, _digest(services), candidates, is_feed=True)


def _read(sessions: sessionmaker[Session], feed_id: str, *, at: datetime, fetching: Fetch) -> Reading | None:
    url = _take(sessions, feed_id, at)
    if url is None:
        return None
    try:
        services = read_feed(url, fetching=fetching)
        outcome = _keep(sessions, feed_id, services, at)
    except FeedBroken as error:
        outcome = error.fault.name.lower()
    except SQLAlchemyError:
        return Reading(url, STARTED)  # as it stands since it was taken
    with sessions.begin() as session:
        session.execute(update(Feed).where(Feed.id == feed_id).values(outcome=outcome))
    return Reading(url, outcome)


def _is_due(at: datetime) -> tuple[Any, ...]:
    return (Feed.due_at <= at, Feed.paused.is_(False))


def _take(sessions: sessionmaker[Session], feed_id: str, at: datetime) -> str | None:
    """The address of a feed that is ours to read now; None when somebody else was first."""
    with sessions.begin() as session:
        feed = session.get(Feed, feed_id)
        if feed is None:
            return None
        next_at, url = at + timedelta(hours=feed.every_hours), feed.url
        taking = update(Feed).where(Feed.id == feed_id, *_is_due(at))
        taken = session.execute(taking.values(due_at=next_at, read_at=at, outcome=STARTED))
        return url if taken.rowcount else None  # type: ignore[attr-defined]  # of a statement that changes rows


def _keep(sessions: sessionmaker[Session], feed_id: str, services: Sequence[Any], at: datetime) -> str:
    """Keep what a feed sent for a second person, in place of what it sent before and nobody decided about."""
    digest = _digest(services)
    with sessions.begin() as session:
        feed = session.get(Feed, feed_id)
        if feed is None or digest == feed.digest:
            return SAME
        by = Editor(f"{OF_A_FEED}{feed_id}", "A feed on its schedule")
        brought = brought_by_feed(session, feed.url, services, at=at)
        kept = propose(session, brought, by=by, at=at, barred=keepers(feed))
        before = select(ChangeSet.id).where(is_undecided(), ChangeSet.by == by.id, ChangeSet.id != kept.id)
        for earlier in session.scalars(before).all():
            discard(session, earlier, by=by, at=at)
        feed.digest = digest
        if state_of(kept) is not State.NOTHING:
            return READ
        session.delete(kept)
        return SAME


def _there(session: Session, services: Sequence[Any], at: datetime) -> dict[str, Any]:
    ids, today = [str(each.get("id")) for each in services], at.astimezone(LONDON).date()
    found: dict[str, Any] = {}
    for start in range(0, len(ids), AT_ONCE):
        some = select(model.Service).where(model.Service.id.in_(ids[start : start + AT_ONCE]))
        rows = session.scalars(some.options(*WHOLE)).all()
        shown = shown_ids(session, rows, today=today)
        found |= {each.id: writing.service_shape(each, shown=shown).as_json() for each in rows}
    return found


def _digest(services: Sequence[Any]) -> str:
    return hashlib.sha256(json.dumps(services, sort_keys=True).encode()).hexdigest()
