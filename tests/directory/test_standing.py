"""Which entries the operator is told of."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session, sessionmaker

from directory.model import Base
from directory.standing import standing_of
from directory.terms import ServiceStatus, Verification
from signpost.database import make_engine
from tests.directory.factories import READ_ON, store_a_service


@pytest.fixture
def session(sqlite_url: str) -> Iterator[Session]:
    engine = make_engine(sqlite_url)
    Base.metadata.create_all(engine)
    with sessionmaker(engine)() as opened:
        yield opened
    engine.dispose()


def test_an_entry_is_unconfirmed_until_a_person_confirms_it(session: Session) -> None:
    service = store_a_service(session)
    before = standing_of(session, today=READ_ON)

    service.assured_date = READ_ON
    session.commit()

    assert before.unconfirmed == ("a-service",)
    assert standing_of(session, today=READ_ON).unconfirmed == ()


@pytest.mark.parametrize(
    ("days", "due", "hidden"),
    [(89, (), ()), (90, ("a-service",), ()), (359, ("a-service",), ()), (360, (), ("a-service",))],
)
def test_a_contact_is_due_after_90_days_and_an_entry_hidden_after_360(
    session: Session, days: int, due: tuple[str, ...], hidden: tuple[str, ...]
) -> None:
    store_a_service(session)

    standing = standing_of(session, today=READ_ON + timedelta(days=days))

    assert (standing.due, standing.hidden) == (due, hidden)


def test_a_lifeline_that_is_twice_overdue_stays_and_raises_an_alarm(session: Session) -> None:
    store_a_service(session, "childline")

    standing = standing_of(session, today=READ_ON + timedelta(days=1000))

    assert (standing.shown, standing.overdue_lifelines) == (("childline",), ("childline",))


def test_a_closed_service_is_hidden(session: Session) -> None:
    store_a_service(session).status = ServiceStatus.TEMPORARILY_CLOSED
    session.commit()

    assert standing_of(session, today=READ_ON).hidden == ("a-service",)


def test_withdrawn_and_unsupported_contacts_are_named(session: Session) -> None:
    store_a_service(session, "withdrawn").contacts[0].withdrawn_at = datetime(2026, 11, 24, tzinfo=UTC)
    store_a_service(session, "unsupported").contacts[0].verified = Verification.CODE_ONLY
    store_a_service(session, "well")
    session.commit()

    assert standing_of(session, today=READ_ON).withheld_contacts == ("unsupported", "withdrawn")
