"""The page of one service, for people and (as schema.org) for search engines; and what takes its place."""

from dataclasses import dataclass
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from directory import browsing
from directory.model import Service
from directory.told_places import ToldPlace, told_places
from web.resources import Resources, resources
from web.services.linked_data import describe
from web.services.pages import WithNumbers, national_card, show
from web.services.reading import Listed, one_service, read


Held = Annotated[Resources, Depends(resources)]
router = APIRouter(prefix="/services", include_in_schema=False, route_class=WithNumbers)


@dataclass(frozen=True)
class Found:
    """A service that the public sees, or else what to turn to in its place, if there is anything."""

    service: Listed | None
    places: tuple[ToldPlace, ...] = ()
    instead: Listed | None = None


@router.get("/{slug}")
async def show_service(request: Request, held: Held, slug: str) -> Response:
    """The page, or a kind one that names what takes its place."""
    found = await find(held, slug)
    if found.service is None:
        return await show_gone(request, found)
    return show(
        "service.html",
        service=found.service,
        places=found.places,
        described=describe(found.service, found.places, url=str(request.url_for("show_service", slug=slug))),
        indexed=True,
        back=f"/services/{slug}",
    )


async def find(held: Resources, slug: str) -> Found:
    """The service with this slug as the public sees it now. Raises DirectoryAway."""
    return await read(held, partial(_find, slug=slug, held=held))


async def show_gone(request: Request, found: Found) -> Response:
    """Says that the service is not listed now, without its name, and what to turn to."""
    return show("gone.html", status=404, instead=found.instead, fixed=await national_card(request))


def _find(session: Session, *, slug: str, held: Resources) -> Found:
    now, live = held.clock(), held.settings.live
    if "\x00" in slug:
        return Found(None)
    service = one_service(session, slug, now=now, live=live) if _is_slug(session, slug) else None
    if service is not None:
        return Found(service, tuple(told_places(session, service.card.id)))
    instead = browsing.in_its_place(session, slug, at=now, live=live)
    return Found(None, instead=one_service(session, instead, now=now, live=live) if instead else None)


def _is_slug(session: Session, text: str) -> bool:
    """Cards are found by id too; a page has one address only."""
    return session.scalar(select(Service.id).where(Service.slug == text)) is not None
