"""A table on the page holds each released figure once, and says what changed for certain only."""

from dataclasses import replace
from datetime import date

from tests.web.insights.tables import A, B, a_table, an_answer
from usage.release import SUPPRESSED, WITHHELD, Period
from web.insights.grid import differences, grid_of, hidden_words, noise_count
from web.insights.views import ViewName


WHOLE = a_table((35, SUPPRESSED, 40), (25, 15, WITHHELD), (60, 20, 80))
NEEDS, SERVICES = ViewName.NEEDS, ViewName.SERVICES
WEEKS = ("2026-06-29", "2026-07-06")


def needs(*figures: object) -> object:
    return a_table(*[(figure,) for figure in figures], columns=(), view=NEEDS)  # type: ignore[arg-type]


def test_a_table_has_its_totals_at_the_end() -> None:
    grid = grid_of(an_answer(WHOLE), {})

    assert grid.headings == ("Worcester", "Outside West Mercia", "All visits")
    assert [(line.heading, line.cells) for line in grid.lines] == [
        ("Housing", ("35", "fewer than 10", "40")),
        ("Cuckooing", ("25", "15", "withheld")),
        ("All visits", ("60", "20", "80")),
    ]


def test_the_services_that_are_suggested_most_stand_first() -> None:
    names = {"a": "Shelter", "b": "Samaritans", "c": "Shout"}
    lines = ((20, 15, 20), (SUPPRESSED, SUPPRESSED, 10), (90, 30, 90), (100, 40, 110))
    table = a_table(*lines, rows=("a", "b", "c"), columns=("services-shown", "contact-opened"), view=SERVICES)
    grid = grid_of(an_answer(table, SERVICES), names)

    assert [line.heading for line in grid.lines] == ["Shout", "Shelter", "Samaritans", "All visits"]
    assert [line.cells[0] for line in grid.lines] == ["90", "20", "fewer than 10", "100"]


def test_weeks_stand_below_each_other_without_a_total_that_is_not_released() -> None:
    lines = ((20, 25, WITHHELD), (SUPPRESSED, 30, WITHHELD), (30, 55, WITHHELD))
    grid = grid_of(an_answer(a_table(*lines, columns=WEEKS, view=ViewName.OVER_TIME), ViewName.OVER_TIME), {})

    assert grid.headings == ("Housing", "Cuckooing", "All visits")
    assert [(line.heading, line.cells) for line in grid.lines] == [
        ("29 June 2026", ("20", "fewer than 10", "30")),
        ("6 July 2026", ("25", "30", "55")),
    ]


def test_one_column_has_the_period_before_beside_it() -> None:
    now, before = needs(120, SUPPRESSED, 140), needs(40, SUPPRESSED, 135)
    grid = grid_of(an_answer(now, NEEDS, before=before), {})  # type: ignore[arg-type]

    assert grid.headings == ("Visits", "Period before", "Change")
    assert [line.cells for line in grid.lines] == [
        ("120", "40", "up by about 80"),
        ("fewer than 10", "fewer than 10", "not known"),
        ("140", "135", "no more than noise"),
    ]


def test_a_change_from_a_shorter_month_is_told_by_the_week() -> None:
    five = replace(needs(300, 40, 340), period=Period(date(2026, 9, 28), date(2026, 11, 1)))  # type: ignore[type-var]
    four = replace(needs(160, 32, 192), period=Period(date(2026, 8, 31), date(2026, 9, 27)))  # type: ignore[type-var]

    grid = grid_of(an_answer(five, NEEDS, before=four), {})  # type: ignore[arg-type]

    assert [line.cells[-1] for line in grid.lines] == [
        "up by about 20 a week",
        "no more than noise",
        "up by about 20 a week",
    ]


def test_one_column_without_a_period_before_stands_alone() -> None:
    assert grid_of(an_answer(needs(120, 20, 140), NEEDS), {}).headings == ("Visits",)  # type: ignore[arg-type]


def test_only_certain_differences_are_listed_and_the_others_counted() -> None:
    before = a_table((90, SUPPRESSED, 95), (25, 60, 85), (115, 65, 180))
    answer = an_answer(a_table((35, SUPPRESSED, 40), (30, 60, 85), (60, 200, 260)), before=before)
    found = differences(answer, {})

    assert [(each.where, each.change) for each in found] == [
        ("Outside West Mercia", "up by about 135"),
        ("All visits", "up by about 80"),
        ("Housing, Worcester", "down by about 55"),
        ("Housing", "down by about 55"),
        ("Worcester", "down by about 55"),
    ]
    assert answer.comparison is not None
    assert noise_count(answer.comparison) == 3


def test_a_figure_that_becomes_too_small_fell_without_a_number() -> None:
    answer = an_answer(needs(SUPPRESSED, 80, 90), NEEDS, before=needs(90, 80, 170))  # type: ignore[arg-type]

    assert [(each.where, each.now, each.change) for each in differences(answer, {})] == [
        ("All visits", "90", "down by about 80"),
        ("Housing", "fewer than 10", "down"),
    ]


def test_the_hidden_figures_are_those_of_the_page_with_its_totals() -> None:
    part = WHOLE.part(rows=[B], columns=["outside"])

    assert hidden_words(WHOLE) == "Hidden in this table: 1 of 4 figures (25.0%), and 1 of 5 totals."
    assert hidden_words(part) == "Hidden in this table: 0 of 1 figures (0.0%), and 1 of 3 totals."


def test_totals_that_are_not_on_the_page_are_not_counted_as_hidden() -> None:
    lines = ((20, SUPPRESSED, WITHHELD), (30, 55, WITHHELD))
    table = a_table(*lines, rows=(A,), columns=WEEKS, view=ViewName.OVER_TIME)

    assert hidden_words(table) == "Hidden in this table: 1 of 2 figures (50.0%), and 0 of 2 totals."
