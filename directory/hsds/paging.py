"""HSDS's page of results: where a page stands among all of them."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from directory.hsds.shapes import ServiceSummary


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


def page_of(contents: Sequence[ServiceSummary], *, number: int, per_page: int, total: int) -> dict[str, Any]:
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
