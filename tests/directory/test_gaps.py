"""Gaps there are, and gaps that what is overdue will leave."""

from dataclasses import replace
from datetime import date, timedelta

from directory.freshness import ENTRY_DAYS
from directory.gaps import Gap, gaps_of, services_to_save
from directory.record import Ages, ServiceRecord
from directory.snapshot import Snapshot
from directory.terms import ServiceStatus
from tests.directory.factories import READ_ON, TELFORD, a_contact, a_service
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.people import AgeBand


HIDDEN_ON = READ_ON + timedelta(days=2 * ENTRY_DAYS)
CONTACT_HIDDEN_ON = READ_ON + timedelta(days=180)
EVERYTHING = {each.value: None for each in Need}
HERE = District.TELFORD_AND_WREKIN


def _gaps(*services: ServiceRecord, today: date = READ_ON) -> list[Gap]:
    return gaps_of(Snapshot(services, live=False), today=today)


def _confirmed_phone(slug: str, day: date) -> ServiceRecord:
    """A service for everything everywhere that was confirmed whole on a day."""
    phone = a_contact(slug, confirmed=True, checked_on=day)
    return a_service(slug, needs=EVERYTHING, confirmed_on=day, contacts=(phone,))


def test_a_directory_that_serves_everything_has_no_gap() -> None:
    assert _gaps(_confirmed_phone("all", READ_ON)) == []


def test_a_need_without_a_service_is_a_gap_today() -> None:
    found = _gaps(_confirmed_phone("all", READ_ON), today=HIDDEN_ON)

    assert len(found) == len(Need) * len(District)
    assert {(gap.since, gap.until) for gap in found} == {(HIDDEN_ON, ())}


def test_what_will_be_hidden_within_thirty_days_is_told_with_its_day_and_its_services() -> None:
    last = a_service("last", areas=frozenset({TELFORD}))
    fresh = _confirmed_phone("fresh", READ_ON + timedelta(days=160))
    others = replace(fresh, needs={need: None for need in EVERYTHING if need != "cuckooing"})

    found = [
        gap
        for gap in _gaps(last, others, today=CONTACT_HIDDEN_ON - timedelta(days=30))
        if gap.district is HERE
    ]

    assert found == [Gap(Need.CUCKOOING, HERE, CONTACT_HIDDEN_ON, (last.id,))]


def test_what_will_be_hidden_later_is_not_told_yet() -> None:
    service = a_service(needs=EVERYTHING)

    assert _gaps(service, today=CONTACT_HIDDEN_ON - timedelta(days=31)) == []
    assert _gaps(service, today=CONTACT_HIDDEN_ON - timedelta(days=30)) != []


def test_another_service_that_stays_prevents_a_gap() -> None:
    today = CONTACT_HIDDEN_ON - timedelta(days=1)

    assert _gaps(a_service(needs=EVERYTHING), _confirmed_phone("fresh", today), today=today) == []


def test_a_lifeline_is_never_hidden_so_it_leaves_no_gap() -> None:
    lifeline = a_service("victim-support-national", needs=EVERYTHING)

    assert _gaps(lifeline, today=CONTACT_HIDDEN_ON) == []


def test_the_gaps_of_today_come_first_then_the_soonest() -> None:
    soon = a_service("soon", needs={"cuckooing": None})
    found = _gaps(soon, today=CONTACT_HIDDEN_ON - timedelta(days=3))

    assert found[0].until == ()
    assert found[-1] == Gap(Need.CUCKOOING, District.WYRE_FOREST, CONTACT_HIDDEN_ON, (soon.id,))


def test_each_service_is_told_with_the_gaps_that_checking_it_prevents() -> None:
    gaps = _gaps(a_service("one"), a_service("two"), today=CONTACT_HIDDEN_ON - timedelta(days=3))

    saved = services_to_save(gaps)

    assert set(saved) == {a_service("one").id, a_service("two").id}
    assert {gap.need for gaps in saved.values() for gap in gaps} == {Need.CUCKOOING}
    assert len(saved[a_service("one").id]) == len(District)


def _only_for(slug: str, ages: Ages, **given: object) -> ServiceRecord:
    phone = a_contact(slug, ages=ages, confirmed=True)
    return a_service(slug, needs=EVERYTHING, ages=ages, contacts=(phone,), **given)


def _of(gaps: list[Gap], need: Need) -> list[Gap]:
    return [gap for gap in gaps if gap.district is HERE and gap.need is need]


def test_a_need_that_some_ages_have_no_service_for_is_a_gap_for_them() -> None:
    found = _of(_gaps(_only_for("young", Ages(oldest=25))), Need.HOUSING)

    assert found == [Gap(Need.HOUSING, HERE, READ_ON, (), (AgeBand.FROM_26_TO_59, AgeBand.FROM_60))]


def test_ages_that_different_services_take_together_leave_no_gap() -> None:
    assert _gaps(_only_for("young", Ages(oldest=25)), _only_for("old", Ages(youngest=26))) == []


def test_what_is_about_a_child_is_no_gap_for_grown_people() -> None:
    gaps = _gaps(_only_for("young", Ages(oldest=17)))

    assert _of(gaps, Need.CRIMINAL_EXPLOITATION_CHILD) == []
    assert _of(gaps, Need.HOUSING) != []


def test_ages_whose_last_service_will_be_hidden_are_told_before() -> None:
    today = CONTACT_HIDDEN_ON - timedelta(days=5)
    fresh = a_contact("young", ages=Ages(oldest=25), confirmed=True, checked_on=today)
    young = a_service("young", needs=EVERYTHING, ages=Ages(oldest=25), contacts=(fresh,), confirmed_on=today)
    due = _only_for("old", Ages(youngest=26))

    assert _of(_gaps(young, due, today=today), Need.HOUSING) == [
        Gap(Need.HOUSING, HERE, CONTACT_HIDDEN_ON, (due.id,), (AgeBand.FROM_26_TO_59, AgeBand.FROM_60))
    ]


def test_a_gap_for_everybody_is_not_told_for_each_age_again() -> None:
    soon = CONTACT_HIDDEN_ON - timedelta(days=5)

    [gap] = _of(_gaps(a_service("all", needs=EVERYTHING), today=soon), Need.HOUSING)

    assert (gap.ages, gap.since) == ((), CONTACT_HIDDEN_ON)


def test_a_stand_in_for_a_service_of_other_ages_serves_only_those() -> None:
    """Whoever is too old for the suspended service is not led to what takes its place."""
    young = _only_for("young", Ages(oldest=25), status=ServiceStatus.TEMPORARILY_CLOSED, fallback="other")
    other = a_service("other", needs={}, contacts=(a_contact("other", confirmed=True),))

    [gap] = _of(_gaps(young, other), Need.HOUSING)

    assert gap.ages == (AgeBand.FROM_26_TO_59, AgeBand.FROM_60)
