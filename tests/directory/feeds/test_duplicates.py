"""Two entries of one service are found by what they share, and merged so that it can be undone."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.feeds import duplicates, undoing
from directory.feeds.duplicates import Lifeline, NotOffered, Why
from directory.model import Metadata, Service, Source
from directory.terms import ServiceStatus
from tests.directory.factories import store_a_service
from tests.directory.feeds.conftest import APPROVER, AT, MANAGER, Desk


HOUSING, OTHER = "worcester-city-housing", "wychavon-housing"


def _service(session: Session, slug: str) -> Service:
    return session.scalars(select(Service).where(Service.slug == slug)).one()


def _why(session: Session, *slugs: str) -> tuple[Why, ...]:
    found = duplicates.find_pairs(session)
    return next((each.why for each in found if {each.first.slug, each.second.slug} == set(slugs)), ())


def test_a_shared_number_a_shared_page_and_a_similar_name_are_each_found(desk: Desk) -> None:
    with desk.sessions() as session:
        one, two = store_a_service(session, "one"), store_a_service(session, "two")
        one.organization.name, two.organization.name = "St. Giles Trust", "St Giles Trust."
        one.name, two.name = "County lines support", "County-lines support"
        two.contacts[0].phones[0].number = "+44 1952 385385"
        session.commit()

    with desk.sessions() as session:
        assert _why(session, "one", "two") == (Why.NUMBER, Why.NAME)


def test_services_with_nothing_in_common_are_no_pair(desk: Desk) -> None:
    with desk.sessions() as session:
        assert _why(session, "childline", HOUSING) == ()


def test_what_a_person_called_different_is_not_asked_again(desk: Desk) -> None:
    with desk.sessions() as session:
        one, two = store_a_service(session, "one"), store_a_service(session, "two")
        assert _why(session, "one", "two")
        for first, second in ((one, two), (two, one)):
            duplicates.say_different(session, first.id, second.id, by=MANAGER, at=AT)
        session.commit()

    with desk.sessions() as session:
        assert _why(session, "one", "two") == ()


def test_a_merge_hides_one_names_both_and_can_be_undone(desk: Desk) -> None:
    with desk.sessions() as session:
        leaning, hide = store_a_service(session, "leaning"), _service(session, OTHER)
        leaning.fallback = hide
        hide.sources.append(Source(url="https://only.example.org/here"))
        session.commit()
    with desk.sessions.begin() as session:
        keep, hide = _service(session, HOUSING), _service(session, OTHER)
        key = duplicates.merge(session, keep=keep.id, hide=hide.id, by=MANAGER, at=AT).id

    with desk.sessions() as session:
        hidden = _service(session, OTHER)
        assert hidden.status is ServiceStatus.INACTIVE
        assert hidden.fallback is not None
        assert hidden.fallback.slug == HOUSING
        assert _service(session, "leaning").fallback is hidden.fallback
        assert "https://only.example.org/here" in {each.url for each in hidden.fallback.sources}
        told = session.scalars(select(Metadata).where(Metadata.field_name == "merged")).all()
        assert {each.replacement_value for each in told} == {HOUSING, OTHER}
    with desk.sessions.begin() as session:
        undoing.undo(session, key, by=APPROVER, at=AT)
    with desk.sessions() as session:
        assert _service(session, OTHER).status is ServiceStatus.ACTIVE
        back = _service(session, "leaning").fallback
        assert back is not None
        assert back.slug == OTHER


def test_a_lifeline_is_never_merged_away(desk: Desk) -> None:
    with desk.sessions() as session:
        keep, hide = _service(session, HOUSING).id, _service(session, "childline").id
        with pytest.raises(Lifeline):
            duplicates.merge(session, keep=keep, hide=hide, by=MANAGER, at=AT)


@pytest.mark.parametrize("hidden", ["closed", "not public"])
def test_nothing_is_merged_into_what_people_do_not_see(desk: Desk, hidden: str) -> None:
    with desk.sessions() as session:
        keep, hide = _service(session, HOUSING), _service(session, OTHER)
        keep.public = hidden == "closed"
        keep.status = ServiceStatus.INACTIVE if hidden == "closed" else ServiceStatus.ACTIVE
        with pytest.raises(NotOffered):
            duplicates.merge(session, keep=keep.id, hide=hide.id, by=MANAGER, at=AT)
        assert hide.status is ServiceStatus.ACTIVE
