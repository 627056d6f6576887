"""Accounts under a new key of the installation."""

from web.accounts.code_apps import begin, begun_key
from web.accounts.resealing import reseal
from web.accounts.roles import Role
from web.accounts.users import add_staff
from web.resources import Resources


OLD, NEW, OTHER = b"an old key for tests", b"a new key for tests", b"another key for tests"


def test_an_app_that_no_key_opens_is_forgotten_and_the_others_go_on(held: Resources) -> None:
    now = held.clock()
    with held.sessions() as session:
        found = []
        for number, key in enumerate((OLD, NEW, OTHER)):
            staff = add_staff(session, f"{number}@example.org", Role.MANAGER, "three random words", at=now)
            begin(session, key, staff.id, at=now)
            found.append((staff.id, begun_key(session, key, staff.id)))

        assert reseal(session, OLD, NEW) == 2

        session.flush()
        assert [begun_key(session, NEW, staff) for staff, _key in found] == [found[0][1], found[1][1], None]
