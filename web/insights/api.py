"""Figures for notebooks: the same questions and protected answers as the pages, as JSON and files."""

from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Query, Request, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.responses import JSONResponse

from usage.release import FileKind
from web import problems
from web.accounts.guard import StaffMember
from web.accounts.roles import Role
from web.database import Database
from web.insights.answering import Answer
from web.insights.api_model import Offered, Table, offered_of, table_of
from web.insights.asked import MESSAGES, BadQuestion, Fault
from web.insights.door import Held, answer_to, offered_now
from web.insights.downloads import Download, file_of
from web.insights.keys import holder_of
from web.insights.views import ViewName
from web.metrics import SecurityEvent
from web.problem_schema import failures
from web.security_events import note
from web.service_names import service_names


DESCRIPTION = (
    "Protected figures of visits, as the analysts' pages show them. A figure that is hidden has no number "
    "and is not zero. Each request is recorded as a release."
)
NO_KEY = (
    "A key that works is needed in the header Authorization, after the word Bearer. "
    "Make one at /insights/notebooks."
)
router = APIRouter(prefix="/insights/api", tags=["insights"], responses=failures(401))
KEY = HTTPBearer(auto_error=False, description="A key from /insights/notebooks.")


def by_key(
    request: Request,
    held: Held,
    session: Database,
    sent: Annotated[HTTPAuthorizationCredentials | None, Depends(KEY)],
) -> StaffMember:
    """Lets in the holder of a notebook key; a browser's session does not count here. Raises HTTPException."""
    holder = holder_of(session, held.secret, sent.credentials, at=held.clock()) if sent else None
    if holder is None:
        note(request, SecurityEvent.KEY_REFUSED)
        raise HTTPException(401, NO_KEY, headers={"WWW-Authenticate": "Bearer"})
    session.commit()
    return holder


by_key.roles = (Role.ANALYST,)  # type: ignore[attr-defined]  # read by the test that walks the routes
Holder = Annotated[StaffMember, Depends(by_key)]
Chosen = Annotated[str | None, Query()]


class Choices:
    """The parameters of a figure, for the description: the values are read, and refused, as on the pages."""

    def __init__(
        self,
        period: Annotated[
            str | None, Query(description="A released week or quarter, such as 2026-06-29..2026-09-27.")
        ] = None,
        need: Chosen = None,
        area: Annotated[str | None, Query(description="A district's GSS code, outside or not-known.")] = None,
        age: Chosen = None,
        part: Annotated[str | None, Query(description="Of the day.")] = None,
        channel: Chosen = None,
        weeks: Annotated[str | None, Query(description="13, 26 or 52, for figures by weeks.")] = None,
        why: Annotated[str | None, Query(description="Kind of unmet need, by area.")] = None,
    ) -> None:
        self.given = (period, need, area, age, part, channel, weeks, why)


Asked = Annotated[Choices, Depends()]


@router.get("")
def show_offer(held: Held, _holder: Holder, session: Database) -> Offered:
    """Which figures, periods and filters there are."""
    return offered_of(offered_now(held, session), held.settings.traffic)


@router.get("/figures/{view}", response_model=Table, responses=failures(400, 422))
def show_figure(
    request: Request, view: ViewName, _asked: Asked, held: Held, holder: Holder, session: Database
) -> Table | Response:
    """One figure with the period before."""
    try:
        found = _answer(request, view, held, holder, session)
    except BadQuestion as error:
        return _refused(request, error)
    return table_of(found, service_names(session))


@router.get("/figures/{view}/files/{kind}", response_class=Response, responses=failures(400, 422))
def send_figure(
    request: Request,
    view: ViewName,
    kind: FileKind,
    _asked: Asked,
    held: Held,
    holder: Holder,
    session: Database,
) -> Response:
    """One figure as a file; Parquet is the one for data frames."""
    try:
        found = _answer(request, view, held, holder, session)
    except BadQuestion as error:
        return _refused(request, error)
    return file_of(found, Download(kind.value), service_names(session))


@router.get("/openapi.json", include_in_schema=False)
def show_description(_holder: Holder) -> Response:
    """This description, in OpenAPI."""
    return JSONResponse(described())


def described() -> dict[str, object]:
    """The description of these addresses alone: the public one leaves out what only staff use."""
    alone = FastAPI(title="Signpost insights", version="1", description=DESCRIPTION)
    alone.include_router(router)
    found: dict[str, object] = alone.openapi()
    return found


def _answer(request: Request, view: ViewName, held: Held, holder: StaffMember, session: Database) -> Answer:
    offered = offered_now(held, session)
    found = answer_to(request, held, session, offered, view=view, by=holder.id)
    if found is None:
        raise BadQuestion(Fault("period", MESSAGES["not-yet"]))
    return found


def _refused(request: Request, error: BadQuestion) -> Response:
    mistakes = [
        problems.Mistake(f"query/{each.field or ''}".rstrip("/"), each.message) for each in error.faults
    ]
    return problems.answer(request, 400, detail=error.faults[0].message, mistakes=mistakes)
