"""The packages that the two locks name, with their versions."""

import json
import re
from pathlib import Path


ROOT = Path(__file__).resolve().parent.parent
PYTHON_LOCK = ROOT / "requirements.lock"
BROWSER_LOCK = ROOT / "package-lock.json"
PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)", re.MULTILINE)


def python_packages(lock: Path = PYTHON_LOCK) -> dict[str, str]:
    """Version by name, the name as PyPI compares it: small letters, with hyphens."""
    return {plain(name): version for name, version in PINNED.findall(lock.read_text(encoding="utf-8"))}


def browser_packages(lock: Path = BROWSER_LOCK) -> dict[str, str]:
    """Version by name of what npm installs."""
    held = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    return {path.rpartition("node_modules/")[2]: each["version"] for path, each in held.items() if path}


def plain(name: str) -> str:
    """A package's name as PyPI compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()
