"""`signpost backup` and `signpost restore` as an operator types them."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from migrations import upgrade
from signpost.cli import app
from signpost.done import Job, last_done
from tests.running import free_port
from tests.signpost.neighbour import answering


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with an empty database, on ports that nobody uses."""
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path))
    monkeypatch.setenv("SIGNPOST_PORT", str(free_port()))
    monkeypatch.setenv("SIGNPOST_ACTIONS_PORT", str(free_port()))
    monkeypatch.delenv("SIGNPOST_DATABASE_URL", raising=False)
    upgrade(f"sqlite:///{tmp_path / 'signpost.sqlite'}")
    return tmp_path


def _copies(home: Path) -> list[Path]:
    return sorted((home / "backups").glob("*.sqlite"))


def test_a_backup_is_named_checked_and_noted(home: Path) -> None:
    done = CliRunner().invoke(app, ["backup"])

    assert done.exit_code == 0
    assert str(_copies(home)[0]) in done.output
    assert last_done(home, Job.BACKUP)


def test_old_backups_go(home: Path) -> None:
    (home / "backups").mkdir()
    old = home / "backups" / "signpost-20200101T030000Z.sqlite"
    old.touch()

    done = CliRunner().invoke(app, ["backup", "--keep", "1"])

    assert "1 older backup deleted." in done.output
    assert old not in _copies(home)


def test_a_backup_that_fails_is_told_and_not_noted(home: Path) -> None:
    (home / "signpost.sqlite").unlink()

    done = CliRunner().invoke(app, ["backup"])

    assert done.exit_code == 1
    assert "There is no database" in done.output
    assert last_done(home, Job.BACKUP) is None


def test_a_lost_database_is_restored(home: Path) -> None:
    CliRunner().invoke(app, ["backup"])
    (home / "signpost.sqlite").unlink()

    done = CliRunner().invoke(app, ["restore", str(_copies(home)[0])])

    assert done.exit_code == 0, done.output
    assert (home / "signpost.sqlite").stat().st_size


def test_a_database_that_is_there_is_kept_without_the_flag(home: Path) -> None:
    CliRunner().invoke(app, ["backup"])

    refused = CliRunner().invoke(app, ["restore", str(_copies(home)[0])])
    done = CliRunner().invoke(app, ["restore", str(_copies(home)[0]), "--replace"])

    assert (refused.exit_code, done.exit_code) == (1, 0)
    assert "--replace" in refused.output


@pytest.mark.parametrize(
    ("setting", "path"), [("SIGNPOST_PORT", "/health/live"), ("SIGNPOST_ACTIONS_PORT", "/health")]
)
def test_nothing_is_restored_under_a_running_process(
    home: Path, monkeypatch: pytest.MonkeyPatch, setting: str, path: str
) -> None:
    CliRunner().invoke(app, ["backup"])
    with answering({path: (200, {})}) as port:
        monkeypatch.setenv(setting, str(port))
        done = CliRunner().invoke(app, ["restore", str(_copies(home)[0]), "--replace"])

    assert done.exit_code == 1
    assert "Stop it first" in done.output
