"""A directory with the starter services, and its export as a file to change."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session, sessionmaker

from directory import starter
from directory.feeds import applying, bringing
from directory.feeds.applying import NO_TIME
from directory.feeds.bringing import Brought
from directory.feeds.exporting import export_services
from directory.feeds.files import read_json_file
from directory.feeds.importing import judge_all
from directory.feeds.report import Outcome, Report, Row
from directory.history import Editor
from directory.hsds.published import View
from directory.model import Base
from signpost.database import make_engine
from tests.directory.factories import READ_ON


AT = datetime(2026, 11, 24, 10, tzinfo=UTC)
MANAGER, APPROVER = Editor("7", "A Manager"), Editor("8", "An Approver")
VIEW = View(live=False, today=READ_ON)


def encode(feed: Any) -> bytes:
    """A feed as the bytes of a file."""
    return json.dumps(feed).encode()


@dataclass(frozen=True)
class Desk:
    """Where one person exports, changes and imports."""

    sessions: sessionmaker[Session]

    def export(self) -> dict[str, Any]:
        """The file as it is now."""
        with self.sessions() as session:
            feed: dict[str, Any] = json.loads(json.dumps(export_services(session, VIEW)))
        return feed

    def take(self, feed: Any, *, at: datetime = AT, dry_run: bool = False) -> Report:
        """Bring a feed and have a second person apply it, when it is accepted and changes anything."""
        content = feed if isinstance(feed, bytes) else encode(feed)
        return self.take_brought(read_json_file("services.json", content), at=at, dry_run=dry_run)

    def take_brought(self, brought: Brought, *, at: datetime = AT, dry_run: bool = False) -> Report:
        """The same with what was read already."""
        with self.sessions() as session:
            report = judge_all(session, brought.candidates, at=at).report
        changing = report.count(Outcome.NEW) + report.count(Outcome.CHANGED)
        if report.accepted and changing and not dry_run:
            with self.sessions.begin() as session:
                kept = bringing.propose(session, brought, by=MANAGER, at=at)
                applying.apply(session, kept.id, by=APPROVER, at=at, cool_off=NO_TIME)
        return report

    def take_changed(self, slug: str, change: Callable[[dict[str, Any]], object]) -> Row:
        """Export, change one service's row, import; what became of that row."""
        feed = self.export()
        change(row_of(feed, slug))
        report = self.take(feed)
        return report.rows[[row["signpost"]["slug"] for row in feed["contents"]].index(slug)]


def row_of(feed: dict[str, Any], slug: str) -> dict[str, Any]:
    """The row of one service."""
    return next(row for row in feed["contents"] if row["signpost"]["slug"] == slug)


@pytest.fixture(scope="session")
def starter_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the starter services, filled once; each test gets a copy."""
    file = tmp_path_factory.mktemp("starter") / "starter.sqlite"
    engine = make_engine(f"sqlite:///{file}")
    Base.metadata.create_all(engine)
    with sessionmaker(engine).begin() as session:
        starter.fill(session)
    engine.dispose()
    return file


@pytest.fixture(scope="session")
def starter_template(postgres_server: str) -> str:
    """The name of a PostgreSQL database with the starter services, which is only copied."""
    name = "starter_template"
    _create(postgres_server, name)
    engine = make_engine(postgres_server.replace("/postgres?", f"/{name}?"))
    Base.metadata.create_all(engine)
    with sessionmaker(engine).begin() as session:
        starter.fill(session)
    engine.dispose()
    return name


@pytest.fixture(params=["sqlite", "postgres"])
def both(request: pytest.FixtureRequest) -> Iterator[Desk]:
    """A desk over the starter directory, once on each database."""
    if request.param == "sqlite":
        yield request.getfixturevalue("desk")
        return
    server, name = request.getfixturevalue("postgres_server"), f"desk_{uuid4().hex}"
    _create(server, name, template=request.getfixturevalue("starter_template"))
    engine = make_engine(server.replace("/postgres?", f"/{name}?"))
    yield Desk(sessionmaker(engine))
    engine.dispose()


def _create(server: str, name: str, *, template: str = "template1") -> None:
    admin = make_engine(server).execution_options(isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    admin.dispose()


@pytest.fixture
def desk(starter_file: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk over the starter directory."""
    file = shutil.copy(starter_file, tmp_path / "desk.sqlite")
    engine = make_engine(f"sqlite:///{file}")
    yield Desk(sessionmaker(engine))
    engine.dispose()
