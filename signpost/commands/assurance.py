"""`signpost directory check-links` and `ask-providers`: what the daily job does, done by hand."""

import time
from datetime import UTC, datetime

import typer
from rich.console import Console
from sqlalchemy.orm import Session, sessionmaker

from signpost.database import make_engine
from signpost.secrets import read_or_make_secret
from signpost.settings import Settings, read_settings
from signpost.steps import StepFailed


console = Console(highlight=False, soft_wrap=True)
DAILY = "daily job"


def check_links() -> None:
    """Ask every web address of the directory whether it still works: by our own name, as each site allows.

    No host is asked twice within a second, and none for what its robots.txt asks programs not to look at.
    An address that does not answer gets four days before it counts as dead. Those in trouble are listed,
    here and in /admin/links.

    Example: signpost directory check-links
    """
    from directory.link_checks import troubles

    settings = read_settings()
    asked = ask_links(settings)
    with _sessions(settings)() as session:
        found = troubles(session)
    console.print(f"{asked} addresses asked, {len(found)} in trouble.")
    for each in found:
        said = f"{each.state:<8} {each.service}: {each.url}"
        console.print(f"{said} -> {each.led_to}" if each.led_to else said, markup=False)


def ask_providers() -> None:
    """Send a confirm link to the services that are due for a check and name somebody who confirms them.

    Example: signpost directory ask-providers
    """
    sent, failed = send_due_links(read_settings())
    console.print(f"{sent} links sent, {failed} could not be sent.")
    if failed:
        raise typer.Exit(1)


def each_day(settings: Settings) -> None:
    """What is done once a day without anybody: the links that are due first, then the web addresses.

    Raises StepFailed with what to do.
    """
    from sqlalchemy.exc import SQLAlchemyError

    try:
        _, failed = send_due_links(settings)
        ask_links(settings)
    except (OSError, SQLAlchemyError) as error:
        fault = type(error).__name__
        raise StepFailed(
            f"The daily checks stopped ({fault}). Then run: signpost directory check-links"
        ) from error
    if failed:
        raise StepFailed(
            f"{failed} confirm links could not be sent. Then run: signpost directory ask-providers"
        )


def ask_links(settings: Settings) -> int:
    """Asks every address that was not asked today; returns how many."""
    from directory.link_checks import asking_as
    from directory.link_checks import check_links as check
    from directory.opening_hours import LONDON
    from directory.visiting import Visitor, named_as

    visit = Visitor(asking_as(named_as(settings.public_url)), wait=time.sleep)
    return check(_sessions(settings), today=datetime.now(LONDON).date(), visit=visit)


def send_due_links(settings: Settings) -> tuple[int, int]:
    """Sends the links that are due, each in its own transaction: how many were sent, and how many not.

    None goes to somebody with a sign-in here, as may have come to be after they were named.
    """
    from directory.assurance import LASTS, make_link, to_ask
    from directory.history import Editor
    from directory.model import Service
    from web.accounts.users import is_staff_address
    from web.admin.confirm_letters import send_confirm_letter
    from web.mail import MailNotSent

    secret, at = read_or_make_secret(settings.home, "web"), datetime.now(UTC)
    sessions, failed = _sessions(settings), 0
    with sessions() as session:
        due = to_ask(session, at=at, live=settings.live)
        ids = [each.id for each in due if not is_staff_address(session, each.assurer_email or "")]
    for service_id in ids:
        try:
            with sessions.begin() as session:
                service = session.get_one(Service, service_id)
                token = make_link(session, secret, service, by=Editor(DAILY, DAILY), at=at)
                send_confirm_letter(
                    settings,
                    service.assurer_email or "",
                    service=service.name,
                    token=token,
                    until=at + LASTS,
                    at=at,
                )
        except MailNotSent:
            failed += 1
    return len(ids) - failed, failed


def _sessions(settings: Settings) -> sessionmaker[Session]:
    return sessionmaker(make_engine(settings.database_url))
