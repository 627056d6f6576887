"""`signpost directory import`, `apply`, `undo`, `imports` and `export`: the directory from and to files."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer
from rich.console import Console
from sqlalchemy.orm import Session, sessionmaker

from signpost.commands.acting import BY, BY_IF_KEPT, acting
from signpost.database import make_engine
from signpost.settings import read_settings


if TYPE_CHECKING:
    from directory.feeds.bringing import Brought
    from directory.feeds.exporting import Format
    from directory.feeds.report import Report

app = typer.Typer(no_args_is_help=True)
console = Console(highlight=False, soft_wrap=True)
STANDARD_STREAM = Path("-")


@app.command("export")
def export(
    file: Path = typer.Argument(STANDARD_STREAM, help="The file to write; - writes to the screen."),
    form: str = typer.Option("", "--format", help="json, csv or xlsx; else the end of the file's name says."),
) -> None:
    """Write every service that the public may see: as Open Referral UK JSON (HSDS-UK 3.0), CSV or Excel.

    Withheld addresses, withdrawn contacts, hidden entries and staff's notes are not in it.

    Example: signpost directory export services.json
    """
    from directory.feeds.exporting import write_export
    from directory.hsds.published import View

    kind = _format(form or file.suffix.removeprefix("."))
    live = read_settings().live
    with sessions()() as session:
        made = write_export(session, View(live=live, today=today()), kind)
    if file == STANDARD_STREAM:
        sys.stdout.buffer.write(made.content)
        return
    try:
        file.write_bytes(made.content)
    except OSError as error:
        console.print(f"{file} cannot be written: {error.strerror}.", markup=False)
        raise typer.Exit(1) from None
    console.print(f"{made.count} services written to {file}.", markup=False)


@app.command("import")
def import_(
    file: Path = typer.Argument(help="A file as `signpost directory export` writes it; - reads JSON."),
    dry_run: bool = typer.Option(False, "--dry-run", help="Say what would happen, and keep nothing."),
    by: str = BY_IF_KEPT,
) -> None:
    """Bring a file of Open Referral UK JSON, CSV or Excel: all of it waits for a second person, or none.

    Each row is listed as new, changed or refused, with the reason. One refused row stops the whole file.
    Nothing in a file counts as confirmed, and a contact that it changes waits to be confirmed again. A
    contact that the public sees and the file lacks is withdrawn. A service that it lacks stays.

    Example: signpost directory import services.csv --by ana@example.org
    """
    from directory.feeds.files import read_file

    content, at = _read(file), datetime.now(UTC)
    name = "" if file == STANDARD_STREAM else file.name
    take_in(lambda session: read_file(session, name, content, at=at), by=by, at=at, dry_run=dry_run)


def take_in(bring: Callable[[Session], "Brought"], *, by: str, at: datetime, dry_run: bool = False) -> None:
    """Judge what was brought, tell row by row, and keep it for a second person unless it is refused."""
    from directory.feeds.bringing import propose
    from directory.feeds.importing import judge_all
    from vocabulary.roles import Role

    kept = None
    with whole() as session:
        who = None if dry_run else acting(session, by, Role.MANAGER)
        brought = bring(session)
        report = judge_all(session, brought.candidates, at=at).report
        session.expunge_all()
        if report.accepted and report.changes_something and who is not None:
            kept = propose(session, brought, by=who, at=at).id
    tell(report, dry_run=dry_run)
    if kept is not None:
        console.print(f"It waits for a second person, at /admin/imports or: signpost directory apply {kept}")
    if not report.accepted:
        raise typer.Exit(1)


@app.command("apply")
def apply(change_set: str = typer.Argument(help="What `import` printed."), by: str = BY) -> None:
    """Make the changes of an import that waits; for an approver who did not bring it.

    One that shows people a new telephone number waits SIGNPOST_COOL_OFF_HOURS more, like any new number.

    Example: signpost directory apply 0d9c1a52-8a3f-4a0e-9d6e-6b2f0a1c7d11 --by ben@example.org
    """
    from directory.feeds import applying
    from directory.opening_hours import LONDON
    from vocabulary.roles import Role

    cool_off = read_settings().cool_off
    with whole() as session:
        who = acting(session, by, Role.APPROVER)
        found = applying.apply(session, change_set, by=who, at=datetime.now(UTC), cool_off=cool_off)
        done = f"{found.new_count} services added, {found.changed_count} changed."
        if found.applied_at is None and found.live_at is not None:
            when = found.live_at.astimezone(LONDON)
            done = f"Approved. It shows a new number, so all of it is there from {when:%d %B %Y %H:%M}."
    console.print(done)


@app.command("undo")
def undo(change_set: str = typer.Argument(help="What `import` printed."), by: str = BY) -> None:
    """Put back every service that an import changed, as it was before; refused where somebody edited since.

    It is for an approver, and shows people the earlier numbers again at once. An import that is approved and
    not there yet is called off.

    Example: signpost directory undo 0d9c1a52-8a3f-4a0e-9d6e-6b2f0a1c7d11 --by ben@example.org
    """
    from directory.feeds import undoing
    from vocabulary.roles import Role

    with whole() as session:
        who = acting(session, by, Role.APPROVER)
        undoing.undo(session, change_set, by=who, at=datetime.now(UTC))
    console.print("Undone: every service of it is as it was before.")


@app.command("imports")
def imports() -> None:
    """List the imports and merges of services, the newest first, with what became of each."""
    from sqlalchemy import select

    from directory.feeds.change_sets import state_of
    from directory.model import ChangeSet

    with sessions()() as session:
        for each in session.scalars(select(ChangeSet).order_by(ChangeSet.at.desc()).limit(50)):
            state = state_of(each).value
            said = f"{each.id}  {each.at:%Y-%m-%d %H:%M}  {each.kind.value:<6}  {state:<11}  {each.source}"
            console.print(said, markup=False)


def sessions() -> sessionmaker[Session]:
    """Sessions on this installation's database."""
    return sessionmaker(make_engine(read_settings().database_url))


def today() -> date:
    """The day in the United Kingdom."""
    from directory.opening_hours import LONDON

    return datetime.now(LONDON).date()


def tell(report: "Report", *, dry_run: bool) -> None:
    """Every row that is not unchanged, then the sum and what was done."""
    from directory.feeds.report import Outcome

    for row in report.rows:
        if row.outcome is Outcome.UNCHANGED:
            continue
        said = "" if row.outcome is Outcome.NEW else "; ".join(row.changes)
        console.print(f"row {row.number}  {row.outcome:<9}  {row.slug or ''}  {said}".rstrip(), markup=False)
        for refusal in row.refusals:
            console.print(f"    {refusal.where or 'the whole row'}: {refusal.fault}", markup=False)
    told = (Outcome.NEW, Outcome.CHANGED, Outcome.UNCHANGED, Outcome.REFUSED)
    console.print(", ".join(f"{report.count(outcome)} {outcome}" for outcome in told) + ".")
    if not report.accepted:
        console.print("Nothing was changed. Mend the refused rows and import the file again.")
    elif dry_run:
        console.print("Nothing was changed: this was a dry run.")


@contextmanager
def whole() -> Iterator[Session]:
    """A session that is committed at the end, or not at all with a sentence that says why."""
    from sqlalchemy.exc import SQLAlchemyError

    from directory.feeds import change_sets
    from directory.feeds.oruk import FeedBroken
    from directory.feeds.parsing import FeedError, NotATable

    try:
        with sessions().begin() as session:
            yield session
    except NotATable as error:
        for each in error.refusals:
            console.print(f"    {each.where or 'the whole file'}: {each.fault}", markup=False)
        refuse("Nothing was changed: the file cannot be read.")
    except FeedBroken as error:
        refuse(str(error.fault))
    except FeedError:
        refuse("That is not a file of Open Referral UK JSON. See: signpost directory export --help")
    except change_sets.ChangeSetError as error:
        refuse(_why(error))
    except SQLAlchemyError as error:
        refuse(f"Nothing was changed: the database refused ({type(error).__name__}). Try again.")


def _why(error: Exception) -> str:
    from directory.feeds import change_sets

    if isinstance(error, change_sets.EditedSince):
        return f"Nothing was undone. Somebody has changed these since: {', '.join(error.slugs)}."
    if isinstance(error, change_sets.NoLongerFits):
        tell(error.report, dry_run=False)
        return "The directory has changed since the file was brought."
    reasons: dict[type[Exception], str] = {
        change_sets.SamePerson: "Somebody else has to apply it: they brought it, or keep its feed.",
        change_sets.NotFound: "There is no such import. See: signpost directory imports",
    }
    return reasons.get(type(error), "Nothing was changed: it is not in a state in which this can be done.")


def _format(said: str) -> "Format":
    from directory.feeds.exporting import Format

    try:
        return Format(said.casefold() or Format.JSON)
    except ValueError:
        refuse("Signpost writes json, csv or xlsx. Say which with --format.")


def _read(file: Path) -> bytes:
    """The bytes of a file, or of the input."""
    if file == STANDARD_STREAM:
        return sys.stdin.buffer.read()
    try:
        return file.read_bytes()
    except OSError as error:
        refuse(f"{file} cannot be read: {error.strerror}.")


def refuse(reason: str) -> NoReturn:
    """Say why nothing was done, and end with 1."""
    console.print(reason, markup=False)
    raise typer.Exit(1)
