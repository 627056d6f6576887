"""What became of the tests that the hazard log names: pytest runs them and writes what happened as XML."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory


PASSED, FAILED, SKIPPED, ABSENT = "passed", "failed", "skipped", "did not run"
_WORST = (PASSED, SKIPPED, FAILED)


@dataclass(frozen=True)
class Result:
    """What became of one named test: all its cases together, the worst of them first told."""

    state: str  # passed, failed, skipped or "did not run"
    cases: int = 0
    seconds: float = 0.0


def run_tests(names: Iterable[str], *, root: Path) -> dict[str, Result]:
    """Runs the named tests in the repository at `root`, and says of each what became of it."""
    with TemporaryDirectory(prefix="signpost-") as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", f"--junitxml={report}", *names]
        subprocess.run(command, cwd=root, check=False)
        return results_in([report] if report.is_file() else [], names)


def results_in(reports: Iterable[Path], names: Iterable[str]) -> dict[str, Result]:
    """What became of each named test in runs that have been, by the XML that pytest wrote of them."""
    cases: dict[str, Result] = {}
    for report in reports:
        cases |= read_cases(report)
    return {name: result_of(name, cases) for name in names}


def began_and_took(reports: Iterable[Path]) -> tuple[datetime, float]:
    """When the first of these runs began, and the seconds of all together. Raises ValueError without one."""
    suites = [suite for report in reports for suite in ET.parse(report).iter("testsuite")]  # noqa: S314 - as above
    began = min(datetime.fromisoformat(suite.attrib["timestamp"]).astimezone(UTC) for suite in suites)
    return began, sum(float(suite.attrib["time"]) for suite in suites)


def read_cases(report: Path) -> dict[str, Result]:
    """Every case of pytest's report by its dotted name, such as `tests.safety.test_cards.test_x[first]`."""
    found: dict[str, Result] = {}
    # Written by our own pytest a moment ago: nobody else's document.
    for case in ET.parse(report).iter("testcase"):  # noqa: S314
        name = f"{case.get('classname')}.{case.get('name')}"
        bad = case.find("failure") is not None or case.find("error") is not None
        state = FAILED if bad else SKIPPED if case.find("skipped") is not None else PASSED
        found[name] = Result(state, 1, float(case.get("time", 0)))
    return found


def result_of(name: str, cases: Mapping[str, Result]) -> Result:
    """What became of a test by its pytest id, all its cases together."""
    dotted = name.replace(".py::", ".").replace("::", ".").replace("/", ".")
    mine = [result for case, result in cases.items() if case == dotted or case.startswith(f"{dotted}[")]
    if not mine:
        return Result(ABSENT)
    worst = max((each.state for each in mine), key=_WORST.index)
    return Result(worst, len(mine), sum(each.seconds for each in mine))
