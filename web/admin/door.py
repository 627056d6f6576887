"""Who may use the managers' door; whoever comes in first has the approved changes shown that are due.

Each page of a demonstration then tells how many entries anybody has confirmed.
"""

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request

from directory.confirmed import count_confirmed
from directory.going_live import show_due
from directory.history import Editor
from web.accounts.guard import StaffMember, require
from web.accounts.roles import Role
from web.accounts.users import disabled_at
from web.resources import Resources, resources


def _door(*roles: Role) -> Callable[..., StaffMember]:
    """Lets in whoever covers one of these roles."""

    def come_in(
        request: Request,
        member: Annotated[StaffMember, Depends(require(*roles))],
        held: Annotated[Resources, Depends(resources)],
    ) -> StaffMember:
        show_due(held.sessions, at=held.clock(), disabled_at=disabled_at)
        if not held.settings.live:
            with held.sessions() as session:
                request.state.confirmed = count_confirmed(session)
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
