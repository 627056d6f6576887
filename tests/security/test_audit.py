from datetime import date
from pathlib import Path

import pytest

from security import advisories
from security.advisories import NoService, ask_about_python, read_npm_audit, read_pip_audit
from security.audit import audit
from security.findings import Accepted, Found, read_accepted


TODAY = date(2026, 11, 27)
FOUND = Found("rasa", "3.6.21", frozenset({"CVE-1", "GHSA-1"}))
WEAK = """{"dependencies": [
  {"name": "Jinja2", "version": "2.4.1", "vulns": [{"id": "PYSEC-1", "aliases": ["CVE-1"]}]}]}"""
PASSED_OVER = '{"dependencies": [{"name": "jinja2", "skip_reason": "not found"}], "fixes": []}'
REFUSED = '{"message": "405 Method Not Allowed", "error": {"summary": ""}}'
NPM = """{"vulnerabilities": {
  "a": {"range": "<2", "via": [{"url": "https://github.com/advisories/GHSA-2"}]},
  "b": {"range": "<3", "via": ["a"]}}}"""


def away() -> list[Found]:
    raise NoService("The service is away.")


def test_a_service_that_is_away_is_told_and_is_no_failure() -> None:
    lines, is_well = audit({"Python packages": away}, [], today=TODAY)

    assert is_well
    assert "Python packages: NOT CHECKED. The service is away." in lines


def test_without_a_service_an_acceptance_that_has_ended_still_fails() -> None:
    ended = Accepted("rasa", "3.6.21", frozenset({"CVE-1"}), "why", "source", date(2026, 11, 26))

    assert not audit({"Python packages": away}, [ended], today=TODAY)[1]


def test_what_is_known_and_not_accepted_fails_by_name() -> None:
    lines, is_well = audit({"Python packages": lambda: [FOUND]}, [], today=TODAY)

    assert not is_well
    assert "rasa 3.6.21: CVE-1, GHSA-1 is known and not accepted." in lines


def test_what_is_accepted_passes() -> None:
    accepted = Accepted("rasa", "3.6.21", frozenset({"CVE-1"}), "why", "source", TODAY)

    assert audit({"Python packages": lambda: [FOUND]}, [accepted], today=TODAY)[1]


def test_the_accepted_findings_hold_today() -> None:
    assert audit({}, read_accepted(), today=TODAY)[1]


def test_a_program_that_passes_over_the_known_weak_one_reached_nobody(tmp_path: Path) -> None:
    program = _program(tmp_path, PASSED_OVER)

    with pytest.raises(NoService, match=advisories.KNOWN_WEAK):
        ask_about_python(program=program)


def test_a_program_that_knows_the_weak_one_is_believed(tmp_path: Path) -> None:
    found = ask_about_python(program=_program(tmp_path, WEAK))

    assert found == [Found("jinja2", "2.4.1", frozenset({"PYSEC-1", "CVE-1"}))]


def test_a_lock_that_is_looked_at_in_part_is_not_clean(tmp_path: Path) -> None:
    weak, lock = _program(tmp_path, WEAK), _program(tmp_path / "lock", PASSED_OVER)
    program = tmp_path / "either"
    program.write_text(f'#!/bin/sh\ncase "$*" in *known-weak*) exec {weak};; *) exec {lock};; esac\n')
    program.chmod(0o700)

    with pytest.raises(NoService, match="did not answer for jinja2"):
        ask_about_python(program=program)


def test_without_the_program_it_is_said_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(NoService, match="make audit"):
        ask_about_python(program=tmp_path / "none")


@pytest.mark.parametrize("told", ["", "nonsense", "[]", REFUSED])
def test_an_answer_that_is_none_is_no_clean_bill(told: str) -> None:
    for read in (read_pip_audit, read_npm_audit):
        with pytest.raises(NoService):
            read(told)


def test_npms_findings_are_those_of_the_packages_themselves() -> None:
    assert read_npm_audit(NPM) == [Found("a", "<2", frozenset({"GHSA-2"}))]
    assert read_npm_audit('{"vulnerabilities": {}}') == []


def _program(folder: Path, told: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "pip-audit"
    path.write_text(f"#!/bin/sh\ncat <<'E'\n{told}\nE\n")
    path.chmod(0o700)
    return path
