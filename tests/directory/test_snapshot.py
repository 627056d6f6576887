"""The snapshot answers as the search does, for the whole starter directory."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.model import Service
from directory.search import find_services
from directory.snapshot import take_snapshot
from directory.terms import ServiceStatus
from tests.directory.factories import HEREFORDSHIRE, TELFORD, TUESDAY_NIGHT, TUESDAY_NOON, an_enquiry
from vocabulary.needs import Need
from vocabulary.people import AgeBand, Person


MOMENTS = [TUESDAY_NOON, TUESDAY_NIGHT, TUESDAY_NOON + timedelta(days=200)]


@pytest.mark.slow
@pytest.mark.parametrize("live", [False, True])
def test_the_answers_are_those_of_the_search(starter: Session, live: bool) -> None:
    snapshot = take_snapshot(starter, live=live)

    for need in Need:
        for area in (TELFORD, HEREFORDSHIRE, None, "outside"):
            for age, person, at in zip(
                (None, *AgeBand), (None, *Person, None, None), MOMENTS * 2, strict=False
            ):
                enquiry = an_enquiry(need, area=area, age=age, person=person, at=at)
                assert snapshot.find(enquiry) == find_services(starter, enquiry, live=live), enquiry


def test_the_answers_for_two_needs_and_for_suspended_services_are_those_of_the_search(
    starter: Session,
) -> None:
    for service in starter.scalars(select(Service).where(Service.fallback_id.is_not(None))).all()[::2]:
        service.status = ServiceStatus.TEMPORARILY_CLOSED
    snapshot = take_snapshot(starter, live=False)

    for first in Need:
        enquiry = an_enquiry(first, Need.HOUSING, age=AgeBand.UNDER_18)
        assert snapshot.find(enquiry) == find_services(starter, enquiry, live=False)
