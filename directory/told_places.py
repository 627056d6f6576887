"""Where a service is given, as far as the public may be told; a redacted place is never read."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.model import Address, Location, ServiceAtLocation


@dataclass(frozen=True)
class ToldPlace:
    """One place with its address."""

    name: str | None
    address: str
    city: str
    postcode: str | None


def told_places(session: Session, service_id: str) -> list[ToldPlace]:
    """The places of a service that are not redacted, by name."""
    statement = (
        select(Location.name, Address.address_1, Address.city, Address.postal_code)
        .join(ServiceAtLocation, ServiceAtLocation.location_id == Location.id)
        .join(Address, Address.location_id == Location.id)
        .where(ServiceAtLocation.service_id == service_id, Location.redacted.is_(False))
        .order_by(Location.name, Address.address_1, Address.id)
    )
    return [ToldPlace(*row) for row in session.execute(statement)]
