"""Services at locations: a page of those whose service and place may be told, and one whole."""

from uuid import UUID

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from directory.hsds import at_locations
from directory.hsds.more_shapes import WholeServiceAtLocation
from directory.hsds.paging import ServiceAtLocationPage, page_of
from web.database import Database
from web.directory_api.asked import NOT_CHANGED, Near, Page, Public, Wanted
from web.directory_api.entity_tags import answer_json
from web.problem_schema import failures


router = APIRouter()


@router.get(
    "/service_at_locations",
    response_model=ServiceAtLocationPage,
    response_model_exclude_none=True,
    responses={304: NOT_CHANGED, **failures(422)},
)
def list_at_locations(
    request: Request, session: Database, view: Public, filters: Wanted, near: Near, asked: Page
) -> Response:
    """A page of services at locations by the service's name.

    `postcode`: services that cover it. `proximity`: only places so many metres from its middle, or from its
    district's where the postcode is not of West Mercia or its border. The other filters are those of
    `/services`.
    """
    place = at_locations.narrowed_to_place(session, postcode=near.postcode, metres=near.proximity)
    total = at_locations.count_at_locations(session, filters, view, place)
    found = at_locations.list_at_locations(
        session, filters, view, place, number=asked.page, per_page=asked.per_page
    )
    return answer_json(request, page_of(found, number=asked.page, per_page=asked.per_page, total=total))


@router.get(
    "/service_at_locations/{at_location_id}",
    response_model=WholeServiceAtLocation,
    response_model_exclude_none=True,
    responses={304: NOT_CHANGED, **failures(404, 422)},
)
def show_at_location(request: Request, session: Database, view: Public, at_location_id: UUID) -> Response:
    """One service at a location, with all that belongs to both."""
    found = at_locations.read_at_location(session, str(at_location_id), view)
    if found is None:
        raise HTTPException(404, "There is no such service at a location, or it is not shown to the public.")
    return answer_json(request, found.as_json())
