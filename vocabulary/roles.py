"""The roles that staff have."""

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
