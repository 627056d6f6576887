"""The saved journeys before and after a change."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from directory import editing
from directory.history import Editor
from directory.model import Contact, Language, Metadata, Phone, Service
from directory.replay import ApplyChange, Comparison, compare
from directory.starter import fill
from directory.terms import ServiceStatus
from tests.directory.factories import TUESDAY_NOON
from tests.directory.two_people import change_number
from vocabulary.needs import Need


BY = Editor("staff-1", "ana@signpost.example")


@pytest.fixture
def filled(sessions: sessionmaker[Session]) -> Iterator[Session]:
    """A session on a starter directory of its own."""
    with sessions.begin() as session:
        fill(session)
    with sessions() as session:
        yield session


def _compare(session: Session, change: ApplyChange) -> Comparison:
    return compare(session, change, at=TUESDAY_NOON, live=False)


def _service(session: Session, slug: str) -> Service:
    return session.scalars(select(Service).where(Service.slug == slug)).one()


def _give_number(slug: str, number: str) -> ApplyChange:
    def change(session: Session) -> None:
        phone = session.scalars(
            select(Phone).join(Phone.contact).join(Contact.service).where(Service.slug == slug)
        ).first()
        assert phone is not None
        change_number(session, phone.id, number, by=BY, at=TUESDAY_NOON)

    return change


def _close(slug: str) -> ApplyChange:
    def change(session: Session) -> None:
        service = _service(session, slug)
        status = ServiceStatus.TEMPORARILY_CLOSED
        editing.set_status(session, service.id, status=status, by=BY, at=TUESDAY_NOON)

    return change


def test_a_change_of_nothing_changes_no_answer(filled: Session) -> None:
    found = _compare(filled, lambda session: None)

    assert (found.asked, found.changed) == (200, ())


def test_another_number_changes_the_cards_that_carry_it_and_no_order(filled: Session) -> None:
    found = _compare(filled, _give_number("victim-support-national", "03069 990123"))

    assert found.changed
    for each in found.changed:
        assert each.before == each.after
        assert all("Victim Support" in name for name in each.cards)


def test_a_closed_service_leaves_the_answers_it_stood_in(filled: Session) -> None:
    name = _service(filled, "national-domestic-abuse-helpline").name

    found = _compare(filled, _close("national-domestic-abuse-helpline"))

    assert Need.DOMESTIC_ABUSE in {each.journey.need for each in found.changed}
    assert all(name in each.before and name not in each.after for each in found.changed)


def test_a_need_that_would_be_left_without_any_service_is_told(filled: Session) -> None:
    def hide_all(session: Session) -> None:
        for service in session.scalars(select(Service)):
            service.public = False

    found = _compare(filled, hide_all)

    assert len(found.left_without) == sum(1 for each in found.changed if each.before) > 190


def test_another_language_on_a_card_counts(filled: Session) -> None:
    def change(session: Session) -> None:
        session.add(Language(service_id=_service(session, "samaritans").id, name="Welsh", code="cy"))

    assert {each.cards for each in _compare(filled, change).changed} == {("Samaritans",)}


def test_the_change_and_its_history_are_undone(filled: Session) -> None:
    before = filled.scalars(select(Phone.number).order_by(Phone.id)).all()
    filled.rollback()

    _compare(filled, _give_number("samaritans", "03069 990123"))

    assert filled.scalars(select(Phone.number).order_by(Phone.id)).all() == before
    assert filled.query(Metadata).count() == 0


def test_even_a_change_that_commits_is_undone(filled: Session) -> None:
    def change(session: Session) -> None:
        _close("samaritans")(session)
        session.commit()

    found = _compare(filled, change)

    assert found.changed
    assert _service(filled, "samaritans").status is ServiceStatus.ACTIVE


def test_a_change_that_fails_is_undone_and_told(filled: Session) -> None:
    def change(session: Session) -> None:
        _close("samaritans")(session)
        raise editing.NotFound

    with pytest.raises(editing.NotFound):
        _compare(filled, change)

    assert _service(filled, "samaritans").status is ServiceStatus.ACTIVE


def test_the_caller_s_session_is_left_as_it_was(filled: Session) -> None:
    service = _service(filled, "samaritans")
    service_name = service.name

    _compare(filled, _close("shout"))

    assert service in filled
    assert service.name == service_name
