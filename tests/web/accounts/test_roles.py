"""What each role may do beyond its own."""

import pytest

from web.accounts.roles import Role, covers


@pytest.mark.parametrize("role", list(Role))
def test_every_role_covers_itself_and_has_a_name_for_people(role: Role) -> None:
    assert covers(role, role)
    assert role.description


@pytest.mark.parametrize("needed", list(Role))
def test_an_administrator_covers_every_role(needed: Role) -> None:
    assert covers(Role.ADMINISTRATOR, needed)


def test_an_approver_does_a_managers_work_and_not_the_reverse() -> None:
    assert covers(Role.APPROVER, Role.MANAGER)
    assert not covers(Role.MANAGER, Role.APPROVER)


@pytest.mark.parametrize("needed", [Role.EDITOR, Role.MANAGER, Role.APPROVER, Role.ADMINISTRATOR])
def test_an_analyst_does_nothing_else(needed: Role) -> None:
    assert not covers(Role.ANALYST, needed)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.MANAGER, Role.APPROVER])
def test_nobody_who_keeps_the_directory_reads_the_insights(role: Role) -> None:
    assert not covers(role, Role.ANALYST)
