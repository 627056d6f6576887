"""The open directory: what the public sees, as Open Referral UK (HSDS-UK 3.0) for other machines."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel

from directory.hsds import published, shapes
from directory.hsds.paging import ServicePage, page_of
from directory.hsds.published import Filters, View
from directory.opening_hours import LONDON
from web.database import Database
from web.directory_api.entity_tags import answer_json
from web.problem_schema import failures
from web.resources import Resources, resources


MOST_PAGES = 1_000_000
MOST_PER_PAGE = 100
PROFILE = "https://github.com/OpenReferralUK/uk-profile"
VERSION = "HSDS-UK-3.0"

Held = Annotated[Resources, Depends(resources)]
Text = Annotated[str | None, Query(max_length=200, pattern=r"^[^\x00]*$")]
Age = Annotated[int | None, Query(ge=0, le=150)]


class ApiDetails(BaseModel):
    """What this API is and which standard it follows."""

    version: str
    profile: str
    openapi_url: str


NOT_CHANGED = {"description": "The client has this answer already (If-None-Match)."}

router = APIRouter(prefix="/directory/v3", tags=["directory"])


@router.get("/", response_model=ApiDetails, responses={304: NOT_CHANGED})
def show_api(request: Request) -> Response:
    """What this API is: the version of the standard, its profile and this description."""
    details = ApiDetails(version=VERSION, profile=PROFILE, openapi_url=str(request.url_for("openapi")))
    return answer_json(request, details.model_dump())


@router.get(
    "/services",
    response_model=ServicePage,
    response_model_exclude_none=True,
    responses={304: NOT_CHANGED, **failures(422)},
)
def list_services(
    request: Request,
    session: Database,
    held: Held,
    search: Text = None,
    page: Annotated[int, Query(ge=1, le=MOST_PAGES)] = 1,
    per_page: Annotated[int, Query(ge=1, le=MOST_PER_PAGE)] = 50,
    taxonomy_term_id: UUID | None = None,
    taxonomy_id: UUID | None = None,
    minimum_age: Age = None,
    maximum_age: Age = None,
) -> Response:
    """A page of services by name, each with its one-to-one fields.

    `search`: every word has to stand in the name, the description or the organization's name.
    `minimum_age` and `maximum_age` compare with the service's own limits, as the standard says.
    """
    filters = Filters(search, _text(taxonomy_term_id), _text(taxonomy_id), minimum_age, maximum_age)
    view = _view(held)
    total = published.count_services(session, filters, view)
    found = published.list_services(session, filters, view, number=page, per_page=per_page)
    return answer_json(request, page_of(found, number=page, per_page=per_page, total=total))


@router.get(
    "/services/{service_id}",
    response_model=shapes.Service,
    response_model_exclude_none=True,
    responses={304: NOT_CHANGED, **failures(404, 422)},
)
def show_service(request: Request, session: Database, held: Held, service_id: UUID) -> Response:
    """One whole service with its hours, areas, contacts, locations and terms."""
    service = published.read_service(session, str(service_id), _view(held))
    if service is None:
        raise HTTPException(404, "There is no such service, or it is not shown to the public.")
    return answer_json(request, service.as_json())


def _view(held: Resources) -> View:
    return View(live=held.settings.live, today=held.clock().astimezone(LONDON).date())


def _text(key: UUID | None) -> str | None:
    return None if key is None else str(key)
