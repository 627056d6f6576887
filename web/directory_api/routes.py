"""The open directory: what the public sees, as Open Referral UK (HSDS-UK 3.0) for other machines."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel

from web.directory_api import at_locations, services, taxonomies
from web.directory_api.asked import NOT_CHANGED
from web.directory_api.entity_tags import answer_json


PROFILE = "https://github.com/OpenReferralUK/uk-profile"
VERSION = "HSDS-UK-3.0"


class ApiDetails(BaseModel):
    """What this API is and which standard it follows."""

    version: str
    profile: str
    openapi_url: str


router = APIRouter(prefix="/directory/v3", tags=["directory"])


@router.get("/", response_model=ApiDetails, responses={304: NOT_CHANGED})
def show_api(request: Request) -> Response:
    """What this API is: the version of the standard, its profile and this description."""
    details = ApiDetails(version=VERSION, profile=PROFILE, openapi_url=str(request.url_for("openapi")))
    return answer_json(request, details.model_dump())


for part in (services, taxonomies, at_locations):
    router.include_router(part.router)
