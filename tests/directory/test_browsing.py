"""The public list: by need, place, age and words, in the order of the ranking."""

from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.browsing import Found, Search, browse, in_its_place, is_shown, list_by_name
from directory.lifelines import CHILDREN_TEAMS
from directory.model import Service
from directory.opening_hours import LONDON
from directory.search import Enquiry, Reason, find_services
from directory.terms import ServiceStatus
from tests.directory.factories import HEREFORDSHIRE, TELFORD, TUESDAY_NOON
from vocabulary.needs import Need
from vocabulary.people import AgeBand


def asked(session: Session, text: str = "", **given: object) -> Found:
    values: dict[str, object] = {"need": None, "area": None, "age": None, "at": TUESDAY_NOON}
    return browse(session, Search(text=text, **(values | given)), live=False)  # type: ignore[arg-type]


def slugs(found: Found) -> list[str]:
    return [match.slug for match in found.matches]


def entry(session: Session, slug: str) -> Service:
    return session.scalars(select(Service).where(Service.slug == slug)).one()


@pytest.mark.parametrize("need", list(Need))
@pytest.mark.parametrize("area", [None, TELFORD, "outside"])
def test_a_need_alone_gives_what_the_chat_would_in_the_same_order(
    starter: Session, need: Need, area: str | None
) -> None:
    found = asked(starter, need=need, area=area)

    enquiry = Enquiry((need,), area, None, None, TUESDAY_NOON)
    assert list(found.matches) == find_services(starter, enquiry, live=False)
    assert not found.partly


def test_words_narrow_what_a_need_finds(starter: Session) -> None:
    everything = slugs(asked(starter, need=Need.FAMILY_DRUG_USE))

    found = asked(starter, "nacoa", need=Need.FAMILY_DRUG_USE)

    assert "nacoa" in slugs(found)
    assert set(slugs(found)) < set(everything)


def test_words_that_fit_nothing_leave_what_the_need_finds_and_say_so(starter: Session) -> None:
    everything = slugs(asked(starter, need=Need.CUCKOOING, area=TELFORD))

    found = asked(starter, "xylophone", need=Need.CUCKOOING, area=TELFORD)

    assert slugs(found) == everything
    assert found.partly


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("samaritans", "samaritans"),
        ("Samartians", "samaritans"),
        ("LOAN SHARKS", "stop-loan-sharks"),
        ("deaf", "signhealth"),
        ("childline", "childline"),
        ("recovery partnership", "shropshire-recovery-partnership"),
    ],
)
def test_words_alone_find_services_by_what_is_said_of_them(starter: Session, text: str, slug: str) -> None:
    assert slug in slugs(asked(starter, text))[:6]


def test_words_of_which_no_service_has_all_find_those_with_most(starter: Session) -> None:
    found = asked(starter, "samaritans xylophone")

    assert slugs(found)[:1] == ["samaritans"]
    assert found.partly


def test_words_that_nobody_says_find_nothing(starter: Session) -> None:
    assert asked(starter, "xylophone zither") == Found((), partly=True)


def test_a_local_service_asked_for_by_name_is_found_without_a_place(starter: Session) -> None:
    found = asked(starter, "recovery partnership")

    assert slugs(found)[-1] == "shropshire-recovery-partnership"
    assert found.matches[-1].reasons == ()


def test_a_local_one_that_cannot_be_reached_gives_way_to_its_fallback(starter: Session) -> None:
    assert slugs(asked(starter, "turning point")) == ["frank"]


def test_a_place_leaves_local_services_of_elsewhere_out(starter: Session) -> None:
    slug = "herefordshire-adult-safeguarding"
    assert slug in slugs(asked(starter, "adult safeguarding", area=HEREFORDSHIRE))
    assert slug not in slugs(asked(starter, "adult safeguarding", area=TELFORD))


def test_what_was_found_by_words_is_not_said_to_help_with_a_need(starter: Session) -> None:
    reasons = {reason for match in asked(starter, "drugs").matches for reason in match.reasons}

    assert not {Reason.NEED, Reason.ALSO_NEED, Reason.FIRST_LINE} & reasons
    assert Reason.NATIONAL in reasons


@pytest.mark.parametrize("given", [{}, {"need": Need.CUCKOOING}])
@pytest.mark.parametrize("text", ["", "drugs"])
def test_for_somebody_under_18_all_four_childrens_teams_lead_where_no_place_is_said(
    starter: Session, given: dict[str, object], text: str
) -> None:
    night = datetime(2026, 11, 24, 2, tzinfo=LONDON)  # with their night lines, all four can be reached

    found = asked(starter, text, age=AgeBand.UNDER_18, at=night, **given)

    assert set(slugs(found)[:4]) == set(CHILDREN_TEAMS)


def test_for_somebody_under_18_in_telford_that_team_leads(starter: Session) -> None:
    found = slugs(asked(starter, age=AgeBand.UNDER_18, area=TELFORD))

    assert found[0] == "telford-family-connect-children"
    assert not (set(CHILDREN_TEAMS) - {found[0]}) & set(found)


def test_a_suspended_service_gives_way_to_its_fallback_also_when_found_by_name(starter: Session) -> None:
    service = entry(starter, "frank")
    service.status = ServiceStatus.TEMPORARILY_CLOSED
    service.fallback = entry(starter, "samaritans")
    starter.flush()

    found = asked(starter, "frank")

    assert "frank" not in slugs(found)
    assert Reason.STANDS_IN in next(m for m in found.matches if m.slug == "samaritans").reasons


def test_the_list_by_name_has_everything_the_public_sees_and_no_more(starter: Session) -> None:
    hidden, closed = entry(starter, "frank"), entry(starter, "release")
    hidden.public = False
    closed.status = ServiceStatus.DEFUNCT
    starter.flush()

    listed = list_by_name(starter, at=TUESDAY_NOON, live=False)

    names = [each.name.casefold() for each in listed]
    assert names == sorted(names)
    assert len(names) > 60
    assert not {"frank", "release"} & {each.slug for each in listed}


def test_live_what_nobody_confirmed_is_not_listed_but_lifelines_are(starter: Session) -> None:
    listed = {each.slug for each in list_by_name(starter, at=TUESDAY_NOON, live=True)}

    assert "samaritans" in listed
    assert "frank" not in listed


def test_a_service_whose_every_contact_is_withdrawn_is_not_shown(starter: Session) -> None:
    assert is_shown(starter, "frank", at=TUESDAY_NOON, live=False)
    for contact in entry(starter, "frank").contacts:
        contact.withdrawn_at = TUESDAY_NOON
    starter.flush()

    assert not is_shown(starter, "frank", at=TUESDAY_NOON, live=False)
    assert not is_shown(starter, "no-such-service", at=TUESDAY_NOON, live=False)


def test_the_fallback_of_a_fallback_takes_its_place(starter: Session) -> None:
    first, second = entry(starter, "frank"), entry(starter, "release")
    first.fallback, second.fallback = second, entry(starter, "samaritans")
    starter.flush()
    assert in_its_place(starter, "frank", at=TUESDAY_NOON, live=False) == "release"

    second.status = ServiceStatus.TEMPORARILY_CLOSED
    starter.flush()

    assert in_its_place(starter, "frank", at=TUESDAY_NOON, live=False) == "samaritans"


def test_fallbacks_in_a_ring_end(starter: Session) -> None:
    first, second = entry(starter, "frank"), entry(starter, "release")
    first.fallback_id, second.fallback_id = second.id, first.id
    first.status = second.status = ServiceStatus.TEMPORARILY_CLOSED
    starter.flush()

    assert in_its_place(starter, "frank", at=TUESDAY_NOON, live=False) is None
    assert in_its_place(starter, "no-such-service", at=TUESDAY_NOON, live=False) is None
