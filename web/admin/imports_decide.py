"""Deciding about an import: a second person applies or undoes it; any manager throws it away or stops it."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import partial
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from directory.feeds import change_sets
from directory.feeds.applying import apply, discard
from directory.feeds.change_sets import may_approve, state_of
from directory.feeds.undoing import edited_since, undo
from directory.model import ChangeSet
from directory.permissions import Deed
from web.accounts.guard import StaffMember, recently_signed_in
from web.admin.door import Approver, Manager, editor_of
from web.admin.found import check_may
from web.admin.imports import find_change_set
from web.admin.moment import Moment, cool_off_of
from web.database import Database
from web.resources import Resources
from web.templating import page


router = APIRouter(prefix="/admin/imports/{change_set_id}", include_in_schema=False)
DECIDE = "#decide"


class Act(StrEnum):
    """What may be done with an import."""

    APPLY = "apply"
    DISCARD = "discard"
    UNDO = "undo"


MEANWHILE = "Somebody saved one of the services at the same moment. Nothing was changed. Try again."
SAME_PERSON = "You brought this import, or keep the feed that did, so somebody else has to apply it."
NO_LONGER = "This cannot be done any more. Go back and read what has become of the import."
NO_LONGER_FITS = "The directory has changed since the file was brought. Export it again and bring a new file."
EDITED = "Somebody has changed services of this import since. Change them back by hand, one by one."


@router.get("/apply")
def show_apply(
    change_set_id: UUID, request: Request, member: Approver, session: Database, _now: Moment
) -> Response:
    """What applying means, and the button that does it."""
    found = find_change_set(session, change_set_id)
    own = "" if may_approve(found, member.id) else SAME_PERSON
    return _ask(request, session, found, Act.APPLY, error=own, status=403 if own else 200)


@router.post("/apply", dependencies=[Depends(recently_signed_in)])
def send_apply(
    change_set_id: UUID, request: Request, member: Approver, session: Database, now: Moment
) -> Response:
    """Makes every change of the import, now or when its cool-off is over."""
    held: Resources = request.app.state.resources
    work = partial(apply, cool_off=held.settings.cool_off)
    return _decide(request, session, find_change_set(session, change_set_id), Act.APPLY, work, member, now.at)


@router.get("/discard")
def show_discard(change_set_id: UUID, request: Request, _member: Manager, session: Database) -> Response:
    """What throwing it away means, and the button that does it."""
    return _ask(request, session, find_change_set(session, change_set_id), Act.DISCARD)


@router.post("/discard")
def send_discard(
    change_set_id: UUID, request: Request, member: Manager, session: Database, now: Moment
) -> Response:
    """Throws the import away, or stops it before it is made."""
    found = find_change_set(session, change_set_id)
    return _decide(request, session, found, Act.DISCARD, discard, member, now.at)


@router.get("/undo")
def show_undo(change_set_id: UUID, request: Request, _member: Approver, session: Database) -> Response:
    """What undoing means, and the button that does it."""
    return _ask(request, session, find_change_set(session, change_set_id), Act.UNDO)


@router.post("/undo", dependencies=[Depends(recently_signed_in)])
def send_undo(
    change_set_id: UUID, request: Request, member: Approver, session: Database, now: Moment
) -> Response:
    """Puts every service back to what it was, which shows people older numbers again."""
    check_may(member, Deed.UNDO, None)
    found = find_change_set(session, change_set_id)
    return _decide(request, session, found, Act.UNDO, undo, member, now.at)


def _decide(
    request: Request,
    session: Session,
    found: ChangeSet,
    act: Act,
    work: Callable[..., object],
    member: StaffMember,
    at: datetime,
) -> Response:
    key = found.id
    try:
        work(session, key, by=editor_of(member), at=at)
        session.commit()
    except (change_sets.ChangeSetError, StaleDataError, IntegrityError, OperationalError) as error:
        session.rollback()
        again = session.get_one(ChangeSet, key)
        return _ask(request, session, again, act, error=_why(error), status=409)
    return RedirectResponse(f"/admin/imports/{key}?done={act.value}", 303)


def _why(error: Exception) -> str:
    reasons = {
        change_sets.SamePerson: SAME_PERSON,
        change_sets.NotWaiting: NO_LONGER,
        change_sets.NoLongerFits: NO_LONGER_FITS,
        change_sets.EditedSince: EDITED,
    }
    return reasons.get(type(error), MEANWHILE)


def _ask(
    request: Request, session: Session, found: ChangeSet, act: Act, *, error: str = "", status: int = 200
) -> Response:
    edited = edited_since(session, found) if act is Act.UNDO and found.undone_at is None else []
    return page(
        request,
        "admin/import_decide.html",
        status=status,
        found=found,
        act=act.value,
        state=state_of(found).value,
        edited=edited,
        hours=cool_off_of(request),
        errors=[{"text": error, "href": DECIDE}] if error else [],
    )
