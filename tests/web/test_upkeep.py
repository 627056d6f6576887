"""What metrics say of the upkeep: read when asked for, and a database that is away breaks nothing."""

from datetime import timedelta

import pytest
from prometheus_client import CollectorRegistry, generate_latest

from signpost.database import make_engine
from signpost.done import Job, note_done
from tests.web.conftest import HandClock
from web.metrics import DIRECTORY_READ, REGISTRY
from web.resources import Resources
from web.upkeep import UpkeepCollector, letters_in


@pytest.fixture
def scraped(held: Resources) -> CollectorRegistry:
    """A registry with this installation's figures alone."""
    registry = CollectorRegistry()
    registry.register(UpkeepCollector(held))
    return registry


def test_a_job_that_never_ended_is_zero(scraped: CollectorRegistry) -> None:
    for job in Job:
        assert scraped.get_sample_value("signpost_last_success_timestamp_seconds", {"job": job}) == 0


@pytest.mark.parametrize("job", list(Job))
def test_each_job_tells_when_it_last_ended(
    scraped: CollectorRegistry, held: Resources, clock: HandClock, job: Job
) -> None:
    at = clock() - timedelta(days=2)
    note_done(held.settings.home, job, at=at)

    name = "signpost_last_success_timestamp_seconds"
    assert scraped.get_sample_value(name, {"job": job}) == at.timestamp()


def test_a_scrape_reads_the_directory(scraped: CollectorRegistry) -> None:
    DIRECTORY_READ.set(0)

    generate_latest(scraped)

    assert REGISTRY.get_sample_value("signpost_directory_read_timestamp_seconds")
    assert scraped.get_sample_value("signpost_feeds_in_trouble") == 0


def test_without_a_database_the_rest_is_told_and_the_directory_is_not_read(
    scraped: CollectorRegistry, held: Resources
) -> None:
    held.sessions.configure(bind=make_engine("sqlite:////nowhere/at/all/signpost.sqlite"))
    DIRECTORY_READ.set(0)

    told = generate_latest(scraped).decode()

    assert "signpost_last_success_timestamp_seconds" in told
    assert "signpost_feeds_in_trouble 0" not in told
    assert REGISTRY.get_sample_value("signpost_directory_read_timestamp_seconds") == 0


def test_letters_are_counted_with_the_oldest(held: Resources) -> None:
    assert letters_in(held.settings.home).waiting == 0
    (held.settings.home / "mail").mkdir()
    (held.settings.home / "mail" / "a.eml").write_text("x")
    (held.settings.home / "mail" / ".b.new").write_text("x")

    found = letters_in(held.settings.home)

    assert found.waiting == 1
    assert found.oldest is not None
