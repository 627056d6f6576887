"""The people who may sign in."""

import pytest

from tests.web.conftest import HandClock
from web.accounts.errors import BadAccount
from web.accounts.model import Staff, StaffSession
from web.accounts.roles import Role
from web.accounts.sessions import start_session
from web.accounts.users import (
    DEMO_DOMAIN,
    add_staff,
    demo_staff,
    disable_staff,
    every_staff,
    find_staff,
    open_demo_accounts,
)
from web.resources import Resources


PASSWORD = "three random words"


def test_an_account_is_found_however_its_address_is_written(held: Resources) -> None:
    with held.sessions() as session:
        made = add_staff(session, " Ann@Example.org ", Role.MANAGER, PASSWORD, at=held.clock())

        assert made.email == "ann@example.org"
        assert find_staff(session, "ANN@example.org") is made


def test_an_account_holds_no_password(held: Resources) -> None:
    with held.sessions() as session:
        made = add_staff(session, "ann@example.org", Role.MANAGER, PASSWORD, at=held.clock())

    assert PASSWORD not in repr(vars(made))


def test_an_address_has_one_account(held: Resources) -> None:
    with held.sessions() as session:
        add_staff(session, "ann@example.org", Role.MANAGER, PASSWORD, at=held.clock())

        with pytest.raises(BadAccount) as refused:
            add_staff(session, "ANN@example.org", Role.ANALYST, PASSWORD, at=held.clock())

    assert refused.value.code == "taken"


@pytest.mark.parametrize(
    "email",
    ["", "ann", "ann@", "@example.org", "ann@example", "a b@example.org", "a@b@c.org", "\ud800a@x.org"],
)
def test_an_account_needs_an_e_mail_address(held: Resources, email: str) -> None:
    with held.sessions() as session, pytest.raises(BadAccount) as refused:
        add_staff(session, email, Role.MANAGER, PASSWORD, at=held.clock())

    assert refused.value.code == "email"


def test_an_account_needs_a_long_enough_password(held: Resources) -> None:
    with held.sessions() as session, pytest.raises(BadAccount) as refused:
        add_staff(session, "ann@example.org", Role.MANAGER, "short", at=held.clock())

    assert refused.value.code == "password-short"


def test_the_demonstration_has_a_manager_and_an_analyst(held: Resources) -> None:
    with held.sessions.begin() as session:
        made = demo_staff(session, at=held.clock())

    assert {Role.MANAGER, Role.ANALYST} <= {role for _email, role, _password in made}


def test_the_demonstrations_passwords_are_new_each_time_and_stored_nowhere(held: Resources) -> None:
    with held.sessions() as session:
        first = demo_staff(session, at=held.clock())
        session.rollback()
        second = demo_staff(session, at=held.clock())
        stored = [each.password for each in session.query(Staff)]

    passwords = [each.password for each in first + second]
    assert len(set(passwords)) == len(passwords)
    assert not set(passwords) & set(stored)


def test_an_installation_with_accounts_gets_no_demonstration(held: Resources) -> None:
    with held.sessions.begin() as session:
        add_staff(session, "ann@example.org", Role.MANAGER, PASSWORD, at=held.clock())

        assert demo_staff(session, at=held.clock()) == []
        assert session.query(Staff).count() == 1


def test_the_demonstrations_open_accounts_are_told_from_everybody_elses(held: Resources) -> None:
    with held.sessions.begin() as session:
        add_staff(session, "ann@example.org", Role.MANAGER, PASSWORD, at=held.clock())
        add_staff(session, "bob@notsignpost.example", Role.MANAGER, PASSWORD, at=held.clock())
        demo = add_staff(session, f"manager@{DEMO_DOMAIN}", Role.MANAGER, PASSWORD, at=held.clock())

        assert open_demo_accounts(session) == [demo.email]
        disable_staff(session, demo, at=held.clock())
        assert open_demo_accounts(session) == []


def test_disabling_an_account_signs_it_out_everywhere(held: Resources, clock: HandClock) -> None:
    with held.sessions.begin() as session:
        staff = add_staff(session, "ann@example.org", Role.MANAGER, PASSWORD, at=clock())
        start_session(session, staff, at=clock())

        disable_staff(session, staff, at=clock())

        assert session.query(StaffSession).count() == 0
        assert staff.disabled_at == clock()


def test_disabling_an_account_again_keeps_its_first_moment(held: Resources, clock: HandClock) -> None:
    with held.sessions.begin() as session:
        staff = add_staff(session, "ann@example.org", Role.MANAGER, PASSWORD, at=clock())
        disable_staff(session, staff, at=clock())
        first = clock()
        clock.move(days=1)

        disable_staff(session, staff, at=clock())

        assert staff.disabled_at == first


def test_every_account_is_listed_the_disabled_ones_too(held: Resources, clock: HandClock) -> None:
    with held.sessions.begin() as session:
        for email in ("cy@example.org", "ann@example.org"):
            add_staff(session, email, Role.MANAGER, PASSWORD, at=clock())
        disable_staff(session, add_staff(session, "bo@example.org", Role.EDITOR, PASSWORD), at=clock())

        assert [staff.email[:2] for staff in every_staff(session)] == ["an", "bo", "cy"]
