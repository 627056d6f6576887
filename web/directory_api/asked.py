"""What a reader of the open directory may ask for: the standard's parameters, checked before use."""

from dataclasses import dataclass
from datetime import time
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Depends, Query
from fastapi.exceptions import RequestValidationError

from directory.hsds.filtering import Filters
from directory.hsds.published import View
from directory.opening_hours import LONDON
from web.resources import Resources, resources


MOST_PAGES = 1_000_000
MOST_PER_PAGE = 100
MOST_METRES = 500_000
CLOCK = r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"
POSTCODE = r"^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? ?[0-9][A-Za-z]{2}$"

Held = Annotated[Resources, Depends(resources)]
Text = Annotated[str | None, Query(max_length=200, pattern=r"^[^\x00]*$")]
Age = Annotated[int | None, Query(ge=0, le=150)]
Clock = Annotated[str | None, Query(pattern=CLOCK, description="UK time, such as 09:00.")]
Day = Annotated[
    Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"] | None, Query(description="A day of the week.")
]
NOT_CHANGED = {"description": "The client has this answer already (If-None-Match)."}


@dataclass(frozen=True)
class PageAsked:
    """Which page, counted from 1, and how many on each."""

    page: Annotated[int, Query(ge=1, le=MOST_PAGES)] = 1
    per_page: Annotated[int, Query(ge=1, le=MOST_PER_PAGE)] = 50


@dataclass(frozen=True)
class Nearness:
    """A postcode that the service has to cover, and how far from its middle the place may be."""

    postcode: Annotated[str | None, Query(pattern=POSTCODE, description="A full postcode.")] = None
    proximity: Annotated[
        int | None, Query(ge=1, le=MOST_METRES, description="Metres from the postcode, which is then needed.")
    ] = None


def filters_asked(
    search: Text = None,
    taxonomy_term_id: UUID | None = None,
    taxonomy_id: UUID | None = None,
    minimum_age: Age = None,
    maximum_age: Age = None,
    day: Day = None,
    start_time: Clock = None,
    end_time: Clock = None,
) -> Filters:
    """The standard's filters for services and for services at locations."""
    return Filters(
        search=search,
        taxonomy_term_id=_text(taxonomy_term_id),
        taxonomy_id=_text(taxonomy_id),
        minimum_age=minimum_age,
        maximum_age=maximum_age,
        day=day,
        start_time=_time(start_time),
        end_time=_time(end_time),
    )


def nearness_asked(nearness: Annotated[Nearness, Depends()]) -> Nearness:
    """The place asked for; a distance from nowhere is refused."""
    if nearness.proximity is not None and nearness.postcode is None:
        raise RequestValidationError([{"type": "missing", "loc": ("query", "postcode")}])
    return nearness


def public_view(held: Held) -> View:
    """What the public may see today."""
    return View(live=held.settings.live, today=held.clock().astimezone(LONDON).date())


Page = Annotated[PageAsked, Depends()]
Wanted = Annotated[Filters, Depends(filters_asked)]
Near = Annotated[Nearness, Depends(nearness_asked)]
Public = Annotated[View, Depends(public_view)]


def _text(key: UUID | None) -> str | None:
    return None if key is None else str(key)


def _time(said: str | None) -> time | None:
    return None if said is None else time.fromisoformat(said)
