"""What became of a named test is told from pytest's own report."""

from pathlib import Path

import pytest

from signpost.assurance.results import Result, read_cases, result_of, run_tests


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
