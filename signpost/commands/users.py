"""`signpost users`: who may sign in."""

import typer
from rich.console import Console
from sqlalchemy.orm import sessionmaker

from signpost.database import make_engine
from signpost.settings import read_settings


app = typer.Typer(help="Add the people who may sign in.", no_args_is_help=True)
console = Console(highlight=False)
WHAT_TO_DO = {
    "email": "That is not an e-mail address. Write it as name@example.org.",
    "taken": "That e-mail address has an account already.",
    "password-short": "That password is too short. Use at least 12 characters.",
    "password-long": "That password is too long. Use at most 256 characters.",
}


@app.callback()
def _family() -> None:
    """Add the people who may sign in."""


@app.command("add")
def add(
    email: str = typer.Argument(help="The e-mail address the person signs in with."),
    role: str = typer.Option(..., help="editor, manager, approver, analyst or administrator."),
    password: str = typer.Option(..., prompt=True, hide_input=True, confirmation_prompt=True),
) -> None:
    """Add one person; the password is asked for and never shown.

    Example: signpost users add anna@example.org --role manager
    """
    from web.accounts.errors import BadAccount
    from web.accounts.roles import Role
    from web.accounts.users import add_staff

    if role not in set(Role):
        console.print(f"'{role}' is not a role. Choose one of: {', '.join(Role)}.")
        raise typer.Exit(1)
    try:
        with sessionmaker(make_engine(read_settings().database_url)).begin() as session:
            add_staff(session, email, Role(role), password)
    except BadAccount as error:
        console.print(WHAT_TO_DO[error.code])
        raise typer.Exit(1) from error
    console.print("Added.")
