"""An empty directory on SQLite, for rules that no database changes."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session, sessionmaker

from directory.model import Base
from signpost.database import make_engine


@pytest.fixture
def sqlite_sessions(sqlite_url: str) -> Iterator[sessionmaker[Session]]:
    """Sessions on an empty directory."""
    engine = make_engine(sqlite_url)
    Base.metadata.create_all(engine)
    yield sessionmaker(engine)
    engine.dispose()
