"""`signpost upkeep`: the regular work alone, where the processes are started by something else."""

import time
from datetime import UTC, datetime

import typer
from rich.console import Console

from signpost.commands.upkeep import Upkeep, keep_figures, plan_upkeep
from signpost.settings import read_settings
from signpost.stopping import Stopped, Stopping, stopping


LOOK_EVERY = 1.0  # seconds between two looks at the clock
console = Console()


def upkeep() -> None:
    """Do what `signpost up` does beside its watch, until stopped: run it once in an installation.

    For containers and several machines, where something else starts the processes.
    """
    settings = read_settings()
    with stopping() as heard:
        keep_figures(settings, console)
        work = plan_upkeep(settings, tell=lambda failure: typer.echo(failure, err=True))
        try:
            _look_again_and_again(work, heard)
        except Stopped:
            console.print("Stopped.")


def _look_again_and_again(work: Upkeep, heard: Stopping) -> None:
    while True:
        work.look(datetime.now(UTC))
        with heard.while_waiting():
            time.sleep(LOOK_EVERY)
