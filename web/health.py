"""Whether the web process lives, and whether it can reach its database."""

from fastapi import APIRouter, HTTPException
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from web.database import Database


router = APIRouter(prefix="/health", tags=["health"])


@router.get("/live")
def is_live() -> dict[str, str]:
    """The process answers."""
    return {"status": "live"}


@router.get("/ready")
def is_ready(session: Database) -> dict[str, str]:
    """The process answers and its database does; 503 when the database does not."""
    try:
        session.execute(text("SELECT 1"))
    except SQLAlchemyError as error:
        raise HTTPException(503, "The database does not answer.") from error
    return {"status": "ready"}
