"""Who may do what with the directory: an editor with their own organization's services, others with all.

`check_can_x` raises NotPermitted, `can_x` asks.
"""

from enum import StrEnum
from typing import Protocol

from vocabulary.roles import Role


class NotPermitted(Exception):
    """A person may not do this to this part of the directory."""


class Deed(StrEnum):
    """What can be done with the directory."""

    SEE = "see"
    EDIT = "edit"  # publish what needs nobody else, propose what does
    CONFIRM = "confirm"
    WITHDRAW = "withdraw"  # take out of the public's view at once
    ADD = "add"  # a service or a contact, which a second person publishes
    ADD_ORGANIZATION = "add-organization"
    APPROVE = "approve"  # or refuse
    STOP = "stop"  # an approved change before it is live
    IMPORT = "import"  # bring a file or keep a feed, which a second person applies
    UNDO = "undo"  # an import as a whole, which shows people older numbers again


class Member(Protocol):
    """A member of staff, as far as their rights depend on it."""

    @property
    def id(self) -> str:
        """Their key."""

    @property
    def role(self) -> Role:
        """What they are here to do."""

    @property
    def organization_id(self) -> str | None:
        """An editor's own organization."""


KEEPING = frozenset({Deed.SEE, Deed.EDIT, Deed.CONFIRM, Deed.WITHDRAW, Deed.ADD})
MANAGING = KEEPING | {Deed.ADD_ORGANIZATION, Deed.STOP, Deed.IMPORT}
APPROVING = MANAGING | {Deed.APPROVE, Deed.UNDO}
RIGHTS = {
    Role.EDITOR: KEEPING,
    Role.MANAGER: MANAGING,
    Role.APPROVER: APPROVING,
    Role.ANALYST: frozenset[Deed](),
    Role.ADMINISTRATOR: APPROVING,
}
BOUND_TO_OWN = frozenset({Role.EDITOR})


def can(member: Member, deed: Deed, organization_id: str | None) -> bool:
    """Whether a person may do this to what belongs to an organization; None is the directory as a whole."""
    if deed not in RIGHTS[member.role]:
        return False
    if member.role not in BOUND_TO_OWN:
        return True
    return organization_id is not None and organization_id == member.organization_id


def check_can(member: Member, deed: Deed, organization_id: str | None) -> None:
    """Raises NotPermitted unless the person may do this."""
    if not can(member, deed, organization_id):
        raise NotPermitted


def can_decide(member: Member, organization_id: str | None, *, proposed_by: str) -> bool:
    """Whether a person may approve or refuse a proposal: a second person, never whoever proposed it."""
    return member.id != proposed_by and can(member, Deed.APPROVE, organization_id)


def check_can_decide(member: Member, organization_id: str | None, *, proposed_by: str) -> None:
    """Raises NotPermitted unless the person may approve or refuse the proposal."""
    if not can_decide(member, organization_id, proposed_by=proposed_by):
        raise NotPermitted


def can_withdraw_proposal(member: Member, organization_id: str | None, *, proposed_by: str) -> bool:
    """Whether a person may take back a proposal: whoever proposed it, while they may still edit."""
    return member.id == proposed_by and can(member, Deed.EDIT, organization_id)


def check_can_withdraw_proposal(member: Member, organization_id: str | None, *, proposed_by: str) -> None:
    """Raises NotPermitted unless the person may take the proposal back."""
    if not can_withdraw_proposal(member, organization_id, proposed_by=proposed_by):
        raise NotPermitted


def sees_all(member: Member) -> bool:
    """Whether a person sees every organization's services."""
    return member.role not in BOUND_TO_OWN and Deed.SEE in RIGHTS[member.role]
