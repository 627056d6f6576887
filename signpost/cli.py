"""The `signpost` command: everything an operator does."""

import sys

import typer

from signpost import logs
from signpost.commands import backup, chat, embed, keep_up, keys, understand, up, users
from signpost.commands.directory import app as directory_app
from signpost.commands.usage import app as usage_app
from signpost.secrets import BadSecret
from signpost.settings import BadSetting


app = typer.Typer(
    help="Run and look after Signpost: the chat, the service directory and the insights.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("up")(up.up)
app.command("train")(up.train)
app.command("migrate")(up.migrate)
app.command("upkeep")(keep_up.upkeep)
app.command("understand")(understand.understand)
app.command("chat")(chat.chat)
app.command("embed")(embed.embed)
app.command("backup")(backup.backup)
app.command("restore")(backup.restore)
app.add_typer(directory_app, name="directory")
app.add_typer(usage_app, name="usage")
app.add_typer(users.app, name="users")
app.add_typer(keys.app, name="keys")


def main() -> None:
    """Runs the command line; an odd setting or secret is told in its sentence, whatever the command."""
    logs.configure("command")
    try:
        app()
    except (BadSetting, BadSecret) as error:
        print(error, file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
