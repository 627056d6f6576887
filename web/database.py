"""One database session for one request; the route that changes something commits it."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends
from sqlalchemy.orm import Session

from web.resources import Resources, resources


def open_session(held: Annotated[Resources, Depends(resources)]) -> Iterator[Session]:
    """A session that is rolled back unless the route commits it (a FastAPI dependency)."""
    with held.sessions() as session:
        yield session


Database = Annotated[Session, Depends(open_session)]
