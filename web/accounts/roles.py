"""The roles that staff have, and what each may do beyond its own."""

from enum import StrEnum


class Role(StrEnum):
    """What a member of staff is here to do."""

    EDITOR = "editor"
    MANAGER = "manager"
    APPROVER = "approver"
    ANALYST = "analyst"
    ADMINISTRATOR = "administrator"

    @property
    def description(self) -> str:
        """The role as people read it."""
        return DESCRIPTIONS[self]


DESCRIPTIONS = {
    Role.EDITOR: "Organisation editor",
    Role.MANAGER: "Directory manager",
    Role.APPROVER: "Approver",
    Role.ANALYST: "Analyst",
    Role.ADMINISTRATOR: "Administrator",
}

# An approver does a manager's work too. An editor's rights end at their own organisation: no rank gives them.
COVERS = {
    Role.EDITOR: {Role.EDITOR},
    Role.MANAGER: {Role.MANAGER},
    Role.APPROVER: {Role.MANAGER, Role.APPROVER},
    Role.ANALYST: {Role.ANALYST},
    Role.ADMINISTRATOR: set(Role),
}


def covers(role: Role, needed: Role) -> bool:
    """Whether someone of this role may do what is meant for the needed one."""
    return needed in COVERS[role]
