"""Who changed what in a service, who agreed, when, and why; and going back to how it was before a change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from fastapi import APIRouter, Request, Response
from sqlalchemy.orm import Session

from directory.approval.earlier import can_go_back
from directory.history import Action, history_of
from directory.model import Contact, Metadata
from directory.opening_hours import LONDON
from directory.permissions import Deed
from web.admin.difference import Line, lines_of
from web.admin.door import Keeper
from web.admin.found import kept_service
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/services", include_in_schema=False)
ACTIONS = {
    Action.CREATE: "Added",
    Action.UPDATE: "Changed",
    Action.WITHDRAW: "Withdrawn from the public",
    Action.RESTORE: "Put back",
    Action.CONFIRM: "Confirmed",
    Action.PUBLISH: "Shown for the first time",
}


@dataclass(frozen=True)
class Entry:
    """One edit; moments are in UK time."""

    change_id: str
    what: str
    about: str
    who: str
    at: datetime
    reason: str | None
    approved_by: str | None
    approved_at: datetime | None
    lines: tuple[Line, ...]
    back: bool  # whether one can go back to how it was before


@router.get("/{service_id}/history")
def show_history(service_id: UUID, request: Request, member: Keeper, session: Database) -> Response:
    """The changes of a service and its contacts, the newest first."""
    service = kept_service(session, service_id, by=member, to=Deed.SEE)
    return page(request, "admin/history.html", service=service, entries=read_entries(session, service.id))


def read_entries(session: Session, service_id: str) -> list[Entry]:
    """The edits of a service and its contacts, the newest first."""
    changes = history_of(session, service_id)
    return [entry_of(session, list(group)) for _, group in groupby(changes, key=lambda each: each.change_id)]


def entry_of(session: Session, changes: Sequence[Metadata]) -> Entry:
    """One edit from its rows."""
    first = changes[0]
    contact = session.get(Contact, first.resource_id) if first.resource_type == "contact" else None
    return Entry(
        change_id=first.change_id,
        what=ACTIONS[Action(first.last_action_type)],
        about=(contact.name or "one contact") if contact else "the service",
        who=first.updated_by_name,
        at=first.last_action_date.astimezone(LONDON),
        reason=first.reason,
        approved_by=first.approved_by_name,
        approved_at=first.approved_at.astimezone(LONDON) if first.approved_at else None,
        lines=lines_of(
            {each.field_name: each.previous_value for each in changes},
            {each.field_name: each.replacement_value for each in changes},
        ),
        back=can_go_back(session, changes),
    )
