"""`signpost up`, `train` and `migrate`: from a checkout to a running service."""

from datetime import UTC, datetime
from pathlib import Path

import typer
from rich.console import Console
from sqlalchemy.orm import sessionmaker

from signpost.commands.running import start, watch
from signpost.commands.upkeep import keep_figures, plan_upkeep
from signpost.database import make_engine
from signpost.private_files import make_private_folder
from signpost.processes import (
    ProcessFailed,
    Running,
    stop_all,
    wait_until_healthy,
)
from signpost.renewing import Renewal, nobody_talks
from signpost.settings import Settings, read_settings
from signpost.steps import StepFailed, run_step
from signpost.stopping import Stopped, Stopping, stopping
from vocabulary.pathway import Traffic


MODELS = Path("models")
HOW_TO_CONFIRM = "Start with SIGNPOST_LIVE=no, ring each team, and confirm its entry in /admin."
DEMO_VISITS = 20_000
LOOK_EVERY = 1.0  # seconds between two looks at the processes
console = Console()


def migrate() -> None:
    """Bring the database to the newest schema and fill an empty directory from the starter data."""
    _or_exit(lambda: _migrate(read_settings()))


def train(
    force: bool = typer.Option(False, "--force", help="Train even when nothing changed."),
) -> None:
    """Train the conversation model when its data, domain, configuration or components changed."""
    _or_exit(lambda: _train(force=force))


def up() -> None:
    """Migrate, train if needed, start the three processes and keep them running until Ctrl-C."""
    _or_exit(_up)


def _or_exit(action: object) -> None:
    try:
        assert callable(action)
        action()
    except KeyboardInterrupt as error:
        console.print("Stopped.")
        raise typer.Exit(130) from error
    except (StepFailed, ProcessFailed) as error:
        console.print(f"[red]{error}[/red]", highlight=False)
        raise typer.Exit(1) from error


def _migrate(settings: Settings) -> None:
    from directory import starter
    from migrations import upgrade

    def fill() -> int:
        with sessionmaker(make_engine(settings.database_url)).begin() as session:
            return starter.fill(session)

    make_private_folder(settings.home)
    again = "Is the database reachable and its disk not full? Then run: signpost migrate"
    run_step(
        console,
        "Bringing the database up to date",
        lambda: upgrade(settings.database_url),
        next_if_failed=again,
    )
    run_step(console, "Filling the directory from the starter data", fill, next_if_failed=again)


def _train(*, force: bool = False) -> None:
    def _train_model(again: bool) -> None:
        from bot.model_file import MODEL
        from bot.training import train_if_changed

        if again:
            (MODELS / f"{MODEL}.sha256").unlink(missing_ok=True)
        train_if_changed(Path.cwd(), MODELS)

    run_step(
        console,
        "Training the conversation model if its data changed (about a minute when it did)",
        lambda: _train_model(force),
        next_if_failed="Mend the file named above in data/ or domain.yml, then run: signpost train",
    )


def _up() -> None:
    settings = read_settings()
    _migrate(settings)
    _refuse_gaps(settings)
    _refuse_demo_sign_ins(settings)
    _refuse_nobody(settings)
    _prepare_figures(settings)
    _train()
    newcomers = _demo_sign_ins(settings)
    with stopping() as heard:
        _run(settings, newcomers, heard)
    console.print("Stopped.")


def _run(settings: Settings, newcomers: list[tuple[str, str, str]], heard: Stopping) -> None:
    """Starts the three and keeps them running until somebody asks to stop; stops whatever has started."""
    running: list[Running] = []
    try:
        start(settings, running, console)
        with console.status("Waiting until all three answer"), heard.while_waiting():
            wait_until_healthy(running)
        _tell(settings, newcomers)
        watch(running, heard, plan_upkeep(settings, tell=_say), _renewal(settings, running), tell=_say)
    except Stopped:
        console.print("Stopping …")
    finally:
        stop_all(running)


def _renewal(settings: Settings, running: list[Running]) -> Renewal | None:
    """None where open conversations lie in Redis: then no process here knows whether somebody talks."""
    if settings.scale.is_shared:
        return None
    engine = next(each.plan.health for each in running if each.plan.name == "rasa")
    return Renewal(lambda: nobody_talks(engine))


def _refuse_gaps(settings: Settings) -> None:
    """Live use does not start while a district lacks a confirmed children's or adult team."""
    from directory.search import readiness
    from vocabulary.words import words

    if not settings.live:
        return
    with sessionmaker(make_engine(settings.database_url))() as session:
        gaps = readiness(session)
    if gaps:
        missing = "\n".join(
            f"  {words(gap.district.words)}: no confirmed team for {gap.team}" for gap in gaps
        )
        raise StepFailed(
            f"SIGNPOST_LIVE is yes, but a lifeline is not confirmed:\n{missing}\n{HOW_TO_CONFIRM}"
        )


def _refuse_nobody(settings: Settings) -> None:
    """Live use does not start while the notices for the public cannot say who runs it."""
    if settings.live and settings.body.missing:
        missing = ", ".join(settings.body.missing)
        raise StepFailed(
            f"SIGNPOST_LIVE is yes, but the notices cannot say who is responsible. Set: {missing}. "
            "docs/settings.md says what each is."
        )


def _refuse_demo_sign_ins(settings: Settings) -> None:
    """Live use does not start with sign-ins whose passwords a terminal has shown."""
    from web.accounts.users import open_demo_accounts

    if not settings.live:
        return
    with sessionmaker(make_engine(settings.database_url))() as session:
        still_open = open_demo_accounts(session)
    if still_open:
        each = "\n".join(f"  signpost users disable {email}" for email in still_open)
        raise StepFailed(f"SIGNPOST_LIVE is yes, but the demonstration's sign-ins are open. Run:\n{each}")


def _prepare_figures(settings: Settings) -> None:
    """Rolls up the visits ahead of the first page; a new demonstration gets a synthetic year."""
    from signpost.commands.usage import shown_services
    from usage.demo import draw
    from usage.release import offer

    now = datetime.now(UTC)
    sessions = sessionmaker(make_engine(settings.database_url))

    def draw_year() -> None:
        with sessions() as session:
            is_new = offer(session, traffic=Traffic.DEMO, at=now).since is None
        if is_new:
            services = shown_services(sessions)
            draw(sessions, visits=DEMO_VISITS, seed=1, until=now.date(), services=services)

    again = "Is the disk full? Then run: signpost up"
    if settings.traffic is Traffic.DEMO:
        run_step(console, "Drawing a synthetic year of visits, once", draw_year, next_if_failed=again)
    keep_figures(settings, console)


def _say(failure: str) -> None:
    console.print(failure, highlight=False, markup=False)


def _demo_sign_ins(settings: Settings) -> list[tuple[str, str, str]]:
    from web.accounts.users import demo_staff

    if settings.live:
        return []
    with sessionmaker(make_engine(settings.database_url)).begin() as session:
        return [(staff.email, staff.role, staff.password) for staff in demo_staff(session)]


def _tell(settings: Settings, newcomers: list[tuple[str, str, str]]) -> None:
    address = f"http://localhost:{settings.port}"
    console.print(f"\n[green]Signpost is running.[/green]\n  Start      {address}", highlight=False)
    console.print(f"  Chat       {address}/chat\n  Services   {address}/services", highlight=False)
    console.print(f"  Directory  {address}/admin\n  Insights   {address}/insights", highlight=False)
    if newcomers:
        console.print("\nDemo sign-ins, made now and shown only this once:")
    for email, role, password in newcomers:
        console.print(f"  {role:<14} {email:<34} {password}", highlight=False, markup=False)
    if not newcomers and not settings.live:
        console.print(
            "\nThe demo sign-ins were shown at the first start. A new one: signpost users add --help"
        )
    console.print("\nStop with Ctrl-C.")
