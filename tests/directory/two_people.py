"""Changes as the product makes them: one person proposes, a second approves, and nothing cools off."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from directory.approval.deciding import Decision, approve
from directory.approval.proposing import Asking, propose
from directory.fields import Owner, Values
from directory.history import Editor
from directory.model import Phone


SECOND = Editor("staff-9", "second@signpost.example")


def change(
    session: Session, owner: Owner, values: Values, *, by: Editor, at: datetime, checked: bool | None = None
) -> None:
    """Shows new values of what people rely on; the caller commits. Raises what proposing raises."""
    proposal = propose(session, owner, values, Asking(by, at), checked=checked)
    approve(session, proposal.id, Decision(SECOND, at), cool_off=timedelta(0))


def change_number(session: Session, phone_id: str, number: str, *, by: Editor, at: datetime) -> None:
    """Shows another number of a contact."""
    change(session, session.get_one(Phone, phone_id).contact, {"number": number}, by=by, at=at)
