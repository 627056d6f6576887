"""What waits for a second person: the list, each change before and after, and what is decided about it."""

from collections.abc import Callable, Sequence
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session
from starlette.datastructures import FormData

from directory.approval.deciding import Decision, approve, refuse, stop
from directory.approval.errors import DecidedMeanwhile, OtherPerson, SamePerson
from directory.approval.finding import decided_proposals, open_proposals
from directory.approval.previewing import as_if_live
from directory.approval.proposing import withdraw_proposal
from directory.model import Proposal, Service
from directory.permissions import Deed, can, can_decide, can_withdraw_proposal, sees_all
from directory.saving import EditedMeanwhile
from directory.terms import OPEN_STATES, ProposalState
from web.accounts.errors import NotAllowed
from web.accounts.guard import SentForm, StaffMember, recently_signed_in
from web.accounts.users import disabled_at
from web.admin.conflict import read_version
from web.admin.door import Approver, Keeper, editor_of
from web.admin.found import check_may, find_proposal
from web.admin.moment import Moment, Now
from web.admin.proposal_view import STATES, Listed, listed_proposal, shown_proposal
from web.admin.reasons import BadReason, read_reason
from web.admin.saved import Saved, saved_words
from web.as_public import PublicCard, public_cards
from web.database import Database
from web.resources import Resources
from web.templating import page


router = APIRouter(prefix="/admin/approvals", include_in_schema=False)
MOST_DECIDED = 20
MEANWHILE = "Somebody saved another change while you were reading. Compare again below, then decide"
DECIDED = "Somebody else was first. It now stands: {state}"


@router.get("")
def show_approvals(request: Request, member: Keeper, session: Database) -> Response:
    """What waits, what is approved and not live yet, and what was decided last."""
    own = None if sees_all(member) else member.organization_id
    if not sees_all(member) and own is None:
        raise NotAllowed
    found = _listed(session, open_proposals(session, organization_id=own))
    return page(
        request,
        "admin/approvals.html",
        waiting=[each for each in found if each.state is ProposalState.WAITING],
        cooling=[each for each in found if each.state is ProposalState.APPROVED],
        decided=_listed(session, decided_proposals(session, most=MOST_DECIDED)) if own is None else [],
    )


@router.get("/{proposal_id}")
def show_approval(
    proposal_id: UUID, request: Request, member: Keeper, session: Database, now: Moment
) -> Response:
    """One change before and after, and what people would see of it."""
    proposal, service = find_proposal(session, proposal_id, by=member)
    check_may(member, Deed.SEE, service)
    return _show(request, session, proposal, service, member=member, now=now)


@router.post("/{proposal_id}/approve", dependencies=[Depends(recently_signed_in)])
def send_approve(
    proposal_id: UUID, request: Request, member: Approver, session: Database, sent: SentForm, now: Moment
) -> Response:
    """Agrees to the change as it was shown."""
    proposal, _service = find_proposal(session, proposal_id, by=member)
    held: Resources = request.app.state.resources
    decision = Decision(editor_of(member), now.at, seen=read_version(sent.get("version")))

    def agree() -> Saved:
        approve(session, proposal.id, decision, cool_off=held.settings.cool_off)
        return Saved.APPROVED if proposal.state is ProposalState.LIVE else Saved.COOLING

    return _decide(request, session, proposal_id, agree, member=member, now=now)


@router.post("/{proposal_id}/refuse")
def send_refuse(
    proposal_id: UUID, request: Request, member: Approver, session: Database, sent: SentForm, now: Moment
) -> Response:
    """Says no, and why."""
    proposal, service = find_proposal(session, proposal_id, by=member)
    try:
        reason = read_reason(sent)
    except BadReason as error:
        errors = [{"text": str(error), "href": "#reason"}]
        return _show(
            request, session, proposal, service, member=member, now=now, errors=errors, status=422, sent=sent
        )

    def say_no() -> Saved:
        refuse(session, proposal.id, Decision(editor_of(member), now.at), reason=reason)
        return Saved.REFUSED

    return _decide(request, session, proposal_id, say_no, member=member, now=now)


@router.post("/{proposal_id}/withdraw")
def send_withdraw(
    proposal_id: UUID, request: Request, member: Keeper, session: Database, now: Moment
) -> Response:
    """Takes back one's own proposal."""
    proposal, service = find_proposal(session, proposal_id, by=member)
    check_may(member, Deed.EDIT, service)

    def take_back() -> Saved:
        withdraw_proposal(session, proposal.id, by=editor_of(member), at=now.at)
        return Saved.TAKEN_BACK

    return _decide(request, session, proposal_id, take_back, member=member, now=now)


@router.post("/{proposal_id}/stop")
def send_stop(
    proposal_id: UUID, request: Request, member: Keeper, session: Database, now: Moment
) -> Response:
    """Keeps an approved change from going live."""
    proposal, service = find_proposal(session, proposal_id, by=member)
    check_may(member, Deed.STOP, service)

    def keep_back() -> Saved:
        stop(session, proposal.id, by=editor_of(member), at=now.at)
        return Saved.STOPPED

    return _decide(request, session, proposal_id, keep_back, member=member, now=now)


def _decide(
    request: Request,
    session: Session,
    proposal_id: UUID,
    act: Callable[[], Saved],
    *,
    member: StaffMember,
    now: Now,
) -> Response:
    """Does it and goes back to the proposal; whoever was second is shown how it stands now."""
    try:
        saved = act()
        session.commit()
    except (SamePerson, OtherPerson):
        raise NotAllowed from None
    except DecidedMeanwhile as error:
        session.rollback()
        text = DECIDED.format(state=STATES[error.state].lower())
    except EditedMeanwhile:
        session.rollback()
        text = MEANWHILE
    else:
        return RedirectResponse(f"/admin/approvals/{proposal_id}?saved={saved.value}", 303)
    proposal, service = find_proposal(session, proposal_id, by=member)
    errors = [{"text": text, "href": "#change"}]
    return _show(request, session, proposal, service, member=member, now=now, errors=errors, status=409)


def _show(
    request: Request,
    session: Session,
    proposal: Proposal,
    service: Service,
    *,
    member: StaffMember,
    now: Now,
    errors: list[dict[str, str]] | None = None,
    status: int = 200,
    sent: FormData | None = None,
) -> Response:
    shown = shown_proposal(session, proposal, service)
    whose = {"proposed_by": proposal.proposed_by}
    is_open, waits = proposal.state in OPEN_STATES, proposal.state is ProposalState.WAITING
    rights = {
        "may_decide": waits and can_decide(member, service.organization_id, **whose),
        "may_withdraw": is_open and can_withdraw_proposal(member, service.organization_id, **whose),
        "may_stop": is_open and not waits and can(member, Deed.STOP, service.organization_id),
    }
    seen_now = public_cards(session, [service.id], at=now.at, live=now.live)
    would_see = _preview(session, proposal, now) if is_open else []
    return page(
        request,
        "admin/approval.html",
        status=status,
        shown=shown,
        sender_disabled=disabled_at(session, proposal.proposed_by) is not None,
        seen_now=seen_now[0] if seen_now else None,
        would_see=would_see[0] if would_see else None,
        is_open=is_open,
        reason=sent.get("reason", "") if sent else "",
        errors=errors or [],
        saved=saved_words(request.query_params.get("saved", "")),
        rights=rights,
    )


def _preview(session: Session, proposal: Proposal, now: Now) -> list[PublicCard]:
    service_id = proposal.service_id
    with as_if_live(session, proposal):
        return public_cards(session, [service_id], at=now.at, live=now.live)


def _listed(session: Session, proposals: Sequence[Proposal]) -> list[Listed]:
    services = {each.service_id: session.get(Service, each.service_id) for each in proposals}
    return [
        listed_proposal(session, each, service)
        for each in proposals
        if (service := services[each.service_id]) is not None
    ]
