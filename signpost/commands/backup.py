"""`signpost backup` and `signpost restore`: copies of the database, and putting one back."""

from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import requests
import typer
from rich.console import Console

from signpost.backups import BackupFailed, keep_newest, make_backup, restore_backup
from signpost.done import Job, note_done
from signpost.settings import Settings, read_settings


console = Console(highlight=False, soft_wrap=True)
KEPT = 14
FOLDER = "backups"  # below SIGNPOST_HOME, unless another is named


def backup(
    folder: Path | None = typer.Option(None, help="Where to; by default backups/ below SIGNPOST_HOME."),
    keep: int = typer.Option(
        KEPT, min=1, help="How many backups stay in the folder; older ones are deleted."
    ),
) -> None:
    """Copy the database while everything runs, check the copy, and delete copies that are too old.

    The secrets are not in it: copy SIGNPOST_HOME/secrets once, to another place. See docs/operations.md.

    Example: signpost backup --folder /mnt/elsewhere --keep 14
    """
    settings = read_settings()
    target, now = folder or settings.home / FOLDER, datetime.now(UTC)
    try:
        file = make_backup(settings.database_url, target, at=now)
    except BackupFailed as failure:
        _refuse(failure)
    note_done(settings.home, Job.BACKUP, at=now)
    gone = len(keep_newest(target, keep))
    console.print(f"Written and checked: {file}", markup=False)
    if gone:
        console.print("1 older backup deleted." if gone == 1 else f"{gone} older backups deleted.")


def restore(
    file: Path = typer.Argument(help="A file that signpost backup wrote."),
    replace: bool = typer.Option(False, "--replace", help="Replace a database that holds something."),
) -> None:
    """Put a backup in the place of the database. Stop Signpost first; start it with signpost up afterwards.

    The database is whole, as it was, or as the backup has it, and never between. The next start brings it to
    the newest schema and deletes visits that are too old by now.

    Example: signpost restore var/backups/signpost-20261127T030000Z.sqlite --replace
    """
    settings = read_settings()
    if is_running(settings):
        _refuse(BackupFailed("Signpost is running. Stop it first, then restore."))
    try:
        restore_backup(settings.database_url, file, replace=replace)
    except BackupFailed as failure:
        _refuse(failure)
    console.print("Restored. Start with: signpost up")


def is_running(settings: Settings) -> bool:
    """Whether one of our processes answers on this machine, at the ports of these settings."""
    ports = {
        settings.port: "/health/live",
        settings.actions_port: "/health",
        settings.rasa_port: "/webhooks/signpost/",
    }
    return any(_answers(f"http://127.0.0.1:{port}{path}") for port, path in ports.items())


def _answers(url: str) -> bool:
    try:
        return requests.get(url, timeout=1).ok
    except requests.RequestException:
        return False


def _refuse(failure: BackupFailed) -> NoReturn:
    console.print(str(failure), markup=False)
    raise typer.Exit(1)
