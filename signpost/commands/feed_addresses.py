"""`signpost directory feeds`: other directories' feeds of Open Referral UK, read by hand or on a schedule."""

from datetime import UTC, datetime

import typer
from rich.console import Console

from signpost.commands.feeds import BY, editor, refuse, take_in, whole


app = typer.Typer(help="Read other directories' feeds of Open Referral UK.", no_args_is_help=True)
console = Console(highlight=False, soft_wrap=True)


@app.command("read")
def read(url: str = typer.Argument(help="Where the feed's API begins."), by: str = BY) -> None:
    """Read a feed now; what it would change is listed and waits for a second person.

    Each page of /services is read, then each service. If any part is missing or wrong, nothing is taken.

    Example: signpost directory feeds read https://directory.example.org/v3
    """
    from directory.feeds.feeds import brought_by_feed
    from directory.feeds.oruk import FeedBroken, read_feed

    at = datetime.now(UTC)
    try:
        services = read_feed(url)
    except FeedBroken as error:
        refuse(f"{error.fault} Nothing was taken.")
    take_in(lambda session: brought_by_feed(session, url, services, at=at), by=by, at=at)


@app.command("add")
def add(
    url: str = typer.Argument(help="Where the feed's API begins."),
    every: int = typer.Option(24, help="Hours from one reading to the next, 1 to 2160."),
    by: str = BY,
) -> None:
    """Have a feed read on a schedule, by `signpost directory feeds read-due`.

    Example: signpost directory feeds add https://directory.example.org/v3 --every 24
    """
    from directory.feeds.feeds import add_feed

    try:
        with whole() as session:
            add_feed(session, url, every_hours=every, by=editor(by), at=datetime.now(UTC))
    except ValueError:
        refuse("A feed is read every 1 to 2160 hours.")
    console.print(f"The feed is read every {every} hours.")


@app.command("read-due")
def read_due() -> None:
    """Read every feed whose time has come; made for a timer such as cron. What they bring waits.

    Example: signpost directory feeds read-due
    """
    from directory.feeds import feeds

    with whole() as session:
        done = feeds.read_due(session, at=datetime.now(UTC))
        for each in done:
            console.print(f"{each.outcome:<16}  {each.url}", markup=False)
    console.print(f"{len(done)} feeds read.")


@app.command("list")
def list_() -> None:
    """List the feeds that are read on a schedule, with what came of the last reading."""
    from sqlalchemy import select

    from directory.model import Feed

    with whole() as session:
        for each in session.scalars(select(Feed).order_by(Feed.url)):
            console.print(
                f"every {each.every_hours} h  {each.outcome or 'not read yet'}  {each.url}", markup=False
            )


@app.command("remove")
def remove(url: str = typer.Argument(help="The feed's address as `list` shows it.")) -> None:
    """Stop reading a feed; what it brought stays.

    Example: signpost directory feeds remove https://directory.example.org/v3
    """
    from sqlalchemy import select

    from directory.model import Feed

    with whole() as session:
        found = session.scalars(select(Feed).where(Feed.url == url)).one_or_none()
        if found is None:
            refuse("There is no such feed. See: signpost directory feeds list")
        session.delete(found)
    console.print("The feed is no longer read.")
