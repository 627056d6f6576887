"""Reads services at locations as HSDS-UK shapes: only where both the service and the place may be told."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, selectinload

from directory import model
from directory.hsds import writing
from directory.hsds.filtering import Filters, narrowed
from directory.hsds.more_shapes import ServiceAtLocationSummary, WholeServiceAtLocation
from directory.hsds.near import covering, near
from directory.hsds.published import AS_LISTED, View, offered, read_services_whole, shown_ids
from directory.hsds.shapes import LocationSummary


def narrowed_to_place(
    session: Session, *, postcode: str | None, metres: int | None
) -> tuple[ColumnElement[bool], ...]:
    """The rules for services that cover a postcode and, with metres, for places that near its middle."""
    if postcode is None:
        return ()
    covered = covering(postcode)
    return (covered,) if metres is None else (covered, near(session, postcode, metres))


def count_at_locations(
    session: Session, filters: Filters, view: View, place: tuple[ColumnElement[bool], ...]
) -> int:
    """How many services at locations the filters leave."""
    return session.scalar(_told(select(func.count(model.ServiceAtLocation.id)), filters, view, place)) or 0


def list_at_locations(
    session: Session,
    filters: Filters,
    view: View,
    place: tuple[ColumnElement[bool], ...],
    *,
    number: int,
    per_page: int,
) -> list[ServiceAtLocationSummary]:
    """One page by the service's name; `number` counts from 1."""
    statement = (
        _told(select(model.ServiceAtLocation, model.Service), filters, view, place)
        .order_by(model.Service.name, model.ServiceAtLocation.id)
        .limit(per_page)
        .offset((number - 1) * per_page)
        .options(*AS_LISTED, selectinload(model.ServiceAtLocation.location))
    )
    found = session.execute(statement).all()
    shown = shown_ids(session, [service for _, service in found], today=view.today)
    return [_summary(at, service, shown) for at, service in found]


def read_at_location(session: Session, key: str, view: View) -> WholeServiceAtLocation | None:
    """One service at a location with all that belongs to both, or None when the public may not see it."""
    at = session.get(model.ServiceAtLocation, key)
    if at is None or at.location.redacted:
        return None
    services = read_services_whole(session, [at.service_id], view)
    if not services:
        return None
    return writing.same_shape(
        WholeServiceAtLocation,
        at,
        location=writing.location_shape(at.location),
        service=services[0].model_copy(update={"service_at_locations": None}),
    )


def _told(
    statement: Select[*tuple[Any, ...]], filters: Filters, view: View, place: tuple[ColumnElement[bool], ...]
) -> Select[*tuple[Any, ...]]:
    return (
        statement.join(model.Service, model.Service.id == model.ServiceAtLocation.service_id)
        .join(model.Location, model.Location.id == model.ServiceAtLocation.location_id)
        .where(
            model.Location.redacted.is_(False),
            *offered(view),
            *narrowed(filters, today=view.today),
            *place,
        )
    )


def _summary(
    at: model.ServiceAtLocation, service: model.Service, shown: frozenset[str]
) -> ServiceAtLocationSummary:
    return writing.same_shape(
        ServiceAtLocationSummary,
        at,
        location=writing.same_shape(LocationSummary, at.location),
        service=writing.summary_shape(service, shown=shown),
    )
