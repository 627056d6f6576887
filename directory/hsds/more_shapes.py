"""The shapes that only the open API's further endpoints give out: taxonomies, and services at locations."""

from uuid import UUID

from directory.hsds.shape import Name, Shape, Words
from directory.hsds.shapes import LocationSummary, Service, ServiceAtLocation, ServiceSummary, TaxonomyTerm


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


class ServiceAtLocationSummary(Shape):
    """A service given at a location, as lists show it."""

    id: UUID
    description: Words | None = None
    location: LocationSummary
    service: ServiceSummary


class WholeServiceAtLocation(ServiceAtLocation):
    """The same with everything that belongs to the location and to the service."""

    service: Service
