"""Reads the services that the public may see, page by page or all, as HSDS-UK shapes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import BindParameter, ColumnElement, bindparam, func, or_, select
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from directory import model
from directory.eligibility import shown_contacts
from directory.freshness import ENTRY_DAYS
from directory.hsds import shapes, writing
from directory.hsds.filtering import Filters, narrowed
from directory.lifelines import LIFELINES
from directory.reading import read_services, services_where
from directory.terms import ServiceStatus


KEYS: BindParameter[Sequence[str]] = bindparam("keys", expanding=True)
BY_ID = services_where(model.Service.id.in_(KEYS))
AS_LISTED: tuple[ORMOption, ...] = (
    selectinload(model.Service.organization),
    selectinload(model.Service.contacts).selectinload(model.Contact.phones),
    selectinload(model.Service.contacts).selectinload(model.Contact.schedules),
    selectinload(model.Service.contacts).selectinload(model.Contact.service_areas),
)
WHOLE: tuple[ORMOption, ...] = (
    *AS_LISTED,
    selectinload(model.Service.organization).selectinload(model.Organization.organization_identifiers),
    selectinload(model.Service.schedules),
    selectinload(model.Service.service_areas),
    selectinload(model.Service.languages),
    selectinload(model.Service.funding),
    selectinload(model.Service.cost_options),
    selectinload(model.Service.attributes)
    .selectinload(model.Attribute.taxonomy_term)
    .selectinload(model.TaxonomyTerm.taxonomy),
    selectinload(model.Service.service_at_locations)
    .selectinload(model.ServiceAtLocation.location)
    .options(selectinload(model.Location.addresses), selectinload(model.Location.accessibility)),
)
AT_ONCE = 500  # services read together, so that a large directory is not in memory as a whole twice


@dataclass(frozen=True)
class View:
    """Whose view: in live use what nobody has confirmed is hidden; the day is the United Kingdom's."""

    live: bool
    today: date


def count_services(session: Session, filters: Filters, view: View) -> int:
    """How many services the filters leave."""
    wanted = (*offered(view), *narrowed(filters, today=view.today))
    return session.scalar(select(func.count(model.Service.id)).where(*wanted)) or 0


def list_services(
    session: Session, filters: Filters, view: View, *, number: int, per_page: int
) -> list[shapes.ServiceSummary]:
    """One page of services by name; `number` counts from 1."""
    wanted = (*offered(view), *narrowed(filters, today=view.today))
    statement = (
        select(model.Service)
        .where(*wanted)
        .order_by(model.Service.name, model.Service.id)
        .limit(per_page)
        .offset((number - 1) * per_page)
        .options(*AS_LISTED)
    )
    services = session.scalars(statement).all()
    shown = shown_ids(session, services, today=view.today)
    return [writing.summary_shape(each, shown=shown) for each in services]


def read_service(session: Session, service_id: str, view: View) -> shapes.Service | None:
    """One whole service, or None when there is none that the public may see."""
    found = read_services_whole(session, [service_id], view)
    return found[0] if found else None


def read_all(session: Session, view: View) -> list[shapes.Service]:
    """Every whole service that the public may see, by slug."""
    ids = session.scalars(select(model.Service.id).where(*offered(view)).order_by(model.Service.slug)).all()
    return [
        service
        for start in range(0, len(ids), AT_ONCE)
        for service in read_services_whole(session, ids[start : start + AT_ONCE], view)
    ]


def offered(view: View) -> tuple[ColumnElement[bool], ...]:
    """The rule of `eligibility.is_offered` in SQL, so that a page can be counted and cut in the database."""
    lifeline = model.Service.slug.in_(LIFELINES)
    checked_on = func.coalesce(model.Service.assured_date, model.Service.read_on)
    too_old = view.today - timedelta(days=2 * ENTRY_DAYS)
    rule: tuple[ColumnElement[bool], ...] = (
        model.Service.public.is_(True),
        model.Service.status == ServiceStatus.ACTIVE,
        or_(lifeline, checked_on > too_old),
    )
    return (*rule, or_(lifeline, model.Service.assured_date.is_not(None))) if view.live else rule


def shown_ids(session: Session, services: Sequence[model.Service], *, today: date) -> frozenset[str]:
    """The ids of the contacts of these services that the public may see, whoever and wherever they are."""
    records = read_services(session, BY_ID, keys=[each.id for each in services])
    return frozenset(
        contact.id
        for record in records
        for contact in shown_contacts(record, area=None, age=None, today=today)
    )


def read_services_whole(session: Session, ids: Sequence[str], view: View) -> list[shapes.Service]:
    """The whole services among these ids that the public may see, by slug."""
    statement = select(model.Service).where(model.Service.id.in_(ids), *offered(view))
    services = session.scalars(statement.order_by(model.Service.slug).options(*WHOLE)).all()
    shown = shown_ids(session, services, today=view.today)
    return [writing.service_shape(each, shown=shown) for each in services]
