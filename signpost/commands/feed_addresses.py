"""`signpost directory feeds`: other directories' feeds of Open Referral UK, read by hand or on a schedule."""

from datetime import UTC, datetime

import typer
from rich.console import Console

from signpost.commands.acting import BY, acting
from signpost.commands.feeds import refuse, sessions, take_in, whole


app = typer.Typer(help="Read other directories' feeds of Open Referral UK.", no_args_is_help=True)
console = Console(highlight=False, soft_wrap=True)


@app.command("read")
def read(url: str = typer.Argument(help="Where the feed's API begins."), by: str = BY) -> None:
    """Read a feed now; what it would change is listed and waits for a second person.

    Each page of /services is read, then each service. If any part is missing or wrong, nothing is taken.

    Example: signpost directory feeds read https://directory.example.org/v3 --by ana@example.org
    """
    from directory.feeds.feed_reading import brought_by_feed
    from directory.feeds.oruk import FeedBroken, read_feed
    from vocabulary.roles import Role

    at = datetime.now(UTC)
    with whole() as session:
        acting(session, by, Role.MANAGER)
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
    """Have a feed read by itself while Signpost runs, or one that is kept already more or less often.

    Whoever adds or changes a feed answers for it: somebody else has to apply what it brings.

    Example: signpost directory feeds add https://directory.example.org/v3 --every 24 --by ana@example.org
    """
    from directory.feeds import feeds
    from vocabulary.roles import Role

    at = datetime.now(UTC)
    try:
        with whole() as session:
            who, found = acting(session, by, Role.MANAGER), feeds.find_feed(session, url)
            if found is None:
                feeds.add_feed(session, url, every_hours=every, by=who, at=at)
            else:
                feeds.change_hours(found, every, by=who, at=at)
            if found is not None and found.paused:
                feeds.resume(found, by=who, at=at)
    except ValueError:
        refuse("A feed is read every 1 to 2160 hours.")
    except feeds.AlreadyKept:
        refuse("Somebody else added this feed at the same moment. See: signpost directory feeds list")
    console.print(f"The feed is read every {every} hours.")


@app.command("read-due")
def read_due() -> None:
    """Read every feed whose time has come; a running Signpost does this by itself. What they bring waits.

    Example: signpost directory feeds read-due
    """
    from directory.feeds import feed_reading

    done = feed_reading.read_due(sessions(), at=datetime.now(UTC))
    for each in done:
        console.print(f"{each.outcome:<16}  {each.url}", markup=False)
    console.print("1 feed read." if len(done) == 1 else f"{len(done)} feeds read.")


@app.command("list")
def list_() -> None:
    """List the feeds that are kept, with how each stands and what came of the last reading."""
    from sqlalchemy import select

    from directory.feeds.feeds import standing_of
    from directory.model import Feed

    at = datetime.now(UTC)
    with whole() as session:
        for each in session.scalars(select(Feed).order_by(Feed.url)):
            stands = f"{standing_of(each, at=at).value:<10}  {each.outcome or 'not read yet'}"
            console.print(f"every {each.every_hours} h  {stands}  {each.url}", markup=False)


@app.command("remove")
def remove(url: str = typer.Argument(help="The feed's address as `list` shows it."), by: str = BY) -> None:
    """Stop reading a feed; what it brought stays.

    Example: signpost directory feeds remove https://directory.example.org/v3 --by ana@example.org
    """
    from directory.feeds.feeds import find_feed
    from vocabulary.roles import Role

    with whole() as session:
        acting(session, by, Role.MANAGER)
        found = find_feed(session, url)
        if found is None:
            refuse("There is no such feed. See: signpost directory feeds list")
        session.delete(found)
    console.print("The feed is no longer read.")
