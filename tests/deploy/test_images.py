"""The two images: small, pinned, for a user of their own, from the lock, and without secrets."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest


ROOT = Path(__file__).parents[2]
FILES = [ROOT / "deploy" / name for name in ("web.Dockerfile", "bot.Dockerfile")]
OF_THE_BOT = (
    "bot actions rasa rasa_sdk tensorflow keras dask sklearn scipy numpy onnx onnxruntime tokenizers sanic"
)
BLOCK = f"""
import importlib.abc, sys

class Missing(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in {OF_THE_BOT.split()!r}:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Missing())
import migrations, signpost.cli, web.serve
"""


def instructions(path: Path) -> list[str]:
    """The file's instructions, each on one line, without comments."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [each.strip() for each in re.sub(r"\\\n\s*", " ", "\n".join(lines)).splitlines() if each.strip()]


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def test_both_stages_are_of_one_pinned_base_of_our_python(path: Path) -> None:
    bases = [each.split()[1] for each in instructions(path) if each.startswith("FROM")]
    python = (ROOT / ".python-version").read_text().strip()

    assert len(bases) == 2
    assert len(set(bases)) == 1
    assert re.fullmatch(rf"python:{re.escape(python)}\.\d+-slim-bookworm", bases[0])


def test_it_runs_as_a_user_without_rights_who_owns_nothing_of_the_code(path: Path) -> None:
    last = instructions(path)[[each.startswith("FROM") for each in instructions(path)].index(True, 1) :]

    assert "USER 10001:10001" in last
    assert last.index("USER 10001:10001") < [each.startswith("CMD") for each in last].index(True)
    assert not any("--chown" in each for each in last)
    assert not any(each.startswith("USER") and "10001" not in each for each in last)


def test_versions_come_from_the_lock(path: Path) -> None:
    installs = re.findall(r"pip install [^&]*", "\n".join(instructions(path)))

    assert installs
    assert all("-c requirements.lock" in each or re.search(r"uv==\d", each) for each in installs)


def test_it_holds_no_secret_and_fetches_nothing_by_address(path: Path) -> None:
    text = "\n".join(instructions(path))

    assert not re.search(r"(SECRET|PASSWORD|TOKEN)\w*=", text)
    assert not re.search(r"\b(curl|wget|ADD)\b|https?://", text)


def test_the_web_image_takes_no_group_and_leaves_the_bot_out() -> None:
    text = "\n".join(instructions(FILES[0]))

    assert "--group" not in text
    assert "rm -rf actions bot data" in text


@pytest.mark.slow
def test_the_web_process_and_its_commands_start_without_rasa_and_tensorflow() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", BLOCK], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr[-2000:]


def test_nothing_goes_to_the_builder_that_is_not_named() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    named = {line[1:] for line in lines if line.startswith("!")}
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]

    assert next(line for line in lines if not line.startswith("#")) == "*"
    assert set(packages["packages"]) <= named
    assert not {"var", "deploy", ".git", "models", "tests"} & named
    assert all((ROOT / name).exists() for name in named)
