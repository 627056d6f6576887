"""Tests of single starter entries: the decisions taken while the pages became records."""

import pytest
from sqlalchemy.orm import Session

from directory.model import Contact, Service
from directory.terms import Caller, HoursBasis


def service(session: Session, slug: str) -> Service:
    return session.query(Service).filter_by(slug=slug).one()


def line(session: Session, slug: str, number: str) -> Contact:
    contacts = service(session, slug).contacts
    return next(contact for contact in contacts if contact.phones and contact.phones[0].number == number)


def test_the_nspcc_s_lower_age_is_the_caller_s(starter: Session) -> None:
    nspcc = service(starter, "nspcc-helpline")
    assert (nspcc.minimum_age, nspcc.maximum_age, nspcc.caller_minimum_age) == (None, 17, 18)
    assert nspcc.caller is Caller.SOMEONE_WORRIED
    assert "caller's" in (nspcc.decisions or "")


@pytest.mark.parametrize(
    ("slug", "number"),
    [
        ("herefordshire-mash-children", "01905 768020"),
        ("worcestershire-family-front-door", "01905 768020"),
        ("shropshire-children-fpoc", "0345 678 9040"),
        ("telford-family-connect-children", "01952 676500"),
        ("herefordshire-adult-safeguarding", "0330 123 9309"),
        ("shropshire-adult-safeguarding", "0345 678 9040"),
        ("telford-adult-safeguarding", "01952 676500"),
        ("worcester-city-housing", "01562 547698"),
    ],
)
def test_night_lines_are_the_complement_of_the_day_line(starter: Session, slug: str, number: str) -> None:
    assert line(starter, slug, number).hours_basis is HoursBasis.OUTSIDE_OFFICE_HOURS


def test_the_after_five_line_has_office_hours_of_its_own(starter: Session) -> None:
    contact = line(starter, "herefordshire-housing-solutions", "01432 261600")
    assert [(each.opens_at.hour, each.closes_at.hour) for each in contact.schedules] == [(9, 17)]


def test_a_line_with_the_service_s_hours_follows_them_and_one_without_is_unknown(starter: Session) -> None:
    assert line(starter, "crimestoppers", "0800 555 111").hours_basis is HoursBasis.SERVICE
    assert line(starter, "british-transport-police", "0800 40 50 40").hours_basis is HoursBasis.UNKNOWN


def test_each_decision_is_written_down_with_the_entry(starter: Session) -> None:
    assert "coverage" in (service(starter, "west-mercia-womens-aid").decisions or "")
    assert "drug debts" in (service(starter, "stepchange").decisions or "").lower()


def test_a_shared_provider_is_one_organization(starter: Session) -> None:
    first, second = service(starter, "childline"), service(starter, "nspcc-helpline")
    assert first.organization_id == second.organization_id
    assert "Childline" in first.organization.description
