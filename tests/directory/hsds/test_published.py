"""The public's view in SQL is the public's view of the cards, on both databases."""

from datetime import timedelta
from itertools import product

import pytest
from sqlalchemy.orm import Session, sessionmaker

from directory.eligibility import is_offered
from directory.hsds import published
from directory.hsds.filtering import Filters
from directory.hsds.published import View
from directory.model import Service
from directory.reading import read_services, services_where
from directory.terms import ServiceStatus
from tests.directory.factories import READ_ON, store_a_service


AGES = (0, 1, 359, 360, 361, 1000)
EVERYTHING = services_where(Service.id.is_not(None))


def _fill(session: Session) -> None:
    """One service of each kind: public, running, confirmed or not, of each age; and an old lifeline."""
    kinds = product((True, False), (ServiceStatus.ACTIVE, ServiceStatus.INACTIVE), (True, False), AGES)
    for number, (public, status, confirmed, age) in enumerate(kinds):
        service = store_a_service(session, f"kind-{number}")
        service.public, service.status = public, status
        service.read_on = READ_ON - timedelta(days=age)
        service.assured_date = service.read_on if confirmed else None
    store_a_service(session, "samaritans").read_on = READ_ON - timedelta(days=1000)
    session.commit()


def test_the_rule_in_sql_and_the_rule_of_the_cards_agree(sessions: sessionmaker[Session]) -> None:
    with sessions() as session:
        _fill(session)
        records = read_services(session, EVERYTHING)
        for live in (False, True):
            view = View(live=live, today=READ_ON)
            wanted = [each.slug for each in records if is_offered(each, live=live, today=READ_ON)]

            assert [each.signpost.slug for each in published.read_all(session, view)] == wanted
            assert published.count_services(session, Filters(), view) == len(wanted)


@pytest.mark.parametrize("said", ["50%", "back\\slash", "under_score", "Ünïcode", "O'Brien"])
def test_a_search_finds_its_words_literally(sessions: sessionmaker[Session], said: str) -> None:
    view = View(live=False, today=READ_ON)
    with sessions() as session:
        store_a_service(session, "plain")
        store_a_service(session, "named").name = f"Here {said} stands"
        session.commit()

        found = published.list_services(session, Filters(search=said), view, number=1, per_page=10)

    assert [each.signpost.slug for each in found] == ["named"]


def test_pages_follow_each_other_without_gap_or_repeat(sessions: sessionmaker[Session]) -> None:
    view = View(live=False, today=READ_ON)
    with sessions() as session:
        for number in range(7):
            store_a_service(session, f"same-name-{number}")
        pages = [
            published.list_services(session, Filters(), view, number=number, per_page=3)
            for number in (1, 2, 3, 4)
        ]

    assert [len(page) for page in pages] == [3, 3, 1, 0]
    assert len({each.id for page in pages for each in page}) == 7
