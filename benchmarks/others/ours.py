"""Our own application, on a real directory, with an engine that answers at once like the others' backends."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import sessionmaker

from benchmarks.others.backends import PAUSE
from benchmarks.others.serving import serving
from directory.starter import fill
from migrations import upgrade
from signpost.database import make_engine
from signpost.secrets import read_or_make_secret
from signpost.settings import read_settings
from tests.web.chat.fake_engine import FakeEngine, serve, stop
from web.app import create_app
from web.resources import Resources


SECRET = b"s" * 32  # signs tokens that nobody else ever sees


@contextmanager
def our_chat(home: Path, *, partner: str, port: int) -> Iterator[str]:
    """Signpost's origin, which lets the partner's origin hold the chat in a frame."""
    engine = FakeEngine(token=read_or_make_secret(home, "engine").hex(), seconds=PAUSE)
    server = serve(engine)
    environment = {
        "SIGNPOST_HOME": str(home),
        "SIGNPOST_PORT": str(port),
        "SIGNPOST_RASA_PORT": str(server.server_port),
        "SIGNPOST_EMBED_HOSTS": partner,
    }
    settings = read_settings(environment)
    upgrade(settings.database_url)
    database = make_engine(settings.database_url)
    with sessionmaker(database).begin() as session:
        fill(session)
    sessions = sessionmaker(database, expire_on_commit=False)
    try:
        app = create_app(Resources(settings, sessions, SECRET, lambda: datetime.now(UTC)))
        with serving(app, port=port) as origin:
            yield origin
    finally:
        stop(server)
        database.dispose()
