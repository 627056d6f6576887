"""`signpost usage`: figures through the same protected door as the analysts' pages, and demo data."""

from datetime import UTC, date, datetime

import typer
from rich.console import Console
from sqlalchemy.orm import sessionmaker

from signpost.database import make_engine
from signpost.settings import read_settings
from vocabulary.pathway import Traffic


app = typer.Typer(help="Protected figures of use, and synthetic visits to look at.", no_args_is_help=True)
console = Console(highlight=False)


@app.command("periods")
def periods() -> None:
    """List the weeks and quarters whose figures are released, newest first."""
    from usage.release import offer

    settings = read_settings()
    with sessionmaker(make_engine(settings.database_url))() as session:
        offered = offer(session, traffic=settings.traffic, at=datetime.now(UTC))
    console.print(f"Released up to {offered.newest}; the next week on {offered.next_on}.")
    for span, found in offered.periods.items():
        for period in found:
            console.print(f"  {span.name.lower():<8} {period.first} to {period.last}")


@app.command("table")
def table(
    first: str = typer.Argument(help="First day of a released period, such as 2026-09-28."),
    last: str = typer.Argument(help="Last day of the same period."),
) -> None:
    """Print visits by need and area for a released period, protected, as CSV.

    Example: signpost usage table 2026-09-28 2026-12-27
    """
    from usage.release import RefusedRelease, TableRequest, release
    from web.insights.sheet import to_csv

    settings = read_settings()
    try:
        request = TableRequest(date.fromisoformat(first), date.fromisoformat(last), settings.traffic)
        with sessionmaker(make_engine(settings.database_url)).begin() as session:
            released = release(session, request, by="command-line", at=datetime.now(UTC))
    except (ValueError, RefusedRelease) as error:
        console.print(f"No figures for these dates ({type(error).__name__}). See: signpost usage periods")
        raise typer.Exit(1) from error
    typer.echo(to_csv(released), nl=False)


@app.command("demo")
def demo(
    visits: int = typer.Option(20_000, min=1, max=1_000_000, help="How many visits to draw."),
    seed: int = typer.Option(1, help="The same seed draws the same year."),
) -> None:
    """Draw a synthetic year of visits, marked as a demonstration on every page."""
    from usage.demo import RealVisitsPresent, draw

    settings = read_settings()
    if settings.traffic is not Traffic.DEMO:
        console.print("This installation is not a demonstration (SIGNPOST_TRAFFIC), so nothing was drawn.")
        raise typer.Exit(1)
    sessions = sessionmaker(make_engine(settings.database_url))
    try:
        stored = draw(sessions, visits=visits, seed=seed, until=datetime.now(UTC).date())
    except RealVisitsPresent as error:
        console.print("The database holds real visits, so nothing was drawn.")
        raise typer.Exit(1) from error
    console.print(f"{stored} events stored.")
