"""What the ASVS page says is shown by tests that there are, and nothing of the standard is left out."""

import pytest

from security.asvs import PAGE, Requirement, State, read_requirements, write_page
from tests.security.named_tests import ROOT, missing


EVERY = read_requirements()
each = pytest.mark.parametrize("requirement", EVERY, ids=lambda one: one.id)
# Counted in OWASP's own 4.0.3-en.csv: 128 of level 1, and 131 that only level 2 adds.
OF_LEVEL = {1: 128, 2: 131}


@each
def test_what_is_met_is_shown_by_tests_of_the_suite_or_read_off_a_file(requirement: Requirement) -> None:
    assert missing(requirement.tests) == []
    assert [path for path in requirement.read if not (ROOT / path).is_file()] == []
    assert (requirement.state is State.MET) == bool(requirement.tests or requirement.read)


@each
def test_what_is_not_met_or_does_not_apply_says_why(requirement: Requirement) -> None:
    assert (requirement.state is State.MET) == (not requirement.why)


@pytest.mark.parametrize("level", OF_LEVEL)
def test_every_requirement_of_both_levels_is_there_once(level: int) -> None:
    assert len({one.id for one in EVERY if one.level == level}) == OF_LEVEL[level]
    assert len({one.id for one in EVERY}) == len(EVERY) == sum(OF_LEVEL.values())


def test_a_test_that_is_not_there_is_missed() -> None:
    here = "tests/security/test_asvs.py"

    assert missing((f"{here}::test_no_such", "tests/no_such.py::test_x")) != []
    assert missing((f"{here}::test_a_test_that_is_not_there_is_missed",)) == []


def test_the_page_is_made_from_the_data() -> None:
    assert PAGE.read_text(encoding="utf-8") == write_page(EVERY)
