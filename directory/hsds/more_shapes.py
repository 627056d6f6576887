"""The shapes that only the open API's further endpoints give out: taxonomies, and services at locations."""

from typing import Literal
from uuid import UUID

from directory.hsds.shapes import Location, Name, Service, ServiceSummary, Shape, TaxonomyTerm, Words


class Taxonomy(Shape):
    """A list of terms, as lists show it."""

    id: UUID
    name: Name
    description: Words
    uri: Words | None = None
    version: Name | None = None


class TaxonomyWithTerms(Taxonomy):
    """The same with its terms."""

    taxonomy_terms: tuple[TaxonomyTerm, ...] | None = None


class LocationSummary(Shape):
    """A place that may be told, without its addresses."""

    id: UUID
    location_type: Literal["physical", "postal", "virtual"]
    name: Name | None = None
    description: Words | None = None
    latitude: float | None = None
    longitude: float | None = None
    external_identifier: Name | None = None
    external_identifier_type: Name | None = None


class ServiceAtLocationSummary(Shape):
    """A service given at a location, as lists show it."""

    id: UUID
    description: Words | None = None
    location: LocationSummary
    service: ServiceSummary


class WholeServiceAtLocation(Shape):
    """The same with everything that belongs to the location and to the service."""

    id: UUID
    description: Words | None = None
    location: Location
    service: Service
