"""Tests of what to ring while a service is closed."""

from collections.abc import Mapping

from directory.lifelines import EMERGENCY_BY_TEXT
from directory.meanwhile import answering_meanwhile
from directory.record import Ages, ServiceRecord
from directory.terms import ContactChannel
from tests.directory.factories import (
    HEREFORDSHIRE,
    TELFORD,
    TUESDAY_NIGHT,
    a_contact,
    a_service,
    office_hours,
)
from vocabulary.people import AgeBand


VICTIM_SUPPORT = a_service("victim-support-national", needs={"robbery-burglary": 2})
POLICE = a_service("police-999", needs={"danger-now": 1})


def texted(slug: str, *, needs: Mapping[str, int | None]) -> ServiceRecord:
    return a_service(
        slug, needs=needs, contacts=(a_contact(slug, channel=ContactChannel.SMS, value="85258"),)
    )


def slugs(service: ServiceRecord, *lifelines: ServiceRecord, **given: object) -> list[str]:
    values = {"at": TUESDAY_NIGHT, "area": TELFORD, "age": None} | given
    return [each.slug for each in answering_meanwhile(service, lifelines, **values)]


def test_a_lifeline_that_leads_for_the_same_comes_first() -> None:
    closed = a_service(needs={"feelings-suicide": 4})
    samaritans = a_service("samaritans", needs={"feelings-suicide": 2})
    assert slugs(closed, VICTIM_SUPPORT, POLICE, samaritans) == [
        "samaritans",
        "victim-support-national",
        "police-999",
    ]


def test_999_by_text_is_for_a_service_about_an_emergency_only() -> None:
    relay = texted(EMERGENCY_BY_TEXT, needs={"danger-now": 2, "report-crime": 1})
    assert slugs(a_service(needs={"report-crime": 1}), relay) == []
    assert slugs(a_service(needs={"danger-now": 1}), relay) == [EMERGENCY_BY_TEXT]


def test_a_line_to_ring_comes_before_one_to_text() -> None:
    closed = a_service(needs={"feelings-suicide": None})
    shout = texted("shout", needs={"feelings-suicide": 1})
    childline = a_service("childline", needs={"feelings-suicide": 5})
    assert slugs(closed, shout, VICTIM_SUPPORT)[0] == "shout"
    assert slugs(closed, shout, VICTIM_SUPPORT, childline) == [
        "childline",
        "victim-support-national",
        "shout",
    ]


def test_of_one_lifeline_the_line_to_ring_is_named_before_the_one_to_text() -> None:
    lines = (
        a_contact("text", channel=ContactChannel.SMS, value="85258"),
        a_contact("phone", value="116 123"),
    )
    both = a_service("samaritans", needs={"cuckooing": 1}, contacts=lines)
    [found] = answering_meanwhile(a_service(), [both], at=TUESDAY_NIGHT, area=None, age=None)
    assert (found.number, found.tel, found.by_text) == ("116 123", "116123", False)


def test_what_is_not_led_by_the_lifeline_does_not_make_it_alike() -> None:
    fraud = a_service(needs={"money-help": 1, "robbery-burglary": 4, "criminal-exploitation-adult": None})
    slavery = a_service("modern-slavery-helpline", needs={"criminal-exploitation-adult": 2})
    assert slugs(fraud, slavery, VICTIM_SUPPORT) == ["victim-support-national"]


def test_another_district_s_team_is_not_named_while_the_place_is_not_known() -> None:
    here = frozenset({TELFORD})
    team = a_service("telford-adult-safeguarding", areas=here, needs={"housing": 1})
    assert slugs(a_service(needs={"housing": 1}, areas=here), team, area=None) == [team.slug]
    elsewhere = a_service(needs={"housing": 1}, areas=frozenset({HEREFORDSHIRE}))
    assert slugs(elsewhere, team, area=None) == []


def test_a_lifeline_that_does_not_answer_now_or_is_for_another_age_is_left_out() -> None:
    closed = a_service("closed", needs={"cuckooing": 1})
    by_day = a_service("safecall", needs={"cuckooing": 1}, line=office_hours())
    for_children = a_service("childline", needs={"cuckooing": 1}, ages=Ages(None, 18))
    assert slugs(closed, by_day, for_children, age=AgeBand.FROM_60) == []


def test_a_closed_lifeline_does_not_name_itself() -> None:
    assert slugs(VICTIM_SUPPORT, VICTIM_SUPPORT, POLICE) == ["police-999"]
