"""Who may use the managers' door; whoever comes in first has the approved changes shown that are due."""

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends

from directory.going_live import show_due
from directory.history import Editor
from web.accounts.guard import StaffMember, require
from web.accounts.roles import Role
from web.accounts.users import disabled_at
from web.resources import Resources, resources


def _door(*roles: Role) -> Callable[..., StaffMember]:
    """Lets in whoever covers one of these roles."""

    def come_in(
        member: Annotated[StaffMember, Depends(require(*roles))],
        held: Annotated[Resources, Depends(resources)],
    ) -> StaffMember:
        show_due(held.sessions, at=held.clock(), disabled_at=disabled_at)
        return member

    return come_in


def editor_of(member: StaffMember) -> Editor:
    """The person as the history names them."""
    return Editor(member.id, member.email)


Manager = Annotated[StaffMember, Depends(_door(Role.MANAGER))]
Keeper = Annotated[
    StaffMember, Depends(_door(Role.MANAGER, Role.EDITOR))
]  # an editor: their own services only
Approver = Annotated[StaffMember, Depends(_door(Role.APPROVER))]
