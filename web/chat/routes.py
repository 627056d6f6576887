"""The chat's JSON contract over HTTP."""

from fastapi import APIRouter, HTTPException, Request, Response

from vocabulary.pathway import Channel
from web.chat import choosing, leaving, page, sheet, telling
from web.chat.chat import Chat
from web.chat.choices import UnknownChoice
from web.chat.conversation import UnknownConversation
from web.chat.display import PAGE
from web.chat.doorway import ThisChat, address_of, lifespan
from web.chat.noting import ToldAlready, UnknownService
from web.chat.rates import TooManyMessages
from web.chat.registry import ConversationsAway
from web.chat.reporting import ReportingUnavailable, TooManyReports
from web.chat.schema import ChatAnswer, Event, EventRequest, ForgetRequest, MessageRequest
from web.json_only import JSON_ONLY
from web.problem_schema import failures
from web.security_headers import FRAME


GONE = "There is no such conversation. It may have ended or been cleared. Open a new one."
NOT_OFFERED = "This choice was not offered in this conversation. Send one of the choices of an answer."
NOT_SHOWN = "This conversation was shown no service that this could be about."
TOLD_ALREADY = "This conversation has already told whether it helped."
TOO_MANY = "Too many messages at once. Wait a minute, then try again. In danger, call 999."
WAIT_SECONDS = 60

BODY = (413, 415)  # what any address that takes a body may answer

router = APIRouter(lifespan=lifespan)
api = APIRouter(prefix="/api/chat", tags=["chat"])


@api.post("/messages", dependencies=[JSON_ONLY], responses=failures(404, *BODY, 422, 429))
async def send_message(body: MessageRequest, request: Request, chat: ThisChat) -> ChatAnswer:
    """Opens a conversation (neither text nor choice), or takes one turn of it."""
    try:
        return await chat.take(body, address=address_of(request), channel=Channel.API)
    except UnknownConversation:
        raise HTTPException(404, GONE) from None
    except UnknownChoice:
        raise HTTPException(422, NOT_OFFERED) from None
    except TooManyMessages:
        raise _too_many() from None


@api.post("/forget", status_code=204, dependencies=[JSON_ONLY], responses=failures(404, *BODY, 422))
async def forget(body: ForgetRequest, chat: ThisChat) -> Response:
    """Forgets a conversation at once. The token is in the body: addresses end up in histories and logs."""
    return await _forget(body.conversation, chat)


@api.delete("/conversations/{token}", status_code=204, responses=failures(404, 422))
async def forget_by_address(token: str, chat: ThisChat) -> Response:
    """Forgets a conversation at once; for machines. Pages use the other way."""
    return await _forget(token, chat)


@api.post(
    "/events", status_code=204, dependencies=[JSON_ONLY], responses=failures(404, 409, *BODY, 422, 429, 503)
)
async def note_event(body: EventRequest, request: Request, chat: ThisChat) -> Response:
    """Notes one of a closed list of events of a visit.

    Whether it helped is told once, after services were shown; the same answer again changes nothing.
    That something is wrong with a service is a task for a manager, and says nothing of the visit.
    """
    try:
        if body.event is Event.SOMETHING_WRONG:
            await chat.report(body, address=address_of(request))
        else:
            await chat.note(body, address=address_of(request))
    except UnknownConversation:
        raise HTTPException(404, GONE) from None
    except UnknownService:
        raise HTTPException(422, NOT_SHOWN) from None
    except ToldAlready:
        raise HTTPException(409, TOLD_ALREADY) from None
    except (TooManyMessages, TooManyReports):
        raise _too_many() from None
    except (ReportingUnavailable, ConversationsAway):
        raise HTTPException(503) from None
    return Response(status_code=204)


def _too_many() -> HTTPException:
    return HTTPException(429, TOO_MANY, headers={"Retry-After": str(WAIT_SECONDS)})


async def _forget(token: str, chat: Chat) -> Response:
    try:
        await chat.forget(token)
    except UnknownConversation:
        raise HTTPException(404, GONE) from None
    return Response(status_code=204)


router.include_router(api)
router.include_router(leaving.behind)
router.include_router(page.in_frame)
for base in (PAGE, FRAME):
    for door in (page, choosing, telling, leaving, sheet):
        router.include_router(door.router, prefix=base)
