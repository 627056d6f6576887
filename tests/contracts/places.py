"""Places at which starter services are given: some that may be told, and some that must never be."""

from itertools import cycle, islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.identifiers import identifier
from directory.model import Accessibility, Address, Location, Service, ServiceAtLocation


MARKER = "MARKER-OF-A-PLACE"  # stands in everything that belongs to a place that must not be told
TOLD = (("TF3 4AA", 52.6766, -2.4469), ("WR1 3ZB", 52.1936, -2.2216), ("HR1 2AA", 52.0565, -2.7160))
REDACTED_AT = (11.1111, 22.2222)


def store_places(session: Session) -> None:
    """One place for each of eight public services, every second of them redacted."""
    services = session.scalars(select(Service).where(Service.public).order_by(Service.slug).limit(8)).all()
    for number, (service, (postcode, north, east)) in enumerate(
        zip(services, islice(cycle(TOLD), 8), strict=True)
    ):
        at = _at(number, f"Place {number}", postcode) if number % 2 else _at(number, MARKER, "ZZ1 1ZZ")
        at.location.redacted = number % 2 == 0
        at.location.latitude, at.location.longitude = (north, east) if number % 2 else REDACTED_AT
        service.service_at_locations.append(at)


def _at(number: int, text: str, postcode: str) -> ServiceAtLocation:
    key = f"contract-{number}"
    address = Address(
        id=identifier("address", key),
        address_1=text,
        city=text,
        region=text,
        state_province=text,
        attention=text,
        postal_code=postcode,
    )
    location = Location(
        id=identifier("location", key),
        name=text,
        description=text,
        external_identifier=text,
        external_identifier_type="UPRN",
        note=MARKER,
        addresses=[address],
        accessibility=[Accessibility(description=text, details=text)],
    )
    return ServiceAtLocation(id=identifier("at", key), description=text, location=location)
