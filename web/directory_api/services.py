"""Services: a page of those that the public may see, and one whole."""

from uuid import UUID

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from directory.hsds import published, shapes
from directory.hsds.paging import ServicePage, page_of
from web.database import Database
from web.directory_api.asked import NOT_CHANGED, Page, Public, Wanted
from web.directory_api.entity_tags import answer_json
from web.problem_schema import failures


router = APIRouter()


@router.get(
    "/services",
    response_model=ServicePage,
    response_model_exclude_none=True,
    responses={304: NOT_CHANGED, **failures(422)},
)
def list_services(
    request: Request, session: Database, view: Public, filters: Wanted, asked: Page
) -> Response:
    """A page of services by name, each with its one-to-one fields.

    `search`: every word has to stand in the name, the description or the organization's name.
    `minimum_age` and `maximum_age` compare with the service's own limits, as the standard says.
    `day`, `start_time` and `end_time` are fulfilled by one and the same opening period.
    """
    total = published.count_services(session, filters, view)
    found = published.list_services(session, filters, view, number=asked.page, per_page=asked.per_page)
    return answer_json(request, page_of(found, number=asked.page, per_page=asked.per_page, total=total))


@router.get(
    "/services/{service_id}",
    response_model=shapes.Service,
    response_model_exclude_none=True,
    responses={304: NOT_CHANGED, **failures(404, 422)},
)
def show_service(request: Request, session: Database, view: Public, service_id: UUID) -> Response:
    """One whole service with its hours, areas, contacts, locations and terms."""
    service = published.read_service(session, str(service_id), view)
    if service is None:
        raise HTTPException(404, "There is no such service, or it is not shown to the public.")
    return answer_json(request, service.as_json())
