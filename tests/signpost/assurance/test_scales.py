"""The matrix of risk."""

import pytest

from signpost.assurance.scales import MEANING, Likelihood, Severity, rating


@pytest.mark.parametrize(
    ("severity", "likelihood", "expected"),
    [
        (Severity.MINOR, Likelihood.VERY_LOW, 1),
        (Severity.CATASTROPHIC, Likelihood.VERY_LOW, 3),
        (Severity.CONSIDERABLE, Likelihood.MEDIUM, 3),
        (Severity.MINOR, Likelihood.VERY_HIGH, 3),
        (Severity.CATASTROPHIC, Likelihood.HIGH, 5),
    ],
)
def test_a_risk_is_what_the_guidances_matrix_says(
    severity: Severity, likelihood: Likelihood, expected: int
) -> None:
    assert rating(severity, likelihood) == expected


def test_worse_or_likelier_is_never_a_lower_risk() -> None:
    table = [[rating(severity, likelihood) for severity in Severity] for likelihood in Likelihood]

    assert all(row == sorted(row) for row in table)
    assert all(list(column) == sorted(column) for column in zip(*table, strict=True))
    assert {each for row in table for each in row} == set(MEANING)
