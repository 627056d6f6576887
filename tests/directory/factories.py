"""Services with full defaults: as pure records, and stored."""

from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy.orm import Session

from directory.enquiry import Enquiry
from directory.identifiers import identifier
from directory.model import Contact, Organization, Phone, Service, ServiceArea
from directory.opening_hours import LONDON, WEEKDAYS, Hours, Period, always
from directory.record import Ages, ContactRecord, ServiceRecord
from directory.terms import Caller, ContactChannel, HoursBasis, OnBankHolidays, ServiceStatus, Verification
from vocabulary.needs import Need


READ_ON = date(2026, 11, 23)
TUESDAY_NOON = datetime(2026, 11, 24, 12, tzinfo=LONDON)
TUESDAY_NIGHT = datetime(2026, 11, 24, 2, tzinfo=LONDON)
TELFORD = "E06000020"
HEREFORDSHIRE = "E06000019"
WORCESTER = "E07000237"


def a_contact(slug: str = "a-line", **given: Any) -> ContactRecord:
    """A phone that answers day and night, seen on its owner's page."""
    values: dict[str, Any] = {
        "id": identifier("contact", slug),
        "channel": ContactChannel.PHONE,
        "label": "Helpline",
        "value": "01952 385385",
        "free": None,
        "hours": always(),
        "outside_office_hours": False,
        "ages": Ages(),
        "areas": frozenset({"national"}),
        "verified": Verification.OWN_PAGE,
        "confirmed": False,
        "checked_on": READ_ON,
        "withdrawn": False,
    }
    return ContactRecord(**(values | given))


def a_service(slug: str = "a-service", **given: Any) -> ServiceRecord:
    """A public national service for cuckooing with one phone; its areas and ages go down to the phone."""
    areas = given.get("areas", frozenset({"national"}))
    ages = given.get("ages", Ages())
    values: dict[str, Any] = {
        "id": identifier("service", slug),
        "slug": slug,
        "name": slug.replace("-", " ").title(),
        "organization": "A Charity",
        "description": "It helps.",
        "status": ServiceStatus.ACTIVE,
        "public": True,
        "ages": ages,
        "areas": areas,
        "needs": {"cuckooing": None},
        "not_for_needs": frozenset(),
        "caller": Caller.ANYONE,
        "hours": None,
        "confirmed_on": None,
        "read_on": READ_ON,
        "fallback": None,
        "contacts": (a_contact(f"{slug}/phone", areas=areas, ages=ages, hours=given.pop("line", always())),),
        "what_happens": None,
        "told_to_police": None,
        "for_whom": None,
        "not_for": None,
    }
    return ServiceRecord(**(values | given))


def an_enquiry(*needs: Need, **given: Any) -> Enquiry:
    """Cuckooing in Telford on a Tuesday at noon, about nobody in particular."""
    values: dict[str, Any] = {"area": TELFORD, "age": None, "person": None, "at": TUESDAY_NOON}
    return Enquiry(needs or (Need.CUCKOOING,), **(values | given))


def store_a_service(session: Session, slug: str = "a-service") -> Service:
    """A stored public service with one phone at "01952 385385", committed."""
    moment = datetime(2026, 11, 23, tzinfo=UTC)
    phone = Phone(id=identifier("phone", slug), number="01952 385385")
    contact = Contact(
        id=identifier("contact", slug),
        channel=ContactChannel.PHONE,
        name="Office hours",
        hours_basis=HoursBasis.SERVICE,
        verified=Verification.OWN_PAGE,
        read_on=READ_ON,
        last_modified=moment,
        phones=[phone],
    )
    service = Service(
        id=identifier("service", slug),
        slug=slug,
        organization=Organization(name=f"Provider of {slug}", description="Provides a service."),
        name="A service",
        description="It helps.",
        public=True,
        read_on=READ_ON,
        last_modified=moment,
        contacts=[contact],
        service_areas=[ServiceArea(code="national", name="England")],
    )
    session.add(service)
    session.commit()
    return service


def office_hours() -> Hours:
    """Monday to Friday, 9am to 5pm, closed on bank holidays."""
    return Hours((Period(WEEKDAYS, time(9), time(17), OnBankHolidays.CLOSED),))
