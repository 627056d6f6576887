"""Feeds by their addresses: read by hand or when they are due; what they bring waits like any import."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory import model
from directory.feeds.change_sets import Brought, propose
from directory.feeds.foreign import as_ours, is_ours
from directory.feeds.importing import Candidate
from directory.feeds.oruk import FeedBroken, Fetch, read_feed
from directory.feeds.parsing import read_service
from directory.feeds.vocabulary import read_vocabulary
from directory.history import Editor
from directory.hsds import writing
from directory.hsds.published import WHOLE, shown_ids
from directory.opening_hours import LONDON
from directory.outbound import fetch


READ, SAME = "read", "same"
FEWEST_HOURS, MOST_HOURS = 1, 24 * 90
AT_ONCE = 500


def add_feed(session: Session, url: str, *, every_hours: int, by: Editor, at: datetime) -> model.Feed:
    """A feed to be read on a schedule; known by its address. Raises ValueError for hours out of range."""
    if not FEWEST_HOURS <= every_hours <= MOST_HOURS:
        raise ValueError("every-hours")
    found = session.scalars(select(model.Feed).where(model.Feed.url == url)).one_or_none()
    feed = found or model.Feed(url=url, added_by_name=by.name, added_at=at)
    feed.every_hours = every_hours
    session.add(feed)
    session.flush()
    return feed


def due_feeds(session: Session, *, at: datetime) -> list[model.Feed]:
    """The feeds whose time has come, those that were never read first."""
    feeds = session.scalars(select(model.Feed).order_by(model.Feed.added_at)).all()
    return [
        each
        for each in feeds
        if each.read_at is None or each.read_at + timedelta(hours=each.every_hours) <= at
    ]


def read_due(session: Session, *, at: datetime, fetching: Fetch = fetch) -> list[model.Feed]:
    """Read every feed that is due; a broken one is noted and does not stop the others. The caller commits."""
    done = []
    for feed in due_feeds(session, at=at):
        feed.read_at = at
        try:
            services = read_feed(feed.url, fetching=fetching)
        except FeedBroken as error:
            feed.outcome = error.fault.name.lower()
        else:
            _take(session, feed, services, at)
        done.append(feed)
    session.flush()
    return done


def brought_by_feed(session: Session, url: str, services: Sequence[Any], *, at: datetime) -> Brought:
    """What a feed sent, as rows of ours; the session is only read."""
    known, there = read_vocabulary(session), _there(session, services, at)
    rows = [
        each if is_ours(each) else as_ours(each, there.get(str(each.get("id"))), known, at=at)
        for each in services
    ]
    candidates = tuple(Candidate(number, read_service(row)) for number, row in enumerate(rows, start=1))
    return Brought(url, _digest(services), candidates, is_feed=True)


def _take(session: Session, feed: model.Feed, services: Sequence[Any], at: datetime) -> None:
    digest = _digest(services)
    if digest == feed.digest:
        feed.outcome = SAME
        return
    by, key = Editor(f"feed:{feed.id}"[:64], "A feed on its schedule"), feed.id
    session.flush()
    propose(session, brought_by_feed(session, feed.url, services, at=at), by=by, at=at)
    kept = session.get_one(model.Feed, key)
    kept.digest, kept.outcome, kept.read_at = digest, READ, at


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
