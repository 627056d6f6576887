"""A job's mark: written whole, read by anybody, and never in the way of the job."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from signpost.done import Job, last_done, note_done


AT = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def test_a_job_that_never_ended_has_no_mark(tmp_path: Path) -> None:
    assert last_done(tmp_path, Job.BACKUP) is None


@pytest.mark.parametrize("job", list(Job))
def test_the_last_end_of_each_job_is_kept_by_itself(tmp_path: Path, job: Job) -> None:
    note_done(tmp_path, job, at=AT)
    note_done(tmp_path, job, at=AT + timedelta(days=1))

    assert last_done(tmp_path, job) == AT + timedelta(days=1)
    assert [each for each in Job if last_done(tmp_path, each)] == [job]


def test_the_moment_is_kept_in_utc(tmp_path: Path) -> None:
    note_done(tmp_path, Job.PURGE, at=AT.astimezone(timezone(timedelta(hours=1))))

    assert (tmp_path / "done" / "purge").read_text() == "2026-11-24T03:00:00+00:00"


@pytest.mark.parametrize("held", ["", "yesterday", "\x00"])
def test_a_mark_that_cannot_be_read_is_none(tmp_path: Path, held: str) -> None:
    note_done(tmp_path, Job.FEEDS, at=AT)
    (tmp_path / "done" / "feeds").write_text(held)

    assert last_done(tmp_path, Job.FEEDS) is None


def test_a_disk_that_refuses_stops_no_job(tmp_path: Path) -> None:
    (tmp_path / "done").write_text("a file where the folder should be")

    note_done(tmp_path, Job.BACKUP, at=AT)

    assert last_done(tmp_path, Job.BACKUP) is None


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    note_done(tmp_path, Job.BACKUP, at=AT)

    assert [each.name for each in (tmp_path / "done").iterdir()] == ["backup"]
