"""What each role may do beyond its own: which doors open to whom."""

from vocabulary.roles import Role


__all__ = ["Role", "covers"]

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
