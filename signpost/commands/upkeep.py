"""What the supervisor does beside its watch: some work on each new day, some again and again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from rich.console import Console
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from signpost.daily import Daily
from signpost.database import make_engine
from signpost.done import Job, note_done
from signpost.regularly import Regularly
from signpost.settings import Settings
from signpost.steps import StepFailed, run_step


MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Upkeep:
    """The work, each kind of it in the background and by itself."""

    daily: tuple[Daily, ...] = ()
    regular: tuple[Regularly, ...] = ()

    def look(self, now: datetime) -> None:
        """Begins what it is time for."""
        for each_day in self.daily:
            each_day.look(now.date())
        for again in self.regular:
            again.look(now)


def plan_upkeep(settings: Settings, *, tell: Tell) -> Upkeep:
    """All of it, for a running installation."""
    return Upkeep(
        daily=(rolling_up(settings, tell=tell), assuring(settings, tell=tell)),
        regular=(publishing(settings, tell=tell), reading_feeds(settings, tell=tell)),
    )


def keep_figures(settings: Settings, console: Console) -> None:
    """Rolls up the visits of finished weeks for analysts, then deletes raw events that are too old."""
    from usage.roll_up import purge, roll_up

    sessions = _sessions(settings)
    now = datetime.now(UTC)
    run_step(
        console,
        "Rolling up the visits for analysts",
        lambda: roll_up(sessions, at=now),
        next_if_failed="Is the disk full? Then run: signpost usage roll-up",
    )
    run_step(
        console,
        f"Deleting what was logged more than {settings.usage_days} days ago",
        lambda: purge(sessions, days=settings.usage_days, at=now),
        next_if_failed="Is the disk full? Then run: signpost usage purge",
    )
    note_done(settings.home, Job.PURGE, at=now)


def rolling_up(settings: Settings, *, tell: Tell) -> Daily:
    """A week's figures are released overnight: visits are rolled up as the day begins, as at the start."""
    console = Console()
    return Daily(lambda: keep_figures(settings, console), done_on=datetime.now(UTC).date(), tell=tell)


def assuring(settings: Settings, *, tell: Tell) -> Daily:
    """Services that are due are asked to confirm, and every web address whether it still works."""
    from signpost.commands.assurance import each_day

    yesterday = datetime.now(UTC).date() - DAY  # what was asked today already is not asked again
    return Daily(lambda: each_day(settings), done_on=yesterday, tell=tell)


def publishing(settings: Settings, *, tell: Tell) -> Regularly:
    """Approved changes and imports are shown once their cool-off is over."""
    sessions = _sessions(settings)

    def publish() -> None:
        from directory.going_live import show_due
        from web.accounts.users import disabled_at

        with _refusals("Approved changes cannot be shown"):
            show_due(sessions, at=datetime.now(UTC), disabled_at=disabled_at)

    return Regularly(publish, every=MINUTE, tell=tell)


def reading_feeds(settings: Settings, *, tell: Tell) -> Regularly:
    """Feeds are read when they are due; what they bring waits for a second person."""
    sessions = _sessions(settings)

    def read() -> None:
        from directory.feeds.feed_reading import read_due

        with _refusals("The feeds cannot be read"):
            read_due(sessions, at=datetime.now(UTC))
        note_done(settings.home, Job.FEEDS, at=datetime.now(UTC))

    return Regularly(read, every=MINUTE, tell=tell)


def _sessions(settings: Settings) -> sessionmaker[Session]:
    return sessionmaker(make_engine(settings.database_url))


@contextmanager
def _refusals(what: str) -> Iterator[None]:
    """A database that refuses stops nothing: it is told, and tried again."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StepFailed(f"{what}: the database refused ({type(error).__name__}).") from error
