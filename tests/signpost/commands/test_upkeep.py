"""What the supervisor does beside its watch."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from rich.console import Console
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

import migrations
from directory import starter
from directory.approval.deciding import Decision, approve
from directory.approval.proposing import Asking, propose
from directory.feeds import applying, bringing, feeds
from directory.feeds.exporting import export_services
from directory.feeds.feed_reading import read_due
from directory.feeds.files import read_json_file
from directory.history import Editor
from directory.hsds.published import View
from directory.model import ChangeSet, Feed, Phone, Service
from signpost.commands import upkeep
from signpost.daily import Daily
from signpost.database import make_engine
from signpost.regularly import Regularly
from signpost.settings import Settings, read_settings
from signpost.steps import StepFailed
from tests.directory.factories import READ_ON, TUESDAY_NOON, store_a_service
from tests.directory.feeds.conftest import encode
from tests.directory.feeds.fake_feed import BASE, a_foreign_service, feed_of


ANA, BEN = Editor("1", "Ana"), Editor("2", "Ben")
DAY = timedelta(hours=24)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An installation with a file of its own for a database, which nobody has made yet."""
    return read_settings({"SIGNPOST_HOME": str(tmp_path)})


@pytest.fixture
def migrated(settings: Settings) -> sessionmaker[Session]:
    """Its database, made and empty."""
    migrations.upgrade(settings.database_url)
    return sessionmaker(make_engine(settings.database_url))


def _do(work: Daily | Regularly) -> None:
    if isinstance(work, Daily):
        work.look(date.max)
    else:
        work.look(datetime.now(UTC))
    assert work._background._worker is not None
    work._background.join(30)
    assert not work.is_working


def test_a_new_day_rolls_up_and_deletes_what_is_too_old(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("usage.roll_up.roll_up", lambda _, *, at: asked.append("rolled up"))
    monkeypatch.setattr("usage.roll_up.purge", lambda _, *, days, at: asked.append(days))

    _do(upkeep.rolling_up(settings, tell=print))

    assert asked == ["rolled up", settings.usage_days]


def test_visits_that_cannot_be_rolled_up_say_what_to_do(settings: Settings) -> None:
    with pytest.raises(StepFailed, match="signpost usage roll-up"):
        upkeep.keep_figures(settings, Console())  # the database has no tables


def test_what_is_due_is_shown_while_it_runs(settings: Settings, migrated: sessionmaker[Session]) -> None:
    with migrated() as session:
        contact = store_a_service(session).contacts[0]
        proposal = propose(session, contact, {"number": "0113 240 3040"}, Asking(ANA, TUESDAY_NOON))
        approve(session, proposal.id, Decision(BEN, TUESDAY_NOON), cool_off=DAY)
        session.commit()

    _do(upkeep.publishing(settings, tell=print))

    with migrated() as session:
        assert session.scalars(select(Phone.number)).all() == ["0113 240 3040"]


def test_an_import_that_is_due_is_made_while_it_runs(
    settings: Settings, migrated: sessionmaker[Session]
) -> None:
    with migrated.begin() as session:
        starter.fill(session)
        exported = export_services(session, View(live=False, today=READ_ON))
        row = next(
            each for each in exported["contents"] if each["signpost"]["slug"] == "worcester-city-housing"
        )
        row["contacts"][0]["phones"][0]["number"] = "01432 261546"
        brought = read_json_file("services.json", encode(exported))
        kept = bringing.propose(session, brought, by=ANA, at=TUESDAY_NOON)
        applying.apply(session, kept.id, by=BEN, at=TUESDAY_NOON, cool_off=DAY)
        assert kept.applied_at is None

    _do(upkeep.publishing(settings, tell=print))

    with migrated() as session:
        assert session.scalars(select(ChangeSet.applied_at)).one() is not None
        housing = session.scalars(select(Service).where(Service.slug == "worcester-city-housing")).one()
        assert housing.contacts[0].phones[0].number == "01432 261546"


def test_feeds_are_read_while_it_runs_without_any_timer_of_the_machine(
    settings: Settings, migrated: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(read_due.__kwdefaults__, "fetching", feed_of(a_foreign_service()))
    with migrated.begin() as session:
        feeds.add_feed(session, BASE, every_hours=24, by=ANA, at=TUESDAY_NOON)

    _do(upkeep.reading_feeds(settings, tell=print))

    with migrated() as session:
        assert session.scalars(select(ChangeSet.new_count)).all() == [1]
        read = session.scalars(select(Feed)).one()
        assert read.read_at is not None
        assert read.due_at == read.read_at + DAY


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (upkeep.publishing, "Approved changes cannot be shown"),
        (upkeep.reading_feeds, "The feeds cannot be read"),
    ],
)
def test_a_database_that_cannot_be_reached_is_told_and_stops_nothing(
    settings: Settings, work: Callable[..., Regularly], told: str
) -> None:
    said: list[str] = []

    _do(work(settings, tell=said.append))  # nothing was migrated

    assert [each.partition(":")[0] for each in said] == [told]


def test_everything_is_planned_and_looked_after(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    planned = upkeep.plan_upkeep(settings, tell=print)
    done: list[str] = []
    for each in (*planned.daily, *planned.regular):
        monkeypatch.setattr(each._background, "_work", lambda: done.append("done"))

    planned.look(datetime.max.replace(tzinfo=UTC))
    for each in (*planned.daily, *planned.regular):
        each._background.join(10)

    assert len(done) == 4
