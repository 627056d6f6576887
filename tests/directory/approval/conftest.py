"""A stored service, and people who propose and decide about it; on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session, sessionmaker

from directory.approval.proposing import Asking, propose
from directory.fields import Values
from directory.history import Editor
from directory.identifiers import identifier
from directory.model import Contact, Proposal, Service
from tests.directory.factories import TUESDAY_NOON, store_a_service


ANA, BEN, CAT = Editor("staff-1", "Ana"), Editor("staff-2", "Ben"), Editor("staff-3", "Cat")
SERVICE, CONTACT = (identifier(kind, "a-service") for kind in ("service", "contact"))
OLD, NEW = "01952 385385", "0113 240 3040"
DAY = timedelta(hours=24)


@pytest.fixture
def stored(sessions: sessionmaker[Session]) -> sessionmaker[Session]:
    with sessions() as session:
        store_a_service(session)
    return sessions


def ana_proposes(
    stored: sessionmaker[Session], values: Values | None = None, *, checked: bool | None = None
) -> str:
    """Ana's proposal for the contact, another number unless said otherwise; returns its id."""
    with stored.begin() as session:
        owner = session.get_one(Contact, CONTACT)
        asking = Asking(ANA, TUESDAY_NOON, reason="rang it")
        return propose(session, owner, values or {"number": NEW}, asking, checked=checked).id


def ana_proposes_for_service(stored: sessionmaker[Session], values: Values) -> str:
    """Ana's proposal for the service; returns its id."""
    with stored.begin() as session:
        return propose(session, session.get_one(Service, SERVICE), values, Asking(ANA, TUESDAY_NOON)).id


def number_of(stored: sessionmaker[Session]) -> str:
    """The number that is stored, and so shown."""
    with stored() as session:
        return session.get_one(Contact, CONTACT).phones[0].number


def proposal_of(stored: sessionmaker[Session], proposal_id: str) -> Proposal:
    """The proposal as it stands now."""
    with stored() as session:
        return session.get_one(Proposal, proposal_id)
