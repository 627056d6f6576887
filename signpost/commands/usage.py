"""`signpost usage`: figures through the same protected door as the analysts' pages, and what keeps them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from sqlalchemy.orm import Session, sessionmaker

from signpost.database import make_engine
from signpost.done import Job, note_done
from signpost.settings import Settings, read_settings
from usage.breakdowns import Breakdown
from usage.questions import Subject
from vocabulary.needs import Need
from vocabulary.pathway import Traffic


if TYPE_CHECKING:  # the directory is read by one command only, so the others start without it
    from directory.search import Enquiry

app = typer.Typer(help="Protected figures of use, and synthetic visits to look at.", no_args_is_help=True)
console = Console(highlight=False)
SHOWN_FOR_A_NEED = 6  # services that the demonstration shows for one need


@app.command("periods")
def periods() -> None:
    """List the weeks, months and quarters whose figures are released, newest first."""
    from usage.release import offer

    settings = read_settings()
    with _sessions(settings)() as session:
        offered = offer(session, traffic=settings.traffic, at=datetime.now(UTC))
    console.print(f"Released up to {offered.newest}; the next week on {offered.next_on}.")
    for span, found in offered.periods.items():
        for period in found:
            console.print(f"  {span.name.lower():<8} {period.first} to {period.last}")


@app.command("export")
def export(
    file: Path = typer.Argument(help="Where to: a name that ends in .csv, .xlsx or .parquet."),
    first: str = typer.Option("", help="First day of a released period; without it, the newest quarter."),
    last: str = typer.Option("", help="Last day of the same period."),
    table: Subject = typer.Option(Subject.VISITS, help="What visits are counted for."),
    rows: Breakdown = typer.Option(None, help="What the rows are, where the table gives a choice."),
    columns: Breakdown = typer.Option(None, help="What the columns are, where the table gives a choice."),
    need: str = typer.Option(None, help="Only visits with this need, such as drug-debt."),
    area: str = typer.Option(None, help="Only visits from this district (GSS code), or outside."),
    age: str = typer.Option(None, help="Only visits about this age band, such as under-18."),
    part: str = typer.Option(None, help="Only visits that began in this part of the day, such as night."),
    channel: str = typer.Option(None, help="Only visits through this door, such as widget."),
    stage: str = typer.Option(None, help="Only visits in which this happened, such as no-match."),
    codes: bool = typer.Option(False, "--codes", help="Write codes instead of names."),
) -> None:
    """Write a protected table to a file; the release is recorded.

    Example: signpost usage export funnel.xlsx --table funnel --columns area
    """
    from usage.release import FileKind, RefusedRelease, TableRequest, release, to_file

    settings = read_settings()
    try:
        kind = FileKind(file.suffix.lstrip("."))
        with _sessions(settings).begin() as session:
            begins, ends = _dates(session, settings, first, last)
            request = TableRequest(
                begins,
                ends,
                settings.traffic,
                need=need,
                area=area,
                age=age,
                part=part,
                channel=channel,
                stage=stage,
                subject=table,
                rows=rows,
                columns=columns,
            )
            released = release(session, request, by="command-line", at=datetime.now(UTC))
            names = {} if codes else _names(session)
    except RefusedRelease as refused:
        console.print(f"No figures for this ({refused.code}). See: signpost usage export --help")
        raise typer.Exit(1) from refused
    except ValueError as error:
        console.print("A date could not be read, or the file's ending is not .csv, .xlsx or .parquet.")
        raise typer.Exit(1) from error
    file.write_bytes(to_file(released, kind, names=names))
    console.print(f"Written to {file}.")


@app.command("roll-up")
def roll_up() -> None:
    """Count the visits of every finished week whose delay is over into the weekly tables."""
    from usage.roll_up import roll_up as roll_up_weeks

    weeks = roll_up_weeks(_sessions(read_settings()), at=datetime.now(UTC))
    console.print(f"{weeks} weeks rolled up.")


@app.command("purge")
def purge() -> None:
    """Delete raw events that are older than SIGNPOST_USAGE_DAYS, having rolled up what is due."""
    from usage.roll_up import purge as purge_events

    settings = read_settings()
    now = datetime.now(UTC)
    deleted = purge_events(_sessions(settings), days=settings.usage_days, at=now)
    note_done(settings.home, Job.PURGE, at=now)
    console.print(f"{deleted} events deleted.")


@app.command("roles")
def roles() -> None:
    """Make the three database roles of usage on PostgreSQL, or set their rights right."""
    from usage.roles import NotPostgres, UsageRole, make_roles

    try:
        with make_engine(read_settings().database_url).begin() as connection:
            make_roles(connection)
    except NotPostgres as error:
        console.print("SQLite has no roles. Keep the database file readable by its owner only.")
        raise typer.Exit(1) from error
    console.print(f"Ready: {', '.join(UsageRole)}. See docs/operations-database.md.")


@app.command("demo")
def demo(
    visits: int = typer.Option(20_000, min=1, max=1_000_000, help="How many visits to draw."),
    seed: int = typer.Option(1, help="The same seed draws the same year."),
) -> None:
    """Draw a synthetic year of visits, marked as a demonstration on every page, and roll it up."""
    from usage.demo import AlreadyRolledUp, RealVisitsPresent, draw
    from usage.roll_up import roll_up as roll_up_weeks

    settings = read_settings()
    if settings.traffic is not Traffic.DEMO:
        console.print("This installation is not a demonstration (SIGNPOST_TRAFFIC), so nothing was drawn.")
        raise typer.Exit(1)
    sessions, now = _sessions(settings), datetime.now(UTC)
    try:
        services = shown_services(sessions)
        stored = draw(sessions, visits=visits, seed=seed, until=now.date(), services=services)
    except RealVisitsPresent as error:
        console.print("The database holds real visits, so nothing was drawn.")
        raise typer.Exit(1) from error
    except AlreadyRolledUp as error:
        console.print("A synthetic year is there already, and its weeks are closed, so nothing was drawn.")
        raise typer.Exit(1) from error
    weeks = roll_up_weeks(sessions, at=now)
    console.print(f"{stored} events stored, {weeks} weeks rolled up.")


def shown_services(sessions: sessionmaker[Session]) -> Mapping[Need, list[str]]:
    """Services of the directory that fit each need, for the demonstration to show."""
    from directory.search import find_services

    with sessions() as session:
        now = datetime.now(UTC)
        found = {need: find_services(session, _anybody(need, now), live=False) for need in Need}
    return {need: [match.id for match in matches[:SHOWN_FOR_A_NEED]] for need, matches in found.items()}


def _anybody(need: Need, at: datetime) -> "Enquiry":
    from directory.search import Enquiry

    return Enquiry(needs=(need,), area=None, age=None, person=None, at=at)


def _sessions(settings: Settings) -> sessionmaker[Session]:
    return sessionmaker(make_engine(settings.database_url))


def _dates(session: Session, settings: Settings, first: str, last: str) -> tuple[date, date]:
    from usage.release import NotYet, offer

    if first or last:
        return date.fromisoformat(first), date.fromisoformat(last)
    best = offer(session, traffic=settings.traffic, at=datetime.now(UTC)).best
    if best is None:
        raise NotYet
    return best.first, best.last


def _names(session: Session) -> dict[str, str]:
    from sqlalchemy import select

    from directory.model import Service
    from web.insights.labels import AREA_NAMES, NEED_NAMES

    services = {row.id: row.name for row in session.execute(select(Service.id, Service.name))}
    return {**NEED_NAMES, **AREA_NAMES, **services}
