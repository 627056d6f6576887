"""`signpost embed`: what partners copy into their pages, and whether a page still holds it."""

import asyncio
import sys
from datetime import UTC, datetime

import typer
from rich.console import Console
from sqlalchemy.orm import sessionmaker

from signpost.database import make_engine
from signpost.settings import Settings, read_settings
from vocabulary.languages import Language


WITHIN = 10.0  # seconds for the directory to answer
hints = Console(highlight=False, soft_wrap=True, stderr=True)


def embed(
    check: str = typer.Option("", metavar="URL", help="Look at a partner's page instead."),
    language: Language = typer.Option(Language.ENGLISH, help="The language of the partner's page."),
) -> None:
    """Print the lines that put the chat on a partner's page, with today's numbers and hash of the launcher.

    With --check, tell what the page at an address lacks of them; then the exit code is 1.

    Example: signpost embed --check https://www.council.example/community-safety
    """
    from vocabulary.words import speaking

    settings = read_settings()
    _refuse_unread(language, settings)
    with speaking(language):
        lines = _lines(settings)
    if check:
        _check(check, lines, settings)
        return
    print(lines)
    hints.print(
        f"\nThe site has to be named in SIGNPOST_EMBED_HOSTS. Its content security policy, where it has one, "
        f"needs {settings.public_url} in script-src and in frame-src.",
        markup=False,
    )


def _refuse_unread(language: Language, settings: Settings) -> None:
    from web.chat.languages import shown

    if language not in shown(unread=settings.unread_languages):
        hints.print(f"No native reader has read the words in {language.english_name} yet.")
        raise typer.Exit(1)


def _lines(settings: Settings) -> str:
    from safety.cards import FALLBACK
    from web.chat.listing import Listing, chosen
    from web.embed.snippet import snippet

    sessions = sessionmaker(make_engine(settings.database_url))
    listing = Listing(sessions, clock=lambda: datetime.now(UTC), live=settings.live)
    national = chosen(asyncio.run(listing.fixed(within=WITHIN)), FALLBACK.services)
    if not national:
        hints.print("The directory has no numbers to copy. Is its database there? Run: signpost migrate")
        raise typer.Exit(1)
    return snippet(settings.public_url, national)


def _check(url: str, lines: str, settings: Settings) -> None:
    from directory.outbound import OutboundError, fetch
    from web.embed.checking import faults

    try:
        page = fetch(url)
    except OutboundError as error:
        hints.print(f"{url} could not be read ({type(error).__name__}).", markup=False)
        raise typer.Exit(1) from None
    if page.status >= 400:
        hints.print(f"{page.url} answers with status {page.status}.", markup=False)
        raise typer.Exit(1)
    html = page.body.decode("utf-8", "replace")
    hosts = settings.embed_hosts
    found = list(faults(html, url=page.url, site=settings.public_url, lines=lines, hosts=hosts))
    for each in found:
        print(each)
    if found:
        sys.exit(1)
    print("The page holds the lines as they are today.")
