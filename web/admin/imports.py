"""Imports: a manager sends a file, sees what it would change, and it waits for a second person."""

from datetime import datetime, timedelta
from uuid import UUID

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy import func, select

from directory.feeds.bringing import propose
from directory.feeds.change_sets import State, may_approve, state_of
from directory.feeds.files import read_file
from directory.feeds.parsing import FeedError, NotATable
from directory.model import ChangeSet
from directory.opening_hours import LONDON
from directory.permissions import Deed, can
from directory.terms import ChangeSetKind
from web.accounts.users import disabled_at
from web.admin.door import Manager, editor_of
from web.admin.found import check_may
from web.admin.import_view import page_number, read_page
from web.admin.moment import Moment
from web.admin.proposal_view import SENT_BACK
from web.admin.uploads import ManagerUpload
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/imports", include_in_schema=False)
AT_ONCE = 50
MOST_IN_A_DAY = 20  # files that one person brings, thrown away or not; each is of at most 5 MB
NO_FILE = "Choose a file"
TOO_MANY = f"You brought {MOST_IN_A_DAY} files within a day. Bring the next one tomorrow"
NOT_A_FEED = "The file is not Open Referral UK JSON as the export writes it."


@router.get("")
def show_imports(request: Request, _member: Manager, session: Database) -> Response:
    """The form for a file, and what has been brought before."""
    return _form(request, session, errors=[])


@router.post("")
def send_import(request: Request, upload: ManagerUpload, session: Database, now: Moment) -> Response:
    """Reads a file and keeps what it would change; the directory stays as it is."""
    check_may(upload.member, Deed.IMPORT, None)
    if not upload.content:
        return _form(request, session, errors=[NO_FILE])
    if _brought_within_a_day(session, upload.member.id, at=now.at) >= MOST_IN_A_DAY:
        return _form(request, session, errors=[TOO_MANY])
    try:
        brought = read_file(session, upload.name, upload.content, at=now.at)
    except NotATable as error:
        said = [f"{each.where}: {each.fault}" if each.where else str(each.fault) for each in error.refusals]
        return _form(request, session, errors=said[:20])
    except FeedError:
        return _form(request, session, errors=[NOT_A_FEED])
    kept = propose(session, brought, by=editor_of(upload.member), at=now.at).id
    session.commit()
    return RedirectResponse(f"/admin/imports/{kept}", 303)


@router.get("/{change_set_id}")
def show_import(change_set_id: UUID, request: Request, member: Manager, session: Database) -> Response:
    """What an import changes or changed, field by field, and what can be done with it."""
    found = find_change_set(session, change_set_id)
    number = page_number(request.query_params.get("page", ""))
    state, own = state_of(found), not may_approve(found, member.id)
    may_apply = can(member, Deed.APPROVE, None) and not own
    can_be_undone = state in (State.APPROVED, State.APPLIED) or is_sent_back(found)
    return page(
        request,
        "admin/import.html",
        found=found,
        state=state.value,
        local=in_uk,
        rows=read_page(session, found.id, page=number),
        own=own,
        may_apply=state is State.WAITING and may_apply,
        may_undo=can_be_undone and can(member, Deed.UNDO, None),
        sent_back=SENT_BACK[found.sent_back] if is_sent_back(found) and found.sent_back else "",
        sender_disabled=disabled_at(session, found.by) is not None,
    )


def is_sent_back(found: ChangeSet) -> bool:
    """Whether a set was approved and waits for a second person again."""
    return state_of(found) is State.WAITING and found.sent_back is not None


def in_uk(moment: datetime) -> datetime:
    """A stored moment as clocks in the United Kingdom showed it."""
    return moment.astimezone(LONDON)


def find_change_set(session: Database, change_set_id: UUID) -> ChangeSet:
    """The change set with this id. Raises HTTPException(404)."""
    found = session.get(ChangeSet, str(change_set_id))
    if found is None:
        raise HTTPException(404)
    return found


def _brought_within_a_day(session: Database, staff_id: str, *, at: datetime) -> int:
    """How many files a person brought in the last 24 hours."""
    theirs = (
        ChangeSet.kind == ChangeSetKind.IMPORT,
        ChangeSet.by == staff_id,
        ChangeSet.at > at - timedelta(days=1),
    )
    return session.scalar(select(func.count()).select_from(ChangeSet).where(*theirs)) or 0


def _form(request: Request, session: Database, *, errors: list[str]) -> Response:
    sets = session.scalars(select(ChangeSet).order_by(ChangeSet.at.desc()).limit(AT_ONCE)).all()
    return page(
        request,
        "admin/imports.html",
        status=422 if errors else 200,
        local=in_uk,
        sets=[(each, state_of(each).value) for each in sets],
        errors=[{"text": each, "href": "#file"} for each in errors],
    )
