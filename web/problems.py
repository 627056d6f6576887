"""What people and machines get when a request fails: a page, or RFC 9457 problem+json.

Neither ever repeats what was sent. The log gets an event name, the kind of error and where in our
code it arose: an exception's text can hold the words that a person typed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from signpost.logs import told_of
from web.body_limit import BodyTooLarge
from web.security_events import note_method
from web.templating import page


PROBLEM_JSON = "application/problem+json"
FOR_MACHINES = re.compile(r"/(api|directory|health|insights/api)(/|$)")
FOR_STAFF = re.compile(r"/(admin|insights|staff)(/|$)")

DETAILS = {
    400: "The request could not be read. Check its form and send it again.",
    401: "Nobody is signed in, or the key does not work.",
    404: "There is nothing at this address. Check the address.",
    405: "This address does not take that method. The Allow header says which it takes.",
    409: "The request does not fit what was said before it.",
    413: "The request is too large.",
    415: "The request has a content type that this address does not take.",
    422: "Part of the request is missing or not as it should be. Each is named in errors.",
    429: "Too many requests. Wait a minute, then try again.",
    500: "Something went wrong on our side. Try again in a minute.",
    503: "A part of the service is not available. Try again in a minute.",
}

MEANWHILE = (
    "Somebody else saved the same at the same moment. Nothing of yours was saved. Go back and try again."
)

MISTAKES = {
    "missing": "Needed, and not there.",
    "extra_forbidden": "Something that this address does not know.",
    "json_invalid": "Not JSON.",
    "string_too_long": "Too long.",
    "string_too_short": "Too short.",
    "enum": "Not one of the allowed values.",
    "literal_error": "Not one of the allowed values.",
}
OTHER_MISTAKE = "Not of the right form."


@dataclass(frozen=True)
class Mistake:
    """One part of a request that is wrong: where, and what is wrong with it."""

    where: str
    detail: str


def register(app: FastAPI) -> None:
    """Makes an application answer every failure through this module."""
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _not_valid)
    app.add_exception_handler(IntegrityError, _meanwhile)
    app.add_exception_handler(StaleDataError, _meanwhile)
    app.add_middleware(AnswerUnexpected)


def answer(
    request: Request,
    status: int,
    *,
    detail: str | None = None,
    mistakes: Sequence[Mistake] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer to a failed request in the form its door uses; `detail` never holds the input."""
    if FOR_MACHINES.match(request.url.path):
        return _problem(status, detail=detail, mistakes=mistakes, headers=headers)
    folder = "staff" if FOR_STAFF.match(request.url.path) else "public"
    title = HTTPStatus(status).phrase
    return page(
        request,
        f"{folder}/error.html",
        status=status,
        headers=headers,
        code=status,
        title=title,
        detail=detail,
    )


def _problem(
    status: int, *, detail: str | None, mistakes: Sequence[Mistake], headers: Mapping[str, str] | None
) -> JSONResponse:
    title = HTTPStatus(status).phrase
    body: dict[str, Any] = {"type": "about:blank", "title": title, "status": status}
    body["detail"] = detail or DETAILS.get(status, title)
    if mistakes:
        body["errors"] = [{"where": each.where, "detail": each.detail} for each in mistakes]
    return JSONResponse(body, status, headers=headers, media_type=PROBLEM_JSON)


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        note_method()
    said = error.detail if error.detail != HTTPStatus(error.status_code).phrase else None
    return answer(request, error.status_code, detail=said, headers=error.headers)


async def _meanwhile(request: Request, error: Exception) -> Response:
    """Two people saved the same at the same moment, and no page has an answer of its own for it."""
    log_unexpected(error)
    return answer(request, 409, detail=MEANWHILE)


async def _not_valid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return answer(request, 422, mistakes=[_mistake(each) for each in error.errors()])


def _mistake(error: Mapping[str, Any]) -> Mistake:
    """One validation error without the value, nor a name that only the sender knows."""
    kind = str(error["type"])
    place = [str(part) for part in error["loc"]]
    if kind == "extra_forbidden":
        place = place[:-1]
    return Mistake(where="/".join(place), detail=MISTAKES.get(kind, OTHER_MISTAKE))


class AnswerUnexpected:
    """The one place that catches everything: logs safely, and answers 500 instead of silence."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes one request on; an exception that nobody answered becomes a plain 500."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def send_noting_start(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, send_noting_start)
        except BodyTooLarge as error:
            await answer(Request(scope), error.status_code, detail=error.detail)(scope, receive, send)
        except Exception as error:  # noqa: BLE001  # the one place made for it
            log_unexpected(error)
            if started:
                return  # half an answer is out: the server closes the connection
            await answer(Request(scope), 500)(scope, receive, send)


def log_unexpected(error: Exception) -> None:
    """One log line for an error nobody expected: its kinds and our frames, never its text."""
    structlog.get_logger("web.problems").error("web.unexpected_error", **told_of(error))
