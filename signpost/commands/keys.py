"""`signpost keys`: replacing what Signpost signs and seals with. docs/security/keys.md says when."""

from enum import StrEnum

import typer
from rich.console import Console
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from signpost.commands.backup import is_running
from signpost.database import make_engine
from signpost.secrets import read_or_make_secret, take_over
from signpost.settings import read_settings


app = typer.Typer(help="The keys that Signpost signs and seals with.", no_args_is_help=True)
console = Console(highlight=False, soft_wrap=True)


class Key(StrEnum):
    """The keys that an installation makes for itself."""

    WEB = "web"  # signs conversations, forms and links, and seals what apps for one-time codes share with us
    ENGINE = "engine"  # shows the engine that its caller is the web process


@app.callback()
def keys() -> None:
    """The keys that Signpost signs and seals with."""


@app.command("replace")
def replace(key: Key = typer.Argument(help="Which of the two.")) -> None:
    """Make a new key in place of an old one. Stop Signpost first; start it with signpost up afterwards.

    With a new web key staff sign in again, and recovery codes, links in e-mails and notebooks' keys end; apps
    for one-time codes go on. Cut off halfway, it is simply run again.

    Example: signpost keys replace web
    """
    settings = read_settings()
    if is_running(settings):
        console.print("Signpost is running. Stop it first, then replace the key.")
        raise typer.Exit(1)
    unused = f"{key.value}.new"
    old, new = (read_or_make_secret(settings.home, name) for name in (key.value, unused))
    if key is Key.WEB:
        try:
            _seal_again(settings.database_url, old, new)
        except SQLAlchemyError:
            console.print(
                "The database cannot be read or written. Is it there, and migrated (signpost migrate)?"
            )
            console.print("Nothing was replaced. Run this again afterwards.")
            raise typer.Exit(1) from None
    take_over(settings.home, unused, key.value)
    console.print("Replaced. Copy the folder of secrets anew, then start with: signpost up")


def _seal_again(database_url: str, old: bytes, new: bytes) -> None:
    from sqlalchemy import delete

    from web.accounts.resealing import reseal
    from web.insights.model import NotebookKey

    with Session(make_engine(database_url)) as session:
        kept = reseal(session, old, new)
        session.execute(delete(NotebookKey))
        session.commit()
    console.print(f"Apps for one-time codes that go on: {kept}.")
