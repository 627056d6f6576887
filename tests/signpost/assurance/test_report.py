"""The report says what passed, when and on what kind of machine, and names no machine."""

import getpass
import platform
from datetime import UTC, datetime
from pathlib import Path

import pytest

from signpost.assurance.figures import read_figures
from signpost.assurance.hazards import every_test, read_hazards
from signpost.assurance.markdown import as_markdown
from signpost.assurance.reading import ROOT
from signpost.assurance.report import REPORT, Run, report_page, this_machine, this_version
from signpost.assurance.results import Result


HAZARDS, FIGURES = read_hazards(), read_figures()
RUN = Run(datetime(2026, 11, 3, 9, 5, tzinfo=UTC), 240.0, "two cores", "abc")


def told(results: dict[str, Result]) -> str:
    return as_markdown(report_page(HAZARDS, FIGURES, results, RUN), made_from="x")


def test_it_counts_what_passed_and_says_when() -> None:
    names = every_test(HAZARDS)
    results = {name: Result("passed", 2) for name in names} | {names[0]: Result("failed", 1)}
    page = told(results)

    assert f"On 3 November 2026, {len(names) - 1} of {len(names)} tests passed" in page
    assert f"({2 * len(names) - 1} cases, 4 minutes)" in page
    assert "3 November 2026, 09:05 UTC" in page
    assert f"| `{names[0]}` | failed | 1 |" in page


def test_a_figure_that_misses_its_aim_says_so() -> None:
    page = told({name: Result("passed", 1) for name in every_test(HAZARDS)})

    assert page.count("**missed**") == sum(not figure.is_met for figure in FIGURES.values()) > 0


def test_the_machine_is_a_kind_and_not_a_name() -> None:
    said = this_machine()

    assert "core" in said
    assert "Python 3." in said
    assert platform.node() not in said.split()


def test_the_version_is_the_commit_and_whether_anything_differs(tmp_path: Path) -> None:
    assert this_version(tmp_path) == "unknown: no git"


@pytest.fixture
def committed() -> str:
    """The report of the last run, where one was kept."""
    page = ROOT / REPORT
    if not page.is_file():
        pytest.skip("NO RUN OF THE HAZARD LOG'S TESTS IS KEPT: make assurance writes its report")
    return page.read_text(encoding="utf-8")


def test_a_report_that_is_kept_is_of_the_tests_that_the_log_names_now_and_all_passed(committed: str) -> None:
    rows = [line.split(" | ") for line in committed.splitlines() if "| `tests/" in line]

    assert sorted({row[1].strip("`") for row in rows}) == [*every_test(HAZARDS)]
    assert {row[2] for row in rows} == {"passed"}


def test_a_report_that_is_kept_holds_no_path_and_no_name_of_a_machine_or_person(committed: str) -> None:
    assert str(ROOT) not in committed
    assert "/home/" not in committed
    assert f" {platform.node()} " not in committed
    assert getpass.getuser() not in committed.split()
