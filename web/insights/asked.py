"""What an analyst asked for, read from an address that anybody may have written.

BadQuestion(ValueError) is the error for an address without figures: it carries every fault, not the input.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from usage.release import (
    SUBJECTS,
    VALUES,
    Breakdown,
    Offer,
    Period,
    RefusedRelease,
    Span,
    Subject,
    TableRequest,
)
from vocabulary.pathway import Traffic
from web.insights.views import VIEWS, Dates, View, ViewName


_PERIOD = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})", re.ASCII)
NEAR = range(2000, 2200)  # years; dates outside are slips
RUNS = {"13": 13, "26": 26, "52": 52}  # weeks of a figure by weeks
USUAL_RUN = "26"
WHY = SUBJECTS[Subject.UNMET].stages
FILTERS = ("need", "area", "age", "part", "channel")
FIELDS = ("period", *FILTERS, "weeks", "why")
LISTS: Mapping[str, Sequence[str]] = {
    **{name: VALUES[Breakdown(name)] for name in FILTERS},
    "weeks": tuple(RUNS),
    "why": WHY,
}

MESSAGES = {
    "reversed": "The first day is after the last. Choose a period from the list.",
    "absurd": "The dates are too far away. Choose a period from the list.",
    "not-a-date": "The dates could not be read. Choose a period from the list.",
    "not-a-period": "Figures are released for the weeks, months and quarters in the list only. "
    "Other dates overlap with these, and subtracting one from the other could give a person away.",
    "not-yet": "These figures are not released yet. Choose a period from the list.",
    "unknown-question": "This address asks for something that this page does not know. Use the form below.",
    "unknown-table": "This figure cannot be narrowed that way. Use the form below.",
    "too-many-breakdowns": "Figures are broken down three ways at most, filters included. Finer ones could "
    "point at a person. Set one of these to “All”.",
    "unknown-name": "There is no such choice. Choose from the list.",
}
NO_SUCH = {
    "need": "There is no such need. Choose one from the list.",
    "area": "There is no such area. Choose one from the list.",
    "age": "There is no such age band. Choose one from the list.",
    "part": "There is no such part of the day. Choose one from the list.",
    "channel": "There is no such channel. Choose one from the list.",
    "weeks": "Choose 13, 26 or 52 weeks from the list.",
    "why": "There is no such kind of unmet need. Choose one from the list.",
}


@dataclass(frozen=True)
class Fault:
    """What is wrong with one field of the form; without a field, with the address as a whole."""

    field: str | None
    message: str


class BadQuestion(ValueError):
    """An address that gets no figures."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("bad-question")
        self.faults = faults


@dataclass(frozen=True)
class Question:
    """A figure of the site, for one period and perhaps one part of the visits."""

    view: ViewName
    period: Period
    request: TableRequest
    choices: Mapping[str, str]  # what an address carries to ask the same again

    @property
    def shape(self) -> View:
        """What the figure is."""
        return VIEWS[self.view]


def read_question(
    pairs: Sequence[tuple[str, str]], view: ViewName, *, offered: Offer, traffic: Traffic
) -> Question | None:
    """The question of an address; None before any week is released. Raises BadQuestion."""
    said = read_choices(pairs, VIEWS[view].filters)
    faults = [Fault(name, NO_SUCH[name]) for name in LISTS if name in said and said[name] not in LISTS[name]]
    period, code = _chosen_period(said.get("period"), offered)
    if code:
        faults.insert(0, Fault("period", MESSAGES[code]))
    if faults:
        raise BadQuestion(*faults)
    if period is None:
        return None
    request = _request(VIEWS[view], period, said, offered=offered, traffic=traffic)
    choices = {name: said[name] for name in FIELDS if name in said} | {"period": period_value(period)}
    return Question(view, period, request, choices)


def read_choices(pairs: Sequence[tuple[str, str]], filters: Sequence[str] = FILTERS) -> dict[str, str]:
    """What was chosen, each once; an empty value chooses nothing. Raises BadQuestion."""
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names) or not set(names) <= set(FIELDS):
        raise BadQuestion(Fault(None, MESSAGES["unknown-question"]))
    said = {name: value for name, value in pairs if value}
    if set(said) & set(FILTERS) - set(filters):
        raise BadQuestion(Fault(None, MESSAGES["unknown-table"]))
    return said


def refused(error: RefusedRelease, choices: Mapping[str, str]) -> BadQuestion:
    """What the release door said of a question, told at the fields it is about."""
    if error.code == "too-many-breakdowns":
        fields = [name for name in FILTERS if name in choices]
        return BadQuestion(*(Fault(name, MESSAGES[error.code]) for name in fields[-1:]))
    is_about_dates = error.code in {"reversed", "absurd", "not-a-period", "not-yet"}
    return BadQuestion(Fault("period" if is_about_dates else None, MESSAGES[error.code]))


def good_choices(pairs: Sequence[tuple[str, str]], offered: Offer) -> dict[str, str]:
    """The choices of an address that the form has too: what was chosen well is not asked for again."""
    periods = [period_value(period) for some in offered.periods.values() for period in some]
    known = {"period": periods, **LISTS}
    return {name: value for name, value in pairs if value in known.get(name, ())}


def period_value(period: Period) -> str:
    """A period as an address carries it."""
    return f"{period.first}..{period.last}"


def run_until(last: date, weeks: int, *, since: date) -> Period:
    """So many whole weeks up to a day, or fewer where there were none before."""
    return Period(max(since, last - timedelta(days=7 * weeks - 1)), last)


def _request(
    view: View, period: Period, said: Mapping[str, str], *, offered: Offer, traffic: Traffic
) -> TableRequest:
    if view.dates is Dates.WEEKS and offered.since is not None:
        weeks = RUNS[said.get("weeks", USUAL_RUN)]
        period = run_until(period.last, weeks, since=offered.since)
    chosen = {name: said.get(name) for name in FILTERS}
    return TableRequest(
        period.first,
        period.last,
        traffic,
        **chosen,
        subject=view.subject,
        rows=view.rows,
        columns=view.columns,
        stage=said.get("why", WHY[0]) if view.of_one_stage else None,
    )


def _chosen_period(value: str | None, offered: Offer) -> tuple[Period | None, str | None]:
    """The period of an address, or the code of what is wrong with it; only what is offered is taken."""
    if value is None:
        return offered.best, None
    found = _PERIOD.fullmatch(value)
    try:
        period = Period(*(date.fromisoformat(each) for each in found.groups())) if found else None
    except ValueError:
        period = None
    if period is None:
        return None, "not-a-date"
    if any(period in offered.periods[span] for span in Span):
        return period, None
    return None, _fault_of(period, offered)


def _fault_of(period: Period, offered: Offer) -> str:
    if period.last < period.first:
        return "reversed"
    if period.first.year not in NEAR or period.last.year not in NEAR:
        return "absurd"
    return "not-yet" if period.last > offered.newest else "not-a-period"
