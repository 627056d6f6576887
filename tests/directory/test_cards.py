"""Tests of service cards: what is on them, what is held back, and what to ring meanwhile."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from directory import editing
from directory.cards import Checked, ServiceCard, service_cards
from directory.history import Editor
from directory.identifiers import identifier
from directory.model import Service
from directory.opening_hours import LONDON, Opening, OpenState
from directory.starter.loading import starter_services
from tests.directory.factories import HEREFORDSHIRE, READ_ON, TELFORD, TUESDAY_NIGHT, TUESDAY_NOON, WORCESTER
from tests.directory.two_people import change
from vocabulary.people import AgeBand


def card(session: Session, slug: str, **given: object) -> ServiceCard:
    [found] = service_cards(session, [slug], **({"at": TUESDAY_NOON, "live": False} | given))
    return found


def numbers(found: ServiceCard) -> list[str]:
    return [line.number for line in found.phones]


def test_cards_come_in_the_order_asked_by_id_or_slug_each_once(starter: Session) -> None:
    keys = ["samaritans", identifier("service", "shout"), "nonsense", "samaritans", "st-giles"]
    found = service_cards(starter, keys, at=TUESDAY_NOON, live=False)
    assert [each.slug for each in found] == ["samaritans", "shout"]


def test_an_unconfirmed_card_carries_the_day_its_pages_were_read(starter: Session) -> None:
    checked = card(starter, "victim-support-national").checked
    assert (checked.date, checked.confirmed) == (READ_ON, False)


def test_a_card_counts_as_checked_while_every_contact_on_it_does(starter: Session) -> None:
    ana = Editor("staff-1", "Ana")
    service = starter.query(Service).filter_by(slug="victim-support-national").one()
    editing.confirm_service(starter, service.id, by=ana, at=TUESDAY_NOON)
    assert card(starter, service.slug).checked == Checked(TUESDAY_NOON.date(), confirmed=True)

    editing.withdraw_contact(starter, service.contacts[0].id, by=ana, at=TUESDAY_NOON)
    assert card(starter, service.slug).checked.confirmed
    change(starter, service.contacts[0], {"withdrawn_at": None}, by=ana, at=TUESDAY_NOON, checked=False)
    assert card(starter, service.slug).checked == Checked(READ_ON, confirmed=False)


def test_a_number_keeps_the_groups_its_owner_publishes_and_dials_as_digits(starter: Session) -> None:
    [line] = card(starter, "victim-support-national").phones
    assert (line.number, line.tel, line.free) == ("08 08 16 89 111", "08081689111", True)


@pytest.mark.parametrize(
    ("slug", "held_back"),
    [("witness-service", "0300 332 1000"), ("hourglass", "0808 808 8141"), ("frank", "0300 123 6600")],
)
def test_a_number_seen_only_in_code_is_held_back(starter: Session, slug: str, held_back: str) -> None:
    assert held_back not in numbers(card(starter, slug))


def test_no_unverified_contact_and_no_staff_note_is_on_any_card(starter: Session) -> None:
    entries = [entry for entry in starter_services() if entry["public"]]
    cards = service_cards(starter, [entry["slug"] for entry in entries], at=TUESDAY_NOON, live=False)
    assert len(cards) == len(entries) == 80
    for entry, found in zip(entries, cards, strict=True):
        shown = repr(found)
        for lead in entry.get("unverified_contacts", []):
            assert (lead["kind"] == "phone" and entry["slug"] == "worcestershire-adult-safeguarding") or (
                f"'{lead['value']}'" not in shown
            )
        assert entry["provenance"].get("notes", "no notes") not in shown


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (AgeBand.UNDER_18, ["0800 953 4133"]),
        (AgeBand.FROM_26_TO_59, ["0808 178 2058"]),
        (None, ["0808 178 2058", "0800 953 4133"]),
    ],
)
def test_the_glade_s_line_for_under_18s_is_for_under_18s(
    starter: Session, age: AgeBand | None, expected: list[str]
) -> None:
    assert numbers(card(starter, "the-glade-sarc", age=age)) == expected


@pytest.mark.parametrize(
    ("area", "number"),
    [
        (HEREFORDSHIRE, "0800 783 1359"),
        ("E06000051", "0800 783 1359"),
        (WORCESTER, "0800 980 3331"),
        (TELFORD, "0800 840 3747"),
    ],
)
def test_women_s_aid_has_one_line_for_each_area(starter: Session, area: str, number: str) -> None:
    assert numbers(card(starter, "west-mercia-womens-aid", area=area)) == [number]


def test_the_line_that_answers_now_comes_first(starter: Session) -> None:
    by_day = card(starter, "telford-family-connect-children", at=TUESDAY_NOON)
    by_night = card(starter, "telford-family-connect-children", at=TUESDAY_NIGHT)
    assert numbers(by_day) == ["01952 385385", "01952 676500"]
    assert numbers(by_night) == ["01952 676500", "01952 385385"]
    assert by_night.phones[0].outside_office_hours


@pytest.mark.parametrize("at", [TUESDAY_NIGHT, TUESDAY_NOON])
def test_no_card_says_day_and_night_above_a_line_that_says_otherwise(starter: Session, at: datetime) -> None:
    cards = service_cards(starter, [entry["slug"] for entry in starter_services()], at=at, live=False)
    always = [each for each in cards if each.open.always]
    assert always
    for each in always:
        assert all(line.opening.always for line in (*each.phones, *each.text, *each.textphones)), each.slug


def test_a_service_whose_night_line_takes_over_is_open_without_an_end(starter: Session) -> None:
    assert card(starter, "telford-family-connect-children").open == Opening(OpenState.OPEN)


@pytest.mark.parametrize("at", [TUESDAY_NIGHT, datetime(2026, 12, 26, 12, tzinfo=LONDON)])
def test_a_night_line_beside_unknown_office_hours_is_shown_open_with_its_label(
    starter: Session, at: datetime
) -> None:
    found = card(starter, "herefordshire-mash-children", at=at)
    assert found.open.state is OpenState.OPEN
    assert (found.phones[0].number, found.phones[0].label) == (
        "01905 768020",
        "Nights, weekends and bank holidays",
    )


def test_an_open_card_says_until_when_and_a_closed_one_when_it_opens(starter: Session) -> None:
    assert card(starter, "stepchange").open.until == datetime(2026, 11, 24, 20, tzinfo=LONDON)
    closed = card(starter, "stepchange", at=TUESDAY_NIGHT)
    assert closed.open.opens == datetime(2026, 11, 24, 8, tzinfo=LONDON)


def test_every_closed_card_says_what_to_ring_if_it_cannot_wait(starter: Session) -> None:
    slugs = [entry["slug"] for entry in starter_services()]
    for at in (TUESDAY_NIGHT, datetime(2026, 12, 25, 12, tzinfo=LONDON)):
        cards = service_cards(starter, slugs, at=at, area=TELFORD, live=False)
        closed = [each for each in cards if each.open.state is OpenState.CLOSED]
        assert closed
        assert all(1 <= len(each.meanwhile) <= 3 for each in closed)
        assert not any(each.meanwhile for each in cards if each.open.state is not OpenState.CLOSED)


def test_what_to_ring_meanwhile_fits_the_need(starter: Session) -> None:
    [first, *_] = card(starter, "safecall", at=TUESDAY_NIGHT, age=AgeBand.UNDER_18, area=TELFORD).meanwhile
    assert first.slug in {"childline", "modern-slavery-helpline", "telford-family-connect-children"}


def test_999_by_text_is_on_no_closed_card(starter: Session) -> None:
    slugs = [entry["slug"] for entry in starter_services()]
    for area in (None, TELFORD, WORCESTER):
        cards = service_cards(starter, slugs, at=TUESDAY_NIGHT, area=area, live=False)
        offered = {each.slug for found in cards for each in found.meanwhile}
        assert offered
        assert "emergency-sms-relay" not in offered


def test_a_line_that_is_overdue_twice_leaves_the_card_unless_it_is_a_lifeline(starter: Session) -> None:
    later = TUESDAY_NOON + timedelta(days=200)
    assert numbers(card(starter, "cruse", at=later)) == []
    assert numbers(card(starter, "samaritans", at=later)) == ["116 123"]


def test_live_use_shows_an_unconfirmed_card_only_for_a_lifeline(starter: Session) -> None:
    found = service_cards(starter, ["cruse", "samaritans"], at=TUESDAY_NOON, live=True)
    assert [each.slug for each in found] == ["samaritans"]


def test_cost_languages_and_coverage_are_as_published(starter: Session) -> None:
    railway, slavery = card(starter, "british-transport-police"), card(starter, "modern-slavery-helpline")
    assert (railway.free, slavery.free) == (False, True)
    assert slavery.languages == ("Over 200 languages by interpreter",)
    assert card(starter, "victim-support-west-mercia-gateway").coverage == ("west-mercia",)


def test_no_address_is_on_a_card(starter: Session) -> None:
    assert "Bransford" not in repr(card(starter, "the-glade-sarc"))
