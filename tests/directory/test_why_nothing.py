"""Why nothing was found: the nearest reason, exactly, and in few statements."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy.orm import Session, sessionmaker

from directory import ranking
from directory.eligibility import is_offered
from directory.enquiry import Enquiry
from directory.model import Attribute, Service, ServiceArea, Taxonomy, TaxonomyTerm
from directory.opening_hours import LONDON
from directory.reading import read_services, services_where
from directory.record import ServiceRecord
from directory.search import find_services
from directory.terms import Caller, ServiceStatus, Verification
from directory.why_nothing import PORTION, WhyNothing, why_nothing
from tests.directory import random_directory
from tests.directory.factories import (
    HEREFORDSHIRE,
    TELFORD,
    TUESDAY_NIGHT,
    TUESDAY_NOON,
    an_enquiry,
    store_a_service,
)
from tests.directory.test_search import counted
from vocabulary.needs import Need
from vocabulary.people import AgeBand, Person


STALE = TUESDAY_NOON.date() - timedelta(days=360)


def store(session: Session, number: int = 1, **given: object) -> list[Service]:
    """So many services for cuckooing in Telford, each confirmed today unless told otherwise."""
    term = TaxonomyTerm(
        taxonomy=Taxonomy(slug="needs", name="Needs", description="Needs"),
        term=Need.CUCKOOING.value,
        name="Cuckooing",
        description="Cuckooing",
    )
    services = [store_a_service(session, f"service-{each:04}") for each in range(number)]
    for service in services:
        service.assured_date = TUESDAY_NOON.date()
        service.contacts[0].confirmed_on = TUESDAY_NOON.date()
        service.service_areas = [ServiceArea(code=TELFORD, name="Telford")]
        service.attributes = [Attribute(taxonomy_term=term)]
        for name, value in given.items():
            setattr(service, name, value)
    session.commit()
    return services


def why(session: Session, **asked: Any) -> WhyNothing:
    return why_nothing(session, an_enquiry(**asked), live=True)


def _withdraw(service: Service) -> None:
    service.contacts[0].withdrawn_at = datetime(2026, 11, 23, tzinfo=UTC)


def _let_grow_old(service: Service) -> None:
    service.assured_date = service.read_on = STALE


def _let_contact_grow_old(service: Service) -> None:
    service.contacts[0].confirmed_on = STALE


def _hold_contact_back(service: Service) -> None:
    service.contacts[0].confirmed_on, service.contacts[0].verified = None, Verification.CODE_ONLY


def _suspend(service: Service) -> None:
    service.status = ServiceStatus.TEMPORARILY_CLOSED


def _unconfirm(service: Service) -> None:
    service.assured_date = None


def _close(service: Service) -> None:
    service.status = ServiceStatus.DEFUNCT


def _never_show(service: Service) -> None:
    service.public = False


@pytest.mark.parametrize(
    ("happened", "found"),
    [
        (_let_grow_old, WhyNothing.HIDDEN),
        (_let_contact_grow_old, WhyNothing.HIDDEN),
        (_withdraw, WhyNothing.HIDDEN),
        (_hold_contact_back, WhyNothing.HIDDEN),
        (_suspend, WhyNothing.HIDDEN),
        (_unconfirm, WhyNothing.UNCONFIRMED),
        (_close, WhyNothing.NOTHING_LISTED),
        (_never_show, WhyNothing.NOTHING_LISTED),
    ],
)
def test_what_keeps_a_service_that_fits_from_being_shown_is_told(
    sessions: sessionmaker[Session], happened: Callable[[Service], None], found: WhyNothing
) -> None:
    with sessions() as session:
        (service,) = store(session)
        happened(service)
        session.commit()

        assert find_services(session, an_enquiry(), live=True) == []
        assert why(session) is found


@pytest.mark.parametrize(
    "asked", [{"area": HEREFORDSHIRE}, {"area": None}, {"age": AgeBand.UNDER_18}, {"person": Person.SELF}]
)
def test_a_hidden_service_for_other_people_is_no_reason(
    sessions: sessionmaker[Session], asked: dict[str, Any]
) -> None:
    with sessions() as session:
        (service,) = store(session, minimum_age=18, caller=Caller.SOMEONE_WORRIED)
        _let_grow_old(service)
        session.commit()

        assert why(session) is WhyNothing.HIDDEN
        assert why(session, **asked) is WhyNothing.NOTHING_LISTED
        assert why_nothing(session, an_enquiry(Need.HOUSING), live=True) is WhyNothing.NOTHING_LISTED


def test_a_contact_for_another_age_than_its_service_is_weighed(sessions: sessionmaker[Session]) -> None:
    with sessions() as session:
        (service,) = store(session, minimum_age=18)
        service.contacts[0].minimum_age, service.contacts[0].maximum_age = 10, 17
        _let_grow_old(service)
        session.commit()

        assert why(session, age=AgeBand.UNDER_18) is WhyNothing.HIDDEN


def test_one_check_that_is_missing_is_nearer_than_one_that_is_too_old(
    sessions: sessionmaker[Session],
) -> None:
    with sessions() as session:
        stale, unconfirmed = store(session, 2)
        _let_grow_old(stale)
        _unconfirm(unconfirmed)
        session.commit()

        assert why(session) is WhyNothing.UNCONFIRMED


def test_what_goes_against_another_need_that_was_told_is_no_reason(sessions: sessionmaker[Session]) -> None:
    with sessions() as session:
        (service,) = store(session)
        not_for = Taxonomy(slug="not-for", name="Not for", description="Not for")
        debt = TaxonomyTerm(taxonomy=not_for, term="drug-debt", name="Debt", description="Debt")
        service.attributes.append(Attribute(taxonomy_term=debt))
        _let_grow_old(service)
        session.commit()

        assert why_nothing(session, an_enquiry(), live=True) is WhyNothing.HIDDEN
        against = why_nothing(session, an_enquiry(), live=True, against=[Need.DRUG_DEBT])
        assert against is WhyNothing.NOTHING_LISTED


def test_however_many_are_hidden_one_portion_is_read(sessions: sessionmaker[Session]) -> None:
    with sessions() as session:
        for service in store(session, PORTION + 5):
            _let_grow_old(service)
        session.commit()

        with counted(session) as statements:
            assert why(session) is WhyNothing.HIDDEN
        assert len(statements) == 3  # the first looks for what is only unconfirmed


def test_the_next_portion_is_read_where_none_of_the_first_fits(sessions: sessionmaker[Session]) -> None:
    with sessions() as session:
        *others, last = store(session, PORTION + 1, caller=Caller.SOMEONE_WORRIED)
        last.caller = Caller.ANYONE
        for service in (*others, last):
            _let_grow_old(service)
        session.commit()

        assert why(session, person=Person.SELF) is WhyNothing.HIDDEN


def _by_reading_everything(session: Session, enquiry: Enquiry, *, live: bool) -> WhyNothing:
    """The slow answer that the quick one must be."""
    today = enquiry.at.astimezone(LONDON).date()
    known = [
        each
        for each in read_services(session, services_where(Service.public))
        if each.status is not ServiceStatus.DEFUNCT
    ]
    suspended = [each for each in known if each.status is not ServiceStatus.ACTIVE]
    offered = [each for each in known if is_offered(each, live=False, today=today)]
    if live and ranking.rank([*offered, *(each for each in suspended if each.fallback)], enquiry):
        return WhyNothing.UNCONFIRMED
    return (
        WhyNothing.HIDDEN
        if ranking.rank([_as_new(each) for each in known], enquiry)
        else (WhyNothing.NOTHING_LISTED)
    )


def _as_new(service: ServiceRecord) -> ServiceRecord:
    contacts = [
        replace(each, withdrawn=False, confirmed=True, checked_on=TUESDAY_NOON.date())
        for each in service.contacts
    ]
    return replace(service, status=ServiceStatus.ACTIVE, fallback=None, contacts=tuple(contacts))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_it_is_the_answer_of_reading_everything(sessions: sessionmaker[Session], seed: int) -> None:
    random = Random(seed)
    told = set()
    with sessions() as session:
        for _ in range(6):
            random_directory.empty(session)
            random_directory.fill(session, random, 12)
            for need in random_directory.NEEDS:
                for area in (TELFORD, HEREFORDSHIRE, "E08000025", None):
                    for age in (None, *AgeBand):
                        enquiry = an_enquiry(need, area=area, age=age, at=TUESDAY_NIGHT)
                        if find_services(session, enquiry, live=True):
                            continue
                        found = why_nothing(session, enquiry, live=True)
                        assert found is _by_reading_everything(session, enquiry, live=True)
                        told.add(found)

    assert told == set(WhyNothing)
