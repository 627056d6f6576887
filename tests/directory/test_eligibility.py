"""Tests of eligibility: who may see what, by place, age, caller and trust."""

from datetime import timedelta

import pytest

from directory.eligibility import (
    AgeFit,
    covers,
    fit_age,
    fits_place,
    is_for_caller,
    is_offered,
    shown_contacts,
)
from directory.record import Ages
from directory.terms import Caller, ServiceStatus, Verification
from tests.directory.factories import (
    HEREFORDSHIRE,
    READ_ON,
    TELFORD,
    WORCESTER,
    a_contact,
    a_service,
    an_enquiry,
)
from vocabulary.areas import Breadth, District
from vocabulary.needs import Need
from vocabulary.people import AgeBand, Person


BIRMINGHAM = "E08000025"


@pytest.mark.parametrize(
    ("areas", "area", "breadth"),
    [
        ({TELFORD}, TELFORD, Breadth.LOCAL),
        ({TELFORD}, WORCESTER, None),
        ({"west-mercia"}, TELFORD, Breadth.FORCE),
        ({"west-mercia"}, BIRMINGHAM, None),
        ({"west-mercia"}, None, Breadth.FORCE),
        ({"national"}, BIRMINGHAM, Breadth.NATIONAL),
        ({"national"}, None, Breadth.NATIONAL),
        ({"check-area"}, TELFORD, None),
        ({"check-area"}, None, None),
        ({"outside:west-midlands"}, TELFORD, None),
        ({"outside:west-midlands"}, None, None),
        ({"outside:west-midlands"}, "outside:west-midlands", Breadth.LOCAL),
        (set(District), None, Breadth.FORCE),
        (set(District), TELFORD, Breadth.LOCAL),
        ({TELFORD, "national"}, TELFORD, Breadth.LOCAL),
        (set(), TELFORD, None),
    ],
)
def test_a_coverage_holds_a_place_or_not(areas: set[str], area: str | None, breadth: Breadth | None) -> None:
    assert covers(frozenset(areas), area) is breadth


@pytest.mark.parametrize(
    ("ages", "band", "fit"),
    [
        (Ages(), AgeBand.UNDER_18, AgeFit.MOST),
        (Ages(18, None), None, AgeFit.MOST),
        (Ages(18, None), AgeBand.UNDER_18, AgeFit.NONE),
        (Ages(18, None), AgeBand.FROM_18_TO_25, AgeFit.MOST),
        (Ages(None, 25), AgeBand.FROM_18_TO_25, AgeFit.MOST),
        (Ages(None, 25), AgeBand.FROM_26_TO_59, AgeFit.NONE),
        (Ages(None, 18), AgeBand.FROM_18_TO_25, AgeFit.PART),
        (Ages(None, 17), AgeBand.FROM_18_TO_25, AgeFit.NONE),
        (Ages(10, None), AgeBand.UNDER_18, AgeFit.MOST),
        (Ages(16, None), AgeBand.UNDER_18, AgeFit.PART),
        (Ages(None, 34), AgeBand.FROM_26_TO_59, AgeFit.PART),
        (Ages(60, None), AgeBand.FROM_26_TO_59, AgeFit.NONE),
        (Ages(60, None), AgeBand.FROM_60, AgeFit.MOST),
    ],
)
def test_a_limit_takes_in_most_part_or_none_of_an_age_group(ages: Ages, band: AgeBand, fit: AgeFit) -> None:
    assert fit_age(ages, band) is fit


@pytest.mark.parametrize("verified", [Verification.CODE_ONLY, Verification.UNSOURCED_ADDRESS])
def test_a_contact_seen_only_in_code_or_without_a_source_is_hidden_until_a_person_confirms(
    verified: Verification,
) -> None:
    unconfirmed = a_contact(verified=verified)
    confirmed = a_contact(verified=verified, confirmed=True)
    service = a_service(contacts=(unconfirmed, confirmed))
    assert shown_contacts(service, area=None, age=None, today=READ_ON) == (confirmed,)


@pytest.mark.parametrize(
    "verified",
    [Verification.OWN_PAGE, Verification.TWO_PAGES, Verification.ONE_PAGE, Verification.PAGE_AND_CODE],
)
def test_a_contact_seen_on_a_page_is_shown(verified: Verification) -> None:
    service = a_service(contacts=(a_contact(verified=verified),))
    assert len(shown_contacts(service, area=None, age=None, today=READ_ON)) == 1


def test_a_withdrawn_contact_is_hidden_even_when_it_was_confirmed() -> None:
    service = a_service("samaritans", contacts=(a_contact(withdrawn=True, confirmed=True),))
    assert shown_contacts(service, area=None, age=None, today=READ_ON) == ()


@pytest.mark.parametrize(("slug", "count"), [("cruse", 0), ("samaritans", 1)])
def test_a_contact_twice_overdue_is_hidden_unless_it_is_a_lifeline_s(slug: str, count: int) -> None:
    service = a_service(slug)
    found = shown_contacts(service, area=None, age=None, today=READ_ON + timedelta(days=180))
    assert len(found) == count


def test_a_contact_s_own_age_and_coverage_choose_it() -> None:
    children = a_contact("children", ages=Ages(None, 17))
    adults = a_contact("adults", ages=Ages(18, None))
    elsewhere = a_contact("elsewhere", areas=frozenset({HEREFORDSHIRE}))
    service = a_service(contacts=(children, adults, elsewhere))
    assert shown_contacts(service, area=TELFORD, age=AgeBand.UNDER_18, today=READ_ON) == (children,)
    assert shown_contacts(service, area=None, age=None, today=READ_ON) == (children, adults, elsewhere)


@pytest.mark.parametrize(
    ("given", "live", "offered"),
    [
        ({}, False, True),
        ({}, True, False),
        ({"confirmed_on": READ_ON}, True, True),
        ({"public": False}, False, False),
        ({"status": ServiceStatus.TEMPORARILY_CLOSED}, False, False),
        ({"status": ServiceStatus.INACTIVE}, False, False),
    ],
)
def test_the_public_sees_public_running_entries_and_live_only_confirmed_ones(
    given: dict[str, object], live: bool, offered: bool
) -> None:
    assert is_offered(a_service(**given), live=live, today=READ_ON) is offered


def test_a_lifeline_is_offered_live_before_anybody_has_confirmed_it() -> None:
    assert is_offered(a_service("telford-adult-safeguarding"), live=True, today=READ_ON)


@pytest.mark.parametrize(
    ("caller", "person", "fits"),
    [
        (Caller.SOMEONE_WORRIED, Person.SELF, False),
        (Caller.SOMEONE_WORRIED, Person.OTHER, True),
        (Caller.SOMEONE_WORRIED, None, True),
        (Caller.THE_PERSON, Person.OTHER, True),
        (Caller.ANYONE, Person.SELF, True),
    ],
)
def test_a_line_for_worried_people_is_not_for_who_asks_for_themselves(
    caller: Caller, person: Person | None, fits: bool
) -> None:
    assert is_for_caller(a_service(caller=caller), person) is fits


def test_local_services_wait_until_the_place_is_said() -> None:
    assert not fits_place(a_service(areas=frozenset({TELFORD})), an_enquiry(area=None))


def test_the_children_s_teams_do_not_wait_when_a_child_is_concerned() -> None:
    team = a_service("telford-family-connect-children", areas=frozenset({TELFORD}))
    assert fits_place(team, an_enquiry(Need.HOUSING, area=None, age=AgeBand.UNDER_18))
    assert not fits_place(team, an_enquiry(Need.HOUSING, area=None))
    assert not fits_place(team, an_enquiry(Need.HOUSING, area=WORCESTER, age=AgeBand.UNDER_18))
