"""`signpost users`: who may sign in."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from sqlalchemy.orm import Session, sessionmaker

from signpost.database import make_engine
from signpost.settings import read_settings


if TYPE_CHECKING:
    from web.accounts.model import Staff


app = typer.Typer(
    help="The people who may sign in: add, list, disable, help who is locked out.", no_args_is_help=True
)
console = Console(highlight=False, soft_wrap=True)
WHAT_TO_DO = {
    "email": "That is not an e-mail address. Write it as name@example.org.",
    "taken": "That e-mail address has an account already.",
    "password-short": "That password is too short. Use at least 12 characters.",
    "password-long": "That password is too long. Use at most 128 characters.",
    "password-leaked": "That password is easily guessed. Choose another: three random words.",
}


@app.command("add")
def add(
    email: str = typer.Argument(help="The e-mail address the person signs in with."),
    role: str = typer.Option(..., help="editor, manager, approver, analyst or administrator."),
    organisation: str = typer.Option("", help="An editor's own, by its name in the directory."),
    password: str = typer.Option(..., prompt=True, hide_input=True, confirmation_prompt=True),
) -> None:
    """Add one person; the password is asked for and never shown.

    An editor keeps the services of one organisation only, so name it.

    Example: signpost users add anna@example.org --role manager
    """
    from web.accounts.errors import BadAccount
    from web.accounts.events import COMMAND_LINE, What, note_event
    from web.accounts.roles import Role
    from web.accounts.users import add_staff

    if role not in set(Role):
        console.print(f"'{role}' is not a role. Choose one of: {', '.join(Role)}.", markup=False)
        raise typer.Exit(1)
    if (role == Role.EDITOR.value) != bool(organisation.strip()):
        console.print("An editor, and nobody else, needs --organisation with a name from the directory.")
        raise typer.Exit(1)
    try:
        with _sessions().begin() as session:
            own = _organization_id(session, organisation.strip()) if organisation.strip() else None
            staff = add_staff(session, email, Role(role), password, organization_id=own)
            note_event(session, staff, What.ADDED, by=COMMAND_LINE, at=staff.made_at, role=Role(role))
    except BadAccount as error:
        console.print(WHAT_TO_DO[error.code])
        raise typer.Exit(1) from error
    console.print("Added.")


@app.command("list")
def list_() -> None:
    """List everybody who may sign in, and those who no longer may.

    Example: signpost users list
    """
    from web.accounts.users import every_staff

    with _sessions()() as session:
        everybody = every_staff(session)
        for staff in everybody:
            state = f"disabled {staff.disabled_at:%Y-%m-%d}" if staff.disabled_at else "may sign in"
            console.print(f"{staff.role:<14} {state:<20} {staff.email}", markup=False)
    if not everybody:
        console.print("Nobody has an account. Add one: signpost users add --help")


@app.command("disable")
def disable(email: str = typer.Argument(help="The e-mail address the person signs in with.")) -> None:
    """Shut one person out at once: nobody signs in to the account, and whoever is signed in is not any more.

    The account stays, since the history of the directory names it.

    Example: signpost users disable anna@example.org
    """
    from web.accounts.events import COMMAND_LINE, What, note_event
    from web.accounts.links import forget_links
    from web.accounts.users import disable_staff

    with _sessions().begin() as session:
        staff, now = _found(session, email), datetime.now(UTC)
        disable_staff(session, staff, at=now)
        forget_links(session, staff)
        note_event(session, staff, What.DISABLED, by=COMMAND_LINE, at=now)
    console.print("Disabled, and signed out everywhere.")


def _organization_id(session: Session, name: str) -> str:
    """The id of the organization with this name, whatever its capitals; ends the command without one."""
    from sqlalchemy import func, select

    from directory.model import Organization

    found = session.scalar(select(Organization.id).where(func.lower(Organization.name) == name.lower()))
    if found is None:
        console.print(f"The directory has no organisation '{name}'. Add it in /admin first.", markup=False)
        raise typer.Exit(1)
    return found


@app.command("set-password")
def set_password(
    email: str = typer.Argument(help="The e-mail address the person signs in with."),
    password: str = typer.Option(..., prompt=True, hide_input=True, confirmation_prompt=True),
) -> None:
    """Give one person another password, and sign them out everywhere.

    For whoever gets no e-mail, such as the only administrator.

    Example: signpost users set-password anna@example.org
    """
    from web.accounts.errors import BadAccount
    from web.accounts.events import COMMAND_LINE
    from web.accounts.people import choose_password

    try:
        with _sessions().begin() as session:
            staff = _found(session, email)
            choose_password(session, staff, password, by=COMMAND_LINE, at=datetime.now(UTC))
    except BadAccount as error:
        console.print(WHAT_TO_DO[error.code])
        raise typer.Exit(1) from error
    console.print("Set, and signed out everywhere.")


@app.command("reset-second-factor")
def reset(email: str = typer.Argument(help="The e-mail address the person signs in with.")) -> None:
    """Forget one person's passkeys, app and recovery codes, and sign them out everywhere.

    They set up a second factor anew when they next sign in. Meet them first, or ring a number that you had
    before they asked.

    Example: signpost users reset-second-factor anna@example.org
    """
    from web.accounts.events import COMMAND_LINE
    from web.accounts.people import reset_second_factor

    with _sessions().begin() as session:
        reset_second_factor(session, _found(session, email), by=COMMAND_LINE, at=datetime.now(UTC))
    console.print("Reset, and signed out everywhere.")


def _found(session: Session, email: str) -> "Staff":
    from web.accounts.users import find_staff

    staff = find_staff(session, email)
    if staff is None:
        console.print("Nobody has an account with that e-mail address. See: signpost users list")
        raise typer.Exit(1)
    return staff


def _sessions() -> sessionmaker[Session]:
    return sessionmaker(make_engine(read_settings().database_url))
