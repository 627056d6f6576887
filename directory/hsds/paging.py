"""HSDS's page of results: where a page stands among all of them."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from directory.hsds.more_shapes import ServiceAtLocationSummary, Taxonomy
from directory.hsds.shape import Shape
from directory.hsds.shapes import ServiceSummary, TaxonomyTerm


class Page(BaseModel):
    """The fields that every page has; `size` counts what is on this page."""

    total_items: int
    total_pages: int
    page_number: int
    size: int
    first_page: bool
    last_page: bool
    empty: bool


class ServicePage(Page):
    """A page of services as lists show them."""

    contents: tuple[ServiceSummary, ...]


class TaxonomyPage(Page):
    """A page of taxonomies without their terms."""

    contents: tuple[Taxonomy, ...]


class TaxonomyTermPage(Page):
    """A page of terms."""

    contents: tuple[TaxonomyTerm, ...]


class ServiceAtLocationPage(Page):
    """A page of places at which services are given."""

    contents: tuple[ServiceAtLocationSummary, ...]


def page_of(contents: Sequence[Shape], *, number: int, per_page: int, total: int) -> dict[str, Any]:
    """A page as JSON values: `contents` is page `number`, counted from 1, of `total` items."""
    pages = -(-total // per_page)
    where = Page(
        total_items=total,
        total_pages=pages,
        page_number=number,
        size=len(contents),
        first_page=number == 1,
        last_page=number >= pages,
        empty=not contents,
    )
    return {**where.model_dump(), "contents": [each.as_json() for each in contents]}
