"""`signpost directory places`: the postcode table that tells which district a full postcode lies in."""

from pathlib import Path

import typer
from rich.console import Console

from signpost.private_files import make_private_folder
from signpost.settings import read_settings


app = typer.Typer(help="Load a table of full postcodes.", no_args_is_help=True)
console = Console(highlight=False, soft_wrap=True)


@app.callback()
def places() -> None:
    """Load a table of full postcodes, so that each resolves to its exact district."""


@app.command("import")
def import_(
    file: Path = typer.Argument(help="ONSPD's CSV, or Code-Point Open as a folder, a zip or one CSV."),
) -> None:
    """Load a table of full postcodes in place of the last one.

    Only postcodes of West Mercia and its borders are kept, terminated ones too. A file that is wrong or
    holds none of them changes nothing. Without a table, or for a postcode that it lacks, the built-in
    table of sectors answers. A running Signpost reads the new table at its next start.

    Example: signpost directory places import codepo_gb.zip
    """
    from directory.places.postcode_files import TableError, read_postcodes
    from directory.places.table import write_table

    settings = read_settings()
    try:
        make_private_folder(settings.home)
        count = write_table(settings.postcode_table, read_postcodes(file))
    except TableError as error:
        _refuse(str(error))
    except OSError as error:
        _refuse(f"{settings.postcode_table} cannot be written: {error.strerror}.")
    console.print(f"{count} postcodes loaded. A running Signpost uses them from its next start.")


def _refuse(reason: str) -> None:
    console.print(f"{reason} The last table, if any, is still in place.", markup=False)
    raise typer.Exit(1)
