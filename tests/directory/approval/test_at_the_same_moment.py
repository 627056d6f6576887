"""Two people add the same at the very same moment: one does, and the other is told. On both databases."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from directory.approval.adding import NewContact, add_contact, add_service
from directory.approval.organizations import add_organization
from directory.approval.proposing import Asking
from directory.approval.sending import send
from directory.chain import verify
from directory.checking import BadValue, Fault
from directory.model import Organization, Service
from directory.saving import EditedMeanwhile
from directory.terms import ContactChannel
from tests.directory.approval.conftest import ANA, BEN, SERVICE
from tests.directory.factories import TUESDAY_NOON


Work = Callable[[Session, Asking], object]
LONG_ENOUGH_TO_LOOK = 0.4  # seconds: less only lets the test see less
ANAS, BENS = Asking(ANA, TUESDAY_NOON, reason="their page"), Asking(BEN, TUESDAY_NOON, reason="their page")


@dataclass
class Second:
    """What became of the second person's work, done in a transaction of their own."""

    sessions: sessionmaker[Session]
    work: Work
    refused: list[Exception] = field(default_factory=list)

    def run(self) -> None:
        """Does it, and keeps what stops it."""
        try:
            with self.sessions.begin() as session:
                self.work(session, BENS)
        except Exception as error:  # noqa: BLE001 - whatever it is, the test tells
            self.refused.append(error)


def _both(sessions: sessionmaker[Session], work: Work) -> list[Exception]:
    """Ana has done it and not committed yet when Ben does it too; what stops Ben."""
    second = Second(sessions, work)
    thread = threading.Thread(target=second.run)
    with sessions.begin() as session:
        work(session, ANAS)
        session.flush()
        thread.start()
        thread.join(LONG_ENOUGH_TO_LOOK)
    thread.join(20)
    assert not thread.is_alive()
    with sessions() as session:
        assert verify(session).broken is None
    return second.refused


def _new_organization(session: Session, asking: Asking) -> object:
    return add_organization(session, {"name": "New Paths", "description": "It helps."}, asking)


def _new_service(name: str, organization: int = 0) -> Work:
    values = {"name": name, "description": "It helps.", "areas": "E06000020", "caller": "anyone"}

    def add(session: Session, asking: Asking) -> object:
        found = session.scalars(select(Organization).order_by(Organization.name)).all()
        whose = found[organization if asking is BENS else 0]
        ways = [NewContact(ContactChannel.EMAIL, "help@example.org", "E-mail")]
        return add_service(session, whose, values, ways, asking)

    return add


def _new_contact(session: Session, asking: Asking) -> object:
    service = session.get_one(Service, SERVICE)
    assert service.contacts  # as a page reads them first
    return add_contact(session, service, NewContact(ContactChannel.PHONE, "0113 240 3040", "More"), asking)


@pytest.mark.parametrize("work", [_new_organization, _new_service("Way Out"), _new_contact])
def test_the_second_is_told_that_it_is_there_already(stored: sessionmaker[Session], work: Work) -> None:
    [refused] = _both(stored, work)

    assert isinstance(refused, BadValue), refused
    assert refused.fault is Fault.ALREADY_THERE


def test_two_organizations_services_of_one_name_are_both_added(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        _new_organization(session, ANAS)

    assert _both(stored, _new_service("Way Out", organization=1)) == []

    with stored() as session:
        slugs = session.scalars(select(Service.slug).where(Service.name == "Way Out")).all()
    assert sorted(slugs) == ["way-out", "way-out-2"]


def test_the_same_change_sent_by_both_is_saved_once_and_the_second_is_shown_it(
    stored: sessionmaker[Session],
) -> None:
    def rename(session: Session, asking: Asking) -> object:
        service = session.get_one(Service, SERVICE)
        seen = Asking(asking.by, asking.at, seen=1, reason=asking.reason)
        return send(session, service, {"description": f"{asking.by.name} says that it helps."}, seen)

    [refused] = _both(stored, rename)

    assert isinstance(refused, EditedMeanwhile), refused
    assert refused.current["description"] == "Ana says that it helps."
