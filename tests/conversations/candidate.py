"""`python -m tests.conversations.candidate MODELS`: the recorded conversations with another model.

Before a model takes the place of the one that serves: the engine of a system of its own, on spare ports and
with its own database, loads the model in the folder MODELS. Every recorded conversation is played through
its public door. Nothing of the running installation is touched. Ends with 1 when one does not go as written.
"""

import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from bot.model_file import WrongModel, check_model
from signpost.processes import stop_all, wait_until_healthy
from tests.running import ROOT, RunningSystem, running_system
from tests.talking import Conversation, play, recorded_conversations


WRONG = 1


def lead_to(models: Path, system: RunningSystem, project: Path) -> None:
    """Starts the system's engine again, in a project of its own whose models are in this folder.

    Raises ProcessFailed when the model cannot be loaded.
    """
    project.mkdir(parents=True)
    for name in ("endpoints.yml", "credentials.yml"):
        (project / name).symlink_to(ROOT / name)
    (project / "models").symlink_to(models.resolve())
    engine = system.process("rasa")
    stop_all([engine])
    engine.plan = replace(engine.plan, command=["env", "--chdir", str(project), *engine.plan.command])
    engine.start()
    wait_until_healthy([engine])


def play_all(system: RunningSystem, recordings: Sequence[Path]) -> list[str]:
    """What does not go as written, a line each; empty when all is well.

    What goes wrong is played once more: on a busy machine the fixed card may have come in between.
    """
    again = [path for path in recordings if _what_goes_wrong(system, path)]
    return [wrong for path in again if (wrong := _what_goes_wrong(system, path))]


def _what_goes_wrong(system: RunningSystem, path: Path) -> str:
    try:
        play(Conversation(system), path)
    except AssertionError as error:
        return f"{path.stem}: {str(error).splitlines()[0]}"
    return ""


def main(models: Path) -> int:
    """Plays them all and tells."""
    try:
        check_model(models)
    except WrongModel as error:
        sys.stderr.write(f"{error}\n")
        return WRONG
    recordings = recorded_conversations()
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        system = stack.enter_context(running_system(home / "home"))
        lead_to(models, system, home / "project")
        wrong = play_all(system, recordings)
    lines = [*wrong, f"{len(recordings) - len(wrong)} of {len(recordings)} conversations go as written."]
    sys.stdout.write("\n".join(lines) + "\n")
    return WRONG if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
