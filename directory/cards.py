"""What a service card says, as data and codes; its words are made by whoever shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from directory.dialects import among, keys
from directory.eligibility import are_details_confirmed, is_offered, shown_contacts
from directory.languages import read_languages
from directory.lifelines import LIFELINES
from directory.meanwhile import Meanwhile, answering_meanwhile
from directory.model import CostOption, Service
from directory.opening_hours import LONDON, Opening, OpenState, opening_at
from directory.phones import dial_digits
from directory.reaching import service_opening
from directory.reading import read_services, services_where
from directory.record import ContactRecord, ServiceRecord
from directory.terms import ContactChannel
from vocabulary.people import AgeBand


BY_KEY = services_where(or_(among(Service.slug, keys("keys")), among(Service.id, keys("keys"))))
COSTS = select(CostOption.service_id, CostOption.amount, CostOption.amount_description).where(
    among(CostOption.service_id, keys("keys"))
)
STATES = [OpenState.OPEN, OpenState.UNKNOWN, OpenState.CLOSED]


@dataclass(frozen=True)
class Line:
    """One number to ring or text."""

    id: str  # of the contact
    label: str
    number: str  # in the groups in which it is said
    tel: str  # what a link dials
    free: bool | None
    opening: Opening
    outside_office_hours: bool


@dataclass(frozen=True)
class Page:
    """One web page or chat."""

    id: str
    label: str
    url: str
    opening: Opening


@dataclass(frozen=True)
class Checked:
    """The day the details were confirmed by a person of ours, or else read on published pages."""

    date: date
    confirmed: bool


@dataclass(frozen=True)
class ServiceCard:
    """Everything a card shows; parts that are not known or withheld are absent."""

    id: str
    slug: str
    name: str
    organization: str
    description: str
    phones: tuple[Line, ...]
    text: tuple[Line, ...]
    textphones: tuple[Line, ...]
    webchat: Page | None
    web: Page | None
    email: str | None
    open: Opening
    free: bool
    cost: str | None  # words of the service's own, where it is not simply free
    coverage: tuple[str, ...]  # codes: GSS, "west-mercia", "national"
    languages: tuple[str, ...]
    checked: Checked
    what_happens: str | None
    told_to_police: str | None
    for_whom: str | None
    not_for: str | None
    meanwhile: tuple[Meanwhile, ...] = ()  # never empty when the service is closed

    @property
    def url(self) -> str | None:
        """The service's page."""
        return self.web.url if self.web else None


@dataclass(frozen=True)
class _Viewer:
    """Who looks, when, and whether this is live use."""

    at: datetime
    area: str | None
    age: AgeBand | None
    live: bool

    @property
    def today(self) -> date:
        """The day in the United Kingdom."""
        return self.at.astimezone(LONDON).date()


@dataclass(frozen=True)
class _Extras:
    languages: tuple[str, ...] = ()
    free: bool = False
    cost: str | None = None


def service_cards(
    session: Session,
    ids_or_slugs: Sequence[str],
    *,
    at: datetime,
    area: str | None = None,
    age: AgeBand | None = None,
    live: bool,
) -> list[ServiceCard]:
    """The cards of these services in this order, without what the public may not see.

    `area` and `age` choose among contacts with coverage or ages of their own. `at` is aware.
    """
    viewer = _Viewer(at=at, area=area, age=age, live=live)
    offered = _read_offered(session, ids_or_slugs, viewer)
    by_key = {key: service for service in offered for key in (service.id, service.slug)}
    chosen = list(dict.fromkeys(by_key[key].id for key in ids_or_slugs if key in by_key))
    extras = _read_extras(session, chosen)
    cards = [_card(by_key[key], extras[key], viewer) for key in chosen]
    if all(card.open.state is not OpenState.CLOSED for card in cards):
        return cards
    lifelines = _read_offered(session, LIFELINES, viewer)
    return [_with_meanwhile(card, by_key[card.id], lifelines, viewer) for card in cards]


def _read_offered(session: Session, wanted: Sequence[str], viewer: _Viewer) -> list[ServiceRecord]:
    found = read_services(session, BY_KEY, keys=wanted)
    return [service for service in found if is_offered(service, live=viewer.live, today=viewer.today)]


def _read_extras(session: Session, ids: Sequence[str]) -> dict[str, _Extras]:
    languages = read_languages(session, ids)
    priced = {row.service_id: row for row in session.execute(COSTS, {"keys": ids})}
    return {
        key: _Extras(
            languages=languages.get(key, ()),
            free=key in priced and priced[key].amount == 0,
            cost=priced[key].amount_description if key in priced else None,
        )
        for key in ids
    }


def _card(service: ServiceRecord, extras: _Extras, viewer: _Viewer) -> ServiceCard:
    contacts = _shown(service, viewer)
    return ServiceCard(
        id=service.id,
        slug=service.slug,
        name=service.name,
        organization=service.organization,
        description=service.description,
        phones=_lines(contacts, ContactChannel.PHONE, viewer.at),
        text=_lines(contacts, ContactChannel.SMS, viewer.at),
        textphones=_lines(contacts, ContactChannel.TEXTPHONE, viewer.at),
        webchat=_page(contacts, ContactChannel.WEBCHAT, viewer.at),
        web=_page(contacts, ContactChannel.WEBSITE, viewer.at),
        email=next((item.value for item in contacts if item.channel is ContactChannel.EMAIL), None),
        open=service_opening(service, contacts, viewer.at),
        free=extras.free,
        cost=extras.cost,
        coverage=tuple(sorted(service.areas)),
        languages=extras.languages,
        checked=_checked(service, contacts),
        what_happens=service.what_happens,
        told_to_police=service.told_to_police,
        for_whom=service.for_whom,
        not_for=service.not_for,
    )


def _checked(service: ServiceRecord, contacts: Sequence[ContactRecord]) -> Checked:
    confirmed = are_details_confirmed(service, contacts)
    return Checked(service.checked_on if confirmed else service.read_on, confirmed)


def _shown(service: ServiceRecord, viewer: _Viewer) -> tuple[ContactRecord, ...]:
    return shown_contacts(service, area=viewer.area, age=viewer.age, today=viewer.today)


def _lines(contacts: Iterable[ContactRecord], channel: ContactChannel, at: datetime) -> tuple[Line, ...]:
    """The numbers of one kind: those that answer now first, else as the entry orders them."""
    lines = [
        Line(
            id=contact.id,
            label=contact.label,
            number=contact.value,
            tel=dial_digits(contact.value),
            free=contact.free,
            opening=opening_at(contact.hours, at),
            outside_office_hours=contact.outside_office_hours,
        )
        for contact in contacts
        if contact.channel is channel
    ]
    return tuple(sorted(lines, key=lambda line: STATES.index(line.opening.state)))


def _page(contacts: Iterable[ContactRecord], channel: ContactChannel, at: datetime) -> Page | None:
    contact = next((item for item in contacts if item.channel is channel), None)
    if contact is None:
        return None
    return Page(contact.id, contact.label, contact.value, opening_at(contact.hours, at))


def _with_meanwhile(
    card: ServiceCard, service: ServiceRecord, lifelines: Sequence[ServiceRecord], viewer: _Viewer
) -> ServiceCard:
    if card.open.state is not OpenState.CLOSED:
        return card
    instead = answering_meanwhile(service, lifelines, at=viewer.at, area=viewer.area, age=viewer.age)
    return replace(card, meanwhile=instead)
