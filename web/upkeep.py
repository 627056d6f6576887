"""How well an installation is looked after: when each job last ended, feeds in trouble, e-mails that wait."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from directory.feeds.feeds import count_troubles
from directory.model import Service
from signpost.done import Job, last_done
from web import metrics
from web.resources import Resources


@dataclass(frozen=True)
class Letters:
    """E-mails that were written as files, as no mail server is set: somebody has to send them."""

    waiting: int
    oldest: datetime | None  # aware


def jobs_of(home: Path) -> dict[Job, datetime | None]:
    """When each job last came to its end (aware); None for never."""
    return {job: last_done(home, job) for job in Job}


def letters_in(home: Path) -> Letters:
    """The e-mails in the folder of an installation."""
    written = [each.stat().st_mtime for each in (home / "mail").glob("*.eml")]
    return Letters(len(written), datetime.fromtimestamp(min(written), UTC) if written else None)


class UpkeepCollector(Collector):
    """The same as metrics, read when they are asked for; what cannot be read then is left out."""

    def __init__(self, held: Resources) -> None:
        self._held = held

    def describe(self) -> Iterable[GaugeMetricFamily]:
        """The names, without reading anything."""
        return [_jobs({}), _letters(0), _feeds(0)]

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """The figures of now. A directory that can be read here counts as read."""
        home = self._held.settings.home
        yield _jobs(jobs_of(home))
        yield _letters(letters_in(home).waiting)
        try:
            with self._held.sessions() as session:
                session.execute(select(func.count()).select_from(Service)).one()
                metrics.DIRECTORY_READ.set_to_current_time()
                yield _feeds(count_troubles(session, at=self._held.clock()))
        except SQLAlchemyError:
            return


_shown: list[UpkeepCollector] = []


def show_upkeep(held: Resources) -> None:
    """Adds the figures of an installation to the metrics of this process, in the place of any other's."""
    for other in _shown:
        metrics.REGISTRY.unregister(other)
    _shown[:] = [UpkeepCollector(held)]
    metrics.REGISTRY.register(_shown[0])


def _jobs(ended: Mapping[Job, datetime | None]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(
        "signpost_last_success_timestamp_seconds",
        "When a job last came to its end; 0: never.",
        labels=["job"],
    )
    for job, at in ended.items():
        family.add_metric([job.value], at.timestamp() if at else 0)
    return family


def _letters(waiting: int) -> GaugeMetricFamily:
    return GaugeMetricFamily("signpost_mail_waiting", "E-mails written as files.", value=waiting)


def _feeds(troubled: int) -> GaugeMetricFamily:
    return GaugeMetricFamily(
        "signpost_feeds_in_trouble", "Feeds of other directories that need somebody.", value=troubled
    )
