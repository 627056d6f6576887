"""`signpost directory`: the service directory to and from files, and what in it needs somebody's care."""

from typing import TYPE_CHECKING

import typer
from rich.console import Console

from signpost.commands import assurance, changes, feed_addresses, feeds
from signpost.commands.feeds import sessions, today
from signpost.commands.places import app as places_app


if TYPE_CHECKING:
    from directory.standing import Standing

app = typer.Typer(help="Import, export and check the service directory.", no_args_is_help=True)
app.add_typer(feeds.app)  # without a name: its commands are this one's
app.add_typer(changes.app)
app.command("check-links")(assurance.check_links)
app.command("ask-providers")(assurance.ask_providers)
app.add_typer(feed_addresses.app, name="feeds")
app.add_typer(places_app, name="places")
console = Console(highlight=False, soft_wrap=True)


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

    with sessions()() as session:
        standing = standing_of(session, today=today())
        gaps = readiness(session)
    _tell_standing(standing)
    console.print(f"\nReady for live use: {'no' if gaps else 'yes'}")
    for gap in gaps:
        team = {"children": "children's team", "adults": "adult team"}[gap.team]
        console.print(f"  {words(gap.district.words)} lacks a confirmed {team}.")
    if live and gaps:
        raise typer.Exit(1)


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
