"""The four kinds of danger that lead every reply."""

from collections.abc import Iterable
from enum import StrEnum


class Risk(StrEnum):
    """One class of danger; the order of the members is the order in which they lead."""

    OVERDOSE = "overdose"  # someone may be poisoned now
    EMERGENCY = "emergency"  # danger to life or liberty, now or within minutes
    SUICIDE = "suicide"  # wish, plan or intent to die, one's own or another's
    CHILD = "child"  # a person under 18 at risk or speaking, when the words show it


ACUTE = frozenset({Risk.OVERDOSE, Risk.EMERGENCY})
"""Danger of these minutes: while its card stands, nothing is asked but whether to go on."""


def in_order(risks: Iterable[Risk]) -> tuple[Risk, ...]:
    """The risks without repeats, the leading one first."""
    found = set(risks)
    return tuple(risk for risk in Risk if risk in found)
