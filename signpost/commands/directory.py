"""`signpost directory`: the service directory to and from files, and what in it needs somebody's care."""

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from sqlalchemy.orm import Session, sessionmaker

from signpost.commands.places import app as places_app
from signpost.database import make_engine
from signpost.settings import read_settings


if TYPE_CHECKING:
    from directory.feeds.report import Report
    from directory.standing import Standing

app = typer.Typer(help="Import, export and check the service directory.", no_args_is_help=True)
app.add_typer(places_app, name="places")
console = Console(highlight=False, soft_wrap=True)
STANDARD_STREAM = Path("-")
AT_NOBODYS_NAME = "command line"


@app.command("export")
def export(
    file: Path = typer.Argument(STANDARD_STREAM, help="The file to write; - writes to the screen."),
) -> None:
    """Write every service that the public may see as Open Referral UK JSON (HSDS-UK 3.0).

    Withheld addresses, withdrawn contacts, hidden entries and staff's notes are not in it.

    Example: signpost directory export services.json
    """
    from directory.feeds.exporting import export_services
    from directory.hsds.published import View

    live = read_settings().live
    with _sessions()() as session:
        feed = export_services(session, View(live=live, today=_today()))
    text = json.dumps(feed, ensure_ascii=False, indent=1) + "\n"
    if file == STANDARD_STREAM:
        sys.stdout.write(text)
        return
    _write(file, text)
    console.print(f"{feed['total_items']} services written to {file}.", markup=False)


@app.command("import")
def import_(
    file: Path = typer.Argument(help="A file as `signpost directory export` writes it; - reads the input."),
    dry_run: bool = typer.Option(False, "--dry-run", help="Say what would happen, and change nothing."),
    by: str = typer.Option(AT_NOBODYS_NAME, help="Your name, as the history of the directory shows it."),
) -> None:
    """Take a file of Open Referral UK JSON into the directory: every row of it, or none.

    Each row is listed as new, changed, unchanged or refused, with the reason. One refused row stops the
    whole file. Nothing in a file counts as confirmed, and a contact that it changes waits to be confirmed
    again. A contact that the public sees and the file lacks is withdrawn.

    Example: signpost directory import services.json --dry-run
    """
    from sqlalchemy.exc import SQLAlchemyError

    from directory.feeds.importing import import_services
    from directory.feeds.parsing import FeedError
    from directory.history import Editor

    content = _read(file)
    editor = Editor(id="command-line", name=by.strip() or AT_NOBODYS_NAME)
    try:
        with _sessions().begin() as session:
            report = import_services(session, content, by=editor, at=datetime.now(UTC), dry_run=dry_run)
    except FeedError:
        console.print("That is not a file of Open Referral UK JSON. See: signpost directory export --help")
        raise typer.Exit(1) from None
    except SQLAlchemyError as error:
        console.print(f"Nothing was changed: the database refused ({type(error).__name__}). Try again.")
        raise typer.Exit(1) from None
    _tell(report, dry_run=dry_run)
    if not report.accepted:
        raise typer.Exit(1)


@app.command("check")
def check(
    live: bool = typer.Option(False, "--live", help="Exit with 1 when live use must not start yet."),
) -> None:
    """List what is unconfirmed, due for a check or hidden, and the districts that lack a confirmed team.

    Live use needs a confirmed children's team and a confirmed adult team in each of the nine districts.

    Example: signpost directory check --live
    """
    from directory.search import readiness
    from directory.standing import standing_of
    from vocabulary.words import words

    with _sessions()() as session:
        standing = standing_of(session, today=_today())
        gaps = readiness(session)
    _tell_standing(standing)
    console.print(f"\nReady for live use: {'no' if gaps else 'yes'}")
    for gap in gaps:
        team = {"children": "children's team", "adults": "adult team"}[gap.team]
        console.print(f"  {words(gap.district.words)} lacks a confirmed {team}.")
    if live and gaps:
        raise typer.Exit(1)


def _sessions() -> sessionmaker[Session]:
    return sessionmaker(make_engine(read_settings().database_url))


def _today() -> date:
    """The day in the United Kingdom."""
    from directory.opening_hours import LONDON

    return datetime.now(LONDON).date()


def _read(file: Path) -> bytes:
    """The bytes of a file, or of the input."""
    if file == STANDARD_STREAM:
        return sys.stdin.buffer.read()
    try:
        return file.read_bytes()
    except OSError as error:
        console.print(f"{file} cannot be read: {error.strerror}.", markup=False)
        raise typer.Exit(1) from None


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        console.print(f"{file} cannot be written: {error.strerror}.", markup=False)
        raise typer.Exit(1) from None


def _tell(report: "Report", *, dry_run: bool) -> None:
    """Every row that is not unchanged, then the sum and what was done."""
    from directory.feeds.report import Outcome

    for row in report.rows:
        if row.outcome is Outcome.UNCHANGED:
            continue
        said = "; ".join(row.changes)
        console.print(f"row {row.number}  {row.outcome:<9}  {row.slug or ''}  {said}".rstrip(), markup=False)
        for refusal in row.refusals:
            console.print(f"    {refusal.where or 'the whole row'}: {refusal.fault}", markup=False)
    console.print(", ".join(f"{report.count(outcome)} {outcome}" for outcome in Outcome) + ".")
    if not report.accepted:
        console.print("Nothing was changed. Mend the refused rows and import the file again.")
    elif dry_run:
        console.print("Nothing was changed: this was a dry run.")


def _tell_standing(standing: "Standing") -> None:
    console.print(f"{len(standing.shown)} services are shown to the public.")
    lists = {
        "not confirmed by a person of ours (hidden in live use, lifelines excepted)": standing.unconfirmed,
        "due for a check": standing.due,
        "hidden: not public, not running, or twice overdue": standing.hidden,
        "with a contact that is withdrawn or waits for a person": standing.withheld_contacts,
        "lifelines twice overdue, shown all the same: check these first": standing.overdue_lifelines,
    }
    for title, slugs in lists.items():
        console.print(f"\n{len(slugs)} {title}")
        for slug in slugs:
            console.print(f"  {slug}", markup=False)
