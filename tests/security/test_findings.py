from dataclasses import replace
from datetime import date

import pytest

from security.findings import Accepted, Found, complaints, read_accepted, unknown
from security.locked import browser_packages, python_packages


TODAY = date(2026, 11, 27)
ONE = Accepted("pymongo", "4.3.3", frozenset({"CVE-1", "GHSA-1"}), "why", "source", TODAY)
EVERY = read_accepted()


@pytest.mark.parametrize("accepted", EVERY, ids=lambda each: each.package)
def test_each_accepted_finding_is_of_the_locked_version_and_says_why_and_where_it_was_read(
    accepted: Accepted,
) -> None:
    assert (python_packages() | browser_packages())[accepted.package] == accepted.version
    assert len(accepted.why) > 60
    assert accepted.source
    assert all(each.startswith(("CVE-", "GHSA-", "PYSEC-")) for each in accepted.ids)


@pytest.mark.parametrize("accepted", EVERY, ids=lambda each: each.package)
def test_nothing_is_accepted_for_more_than_half_a_year(accepted: Accepted) -> None:
    assert accepted.until <= date(2027, 5, 31)


def test_a_finding_is_accepted_to_the_end_of_its_last_day() -> None:
    assert complaints([ONE], locked={"pymongo": "4.3.3"}, today=TODAY) == []
    late = replace(ONE, until=date(2026, 11, 26))
    assert "Look at it again" in complaints([late], locked={"pymongo": "4.3.3"}, today=TODAY)[0]


@pytest.mark.parametrize("locked", [{}, {"pymongo": "4.18.1"}])
def test_a_finding_of_what_is_not_locked_is_to_be_deleted(locked: dict[str, str]) -> None:
    assert len(complaints([ONE], locked=locked, today=TODAY)) == 1


@pytest.mark.parametrize(
    ("found", "is_new"),
    [
        (Found("pymongo", "4.3.3", frozenset({"PYSEC-1", "CVE-1"})), False),
        (Found("pymongo", "4.3.3", frozenset({"CVE-2"})), True),
        (Found("pymongo", "4.4.0", frozenset({"CVE-1"})), True),
        (Found("keras", "4.3.3", frozenset({"CVE-1"})), True),
    ],
)
def test_only_what_was_accepted_for_this_version_is_passed_over(found: Found, is_new: bool) -> None:
    assert unknown([found], [ONE]) == ([found] if is_new else [])


def test_the_locks_are_read_whole() -> None:
    assert python_packages()["rasa"] == "3.6.21"
    assert len(python_packages()) > 200
    assert "govuk-frontend" in browser_packages()
