"""The page that goes back to how something was before one change."""

from uuid import UUID

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from directory.approval.earlier import earlier_values, go_back, rows_of
from directory.approval.errors import AlreadyProposed, NothingToPropose
from directory.approval.proposing import Asking
from directory.approval.sending import Sent
from directory.approval.values import owner_of, values_of
from directory.checking import BadValue
from directory.fields import guarded_changes
from directory.model import Service
from directory.permissions import Deed
from directory.saving import EditedMeanwhile, NotFound
from web.accounts.guard import SentForm
from web.admin.conflict import read_version
from web.admin.difference import lines_of
from web.admin.door import Keeper, editor_of
from web.admin.fault_words import say_fault
from web.admin.found import kept_service
from web.admin.history import entry_of
from web.admin.moment import Moment
from web.admin.reasons import BadReason, read_reason
from web.admin.saved import Saved
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/services", include_in_schema=False)
PATH = "/{service_id}/history/{change_id}/restore"
MEANWHILE = "Somebody saved another change while you were reading. Compare again below"


@router.get(PATH)
def show_going_back(
    service_id: UUID, change_id: UUID, request: Request, member: Keeper, session: Database
) -> Response:
    """What is there now, what would be there again, and why."""
    service = kept_service(session, service_id, by=member, to=Deed.EDIT)
    return _show(request, session, service, change_id)


@router.post(PATH)
def send_going_back(
    service_id: UUID,
    change_id: UUID,
    request: Request,
    member: Keeper,
    session: Database,
    sent: SentForm,
    now: Moment,
) -> Response:
    """Sends the earlier values like any other change."""
    service = kept_service(session, service_id, by=member, to=Deed.EDIT)
    said = str(sent.get("reason", ""))
    try:
        asking = Asking(editor_of(member), now.at, read_version(sent.get("version")), read_reason(sent))
        saved = saved_of(go_back(session, service.id, str(change_id), asking))
        session.commit()
    except BadReason as error:
        return _show(request, session, service, change_id, problem=("reason", str(error)), reason=said)
    except BadValue as error:
        return _show(request, session, service, change_id, problem=("compare", say_fault(error)), reason=said)
    except EditedMeanwhile:
        session.rollback()
        return _show(
            request, session, service, change_id, problem=("compare", MEANWHILE), reason=said, status=409
        )
    except NotFound:
        raise HTTPException(404) from None
    except AlreadyProposed:
        saved = Saved.ALREADY
    except NothingToPropose:
        saved = Saved.NOTHING
    return RedirectResponse(f"/admin/services/{service_id}?saved={saved.value}", 303)


def saved_of(sent: Sent) -> Saved:
    """What to say of values that were sent: some may be shown, some may wait."""
    if sent.proposal is None:
        return Saved.PUBLISHED
    return Saved.PARTLY if sent.shown else Saved.PROPOSED


def _show(
    request: Request,
    session: Session,
    service: Service,
    change_id: UUID,
    *,
    problem: tuple[str, str] | None = None,
    reason: str = "",
    status: int = 422,
) -> Response:
    try:
        rows = rows_of(session, service.id, str(change_id))
        owner = owner_of(session, rows[0].resource_type, rows[0].resource_id)
    except NotFound:
        raise HTTPException(404) from None
    earlier = earlier_values(owner, rows)
    return page(
        request,
        "admin/going_back.html",
        status=status if problem else 200,
        service=service,
        entry=entry_of(session, rows),
        lines=lines_of(values_of(owner, earlier), earlier),
        waits=bool(guarded_changes(owner, earlier)),
        version=owner.version,
        reason=reason,
        problem=problem,
        errors=[{"text": problem[1], "href": f"#{problem[0]}"}] if problem else [],
    )
