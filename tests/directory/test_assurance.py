"""Links by which a provider's own staff confirm their entry."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from directory.assurance import (
    BY_LINK,
    LinkEnded,
    NoAddress,
    confirm_by_link,
    domains_of,
    find_link,
    is_address,
    make_link,
    name_assurer,
    naming_of,
    open_complaints,
    open_link_of,
    say_wrong,
    settle,
    to_ask,
)
from directory.chain import verify
from directory.history import Editor
from directory.model import ConfirmLink, Metadata, Service
from directory.saving import EditedMeanwhile
from directory.terms import WrongPart
from tests.directory.factories import TUESDAY_NOON, store_a_service


BY = Editor("staff-1", "ana@signpost.example")
SECRET = b"a secret for tests"
EMAIL = "desk@service.example"


@pytest.fixture
def session(sessions: sessionmaker[Session]) -> Iterator[Session]:
    """A session on a directory of one service that names who confirms it."""
    with sessions() as session:
        service = store_a_service(session)
        name_assurer(session, service, EMAIL, by=BY, at=TUESDAY_NOON)
        yield session


def _service(session: Session) -> Service:
    return session.scalars(select(Service)).one()


def _make(session: Session) -> str:
    return make_link(session, SECRET, _service(session), by=BY, at=TUESDAY_NOON)


def test_a_link_is_found_until_its_thirty_days_are_over(session: Session) -> None:
    token = _make(session)

    assert find_link(session, SECRET, token, at=TUESDAY_NOON + timedelta(days=29)).sent_by == "staff-1"
    with pytest.raises(LinkEnded):
        find_link(session, SECRET, token, at=TUESDAY_NOON + timedelta(days=30))


def test_nothing_that_is_stored_opens_the_page(session: Session) -> None:
    token = _make(session)

    stored = session.scalars(select(ConfirmLink)).one()
    assert token not in repr([getattr(stored, each.key) for each in ConfirmLink.__table__.columns])
    assert token.split(".")[0] not in stored.token_hash


@pytest.mark.parametrize(
    "change", [lambda t: t[:-1] + ("A" if t[-1] != "A" else "B"), lambda t: "", str.upper]
)
def test_a_token_that_was_changed_is_refused(session: Session, change: object) -> None:
    token = _make(session)
    assert callable(change)

    with pytest.raises(LinkEnded):
        find_link(session, SECRET, change(token), at=TUESDAY_NOON)


def test_a_token_of_another_installation_is_refused(session: Session) -> None:
    with pytest.raises(LinkEnded):
        find_link(session, b"another secret", _make(session), at=TUESDAY_NOON)


def test_confirming_bears_the_day_and_says_that_it_was_the_provider(session: Session) -> None:
    link = find_link(session, SECRET, _make(session), at=TUESDAY_NOON)

    confirm_by_link(session, link, at=TUESDAY_NOON)

    service = _service(session)
    assert service.assured_date == service.contacts[0].confirmed_on == TUESDAY_NOON.date()
    names = set(
        session.scalars(select(Metadata.updated_by_name).where(Metadata.field_name == "assured_date"))
    )
    assert names == {BY_LINK}
    assert verify(session).broken is None


def test_a_link_works_once(session: Session) -> None:
    token = _make(session)
    confirm_by_link(session, find_link(session, SECRET, token, at=TUESDAY_NOON), at=TUESDAY_NOON)

    with pytest.raises(LinkEnded):
        find_link(session, SECRET, token, at=TUESDAY_NOON)


def test_a_newer_link_takes_the_place_of_an_older_one(session: Session) -> None:
    older = _make(session)
    newer = _make(session)

    with pytest.raises(LinkEnded):
        find_link(session, SECRET, older, at=TUESDAY_NOON)
    assert find_link(session, SECRET, newer, at=TUESDAY_NOON)


def test_what_is_wrong_confirms_nothing_and_waits_for_a_manager(session: Session) -> None:
    link = find_link(session, SECRET, _make(session), at=TUESDAY_NOON)

    say_wrong(session, link, [WrongPart.NUMBER, WrongPart.HOURS, WrongPart.NUMBER], at=TUESDAY_NOON)

    assert [each.wrong for each in open_complaints(session)] == [["number", "hours"]]
    assert _service(session).assured_date is None
    settle(link, by=BY, at=TUESDAY_NOON)
    assert open_complaints(session) == []


def test_nobody_to_ask_is_told(session: Session) -> None:
    name_assurer(session, _service(session), None, by=BY, at=TUESDAY_NOON)

    with pytest.raises(NoAddress):
        _make(session)


def test_naming_who_confirms_has_its_history_and_refuses_an_older_version(session: Session) -> None:
    service = _service(session)
    row = session.scalars(select(Metadata).where(Metadata.field_name == "assurer_email")).one()
    assert (row.previous_value, row.replacement_value) == (None, EMAIL)

    with pytest.raises(EditedMeanwhile):
        name_assurer(session, service, None, by=BY, at=TUESDAY_NOON, seen=service.version - 1)


def test_the_daily_job_asks_for_what_is_due_and_not_asked_yet(session: Session) -> None:
    later = TUESDAY_NOON + timedelta(days=100)
    assert to_ask(session, at=TUESDAY_NOON, live=False) == []
    assert [each.slug for each in to_ask(session, at=later, live=False)] == ["a-service"]

    make_link(session, SECRET, _service(session), by=BY, at=later)

    assert to_ask(session, at=later, live=False) == []
    assert open_link_of(session, _service(session).id, at=later) is not None
    assert len(to_ask(session, at=later + timedelta(days=30), live=False)) == 1


def test_whoever_said_what_is_wrong_is_not_asked_again_before_it_is_settled(session: Session) -> None:
    later = TUESDAY_NOON + timedelta(days=100)
    link = find_link(session, SECRET, _make(session), at=TUESDAY_NOON)
    say_wrong(session, link, [WrongPart.OTHER], at=TUESDAY_NOON)

    assert to_ask(session, at=later, live=False) == []
    settle(link, by=BY, at=later)
    assert len(to_ask(session, at=later, live=False)) == 1


@pytest.mark.parametrize("text", ["a@b.example", "first.last+x@mail.example.org"])
def test_an_address_is_taken(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a@b",
        "a b@c.example",
        "a@b.example\nBcc: x@y.example",
        "a@b.example,c@d.example",
        "<a@b.example>",
        "x" * 250 + "@b.example",
    ],
)
def test_what_is_no_single_address_is_refused(text: str) -> None:
    assert not is_address(text)


def test_a_provider_is_known_by_its_own_addresses_and_its_service_s(session: Session) -> None:
    service = _service(session)
    before = domains_of(service)
    service.organization.website, service.organization.email = "https://www.a.org.uk/x", "desk@mail.b.org"
    service.contacts[0].url = "https://help.c.nhs.uk"

    assert before == frozenset()
    assert domains_of(service) == {"a.org.uk", "b.org", "c.nhs.uk"}


def test_who_named_the_address_that_is_there_now_is_known(session: Session) -> None:
    service = _service(session)
    ben = Editor("staff-2", "ben@signpost.example")
    name_assurer(session, service, "other@service.example", by=ben, at=TUESDAY_NOON)

    named = naming_of(session, service.id)

    assert named is not None
    assert (named.updated_by_name, named.replacement_value) == (ben.name, "other@service.example")
    assert naming_of(session, "no-such-id") is None
