"""Whether the web process lives, and whether it can reach its database."""

from fastapi import APIRouter, HTTPException
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from web.database import Database
from web.problem_schema import failures


router = APIRouter(prefix="/health", tags=["health"])


@router.get("/live")
def is_live() -> dict[str, str]:
    """The process answers."""
    return {"status": "live"}


@router.get("/ready", responses=failures(503))
def is_ready(session: Database) -> dict[str, str]:
    """The process answers and its database does; 503 when the database does not."""
    try:
        session.execute(text("SELECT 1"))
    except SQLAlchemyError as error:
        raise HTTPException(503, "The database does not answer.") from error
    return {"status": "ready"}
