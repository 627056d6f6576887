"""The published packages that are measured: brought by npm into a folder of their own, never into ours.

`python -m benchmarks.others.packages` writes package-lock.json anew from the versions in package.json.
"""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path


HERE = Path(__file__).parent
PINNED, LOCK = "package.json", "package-lock.json"
FOLDER = Path(tempfile.gettempdir()) / "signpost-others"
QUIET = ("--ignore-scripts", "--no-audit", "--no-fund", "--silent")
KEPT = ("version", "integrity", "license")


class PackagesMissing(RuntimeError):
    """npm could not bring the packages; the message says what to do."""


def installed(folder: Path = FOLDER) -> Path:
    """The folder node_modules with exactly what the lock names. Raises PackagesMissing."""
    if _is_there(folder):
        return folder / "node_modules"
    folder.mkdir(parents=True, exist_ok=True)
    for name in (PINNED, LOCK):
        shutil.copy(HERE / name, folder / name)
    _npm("ci", folder)
    (folder / "installed").write_text((HERE / LOCK).read_text())
    return folder / "node_modules"


def versions() -> Mapping[str, str]:
    """The version of each package that is measured, by its name."""
    pinned: dict[str, str] = json.loads((HERE / PINNED).read_text())["dependencies"]
    return pinned


def lock_again() -> None:
    """Asks npm for the checksums of the pinned versions and keeps only those of the pinned packages.

    A bundle carries all that it needs. Of the hundreds of packages that it was built from, none is served.
    """
    with tempfile.TemporaryDirectory(prefix="signpost-") as made:
        folder = Path(made)
        shutil.copy(HERE / PINNED, folder / PINNED)
        _npm("install", folder, "--package-lock-only", "--omit-lockfile-registry-resolved")
        lock = json.loads((folder / LOCK).read_text())
    chosen = {"": lock["packages"][""]}
    for name in versions():
        whole = lock["packages"][f"node_modules/{name}"]
        chosen[f"node_modules/{name}"] = {key: whole[key] for key in KEPT}
    (HERE / LOCK).write_text(json.dumps(lock | {"packages": chosen}, indent=2) + "\n")


def _is_there(folder: Path) -> bool:
    mark = folder / "installed"
    return mark.is_file() and mark.read_text() == (HERE / LOCK).read_text()


def _npm(command: str, folder: Path, *more: str) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise PackagesMissing("npm was not found. Install Node, then run this again.")
    if subprocess.run([npm, command, *QUIET, *more], cwd=folder, check=False).returncode:
        raise PackagesMissing("npm could not bring the packages. Is the npm registry reachable?")


if __name__ == "__main__":
    lock_again()
