"""Tests of adding: what is new is hidden until a second person shows it, and its history begins at once."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from directory.approval.adding import NewContact, add_contact, add_service, free_slug, propose_service
from directory.approval.deciding import Decision, approve, refuse
from directory.approval.errors import AlreadyProposed
from directory.approval.proposing import Asking
from directory.approval.publishing import publish_due
from directory.cards import service_cards
from directory.checking import BadValue, Fault
from directory.fields import read_values
from directory.history import history_of
from directory.model import Contact, Organization, Proposal, Service
from directory.starter import fill
from directory.terms import ContactChannel, HoursBasis, ProposalKind, ProposalState
from tests.directory.approval.conftest import ANA, BEN, DAY, OLD, SERVICE, proposal_of
from tests.directory.factories import TUESDAY_NOON


NEW = NewContact(ContactChannel.PHONE, "01132403040", "For parents", HoursBasis.SERVICE)
TODAY = TUESDAY_NOON.date()
VALUES = {
    "name": "Way Out",
    "description": "Helps young people to leave a gang.",
    "needs": "criminal-exploitation-child,housing",
    "areas": "E06000020",
    "minimum_age": "11",
    "maximum_age": "25",
    "caller": "anyone",
}
ASKING = Asking(ANA, TUESDAY_NOON, reason="their page")


def _add_contact(stored: sessionmaker[Session], new: NewContact = NEW) -> str:
    with stored.begin() as session:
        return add_contact(session, session.get_one(Service, SERVICE), new, ASKING)


def _added(session: Session) -> Contact:
    return session.scalars(select(Contact).where(Contact.name == "For parents")).one()


def _numbers(session: Session, service_id: str = SERVICE) -> list[str]:
    cards = service_cards(session, [service_id], at=TUESDAY_NOON, live=False)
    return [line.number for card in cards for line in card.phones]


def test_a_new_contact_is_seen_by_nobody_until_it_is_approved_and_has_cooled_off(
    stored: sessionmaker[Session],
) -> None:
    key = _add_contact(stored)
    with stored() as session:
        assert _numbers(session) == [OLD]

    with stored.begin() as session:
        approve(session, key, Decision(BEN, TUESDAY_NOON), cool_off=DAY)
    with stored() as session:
        assert _numbers(session) == [OLD]

    assert publish_due(stored, at=TUESDAY_NOON + DAY, disabled_at=lambda *_: None) == [key]
    with stored() as session:
        assert _numbers(session) == [OLD, "0113 240 3040"]


def test_a_new_address_has_no_cool_off(stored: sessionmaker[Session]) -> None:
    key = _add_contact(stored, NewContact(ContactChannel.WEBSITE, "https://example.org/help", "For parents"))
    with stored.begin() as session:
        approve(session, key, Decision(BEN, TUESDAY_NOON), cool_off=DAY)

    assert proposal_of(stored, key).state is ProposalState.LIVE


def test_it_then_counts_as_confirmed_by_whoever_typed_it_and_tells_of_both(
    stored: sessionmaker[Session],
) -> None:
    key = _add_contact(stored)
    with stored.begin() as session:
        approve(session, key, Decision(BEN, TUESDAY_NOON), cool_off=timedelta(0))

    with stored() as session:
        contact = _added(session)
        told = {
            (row.last_action_type, row.updated_by, row.approved_by) for row in history_of(session, SERVICE)
        }
        assert (contact.confirmed_on, contact.confirmed_by, contact.position) == (TODAY, "staff-1", 1)
    assert told == {("create", "staff-1", None), ("publish", "staff-1", "staff-2")}


def test_a_refused_contact_stays_unseen(stored: sessionmaker[Session]) -> None:
    key = _add_contact(stored)
    with stored.begin() as session:
        refuse(session, key, Decision(BEN, TUESDAY_NOON), reason="nobody answers")

    with stored() as session:
        assert _numbers(session) == [OLD]
        assert _added(session).withdrawn_at == TUESDAY_NOON


@pytest.mark.parametrize(
    ("channel", "value", "fault"),
    [
        (ContactChannel.PHONE, " ", Fault.MISSING),
        (ContactChannel.PHONE, "0909 879 0000", Fault.COSTLY_NUMBER),
        (ContactChannel.WEBSITE, "", Fault.MISSING),
        (ContactChannel.WEBSITE, "javascript:alert(1)", Fault.NOT_AN_ADDRESS),
        (ContactChannel.EMAIL, "help at example", Fault.NOT_AN_EMAIL),
        (ContactChannel.PHONE, OLD, Fault.ALREADY_THERE),
    ],
)
def test_what_cannot_be_used_or_is_there_is_not_added(
    stored: sessionmaker[Session], channel: ContactChannel, value: str, fault: Fault
) -> None:
    with pytest.raises(BadValue) as refused:
        _add_contact(stored, NewContact(channel, value, "For parents"))

    assert refused.value.fault is fault
    with stored() as session:
        assert session.query(Proposal).count() == 0
        assert session.query(Contact).count() == 1


# --- services


@pytest.fixture
def filled(sessions: sessionmaker[Session]) -> sessionmaker[Session]:
    """The starter directory: its organizations and the taxonomy of needs."""
    with sessions.begin() as session:
        fill(session)
    return sessions


def _add_service(filled: sessionmaker[Session], **changes: str) -> str:
    with filled.begin() as session:
        organization = session.scalars(select(Organization).order_by(Organization.name)).first()
        assert organization is not None
        return add_service(session, organization, VALUES | changes, [NEW], ASKING).id


def _proposal(session: Session, service_id: str) -> Proposal:
    wanted = select(Proposal).where(Proposal.service_id == service_id).order_by(Proposal.proposed_at)
    return session.scalars(wanted).all()[-1]


def test_a_new_service_is_seen_by_nobody_until_two_have_agreed(filled: sessionmaker[Session]) -> None:
    key = _add_service(filled)
    with filled.begin() as session:
        proposal = _proposal(session, key)
        assert (proposal.kind, _numbers(session, key)) == (ProposalKind.NEW_SERVICE, [])
        approve(session, proposal.id, Decision(BEN, TUESDAY_NOON), cool_off=DAY)
        assert proposal.state is ProposalState.APPROVED
    publish_due(filled, at=TUESDAY_NOON + DAY, disabled_at=lambda *_: None)

    with filled() as session:
        service = session.get_one(Service, key)
        assert _numbers(session, key) == ["0113 240 3040"]
        assert (service.slug, service.assured_date) == ("way-out", TODAY)
        assert {name: read_values(service)[name] for name in VALUES} == VALUES


def test_its_history_tells_who_added_it_and_each_contact(filled: sessionmaker[Session]) -> None:
    key = _add_service(filled)

    with filled() as session:
        rows = history_of(session, key)
    assert {row.last_action_type for row in rows} == {"create"}
    assert {row.resource_type for row in rows} == {"service", "contact"}
    assert {row.reason for row in rows} == {"their page"}


def test_a_refused_service_can_be_sent_again_but_not_twice_at_once(filled: sessionmaker[Session]) -> None:
    key = _add_service(filled)
    with filled.begin() as session:
        refuse(session, _proposal(session, key).id, Decision(BEN, TUESDAY_NOON), reason="wrong ages")
    later = Asking(ANA, TUESDAY_NOON + DAY)
    with filled.begin() as session:
        again = propose_service(session, session.get_one(Service, key), later)
        assert _numbers(session, key) == []
        with pytest.raises(AlreadyProposed):
            propose_service(session, session.get_one(Service, key), later)
    with filled.begin() as session:
        approve(session, again, Decision(BEN, TUESDAY_NOON + DAY), cool_off=DAY)

    assert proposal_of(filled, again).state is ProposalState.APPROVED  # its number was never seen


def test_the_same_name_of_the_same_organization_is_not_added_twice(filled: sessionmaker[Session]) -> None:
    _add_service(filled)

    with pytest.raises(BadValue) as refused:
        _add_service(filled, name="way out")

    assert (refused.value.field, refused.value.fault) == ("name", Fault.ALREADY_THERE)


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("name", "", Fault.MISSING),
        ("needs", "", Fault.MISSING),
        ("needs", "gold", Fault.NOT_ON_THE_LIST),
        ("areas", "", Fault.MISSING),
        ("minimum_age", "30", Fault.AGES_CROSSED),
        ("caller", "", Fault.MISSING),
    ],
)
def test_a_service_that_could_not_be_found_is_not_added(
    filled: sessionmaker[Session], field: str, value: str, fault: Fault
) -> None:
    with pytest.raises(BadValue) as refused:
        _add_service(filled, **{field: value})

    assert refused.value.fault is fault


def test_a_slug_is_plain_and_its_own(filled: sessionmaker[Session]) -> None:
    _add_service(filled)

    with filled() as session:
        assert free_slug(session, "Way Out!") == "way-out-2"
        assert free_slug(session, "Café – Älter & co") == "cafe-alter-co"
        assert free_slug(session, "忍") == "service"
        assert len(free_slug(session, "x" * 255)) <= 80
