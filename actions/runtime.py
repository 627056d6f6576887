"""What the action server holds while it runs: settings, sessions, the usage log and the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from sqlalchemy.orm import Session, sessionmaker

from actions import metrics
from directory import places
from signpost.database import for_reading, make_engine
from signpost.settings import Settings, read_settings
from usage.log import UsageLog


@dataclass(frozen=True)
class Runtime:
    """Made on the first action, so that importing the package does no work."""

    settings: Settings
    sessions: sessionmaker[Session]  # for reading
    usage: UsageLog
    clock: Callable[[], datetime]


@cache
def runtime() -> Runtime:
    """The one runtime of this process; its usage log moves events to the database by itself."""
    settings = read_settings()
    places.use_table(settings.postcode_table)
    engine = make_engine(settings.database_url)
    usage = UsageLog(settings.home / "spool", sessionmaker(engine))
    usage.start()
    metrics.EVENTS_LOST.set_function(lambda: usage.lost)
    return Runtime(settings, sessionmaker(for_reading(engine)), usage, lambda: datetime.now(UTC))
