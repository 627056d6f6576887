"""The page behind a confirm link: a provider's staff see their entry, and confirm it or say what is wrong.

The link is all that is needed, so nothing is changed by opening it: mail filters open links too.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from starlette.datastructures import FormData

from directory.assurance import LinkEnded, confirm_by_link, find_link, say_wrong
from directory.editing import EditError
from directory.model import ConfirmLink, Service
from directory.terms import WrongPart
from web.accounts.guard import SentForm
from web.as_public import public_cards
from web.database import Database
from web.resources import Resources, resources
from web.templating import page


router = APIRouter(prefix="/confirm", include_in_schema=False)
Held = Annotated[Resources, Depends(resources)]
PARTS = {
    WrongPart.NUMBER: "A telephone or text number",
    WrongPart.HOURS: "The opening hours",
    WrongPart.ADDRESS: "A web or e-mail address",
    WrongPart.WHO: "Who it is for, or where",
    WrongPart.DESCRIPTION: "What it does",
    WrongPart.CLOSED: "The service has closed",
    WrongPart.OTHER: "Something else",
}
NOTHING_CHOSEN = "Choose what is wrong"
CHANGED = "The entry was changed while you were reading. Look again, then answer"


@router.get("/{token}")
def show_confirming(token: str, request: Request, session: Database, held: Held) -> Response:
    """What people see of the service, the button that confirms it, and the choice of what is wrong."""
    try:
        link = find_link(session, held.secret, token, at=held.clock())
    except LinkEnded:
        return _done(request, "ended", status=410)
    return _ask(request, session, held, link)


@router.post("/{token}")
def send_confirming(token: str, request: Request, session: Database, held: Held, sent: SentForm) -> Response:
    """Confirms what was shown, or keeps what is wrong as work for a manager; either ends the link."""
    try:
        link = find_link(session, held.secret, token, at=held.clock())
        if sent.get("answer") == "wrong":
            return _keep_wrong(request, session, held, link, sent)
        return _confirm(request, session, held, link, sent)
    except (LinkEnded, StaleDataError):  # of two who press at once, the second finds it used
        session.rollback()
        return _done(request, "ended", status=410)


def _confirm(
    request: Request, session: Session, held: Resources, link: ConfirmLink, sent: FormData
) -> Response:
    if sent.get("answer") != "right" or sent.get("version") != _version(session, link):
        return _ask(request, session, held, link, error=CHANGED, at="#details", status=409)
    try:
        confirm_by_link(session, link, at=held.clock())
        session.commit()
    except EditError:
        session.rollback()
        session.refresh(link)
        return _ask(request, session, held, link, error=CHANGED, at="#details", status=409)
    return _done(request, "right")


def _keep_wrong(
    request: Request, session: Session, held: Resources, link: ConfirmLink, sent: FormData
) -> Response:
    parts = [WrongPart(part) for part in sent.getlist("part") if part in set(WrongPart)]
    if not parts:
        return _ask(request, session, held, link, error=NOTHING_CHOSEN, at="#part", status=422)
    say_wrong(session, link, parts, at=held.clock())
    session.commit()
    return _done(request, "wrong")


def _ask(
    request: Request,
    session: Session,
    held: Resources,
    link: ConfirmLink,
    *,
    error: str = "",
    at: str = "",
    status: int = 200,
) -> Response:
    service = session.get_one(Service, link.service_id)
    cards = public_cards(session, [service.id], at=held.clock(), live=held.settings.live)
    return page(
        request,
        "confirm/ask.html",
        status=status,
        service_name=service.name,
        card=cards[0] if cards else None,
        version=_version(session, link),
        parts=[(part.value, label) for part, label in PARTS.items()],
        chosen=(),
        wrong=error if at == "#part" else "",
        errors=[{"text": error, "href": at}] if error else [],
    )


def _version(session: Session, link: ConfirmLink) -> str:
    """Everything that is confirmed, as one text that changes with any of it."""
    service = session.get_one(Service, link.service_id)
    return "-".join(
        str(version) for version in (service.version, *(each.version for each in service.contacts))
    )


def _done(request: Request, state: str, *, status: int = 200) -> Response:
    return page(request, "confirm/done.html", status=status, state=state)
