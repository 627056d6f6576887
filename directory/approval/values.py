"""What a proposal holds: which fields of which record, from what to what."""

import json
from collections.abc import Iterable

from sqlalchemy.orm import Session

from directory.fields import Owner, Values, fields_of
from directory.model import Contact, Proposal, Service
from directory.saving import NotFound


def owner_of(session: Session, resource_type: str, resource_id: str) -> Owner:
    """The contact or the service that a proposal or a history row is about. Raises NotFound."""
    kind = Contact if resource_type == Contact.__tablename__ else Service
    found = session.get(kind, resource_id)
    if not isinstance(found, Contact | Service):
        raise NotFound
    return found


def service_of(owner: Owner) -> Service:
    """The service that a record belongs to, or is."""
    return owner.service if isinstance(owner, Contact) else owner


def as_text(values: Values) -> str:
    """Values as they are stored with a proposal."""
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True)


def before_of(proposal: Proposal) -> dict[str, str | None]:
    """What stood there when the change was proposed, or last looked at for approval."""
    read: dict[str, str | None] = json.loads(proposal.before)
    return read


def after_of(proposal: Proposal) -> dict[str, str | None]:
    """What would stand there."""
    read: dict[str, str | None] = json.loads(proposal.after)
    return read


def values_of(owner: Owner, names: Iterable[str]) -> dict[str, str | None]:
    """What stands in these fields now."""
    fields = fields_of(owner)
    return {name: fields[name].read(owner) for name in names}


def stale_fields(owner: Owner, proposal: Proposal) -> list[str]:
    """The fields that a second person guards and that somebody changed since the proposal was written."""
    before = before_of(proposal)
    now = values_of(owner, before)
    fields = fields_of(owner)
    return [name for name in fields if name in before and fields[name].guarded and before[name] != now[name]]
