"""The history of the directory: each changed field with who, when, from what and to what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.chain import add_to_chain
from directory.model import Metadata


@dataclass(frozen=True)
class Editor:
    """The member of staff who acts: a key that stays, and the name that the history shows."""

    id: str
    name: str


class Action(StrEnum):
    """What was done; HSDS leaves the words of `last_action_type` to us."""

    CREATE = "create"
    UPDATE = "update"
    WITHDRAW = "withdraw"
    RESTORE = "restore"
    CONFIRM = "confirm"
    PUBLISH = "publish"  # shown for the first time


@dataclass(frozen=True)
class Approval:
    """The second person who agreed to a change, and when."""

    by: Editor
    at: datetime


@dataclass(frozen=True)
class Change:
    """One field before and after."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Act:
    """One edit: who did what, when, to which record of which service, and why if they said so."""

    by: Editor
    at: datetime
    action: Action
    service_id: str
    resource_type: str
    resource_id: str
    reason: str | None = None
    approval: Approval | None = None


def record(session: Session, act: Act, changes: Sequence[Change]) -> str:
    """Write the history rows of one edit in the session's transaction; returns the id they share.

    The caller commits the edit and its history together, or neither.
    """
    change_id = str(uuid4())
    rows = [
        Metadata(
            id=str(uuid4()),
            resource_id=act.resource_id,
            resource_type=act.resource_type,
            service_id=act.service_id,
            change_id=change_id,
            last_action_date=act.at,
            last_action_type=act.action.value,
            field_name=change.field,
            previous_value=change.before,
            replacement_value=change.after,
            updated_by=act.by.id,
            updated_by_name=act.by.name,
            reason=act.reason,
            approved_by=act.approval.by.id if act.approval else None,
            approved_by_name=act.approval.by.name if act.approval else None,
            approved_at=act.approval.at if act.approval else None,
        )
        for change in changes
    ]
    add_to_chain(session, rows)
    session.add_all(rows)
    session.flush()
    return change_id


def differences(before: Mapping[str, str | None], after: Mapping[str, str | None]) -> list[Change]:
    """The fields whose value differs, in the order of the first mapping."""
    return [
        Change(field, value, after.get(field)) for field, value in before.items() if value != after.get(field)
    ]


def history_of(session: Session, service_id: str) -> list[Metadata]:
    """Every change of a service and its contacts, the newest first."""
    newest_first = (Metadata.last_action_date.desc(), Metadata.change_id, Metadata.sequence)
    return list(
        session.scalars(select(Metadata).where(Metadata.service_id == service_id).order_by(*newest_first))
    )
