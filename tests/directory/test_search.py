"""Tests of the search over the starter directory, on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session, sessionmaker

from directory import editing
from directory.day_hours import DayState
from directory.history import Editor
from directory.lifelines import ADULT_TEAMS, CHILDREN_TEAMS, LIFELINES
from directory.model import Service
from directory.opening_hours import LONDON
from directory.search import (
    Enquiry,
    Gap,
    OpenState,
    Reason,
    changes_answer,
    find_services,
    hours_of_day,
    readiness,
    service_cards,
)
from directory.terms import ContactChannel, ServiceStatus
from tests.directory.factories import (
    HEREFORDSHIRE,
    TELFORD,
    TUESDAY_NIGHT,
    TUESDAY_NOON,
    WORCESTER,
    an_enquiry,
    store_a_service,
)
from tests.directory.two_people import change, change_number
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.people import AgeBand, Person


BIRMINGHAM = "E08000025"
DEBT_LINES = {"national-debtline", "stepchange"}
ANA = Editor("staff-1", "Ana")
MOMENTS = [TUESDAY_NOON, TUESDAY_NIGHT, datetime(2026, 12, 25, 15, tzinfo=LONDON)]


def slugs(session: Session, enquiry: Enquiry, *, live: bool = False) -> list[str]:
    return [match.slug for match in find_services(session, enquiry, live=live)]


@contextmanager
def counted(session: Session) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(session.get_bind(), "before_cursor_execute", note)
    yield statements
    event.remove(session.get_bind(), "before_cursor_execute", note)


def test_a_home_taken_over_and_a_debt_in_telford_find_local_and_national_help(starter: Session) -> None:
    enquiry = an_enquiry(Need.CUCKOOING, Need.DRUG_DEBT, age=AgeBand.FROM_26_TO_59, person=Person.SELF)
    found = slugs(starter, enquiry)
    assert found[:3] == ["telford-adult-safeguarding", "police-101-west-mercia", "victim-support-national"]
    assert "modern-slavery-helpline" in found
    assert not DEBT_LINES & set(found)


@pytest.mark.parametrize("need", [Need.MONEY_HELP, Need.DRUG_DEBT])
def test_debt_lines_are_offered_for_lawful_debts_only(starter: Session, need: Need) -> None:
    found = set(slugs(starter, an_enquiry(need)))
    assert (found >= DEBT_LINES) is (need is Need.MONEY_HELP)
    assert not DEBT_LINES & set(slugs(starter, an_enquiry(Need.MONEY_HELP, Need.DRUG_DEBT)))


@pytest.mark.parametrize("need", list(Need))
@pytest.mark.parametrize("area", [TELFORD, HEREFORDSHIRE, "E07000236", None])
def test_no_need_is_a_dead_end_in_west_mercia_and_none_begins_with_a_closed_line(
    starter: Session, need: Need, area: str | None
) -> None:
    for age in (AgeBand.UNDER_18, AgeBand.FROM_60):
        found = find_services(starter, an_enquiry(need, area=area, age=age, at=TUESDAY_NIGHT), live=False)
        assert found
        assert found[0].open is not OpenState.CLOSED


@pytest.mark.parametrize("need", list(Need))
def test_live_use_before_anybody_confirmed_shows_lifelines_only(starter: Session, need: Need) -> None:
    assert set(slugs(starter, an_enquiry(need), live=True)) <= set(LIFELINES)


@pytest.mark.parametrize("need", list(Need))
def test_nothing_hidden_is_ever_found(starter: Session, need: Need) -> None:
    hidden = set(starter.scalars(select(Service.slug).where(~Service.public)))
    areas = (TELFORD, "E07000236", None)
    found = {slug for area in areas for slug in slugs(starter, an_enquiry(need, area=area))}
    assert hidden
    assert not hidden & found


def test_all_four_children_s_teams_lead_when_the_area_is_not_known(starter: Session) -> None:
    for need in (Need.HOUSING, Need.WORRIED_ABOUT_YOUNG_PERSON):
        found = slugs(starter, an_enquiry(need, area=None, age=AgeBand.UNDER_18))
        assert set(found[:4]) == set(CHILDREN_TEAMS)


@pytest.mark.parametrize(
    ("area", "team"),
    [
        (HEREFORDSHIRE, "herefordshire-mash-children"),
        (TELFORD, "telford-family-connect-children"),
        (WORCESTER, "worcestershire-family-front-door"),
        ("E06000051", "shropshire-children-fpoc"),
    ],
)
@pytest.mark.parametrize("at", MOMENTS)
def test_only_the_area_s_children_s_team_leads_and_it_answers_at_any_hour(
    starter: Session, area: str, team: str, at: datetime
) -> None:
    found = find_services(
        starter, an_enquiry(Need.MISSING, area=area, age=AgeBand.UNDER_18, at=at), live=False
    )
    assert found[0].slug == team
    assert not set(CHILDREN_TEAMS) & {match.slug for match in found[1:]}
    if at is not TUESDAY_NOON:
        assert found[0].open is OpenState.OPEN


def test_outside_west_mercia_only_national_services_are_found(starter: Session) -> None:
    found = find_services(starter, an_enquiry(Need.CUCKOOING, area=BIRMINGHAM), live=False)
    cards = service_cards(starter, [match.id for match in found], at=TUESDAY_NOON, live=False)
    assert {card.coverage for card in cards} == {("national",)}


def test_a_service_for_people_who_live_elsewhere_is_not_shown_here(starter: Session) -> None:
    need = Need.CRIMINAL_EXPLOITATION_CHILD
    assert "catch22-county-lines" not in slugs(starter, an_enquiry(need))
    assert "catch22-county-lines" not in slugs(starter, an_enquiry(need, area=None))
    assert "catch22-county-lines" in slugs(starter, an_enquiry(need, area="outside:west-midlands"))


def test_the_nspcc_is_for_worried_adults_whatever_age_they_are(starter: Session) -> None:
    need = Need.WORRIED_ABOUT_YOUNG_PERSON
    assert "nspcc-helpline" in slugs(starter, an_enquiry(need, age=AgeBand.UNDER_18, person=Person.OTHER))
    assert "nspcc-helpline" not in slugs(starter, an_enquiry(need, age=AgeBand.UNDER_18, person=Person.SELF))


def test_age_and_person_are_asked_where_they_change_the_answer(starter: Session) -> None:
    worried = an_enquiry(Need.WORRIED_ABOUT_YOUNG_PERSON, at=TUESDAY_NIGHT)

    assert changes_answer(starter, an_enquiry(Need.DRUG_DEBT), live=False)("age")
    assert changes_answer(starter, worried, live=False)("person")
    assert not changes_answer(starter, an_enquiry(Need.REPORT_CRIME), live=False)("person")


def test_two_questions_are_weighed_with_one_reading_and_none_without_a_question(starter: Session) -> None:
    with counted(starter) as statements:
        weigh = changes_answer(starter, an_enquiry(Need.DRUG_DEBT), live=False)
        none = len(statements)
        weigh("person"), weigh("age")

    assert (none, len(statements)) == (0, 2)


@pytest.mark.parametrize(("first", "statements"), [(None, 1), (7, 2)])
def test_a_search_takes_one_statement_or_two_however_much_it_finds(
    starter: Session, first: int | None, statements: int
) -> None:
    with counted(starter) as few:
        find_services(starter, an_enquiry(Need.OVERDOSE), live=False, first=first)
    with counted(starter) as many:
        find_services(starter, an_enquiry(*Need, area=None), live=False, first=first)
    assert len(few) == len(many) == statements


def test_live_use_is_not_ready_until_each_district_has_both_teams_confirmed(starter: Session) -> None:
    assert len(readiness(starter)) == 2 * len(District)
    for slug in (*CHILDREN_TEAMS, *ADULT_TEAMS):
        if slug != "worcestershire-adult-safeguarding":
            service = starter.query(Service).filter_by(slug=slug).one()
            editing.confirm_service(starter, service.id, by=ANA, at=TUESDAY_NOON)
    missing = readiness(starter)
    assert {gap.team for gap in missing} == {"adults"}
    assert {gap.district.value[:4] for gap in missing} == {"E070"}
    assert len(missing) == 6


@pytest.mark.parametrize("channel", [ContactChannel.EMAIL, ContactChannel.WEBSITE, ContactChannel.TEXTPHONE])
def test_a_team_that_nobody_can_ring_is_not_ready(starter: Session, channel: ContactChannel) -> None:
    team = starter.query(Service).filter_by(slug="telford-adult-safeguarding").one()
    editing.confirm_service(starter, team.id, by=ANA, at=TUESDAY_NOON)
    assert Gap(District.TELFORD_AND_WREKIN, "adults") not in readiness(starter)

    for contact in team.contacts:
        contact.channel = channel
    assert Gap(District.TELFORD_AND_WREKIN, "adults") in readiness(starter)


def test_an_edit_made_elsewhere_shows_in_the_next_search(sessions: sessionmaker[Session]) -> None:
    with sessions() as setting_up:
        service = store_a_service(setting_up)
        service_id, phone_id = service.id, service.contacts[0].phones[0].id
    with sessions() as reader, sessions() as editor:
        [before] = service_cards(reader, [service_id], at=TUESDAY_NOON, live=False)
        reader.rollback()
        change_number(editor, phone_id, "0113 240 3040", by=ANA, at=TUESDAY_NOON)
        editor.commit()
        [after] = service_cards(reader, [service_id], at=TUESDAY_NOON, live=False)
    assert before.phones[0].number == "01952 385385"
    assert after.phones[0].number == "0113 240 3040"


def test_a_withdrawn_line_gives_way_at_once(starter: Session) -> None:
    enquiry = replace(an_enquiry(Need.FEELINGS_SUICIDE), at=TUESDAY_NIGHT)
    assert "shout" in slugs(starter, enquiry)
    shout = starter.query(Service).filter_by(slug="shout").one()
    editing.withdraw_contact(starter, shout.contacts[0].id, by=ANA, at=TUESDAY_NIGHT)
    assert "shout" not in slugs(starter, enquiry)
    assert "samaritans" in slugs(starter, enquiry)


def suspend(session: Session, slug: str) -> Service:
    service = session.query(Service).filter_by(slug=slug).one()
    editing.set_status(session, service.id, status=ServiceStatus.TEMPORARILY_CLOSED, by=ANA, at=TUESDAY_NOON)
    return service


def test_a_suspended_service_is_not_found(starter: Session) -> None:
    suspend(starter, "telford-adult-safeguarding")
    assert "telford-adult-safeguarding" not in slugs(starter, an_enquiry(Need.CUCKOOING))


@pytest.mark.parametrize("live", [False, True])
def test_the_fallback_of_a_suspended_service_takes_its_place(starter: Session, live: bool) -> None:
    enquiry = an_enquiry(Need.HOUSING, age=AgeBand.UNDER_18)
    assert "police-101-west-mercia" not in slugs(starter, enquiry, live=live)
    suspend(starter, "telford-family-connect-children")
    instead = find_services(starter, enquiry, live=live)[0]
    assert (instead.slug, instead.reasons[0]) == ("police-101-west-mercia", Reason.STANDS_IN)


def test_a_hidden_service_has_nothing_in_its_place(starter: Session) -> None:
    enquiry = an_enquiry(Need.HOUSING, age=AgeBand.UNDER_18)
    suspend(starter, "telford-family-connect-children").public = False
    assert "police-101-west-mercia" not in slugs(starter, enquiry)


def test_the_hours_of_a_day_name_each_line_of_a_service_on_offer(starter: Session) -> None:
    sunday = date(2026, 11, 29)
    found = hours_of_day(
        starter, "telford-family-connect-children", day=sunday, at=TUESDAY_NOON, live=False, area=TELFORD
    )
    assert [(line.value, line.hours.state) for line in found] == [
        ("01952 385385", DayState.CLOSED),
        ("01952 676500", DayState.ALL_DAY),
    ]
    assert hours_of_day(starter, "cruse", day=sunday, at=TUESDAY_NOON, live=True) == ()


def test_changed_hours_change_the_answer(starter: Session) -> None:
    service = starter.query(Service).filter_by(slug="crimestoppers").one()
    line = service.contacts[0]
    change(starter, line, {"hours": None, "hours_basis": "unknown"}, by=ANA, at=TUESDAY_NOON)
    found = {match.slug: match.open for match in find_services(starter, an_enquiry(), live=False)}
    assert found["crimestoppers"] is OpenState.UNKNOWN


@pytest.mark.parametrize("first", [None, 1])
def test_999_leads_in_an_emergency_whatever_its_entry_is_said_to_meet(
    sessions: sessionmaker[Session], first: int | None
) -> None:
    with sessions() as session:
        store_a_service(session, "police-999")
        found = find_services(session, an_enquiry(Need.DANGER_NOW), live=True, first=first)
        other = find_services(session, an_enquiry(Need.HOUSING), live=True, first=first)

    assert [match.slug for match in found] == ["police-999"]
    assert other == []
