"""Going back to how a record was before a change; the same rules hold as for any other change."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.approval.proposing import Asking
from directory.approval.sending import Sent, send
from directory.approval.values import owner_of
from directory.fields import Owner, fields_of, read_values
from directory.history import Action
from directory.model import Metadata
from directory.saving import NotFound


def rows_of(session: Session, service_id: str, change_id: str) -> list[Metadata]:
    """The rows of one edit of a service. Raises NotFound."""
    wanted = (Metadata.service_id == service_id, Metadata.change_id == change_id)
    rows = list(session.scalars(select(Metadata).where(*wanted).order_by(Metadata.sequence)))
    if not rows:
        raise NotFound
    return rows


def earlier_values(owner: Owner, rows: Sequence[Metadata]) -> dict[str, str | None]:
    """The values before an edit, of the fields that one can go back to."""
    fields = fields_of(owner)
    return {
        each.field_name: each.previous_value
        for each in rows
        if each.field_name in fields and fields[each.field_name].restorable
    }


def can_go_back(session: Session, rows: Sequence[Metadata]) -> bool:
    """Whether an edit left an earlier value that is not there now."""
    if rows[0].last_action_type == Action.CREATE.value:
        return False
    try:
        owner = owner_of(session, rows[0].resource_type, rows[0].resource_id)
    except NotFound:
        return False
    now = read_values(owner)
    return any(now[name] != value for name, value in earlier_values(owner, rows).items())


def go_back(session: Session, service_id: str, change_id: str, asking: Asking) -> Sent:
    """Send the values before an edit like any others: what needs a second person waits for one.

    Raises NotFound, EditedMeanwhile, BadValue, NothingToPropose, AlreadyProposed. The caller commits.
    """
    rows = rows_of(session, service_id, change_id)
    owner = owner_of(session, rows[0].resource_type, rows[0].resource_id)
    return send(session, owner, earlier_values(owner, rows), asking)
