"""`signpost directory verify` and `publish-due`: the chain of the history, and changes that are due."""

from datetime import UTC, datetime

import typer
from rich.console import Console

from signpost.commands.feeds import sessions


app = typer.Typer()
console = Console(highlight=False, soft_wrap=True)


@app.command("verify")
def verify() -> None:
    """Check that nobody altered, removed or added a row of the history behind the directory's back.

    Every row carries a hash of itself and of the row before it. The first row that does not fit is named.
    Write the last hash down elsewhere: a history that was forged as a whole has another one.

    Example: signpost directory verify
    """
    from directory import chain

    with sessions()() as session:
        verdict = chain.verify(session)
    if verdict.broken is None:
        rows = "1 row" if verdict.rows == 1 else f"{verdict.rows} rows"
        console.print(f"The history is whole: {rows}. Its last hash: {verdict.head}")
        return
    console.print(_told(verdict.broken), markup=False)
    raise typer.Exit(1)


@app.command("publish-due")
def publish_due() -> None:
    """Show the approved changes and imports whose cool-off is over; a running Signpost does so by itself.

    Example: signpost directory publish-due
    """
    from directory.going_live import show_due
    from web.accounts.users import disabled_at

    shown = show_due(sessions(), at=datetime.now(UTC), disabled_at=disabled_at)
    console.print("1 change is now shown." if len(shown) == 1 else f"{len(shown)} changes are now shown.")


def _told(broken: object) -> str:
    """What is wrong, and where."""
    from directory.chain import Break, Fault

    assert isinstance(broken, Break)
    place = f"row {broken.sequence}"
    return {
        Fault.MISSING: f"The history is broken: {place} is missing, or a row was slipped in there.",
        Fault.ALTERED: f"The history is broken: {place} ({broken.row_id}) was altered.",
        Fault.CUT: f"The history is broken: {place} is missing at its end, or was added without the head.",
        Fault.HEADLESS: "The history is broken: its head is gone, so rows may be missing at its end.",
    }[broken.fault]
