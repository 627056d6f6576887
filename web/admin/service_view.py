"""One service as its managers see it: every way to reach it, shown or withheld, with hours and checks."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from directory.eligibility import shown_contacts
from directory.freshness import CONTACT_DAYS, Freshness, freshness_of
from directory.lifelines import is_lifeline
from directory.model import Contact, Service
from directory.model.schedules import Schedule
from directory.opening_hours import Period
from directory.reading import DAYS as DAY_CODES
from directory.record import ContactRecord, ServiceRecord
from directory.terms import NUMBERED, WITHHELD_UNTIL_CONFIRMED, ContactChannel, HoursBasis, Verification
from web.admin.hours_words import say_hours
from web.admin.listing import Shown, read_records, shown_to_public


CHANNELS = {
    ContactChannel.PHONE: "Telephone",
    ContactChannel.SMS: "Text message",
    ContactChannel.TEXTPHONE: "Textphone",
    ContactChannel.WEBCHAT: "Web chat",
    ContactChannel.WEBSITE: "Website",
    ContactChannel.EMAIL: "E-mail",
}


@dataclass(frozen=True)
class ContactView:
    """One way to reach the service."""

    id: str
    phone_id: str | None
    channel: str
    label: str
    value: str
    hours: tuple[str, ...]
    has_hours: bool  # a website has none to edit
    state: str  # shown, withdrawn, withheld or overdue
    confirmed_on: date | None
    read_on: date | None
    note: str | None


@dataclass(frozen=True)
class ServiceView:
    """The service with its contacts."""

    id: str
    slug: str
    name: str
    organization: str
    description: str
    shown: Shown
    lifeline: bool
    confirmed_on: date | None
    read_on: date
    hours: tuple[str, ...]
    contacts: tuple[ContactView, ...]
    sources: tuple[str, ...]
    staff_notes: str | None
    fallback: str | None  # what people are shown in its place


def view_service(session: Session, service_id: str, *, live: bool, today: date) -> ServiceView | None:
    """The service with this id as managers see it; None when there is none."""
    service = session.get(Service, service_id)
    if service is None:
        return None
    record = read_records(session, [service_id])[service_id]
    shown = shown_to_public(record, live=live, today=today)
    return ServiceView(
        id=service.id,
        slug=service.slug,
        name=service.name,
        organization=service.organization.name,
        description=service.description,
        shown=shown,
        lifeline=is_lifeline(service.slug),
        confirmed_on=service.assured_date,
        read_on=service.read_on,
        hours=tuple(say_hours(HoursBasis.OWN, periods_of(service.schedules))),
        contacts=_contacts(service, record, today=today),
        sources=tuple(source.url for source in service.sources),
        staff_notes=service.staff_notes,
        fallback=service.fallback.name if service.fallback and _gives_way(record, shown) else None,
    )


def _gives_way(service: ServiceRecord, shown: Shown) -> bool:
    """Whether its fallback takes its place: what is hidden for another reason leaves nothing behind."""
    return service.public and shown in {Shown.CLOSED, Shown.WITHOUT_CONTACT}


def periods_of(schedules: list[Schedule]) -> tuple[Period, ...]:
    """The stored schedules as weekly periods."""
    return tuple(_period(each) for each in schedules)


def _period(schedule: Schedule) -> Period:
    return Period(
        days=frozenset(DAY_CODES[code] for code in (schedule.byday or "").split(",") if code in DAY_CODES),
        opens=schedule.opens_at,
        closes=schedule.closes_at,
        bank_holidays=schedule.bank_holidays,
        valid_from=schedule.valid_from or date.min,
        valid_to=schedule.valid_to or date.max,
        certain=schedule.freq == "WEEKLY" and schedule.interval in (None, 1),
    )


def _contacts(service: Service, record: ServiceRecord, *, today: date) -> tuple[ContactView, ...]:
    shown = {each.id for each in shown_contacts(record, area=None, age=None, today=today)}
    read = {each.id: each for each in record.contacts}
    return tuple(_contact(each, state=_state(read[each.id], shown, today=today)) for each in service.contacts)


def _state(contact: ContactRecord, shown: set[str], *, today: date) -> str:
    if contact.withdrawn:
        return "withdrawn"
    if contact.id in shown:
        return "shown"
    if not contact.confirmed and contact.verified in WITHHELD_UNTIL_CONFIRMED:
        return "withheld"
    overdue = freshness_of(contact.checked_on, today=today, days=CONTACT_DAYS) is Freshness.HIDDEN
    return "overdue" if overdue else "withheld"


def _contact(contact: Contact, *, state: str) -> ContactView:
    phone = contact.phones[0] if contact.phones else None
    has_hours = contact.channel in NUMBERED or contact.channel is ContactChannel.WEBCHAT
    return ContactView(
        id=contact.id,
        phone_id=phone.id if phone else None,
        channel=CHANNELS[contact.channel],
        label=contact.name or CHANNELS[contact.channel],
        value=phone.number if phone else contact.url or contact.email or "",
        hours=tuple(say_hours(contact.hours_basis, periods_of(contact.schedules))) if has_hours else (),
        has_hours=has_hours,
        state=state,
        confirmed_on=contact.confirmed_on,
        read_on=None if contact.verified is Verification.PERSON else contact.read_on,  # typed, not read
        note=contact.note,
    )
