"""Starts the three processes of `signpost up` and keeps them running, until somebody asks to stop."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from signpost.commands.upkeep import Upkeep
from signpost.processes import ProcessFailed, Running, plan_processes, process_environment
from signpost.renewing import OVERDUE, TOLD, Renewal
from signpost.secrets import read_or_make_secret
from signpost.settings import Settings
from signpost.stopping import Stopping
from signpost.watching import Watch


LOOK_EVERY = 1.0  # seconds between two looks at the processes


def start(settings: Settings, running: list[Running], console: Console) -> None:
    """Starts the three, noting each as it starts, so that whatever has started can be stopped."""
    token = read_or_make_secret(settings.home, "engine").hex()
    environment = process_environment(settings, token)
    planned = [Running(plan, _log(settings, plan.name), environment) for plan in plan_processes(settings)]
    console.print("[bold]Starting the action server, the conversation engine and the web process[/bold] …")
    for one in planned:
        if one.is_healthy():
            message = (
                f"Port in use: {one.plan.health} already answers. Stop what runs there, or set another port."
            )
            raise ProcessFailed(message)
    for one in planned:
        one.start()
        running.append(one)


def watch(
    running: list[Running],
    heard: Stopping,
    upkeep: Upkeep,
    renewal: Renewal | None,
    *,
    tell: Callable[[str], None],
) -> None:
    """Starts again what ends or hangs, all afresh every night, and does the daily work; ends with Stopped."""
    seen = Watch(running)
    while True:
        upkeep.look(datetime.now(UTC))
        with heard.while_waiting():
            time.sleep(LOOK_EVERY)
        if renewal is not None and renewal.is_overdue():
            tell(OVERDUE)
        if renewal is not None and renewal.is_due():
            tell(TOLD)
            seen.start_afresh()
        for told in seen.look():
            tell(told)


def _log(settings: Settings, name: str) -> Path:
    return settings.home / "log" / f"{name}.log"
