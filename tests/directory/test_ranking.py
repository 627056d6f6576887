"""Tests of ranking: what leads, what follows, and why."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.opening_hours import OpenState, outside_office_hours
from directory.ranking import FirstPlaced, age_changes_answer, person_changes_answer, place_all, rank
from directory.record import Ages, ServiceRecord
from directory.terms import Caller, ContactChannel, Reason, ServiceStatus
from tests.directory.factories import (
    READ_ON,
    TELFORD,
    TUESDAY_NIGHT,
    TUESDAY_NOON,
    a_contact,
    a_service,
    an_enquiry,
    office_hours,
)
from vocabulary.languages import Language
from vocabulary.needs import Need
from vocabulary.people import AgeBand, Person


LOCAL = frozenset({TELFORD})
FORCE = frozenset({"west-mercia"})


def slugs(*services: ServiceRecord, **enquiry: object) -> list[str]:
    return [match.slug for match in rank(services, an_enquiry(**enquiry))]


def _first_of(services: list[ServiceRecord]) -> FirstPlaced:
    return lambda enquiry, count: place_all(services, enquiry)[:count]


def website(slug: str) -> ServiceRecord:
    return a_service(
        slug, contacts=(a_contact(slug, channel=ContactChannel.WEBSITE, value="https://a.example"),)
    )


def test_what_meets_no_need_is_left_out() -> None:
    assert slugs(a_service(needs={"housing": 1})) == []


def test_the_first_to_try_lead_whatever_their_breadth() -> None:
    first = a_service("b-first", needs={"cuckooing": 3})
    assert slugs(a_service("a-local", areas=LOCAL), first) == ["b-first", "a-local"]


def test_a_phone_that_may_answer_comes_before_a_website() -> None:
    assert slugs(website("a-website"), a_service("b-phone", line=None)) == ["b-phone", "a-website"]


def test_open_comes_before_unknown_before_closed() -> None:
    closed = a_service("a-closed", line=office_hours())
    unknown = a_service("b-unknown", line=None)
    found = slugs(closed, unknown, a_service("c-open"), at=TUESDAY_NIGHT)
    assert found == ["c-open", "b-unknown", "a-closed"]


def test_local_comes_before_west_mercia_before_national() -> None:
    services = (a_service("a-national"), a_service("b-force", areas=FORCE), a_service("c-local", areas=LOCAL))
    assert slugs(*services) == ["c-local", "b-force", "a-national"]


def test_open_nationally_comes_before_unknown_locally() -> None:
    assert slugs(a_service("a-local", areas=LOCAL, line=None), a_service("b-national")) == [
        "b-national",
        "a-local",
    ]


def test_confirmed_comes_before_unconfirmed() -> None:
    assert slugs(a_service("a-not"), a_service("b-confirmed", confirmed_on=READ_ON)) == [
        "b-confirmed",
        "a-not",
    ]


def test_who_has_the_chosen_language_comes_before_what_is_local_but_not_before_what_is_open() -> None:
    here = a_service("a-local", areas=LOCAL)
    polish = a_service("b-polish", languages=frozenset({"Polish"}))
    closed = a_service("a-closed", line=office_hours(), languages=frozenset({"Polish"}))

    asked = {"language": Language.POLISH, "at": TUESDAY_NIGHT}
    assert slugs(here, polish, closed, **asked) == ["b-polish", "a-local", "a-closed"]
    assert slugs(here, polish) == ["a-local", "b-polish"]


def test_the_first_to_try_comes_before_who_has_the_chosen_language() -> None:
    first = a_service("b-first", needs={"cuckooing": 1})
    polish = a_service("a-polish", languages=frozenset({"Polish"}))

    assert slugs(polish, first, language=Language.POLISH) == ["b-first", "a-polish"]


def test_the_reasons_name_the_language_only_where_it_is_had() -> None:
    services = [a_service("a"), a_service("b", languages=frozenset({"Any language, by interpreter"}))]
    found = rank(services, an_enquiry(language=Language.URDU))

    assert [(each.slug, Reason.LANGUAGE in each.reasons) for each in found] == [("b", True), ("a", False)]
    assert all(Reason.LANGUAGE not in each.reasons for each in rank(services, an_enquiry()))


def test_what_is_due_for_a_check_comes_after_what_is_not() -> None:
    later = TUESDAY_NOON + timedelta(days=170)
    due = a_service("a-due", read_on=READ_ON - timedelta(days=20), areas=LOCAL)
    fresh = a_service("b-fresh")
    services = [
        service.__class__(
            **{**service.__dict__, "contacts": (a_contact(confirmed=True, checked_on=later.date()),)}
        )
        for service in (due, fresh)
    ]
    assert slugs(*services, at=later) == ["b-fresh", "a-due"]


def test_a_closed_line_is_never_listed_first_at_night() -> None:
    closed = a_service("a-first", needs={"cuckooing": 1}, areas=LOCAL, line=office_hours())
    unknown = a_service("z-website", line=None)
    assert slugs(closed, unknown, at=TUESDAY_NIGHT)[0] == "z-website"
    assert slugs(closed, unknown)[0] == "a-first"


def test_a_closed_line_is_still_listed_when_nothing_else_fits() -> None:
    [match] = rank([a_service(line=office_hours())], an_enquiry(at=TUESDAY_NIGHT))
    assert match.open is OpenState.CLOSED


def test_a_night_line_keeps_its_service_open() -> None:
    lines = (
        a_contact("day", hours=office_hours()),
        a_contact("night", hours=outside_office_hours(office_hours()), outside_office_hours=True),
    )
    [match] = rank([a_service(contacts=lines)], an_enquiry(at=TUESDAY_NIGHT))
    assert match.open is OpenState.OPEN
    assert Reason.ALWAYS_OPEN in match.reasons


def test_debt_lines_are_not_offered_for_drug_debts_even_beside_another_need() -> None:
    debt_line = a_service(needs={"money-help": 1}, not_for_needs=frozenset({"drug-debt"}))
    assert rank([debt_line], an_enquiry(Need.MONEY_HELP, Need.DRUG_DEBT)) == []
    assert len(rank([debt_line], an_enquiry(Need.MONEY_HELP))) == 1


def test_the_first_need_leads_and_others_add() -> None:
    for_debt = a_service("a-debt", needs={"drug-debt": 1})
    for_home = a_service("b-home", needs={"cuckooing": 1})
    found = rank([for_debt, for_home], an_enquiry(Need.CUCKOOING, Need.DRUG_DEBT))
    assert [match.slug for match in found] == ["b-home", "a-debt"]
    assert Reason.ALSO_NEED in found[1].reasons
    assert Reason.NEED not in found[1].reasons


@pytest.mark.parametrize("need", list(Need))
def test_the_children_s_teams_lead_for_every_need_when_a_child_is_concerned(need: Need) -> None:
    team = a_service("telford-family-connect-children", areas=LOCAL, ages=Ages(None, 17), needs={})
    other = a_service("a-service", needs={need.value: 1}, areas=LOCAL)
    found = rank([other, team], an_enquiry(need, age=AgeBand.UNDER_18))
    assert found[0].slug == "telford-family-connect-children"
    assert found[0].reasons[0] is Reason.CHILD_TEAM


def test_in_danger_999_comes_even_before_the_children_s_team() -> None:
    team = a_service("telford-family-connect-children", areas=LOCAL, needs={})
    found = slugs(
        team, a_service("police-999", needs={"cuckooing": None, "danger-now": 1}), age=AgeBand.UNDER_18
    )
    assert found[0] == "telford-family-connect-children"
    in_danger = rank(
        [team, a_service("police-999", needs={"danger-now": 1})],
        an_enquiry(Need.DANGER_NOW, age=AgeBand.UNDER_18),
    )
    assert in_danger[0].slug == "police-999"


def test_the_children_s_team_is_not_for_an_adult() -> None:
    team = a_service("telford-family-connect-children", areas=LOCAL, ages=Ages(None, 17))
    assert slugs(team, age=AgeBand.FROM_26_TO_59) == []


def test_a_service_for_part_of_the_age_group_comes_late() -> None:
    for_few = a_service("a-few", ages=Ages(None, 18), needs={"cuckooing": 1}, areas=LOCAL)
    assert slugs(for_few, a_service("b-all"), age=AgeBand.FROM_18_TO_25) == ["b-all", "a-few"]


def test_a_contact_s_own_age_lets_a_younger_person_in() -> None:
    lines = (a_contact("adults", ages=Ages(18, None)), a_contact("children", ages=Ages(None, 17)))
    service = a_service(ages=Ages(18, None), contacts=lines)
    assert slugs(service, age=AgeBand.UNDER_18) == ["a-service"]


def test_a_service_without_a_contact_to_show_gives_way_to_its_fallback() -> None:
    lost = a_service("a-lost", needs={"cuckooing": 1}, fallback="b-instead", contacts=())
    found = rank([lost, a_service("b-instead", needs={"housing": None})], an_enquiry())
    assert [match.slug for match in found] == ["b-instead"]
    assert Reason.STANDS_IN in found[0].reasons


def test_a_fallback_that_fits_anyway_is_lifted_and_listed_once() -> None:
    lost = a_service("a-lost", needs={"cuckooing": 1}, fallback="z-instead", contacts=())
    other = a_service("b-other", areas=LOCAL)
    assert slugs(lost, other, a_service("z-instead")) == ["z-instead", "b-other"]


def test_a_fallback_for_another_age_does_not_stand_in() -> None:
    lost = a_service("a-lost", fallback="b-instead", contacts=())
    instead = a_service("b-instead", needs={}, ages=Ages(18, None))
    assert slugs(lost, instead, age=AgeBand.UNDER_18) == []


def test_a_suspended_service_gives_way_to_its_fallback() -> None:
    lost = a_service("a-lost", fallback="b-instead", status=ServiceStatus.TEMPORARILY_CLOSED)
    found = rank([lost, a_service("b-instead", needs={})], an_enquiry())
    assert [(match.slug, Reason.STANDS_IN in match.reasons) for match in found] == [("b-instead", True)]


def test_a_suspended_fallback_does_not_stand_in() -> None:
    lost = a_service("a-lost", fallback="b-instead", contacts=())
    assert slugs(lost, a_service("b-instead", needs={}, status=ServiceStatus.TEMPORARILY_CLOSED)) == []


def test_what_stands_in_for_a_children_s_team_is_not_called_one() -> None:
    lost = a_service("telford-family-connect-children", areas=LOCAL, fallback="b-instead", contacts=())
    [match] = rank([lost, a_service("b-instead", needs={})], an_enquiry(age=AgeBand.UNDER_18))
    assert match.reasons[0] is Reason.STANDS_IN


def test_a_line_for_the_person_comes_late_for_somebody_else() -> None:
    for_person = a_service("a-person", needs={"cuckooing": 1}, caller=Caller.THE_PERSON)
    other = a_service("b-other", needs={"cuckooing": 2})
    assert slugs(for_person, other)[0] == "a-person"
    assert slugs(for_person, other, person=Person.OTHER) == ["b-other", "a-person"]


def test_the_reasons_say_why() -> None:
    service = a_service(
        "telford-adult-safeguarding", areas=LOCAL, ages=Ages(18, None), needs={"cuckooing": 1}
    )
    [match] = rank([service], an_enquiry(age=AgeBand.FROM_26_TO_59))
    assert match.reasons == (
        Reason.NEED,
        Reason.FIRST_LINE,
        Reason.FOR_AGE,
        Reason.LOCAL,
        Reason.ALWAYS_OPEN,
        Reason.LIFELINE,
    )


@pytest.mark.parametrize("confirmed", [True, False])
def test_confirmed_is_said_only_while_each_contact_is(confirmed: bool) -> None:
    service = a_service(confirmed_on=READ_ON, contacts=(a_contact(confirmed=confirmed),))
    [match] = rank([service], an_enquiry())
    assert (Reason.CONFIRMED in match.reasons) is confirmed


def test_a_website_does_not_make_a_service_open_day_and_night() -> None:
    phone = a_contact("phone", hours=office_hours())
    page = a_contact("page", channel=ContactChannel.WEBSITE)
    [match] = rank([a_service(contacts=(phone, page))], an_enquiry())
    assert Reason.OPEN_NOW in match.reasons
    assert Reason.ALWAYS_OPEN not in match.reasons


def test_age_is_worth_asking_only_when_it_changes_the_first_three() -> None:
    for_adults = a_service("a-adults", ages=Ages(18, None))
    assert age_changes_answer(_first_of([for_adults, a_service("b-all")]), an_enquiry())
    assert not age_changes_answer(_first_of([a_service("b-all")]), an_enquiry())
    four = [a_service(f"a-{number}") for number in range(3)]
    assert not age_changes_answer(
        _first_of([*four, a_service("b-adults", ages=Ages(18, None))]), an_enquiry()
    )


def test_for_whom_is_worth_asking_only_when_it_changes_the_first_three() -> None:
    for_worried = a_service("a-worried", caller=Caller.SOMEONE_WORRIED)
    assert person_changes_answer(_first_of([for_worried, a_service("b-all")]), an_enquiry())
    assert not person_changes_answer(_first_of([a_service("b-all")]), an_enquiry())


some_services = st.lists(
    st.builds(
        a_service,
        slug=st.integers(0, 10**6).map(lambda number: f"service-{number}"),
        areas=st.sampled_from([LOCAL, FORCE, frozenset({"national"})]),
        ages=st.sampled_from([Ages(), Ages(18, None), Ages(None, 18)]),
        needs=st.sampled_from([{"cuckooing": 1}, {"cuckooing": None}, {"cuckooing": 2}]),
        line=st.sampled_from([None, office_hours()]),
        confirmed_on=st.sampled_from([None, date(2026, 11, 20)]),
    ),
    unique_by=lambda service: service.slug,
    max_size=8,
)


@settings(deadline=None)  # a busy machine is no fault
@given(some_services, st.sampled_from([TUESDAY_NOON, TUESDAY_NIGHT]), st.randoms())
def test_the_order_does_not_depend_on_the_order_of_the_candidates(
    services: list[ServiceRecord], at: object, chance: random.Random
) -> None:
    shuffled = list(services)
    chance.shuffle(shuffled)
    assert rank(services, an_enquiry(at=at)) == rank(shuffled, an_enquiry(at=at))


@settings(deadline=None)  # a busy machine is no fault
@given(some_services, st.sampled_from(list(AgeBand)))
def test_no_closed_line_stands_before_one_that_is_not(services: list[ServiceRecord], age: AgeBand) -> None:
    found = rank(services, an_enquiry(at=TUESDAY_NIGHT, age=age))
    closed = [match.open is OpenState.CLOSED for match in found]
    assert closed == sorted(closed)
