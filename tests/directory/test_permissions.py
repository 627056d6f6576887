"""Tests of permissions: every cell of role, deed and whose service it is."""

from dataclasses import dataclass
from itertools import product

import pytest

from directory.permissions import (
    RIGHTS,
    Deed,
    NotPermitted,
    can,
    can_decide,
    can_withdraw_proposal,
    check_can,
    check_can_decide,
    check_can_withdraw_proposal,
    sees_all,
)
from vocabulary.roles import Role


OWN, OTHER = "organization-1", "organization-2"


@dataclass(frozen=True)
class Person:
    """A member of staff of the first organization."""

    role: Role
    id: str = "staff-1"
    organization_id: str | None = OWN


# What each role may do with [its own organization's services, another's, the directory as a whole].
# y: yes, n: no.
MATRIX = """
               see  edit confirm withdraw add  add-organization approve stop import undo
editor         ynn  ynn  ynn     ynn      ynn  nnn              nnn     nnn  nnn    nnn
manager        yyy  yyy  yyy     yyy      yyy  yyy              nnn     yyy  yyy    nnn
approver       yyy  yyy  yyy     yyy      yyy  yyy              yyy     yyy  yyy    yyy
analyst        nnn  nnn  nnn     nnn      nnn  nnn              nnn     nnn  nnn    nnn
administrator  yyy  yyy  yyy     yyy      yyy  yyy              yyy     yyy  yyy    yyy
"""
HEADINGS, *ROWS = (line.split() for line in MATRIX.strip().splitlines())
CELLS = [
    (Role(row[0]), Deed(heading), organization, cell[place] == "y")
    for row in ROWS
    for heading, cell in zip(HEADINGS, row[1:], strict=True)
    for place, organization in enumerate((OWN, OTHER, None))
]


@pytest.mark.parametrize(("role", "deed", "organization", "allowed"), CELLS)
def test_a_role_may_do_what_the_matrix_says(
    role: Role, deed: Deed, organization: str | None, *, allowed: bool
) -> None:
    assert can(Person(role), deed, organization) is allowed


@pytest.mark.parametrize(("role", "deed", "organization", "allowed"), CELLS)
def test_a_check_raises_where_the_matrix_says_no(
    role: Role, deed: Deed, organization: str | None, *, allowed: bool
) -> None:
    if allowed:
        check_can(Person(role), deed, organization)
        return
    with pytest.raises(NotPermitted):
        check_can(Person(role), deed, organization)


def test_the_matrix_has_every_cell() -> None:
    expected = set(product(Role, Deed, (OWN, OTHER, None)))
    assert {(role, deed, organization) for role, deed, organization, _ in CELLS} == expected
    assert set(RIGHTS) == set(Role)


@pytest.mark.parametrize("deed", Deed)
@pytest.mark.parametrize("organization", [OWN, None])
def test_an_editor_of_no_organization_may_do_nothing(deed: Deed, organization: str | None) -> None:
    assert not can(Person(Role.EDITOR, organization_id=None), deed, organization)


@pytest.mark.parametrize("role", Role)
def test_a_second_person_decides_if_they_may_approve(role: Role) -> None:
    allowed = role in {Role.APPROVER, Role.ADMINISTRATOR}
    assert can_decide(Person(role), OTHER, proposed_by="staff-2") is allowed


@pytest.mark.parametrize("role", Role)
def test_nobody_decides_about_their_own_proposal(role: Role) -> None:
    assert not can_decide(Person(role), OWN, proposed_by="staff-1")
    with pytest.raises(NotPermitted):
        check_can_decide(Person(role), OWN, proposed_by="staff-1")


@pytest.mark.parametrize("role", Role)
def test_only_whoever_proposed_takes_it_back(role: Role) -> None:
    assert not can_withdraw_proposal(Person(role), OWN, proposed_by="staff-2")
    with pytest.raises(NotPermitted):
        check_can_withdraw_proposal(Person(role), OWN, proposed_by="staff-2")
    assert can_withdraw_proposal(Person(role), OWN, proposed_by="staff-1") is (role is not Role.ANALYST)


def test_who_left_an_organization_takes_back_nothing_of_it() -> None:
    assert not can_withdraw_proposal(Person(Role.EDITOR), OTHER, proposed_by="staff-1")


@pytest.mark.parametrize("role", Role)
def test_an_editor_does_not_see_every_organization(role: Role) -> None:
    assert sees_all(Person(role)) is (role not in {Role.EDITOR, Role.ANALYST})
