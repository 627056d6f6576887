"""Whether the web process lives, whether it can serve, and whether the other two processes answer."""

import asyncio
from time import monotonic
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, HTTPException, Request
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from web import neighbours
from web.database import Database
from web.neighbours import Neighbours
from web.problem_schema import failures
from web.resources import Resources, resources


KEPT_SECONDS = 2.0  # however often it is asked, the others are not asked more often
router = APIRouter(prefix="/health", tags=["health"])
Answers = Literal["answers", "away"]


class Readiness(BaseModel):
    """How the processes stand. An engine that is away is no failure: the chat has fixed cards for that."""

    status: Literal["ready", "fixed-cards-only"]
    engine: Answers
    actions: Answers


@router.get("/live")
async def is_live() -> dict[str, str]:
    """The process answers; not a thread of the pool, which a locked database can fill."""
    return {"status": "live"}


async def _look(request: Request, held: Annotated[Resources, Depends(resources)]) -> Neighbours:
    """The other processes as they were at most two seconds ago; one request asks for all that wait."""
    state = request.app.state
    if not hasattr(state, "neighbours_lock"):
        state.neighbours_lock, state.neighbours = asyncio.Lock(), None
    async with state.neighbours_lock:
        if state.neighbours is None or monotonic() - state.neighbours[0] > KEPT_SECONDS:
            state.neighbours = (monotonic(), await neighbours.look(held.settings))
        found: Neighbours = state.neighbours[1]
        return found


Looked = Annotated[Neighbours, Depends(_look)]


@router.get("/ready", responses=failures(503))
def is_ready(session: Database, others: Looked) -> Readiness:
    """The process and its database answer; 503 when the database does not.

    With the engine or the action server away it is still 200: a load balancer that took the page away would
    take the fixed cards with their numbers away too. `status` says it, for whoever watches.
    """
    try:
        session.execute(text("SELECT 1"))
    except SQLAlchemyError as error:
        raise HTTPException(503, "The database does not answer.") from error
    return Readiness(
        status="ready" if others.engine and others.actions else "fixed-cards-only",
        engine="answers" if others.engine else "away",
        actions="answers" if others.actions else "away",
    )
