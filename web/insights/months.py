"""Months of the statement: the weeks whose Thursday lies in a month, as ISO 8601 gives weeks to years."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from usage.release import Offer, Period, Span


_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
TO_THURSDAY = timedelta(days=3)


@dataclass(frozen=True)
class Month:
    """A month whose weeks are all released: four or five of them."""

    value: str  # "2026-10"
    period: Period

    @property
    def name(self) -> str:
        """The month in words: "October 2026"."""
        return f"{date.fromisoformat(f'{self.value}-01'):%B %Y}"


def months_of(offered: Offer) -> list[Month]:
    """Every month with all of its weeks released, newest first."""
    found: dict[str, list[Period]] = {}
    for week in offered.periods[Span.WEEK]:
        found.setdefault(f"{week.first + TO_THURSDAY:%Y-%m}", []).append(week)
    months = [Month(value, Period(weeks[-1].first, weeks[0].last)) for value, weeks in found.items()]
    return [month for month in months if is_whole(month)]


def is_whole(month: Month) -> bool:
    """Whether no week of the month is missing at either end."""
    before, after = month.period.first - timedelta(days=7), month.period.last + timedelta(days=1)
    return all(f"{monday + TO_THURSDAY:%Y-%m}" != month.value for monday in (before, after))


def read_month(value: str, months: list[Month]) -> Month | None:
    """The month an address names, if it is offered."""
    if not _MONTH.fullmatch(value):
        return None
    return next((month for month in months if month.value == value), None)
