"""Whatever is released passes disclosure control, also where noise is off and subtraction is the danger."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

from tests.usage.factories import ASKED, NOON, WEEK, an_event, ask, in_weeks, store
from usage import protecting
from usage.event import UsageEvent
from usage.periods import Span, period_of
from usage.release import POLICY, SUPPRESSED, WITHHELD, Breakdown, Subject
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Outcome, Step


ROOT = Path(__file__).parents[2]
TELFORD, SHROPSHIRE = District.TELFORD_AND_WREKIN.value, District.SHROPSHIRE.value
UNMET_BY_AREA = replace(
    ASKED, subject=Subject.UNMET, rows=Breakdown.NEED, columns=Breakdown.AREA, stage=Step.NO_MATCH.value
)
QUARTER = period_of(WEEK.first, Span.QUARTER)
OF_QUARTER = replace(ASKED, first=QUARTER.first, last=QUARTER.last)
SERVICE, OTHER = "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "6ba7b811-9dad-11d1-80b4-00c04fd430c8"


@pytest.fixture
def without_noise(monkeypatch: pytest.MonkeyPatch) -> None:
    """The policy with noise switched off."""
    monkeypatch.setattr(protecting, "POLICY", replace(POLICY, largest_noise=0))


def unmet(*numbers: tuple[int, Need, str]) -> Iterator[UsageEvent]:
    for number, need, area in numbers:
        for _ in range(number):
            yield an_event(step=Step.NO_MATCH, outcome=Outcome.NOTHING_LISTED, need=need, area=area)


def test_need_by_area_by_outcome_is_one_table_whose_totals_are_of_that_outcome(
    sessions: sessionmaker[Session],
) -> None:
    store(sessions, unmet((20, Need.CUCKOOING, TELFORD), (30, Need.DRUG_DEBT, SHROPSHIRE)))
    store(sessions, [an_event() for _ in range(40)])  # who found what they need

    table = ask(sessions, UNMET_BY_AREA)

    assert table.figure(Need.CUCKOOING, TELFORD) == table.figure(Need.CUCKOOING, None) == 20
    assert table.figure(None, SHROPSHIRE) == 30
    assert table.figure(None, None) == 50
    assert table.shape.filters == {Breakdown.STAGE: "no-match"}


@pytest.mark.usefixtures("without_noise")
def test_a_hidden_need_of_one_area_cannot_be_had_from_the_other_areas(
    sqlite_sessions: sessionmaker[Session],
) -> None:
    debt, cuckooing = Need.DRUG_DEBT, Need.CUCKOOING
    numbers = ((4, cuckooing, TELFORD), (30, cuckooing, SHROPSHIRE), (40, debt, TELFORD))
    store(sqlite_sessions, unmet(*numbers, (50, debt, SHROPSHIRE)))

    table = ask(sqlite_sessions, UNMET_BY_AREA)

    assert table.figure(cuckooing, TELFORD) is SUPPRESSED
    assert WITHHELD in {table.figure(cuckooing, each) for each in (SHROPSHIRE, None)}
    assert WITHHELD in {table.figure(each, TELFORD) for each in (debt, None)}


@pytest.mark.usefixtures("without_noise")
@pytest.mark.parametrize("columns", [Breakdown.AREA, Breakdown.ALL])
def test_a_hidden_week_cannot_be_had_from_its_quarter(
    sqlite_sessions: sessionmaker[Session], columns: Breakdown
) -> None:
    store(sqlite_sessions, in_weeks(4, *[40] * (QUARTER.weeks - 2)))  # the quarter began a week before
    store(sqlite_sessions, [an_event(at=NOON - timedelta(weeks=1)) for _ in range(40)])

    table = ask(sqlite_sessions, replace(OF_QUARTER, columns=columns))

    assert table.figure(Need.CUCKOOING, TELFORD if columns is Breakdown.AREA else None) is WITHHELD
    week = ask(sqlite_sessions, replace(ASKED, columns=columns))
    assert week.figure(None, None) is SUPPRESSED


@pytest.mark.usefixtures("without_noise")
def test_a_month_is_withheld_where_noise_is_off(sqlite_sessions: sessionmaker[Session]) -> None:
    store(sqlite_sessions, in_weeks(40, 40, 40, 40))
    month = period_of(WEEK.first, Span.MONTH)

    assert set(ask(sqlite_sessions, replace(ASKED, first=month.first, last=month.last)).figures.values()) == {
        WITHHELD
    }


def test_with_noise_a_quarter_needs_no_such_protection(sqlite_sessions: sessionmaker[Session]) -> None:
    store(sqlite_sessions, in_weeks(4, 40, 40))

    assert isinstance(ask(sqlite_sessions, OF_QUARTER).figure(Need.CUCKOOING, TELFORD), int)


@pytest.mark.usefixtures("without_noise")
def test_a_service_that_a_week_does_not_list_counts_as_hidden_in_it(
    sqlite_sessions: sessionmaker[Session],
) -> None:
    shown = {"step": Step.SERVICES_SHOWN, "outcome": Outcome.OPEN}
    store(sqlite_sessions, in_weeks(0, *[40] * (QUARTER.weeks - 2), service=SERVICE, **shown))
    store(sqlite_sessions, in_weeks(*[40] * (QUARTER.weeks - 1), service=OTHER, **shown))

    table = ask(sqlite_sessions, replace(OF_QUARTER, subject=Subject.SERVICES))

    assert table.figure(SERVICE, Step.SERVICES_SHOWN) == 40 * (QUARTER.weeks - 2)
    assert table.figure(OTHER, Step.SERVICES_SHOWN) == 40 * (QUARTER.weeks - 1)


def _calls(tree: ast.AST) -> set[str]:
    called = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {each.id if isinstance(each, ast.Name) else getattr(each, "attr", "") for each in called}


def _imported(tree: ast.AST) -> set[str]:
    lines = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return {alias.name for line in lines for alias in line.names}


def test_nobody_but_disclosure_control_makes_a_released_table_or_sees_a_raw_one() -> None:
    makers, readers = set(), set()
    for path in (
        each for room in ("usage", "web", "signpost", "actions") for each in (ROOT / room).rglob("*.py")
    ):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if "ReleasedTable" in _calls(tree):
            makers.add(str(path.relative_to(ROOT)))
        if {"RawTable", "raw_table", "protect"} & _imported(tree):
            readers.add(str(path.relative_to(ROOT)))

    assert makers == {"usage/disclosure.py"}
    assert readers == {"usage/protecting.py", "usage/tabulate.py"}
