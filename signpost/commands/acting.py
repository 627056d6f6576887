"""Who acts on the command line: a person with an account that is not disabled and that has the right role."""

from typing import TYPE_CHECKING, NoReturn

import typer
from rich.console import Console
from sqlalchemy.orm import Session


if TYPE_CHECKING:
    from directory.history import Editor
    from vocabulary.roles import Role

console = Console(highlight=False, soft_wrap=True)
HELP = "The e-mail address with which you sign in; the history of the directory shows it."
BY = typer.Option(..., help=HELP)
BY_IF_KEPT = typer.Option("", help=f"{HELP} Needed unless it is a dry run.")


def acting(session: Session, email: str, role: "Role") -> "Editor":
    """The person with this e-mail address, who covers the role; ends the command with a sentence otherwise.

    Whoever uses the command line could name anybody: the machine's own accounts decide who that is.
    """
    from directory.history import Editor
    from web.accounts.roles import covers
    from web.accounts.users import find_staff

    staff = find_staff(session, email)
    if staff is None:
        _refuse("Say who you are with --by and the e-mail address of your account. See: signpost users list")
    if staff.disabled_at is not None:
        _refuse(f"The account of {staff.email} is disabled.")
    if not covers(staff.as_role, role):
        has = staff.as_role.description.lower()
        _refuse(f"{staff.email} cannot do that: it needs the role {role.value}, and they are: {has}.")
    return Editor(staff.id, staff.email)


def _refuse(reason: str) -> NoReturn:
    console.print(reason, markup=False)
    raise typer.Exit(1)
