"""What became of a named test is told from pytest's own report."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from signpost.assurance.results import (
    Result,
    began_and_took,
    read_cases,
    result_of,
    results_in,
    run_tests,
)


TESTS = """
import pytest

def test_good(): ...

@pytest.mark.parametrize("number", [1, 2, 3])
def test_mixed(number):
    assert number < 3

@pytest.mark.skip(reason="not here")
def test_left_out(): ...

@pytest.fixture
def broken():
    raise OSError

def test_broken(broken): ...

class TestGroup:
    def test_inside(self): ...

def test_good_too_but_named_longer(): assert False
"""
STATES = {
    "tests/test_some.py::test_good": ("passed", 1),
    "tests/test_some.py::test_mixed": ("failed", 3),
    "tests/test_some.py::test_mixed[2]": ("passed", 1),
    "tests/test_some.py::test_left_out": ("skipped", 1),
    "tests/test_some.py::test_broken": ("failed", 1),
    "tests/test_some.py::TestGroup::test_inside": ("passed", 1),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_some.py").write_text(TESTS)
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = -q\n")
    return tmp_path


@pytest.mark.slow
def test_each_named_test_has_what_became_of_all_its_cases(root: Path) -> None:
    results = run_tests(STATES, root=root)

    assert {name: (result.state, result.cases) for name, result in results.items()} == STATES


@pytest.mark.slow
def test_a_test_that_is_gone_did_not_run(root: Path) -> None:
    name = "tests/test_some.py::test_gone"

    assert run_tests([name], root=root) == {name: Result("did not run")}


def test_a_test_is_not_taken_for_one_with_a_longer_name() -> None:
    cases = {
        "tests.test_some.test_good_too": Result("failed", 1),
        "tests.test_some.test_good": Result("passed", 1),
    }

    assert result_of("tests/test_some.py::test_good", cases) == Result("passed", 1)


def test_an_error_in_a_fixture_is_a_failure(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite><testcase classname="tests.a" name="test_b" time="1.5"><error/></testcase>'
        "</testsuite></testsuites>"
    )

    assert read_cases(report) == {"tests.a.test_b": Result("failed", 1, 1.5)}


@pytest.mark.slow
def test_runs_that_have_been_are_read_together(root: Path) -> None:
    reports = [root / "one.xml", root / "other.xml"]
    for report, wanted in zip(reports, ("test_good or test_broken", "TestGroup"), strict=True):
        command = [sys.executable, "-m", "pytest", "tests", "-k", wanted, f"--junitxml={report}"]
        subprocess.run(command, cwd=root, check=False, capture_output=True)

    results = results_in(reports, STATES)
    began, seconds = began_and_took(reports)

    assert {name: result.state for name, result in results.items() if result.state != "did not run"} == {
        "tests/test_some.py::test_good": "passed",
        "tests/test_some.py::test_broken": "failed",
        "tests/test_some.py::TestGroup::test_inside": "passed",
    }
    assert abs((datetime.now(UTC) - began).total_seconds()) < 120
    assert 0 < seconds < 60


@pytest.mark.parametrize("content", [None, "no XML"])
def test_a_file_that_is_no_report_is_refused_with_what_to_do(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "report.xml"
    if content:
        file.write_text(content)

    told = subprocess.run(
        [sys.executable, "-m", "signpost.assurance", "--results", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 2
    assert "pytest --junitxml=" in told.stderr
