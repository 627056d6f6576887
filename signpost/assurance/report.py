"""One page that says which tests of the hazard log passed, when, and on what kind of machine."""

import os
import platform
import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from signpost.assurance.document import Document, Section, Table
from signpost.assurance.figures import Figure
from signpost.assurance.hazard_parts import figures_table
from signpost.assurance.hazards import Hazard
from signpost.assurance.results import PASSED, Result


REPORT = "docs/assurance/report.md"


@dataclass(frozen=True)
class Run:
    """When and where the tests ran; nothing that names a machine or a person."""

    began: datetime  # aware
    seconds: float
    machine: str
    version: str  # the commit, and whether files differed from it


def this_machine() -> str:
    """What kind of machine this is, without its name: processor, cores, system and Python."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{_processor()}, {cores} core{'' if cores == 1 else 's'} in use, {platform.system()} "
        f"{platform.machine()}, Python {platform.python_version()}"
    )


def this_version(root: Path) -> str:
    """The commit that is checked out, and whether anything differs from it."""
    commit = _git(root, "rev-parse", "--short=10", "HEAD")
    if not commit:
        return "unknown: no git"
    changed = _git(root, "status", "--porcelain", "--untracked-files=no")
    return f"{commit}, with changes that were not committed" if changed else commit


def report_page(
    hazards: Iterable[Hazard], figures: Mapping[str, Figure], results: Mapping[str, Result], run: Run
) -> Document:
    """The page: a summary, each hazard with its tests, and the figures."""
    told = tuple(hazards)
    return Document(
        title="What the tests of the hazard log showed",
        lead=(_summary(results, run), "The hazards themselves: [hazard log](../hazards.md)."),
        sections=(
            Section(heading="Run", parts=(_run_table(run),)),
            Section(heading="Hazards and their tests", parts=()),
            *(_hazard_section(hazard, results) for hazard in told),
            Section(
                heading="Measured figures",
                parts=(
                    "Not measured by this run, which holds their floors: each was measured on the day that "
                    "stands beside it. Those that miss their aim are part of the risk that is left.",
                    *figures_table(figures.values()),
                ),
            ),
        ),
    )


def _summary(results: Mapping[str, Result], run: Run) -> str:
    passed = sum(each.state == PASSED for each in results.values())
    cases = sum(each.cases for each in results.values())
    minutes = run.seconds / 60
    day = f"{run.began.day} {run.began:%B %Y}"
    return f"On {day}, {passed} of {len(results)} tests passed ({cases} cases, {minutes:.0f} minutes)."


def _run_table(run: Run) -> Table:
    began = f"{run.began.day} {run.began:%B %Y, %H:%M} UTC"
    rows = (("Began", began), ("Version", run.version), ("Machine", run.machine))
    return Table(columns=("", ""), rows=rows)


def _hazard_section(hazard: Hazard, results: Mapping[str, Result]) -> Section:
    rows = tuple(
        (control.what, f"`{test}`", results[test].state, str(results[test].cases))
        for control in hazard.controls
        for test in control.tests
    )
    left = f"Risk that is left: {hazard.residual.rating} of 5. Owner: {hazard.owner.value}."
    table = Table(columns=("Control", "Test", "Result", "Cases"), rows=rows)
    return Section(heading=hazard.title, level=3, parts=(left, table))


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or "a processor of unknown make"
    found = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return found[1].strip() if found else "a processor of unknown make"


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""
