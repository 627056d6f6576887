"""How bad and how likely: scales and matrix of the guidance to DCB0129, as NHS England uses them."""

from collections.abc import Mapping
from enum import StrEnum


class Severity(StrEnum):
    """What a hazard does to people, from the least to the worst."""

    MINOR = "minor"
    SIGNIFICANT = "significant"
    CONSIDERABLE = "considerable"
    MAJOR = "major"
    CATASTROPHIC = "catastrophic"


class Likelihood(StrEnum):
    """How often it may come about, from the least to the most."""

    VERY_LOW = "very low"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very high"


class Owner(StrEnum):
    """Who in the operating body answers for a hazard; a role, never a person."""

    SAFETY = "safety officer"
    DIRECTORY = "directory lead"
    DATA = "data protection officer"
    OPERATIONS = "operations lead"
    SERVICE = "service owner"


# One row a likelihood, one column a severity, both in the order above; 5 is the worst.
_MATRIX: Mapping[Likelihood, tuple[int, int, int, int, int]] = {
    Likelihood.VERY_LOW: (1, 1, 2, 2, 3),
    Likelihood.LOW: (1, 2, 2, 3, 4),
    Likelihood.MEDIUM: (2, 2, 3, 3, 4),
    Likelihood.HIGH: (2, 3, 3, 4, 5),
    Likelihood.VERY_HIGH: (3, 4, 4, 5, 5),
}
MEANING: Mapping[int, str] = {
    1: "acceptable",
    2: "acceptable where lowering it further costs more than it gains",
    3: "undesirable: acceptable only where lowering it further is impractical",
    4: "to be eliminated or controlled; not for live use before that, or before the operating body has "
    "accepted it in writing",
    5: "unacceptable",
}


def rating(severity: Severity, likelihood: Likelihood) -> int:
    """The risk from 1 (least) to 5 (worst)."""
    return _MATRIX[likelihood][list(Severity).index(severity)]
