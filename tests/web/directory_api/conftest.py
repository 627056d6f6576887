"""The open directory over a database that a test fills itself."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from tests.directory.factories import store_a_service
from web.resources import Resources


@pytest.fixture
def session(held: Resources) -> Iterator[Session]:
    """A session on the same database as the application's."""
    with held.sessions() as opened:
        yield opened


@pytest.fixture
def service_id(session: Session) -> str:
    """The id of one stored public service with one phone."""
    return store_a_service(session).id
