"""The feeds of other directories that are read by themselves: kept, asked for, paused and removed."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.feeds import feeds
from directory.feeds.oruk import FeedBroken
from directory.model import Feed
from directory.permissions import Deed
from web.accounts.guard import SentForm, StaffMember
from web.admin.door import Manager, editor_of
from web.admin.feed_view import EVERY, say_hours, view_of
from web.admin.found import check_may
from web.admin.moment import Moment, Now
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/feeds", include_in_schema=False)
FEEDS = "/admin/feeds"
NOT_CHOSEN = "Choose how often it is read"
NOT_AN_ADDRESS = "Enter the whole address of a feed on the public web. It begins with https://"
KEPT_ALREADY = "This feed is in the list already"
PAUSED = "It is paused. Resume it to have it read"


class Done(StrEnum):
    """What has just been done, as an address carries it."""

    ADDED = "added"
    ASKED = "asked"
    CHANGED = "changed"
    PAUSED = "paused"
    RESUMED = "resumed"
    REMOVED = "removed"


DONE = {
    Done.ADDED: "The feed is kept. It is read within some minutes.",
    Done.ASKED: "It is read within some minutes. Load this page again to see what came of it.",
    Done.CHANGED: "Saved.",
    Done.PAUSED: "It is paused: nobody reads it until it is resumed.",
    Done.RESUMED: "It is read again, within some minutes first.",
    Done.REMOVED: "The feed is removed. What it brought stays.",
}


@router.get("")
def show_feeds(request: Request, member: Manager, session: Database, now: Moment) -> Response:
    """Every feed with how it stands, and the form for another one."""
    check_may(member, Deed.IMPORT, None)
    return _list(request, session, now)


@router.post("")
def send_feed(request: Request, member: Manager, session: Database, sent: SentForm, now: Moment) -> Response:
    """Keeps another feed; the first reading is due at once."""
    check_may(member, Deed.IMPORT, None)
    url, every = str(sent.get("url", "")), _hours(sent.get("every"))
    if every is None:
        return _list(request, session, now, url=url, problem=("every", NOT_CHOSEN))
    try:
        feed = feeds.add_feed(session, url, every_hours=every, by=editor_of(member), at=now.at)
        session.commit()
    except FeedBroken:
        return _list(request, session, now, url=url, every=every, problem=("url", NOT_AN_ADDRESS))
    except feeds.AlreadyKept:
        return _list(request, session, now, url=url, every=every, problem=("url", KEPT_ALREADY))
    return _go_to(feed, Done.ADDED)


@router.get("/{feed_id}")
def show_feed(feed_id: UUID, request: Request, member: Manager, session: Database, now: Moment) -> Response:
    """One feed, and what can be done with it."""
    return _show(request, _find(session, feed_id, member), now)


@router.post("/{feed_id}/read")
def send_read(feed_id: UUID, request: Request, member: Manager, session: Database, now: Moment) -> Response:
    """Has it read at the next opportunity: the supervisor reads it, so that this answers at once."""
    feed = _find(session, feed_id, member)
    if feed.paused:
        return _show(request, feed, now, problem=("resume", PAUSED), status=409)
    feeds.ask_for_reading(feed, at=now.at)
    session.commit()
    return _go_to(feed, Done.ASKED)


@router.post("/{feed_id}/hours")
def send_hours(
    feed_id: UUID, request: Request, member: Manager, session: Database, sent: SentForm, now: Moment
) -> Response:
    """Has it read more or less often."""
    feed, every = _find(session, feed_id, member), _hours(sent.get("every"))
    if every is None:
        return _show(request, feed, now, problem=("every", NOT_CHOSEN))
    if every != feed.every_hours:
        feeds.change_hours(feed, every, by=editor_of(member), at=now.at)
        session.commit()
    return _go_to(feed, Done.CHANGED)


@router.post("/{feed_id}/pause")
def send_pause(feed_id: UUID, member: Manager, session: Database) -> Response:
    """Has it read no more until somebody resumes it."""
    feed = _find(session, feed_id, member)
    feeds.pause(feed)
    session.commit()
    return _go_to(feed, Done.PAUSED)


@router.post("/{feed_id}/resume")
def send_resume(feed_id: UUID, member: Manager, session: Database, now: Moment) -> Response:
    """Has it read again."""
    feed = _find(session, feed_id, member)
    feeds.resume(feed, by=editor_of(member), at=now.at)
    session.commit()
    return _go_to(feed, Done.RESUMED)


@router.get("/{feed_id}/remove")
def show_remove(feed_id: UUID, request: Request, member: Manager, session: Database) -> Response:
    """What removing means, and the button that does it."""
    return page(request, "admin/feed_remove.html", feed=_find(session, feed_id, member))


@router.post("/{feed_id}/remove")
def send_remove(feed_id: UUID, member: Manager, session: Database) -> Response:
    """Removes the feed; what it brought stays."""
    session.delete(_find(session, feed_id, member))
    session.commit()
    return RedirectResponse(f"{FEEDS}?done={Done.REMOVED.value}", 303)


def _find(session: Session, feed_id: UUID, member: StaffMember) -> Feed:
    check_may(member, Deed.IMPORT, None)
    feed = session.get(Feed, str(feed_id))
    if feed is None:
        raise HTTPException(404)
    return feed


def _go_to(feed: Feed, done: Done) -> Response:
    return RedirectResponse(f"{FEEDS}/{feed.id}?done={done.value}", 303)


def _hours(sent: object) -> int | None:
    """Hours that a form offers, or those of a feed that was added elsewhere."""
    text = str(sent)
    hours = int(text) if text.isascii() and text.isdecimal() and len(text) <= 4 else 0
    return hours if feeds.FEWEST_HOURS <= hours <= feeds.MOST_HOURS else None


def _list(
    request: Request,
    session: Session,
    now: Now,
    *,
    url: str = "",
    every: int = next(iter(EVERY)),
    problem: tuple[str, str] | None = None,
) -> Response:
    found = session.scalars(select(Feed).order_by(Feed.url)).all()
    return page(
        request,
        "admin/feeds.html",
        status=422 if problem else 200,
        feeds=[view_of(each, at=now.at) for each in found],
        url=url,
        every=every,
        choices=EVERY,
        **_told(request, problem),
    )


def _show(
    request: Request, feed: Feed, now: Now, *, problem: tuple[str, str] | None = None, status: int = 422
) -> Response:
    return page(
        request,
        "admin/feed.html",
        status=status if problem else 200,
        feed=view_of(feed, at=now.at),
        choices={feed.every_hours: say_hours(feed.every_hours)} | EVERY,
        **_told(request, problem),
    )


def _told(request: Request, problem: tuple[str, str] | None) -> dict[str, Any]:
    """What was done, and what is wrong, as the templates take them."""
    done = request.query_params.get("done", "")
    return {
        "done": DONE[Done(done)] if done in set(Done) else "",
        "wrong": dict([problem]) if problem else {},
        "errors": [{"text": problem[1], "href": f"#{problem[0]}"}] if problem else [],
    }
