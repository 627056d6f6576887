"""docs/security/threat-model.md names tests that there are, and leaves nobody out."""

import re

import pytest

from tests.security.named_tests import ROOT, missing


PAGE = (ROOT / "docs" / "security" / "threat-model.md").read_text(encoding="utf-8")
NAMED = tuple(sorted(set(re.findall(r"`(tests/[\w/]+\.py::\w+)`", PAGE))))
ATTACKERS = {
    "The perpetrator with the phone",
    "The curious insider",
    "The compromised manager",
    "A partner's hacked page",
    "The scanner of the internet",
}


def test_every_test_that_it_names_is_there() -> None:
    assert len(NAMED) > 40
    assert missing(NAMED) == []


@pytest.mark.parametrize("attacker", sorted(ATTACKERS))
def test_each_attacker_has_wants_means_controls_with_tests_and_what_remains(attacker: str) -> None:
    part = PAGE.partition(f"## {attacker}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (?!What stops|--)(.*)$", part, re.MULTILINE)

    assert all(word in part for word in ("**Wants**", "**Can**", "**What remains.**"))
    assert len(rows) > 3
    assert [row for row in rows if "`tests/" not in row] == []
