"""`signpost directory`: the service directory from the command line."""

import typer


app = typer.Typer(help="Import, export and check the service directory.", no_args_is_help=True)


@app.callback()
def _family() -> None:
    """Import, export and check the service directory."""
