"""Months of the statement: whole weeks, named after the month that their Thursdays lie in."""

import re
from dataclasses import dataclass
from datetime import date

from usage.release import Offer, Period, Span
from web.insights import labels


_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
NUMBERS = {4: "four", 5: "five"}


@dataclass(frozen=True)
class Month:
    """A month that is released: four or five weeks."""

    period: Period

    @property
    def _day(self) -> date:
        return self.period.first + labels.TO_SECOND_THURSDAY

    @property
    def value(self) -> str:
        """The month as an address carries it: "2026-10"."""
        return f"{self._day:%Y-%m}"

    @property
    def name(self) -> str:
        """The month in words: "October 2026"."""
        return labels.month_name(self.period)

    @property
    def short(self) -> str:
        """The month without its year, beside the one before: "October"."""
        return f"{self._day:%B}"

    @property
    def weeks(self) -> str:
        """How many weeks it has, in words: "five weeks"."""
        return f"{NUMBERS[self.period.weeks]} weeks"


def months_of(offered: Offer) -> list[Month]:
    """Every month that is released and has no week before the first visits, newest first."""
    since = offered.since
    return [Month(period) for period in offered.periods[Span.MONTH] if since and period.first >= since]


def read_month(value: str, months: list[Month]) -> Month | None:
    """The month an address names, if it is offered."""
    if not _MONTH.fullmatch(value):
        return None
    return next((month for month in months if month.value == value), None)
