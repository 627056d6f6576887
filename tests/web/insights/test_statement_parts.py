"""Each table of the statement says what its figures allow, and no more."""

from datetime import date

import pytest

from usage.disclosure import Shape
from usage.release import (
    AREAS,
    NEEDS,
    SUPPRESSED,
    Breakdown,
    Comparison,
    Figure,
    Period,
    ReleasedTable,
)
from vocabulary.needs import Need
from vocabulary.pathway import Traffic
from web.insights import statement_parts
from web.insights.grid import Line
from web.insights.labels import AREA_NAMES, NEED_NAMES
from web.insights.months import Month


OCTOBER = Period(date(2026, 9, 28), date(2026, 11, 1))  # five weeks
SEPTEMBER = Period(date(2026, 8, 31), date(2026, 9, 27))  # four
AUGUST = Period(date(2026, 8, 3), date(2026, 8, 30))  # four
STAGES = ("started", *statement_parts.STAGES)


def table(
    period: Period, total: Figure, rows: dict[str, Figure], columns: tuple[str, ...] = ()
) -> ReleasedTable:
    """A month's table of one column of figures."""
    figures: dict[tuple[int, int], Figure] = {(-1, -1): total}
    figures |= {(at, -1): figure for at, figure in enumerate(rows.values())}
    return ReleasedTable(
        tuple(rows), columns, figures, period, Traffic.DEMO, Shape("visits", Breakdown.NEED, Breakdown.ALL)
    )


def totals(
    now: Figure, before: Figure | None, *, period: Period = SEPTEMBER, earlier: Period = AUGUST
) -> Comparison:
    """Two months of which only the totals matter."""
    rows: dict[str, Figure] = dict.fromkeys(STAGES, SUPPRESSED)
    return Comparison(table(period, now, rows), None if before is None else table(earlier, before, rows))


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (500, 400, "About 500 visits in September 2026, up by about 100 from August 2026."),
        (400, 500, "About 400 visits in September 2026, down by about 100 from August 2026."),
        (
            500,
            495,
            "About 500 visits in September 2026. The difference from August 2026 is no more than noise.",
        ),
        (SUPPRESSED, 100, "Fewer than 10 visits in September 2026, down from August 2026."),
        (
            SUPPRESSED,
            SUPPRESSED,
            "Fewer than 10 visits in September 2026. Whether that differs from August 2026 cannot be told.",
        ),
        (500, None, "About 500 visits in September 2026."),
    ],
)
def test_the_headline_gives_the_total_and_whether_it_differs_from_the_month_before(
    now: Figure, before: Figure | None, said: str
) -> None:
    assert statement_parts.headline(totals(now, before)) == said


def test_a_month_of_five_weeks_is_not_up_because_of_its_fifth_week() -> None:
    alike = totals(500, 400, period=OCTOBER, earlier=SEPTEMBER)
    more = totals(800, 400, period=OCTOBER, earlier=SEPTEMBER)

    assert statement_parts.headline(alike).endswith(
        "The difference from September 2026 is no more than noise."
    )
    assert statement_parts.headline(more).endswith("up by about 60 a week from September 2026.")
    assert statement_parts.length_words(more) == (
        "October has five weeks and September four weeks, so changes are told by the week."
    )


def test_months_of_the_same_length_need_no_such_words() -> None:
    assert statement_parts.length_words(totals(500, 400)) == ""
    assert statement_parts.length_words(totals(500, None)) == statement_parts.NOT_COMPARED


def test_the_pathway_tells_shares_only_where_protection_can_hardly_change_them() -> None:
    many = table(OCTOBER, 1_000, dict(zip(STAGES, (1_000, 950, 810, 400, 90, 30), strict=True)))
    few = table(OCTOBER, 195, dict(zip(STAGES, (195, 190, 160, 80, 15, 10), strict=True)))

    told = statement_parts.pathway(Comparison(many, None))

    assert told.said == "Services were shown in about 81% of visits, and a contact was opened in about 40%."
    assert statement_parts.pathway(Comparison(few, None)).said == ""
    assert told.grid.headings == ("October",)
    assert told.grid.lines[0] == Line("Visits", ("1,000",))


def test_a_month_stands_beside_the_one_before_with_what_the_difference_means() -> None:
    now = table(SEPTEMBER, 500, {Need.HOUSING: 120, Need.CUCKOOING: 60, Need.SPIKING: SUPPRESSED})
    before = table(AUGUST, 400, {Need.HOUSING: 40, Need.CUCKOOING: 55, Need.SPIKING: SUPPRESSED})

    part = statement_parts.needs(Comparison(now, before))

    assert part.grid.headings == ("September", "August", "Change")
    assert [(line.heading, line.cells) for line in part.grid.lines] == [
        ("Housing", ("120", "40", "up 80")),
        ("Cuckooing", ("60", "55", "only noise")),
    ]
    assert part.said == "Up by more than noise: Housing."


def test_nothing_that_changed_for_certain_is_said_as_such() -> None:
    rows: dict[str, Figure] = dict.fromkeys(AREAS, 50)
    part = statement_parts.areas(Comparison(table(SEPTEMBER, 500, rows), table(AUGUST, 500, rows)))

    assert part.said == statement_parts.UNCHANGED
    assert [line.heading for line in part.grid.lines] == [AREA_NAMES[area] for area in AREAS]


def test_a_long_list_of_changes_is_cut_and_the_rest_counted() -> None:
    now, before = (dict.fromkeys(NEEDS, figure) for figure in (200, 50))
    part = statement_parts.needs(Comparison(table(SEPTEMBER, 900, now), table(AUGUST, 900, before)))

    named = list(NEED_NAMES.values())[: statement_parts.MOST_NAMED]
    assert (
        part.said == f"Up by more than noise: {', '.join(named)} and 20 more."
    )  # of 24: "No need found" is none
    assert len(part.grid.lines) == statement_parts.MOST_NEEDS


def test_the_hidden_figures_of_the_month_are_counted_and_the_month_before_is_not() -> None:
    now = table(SEPTEMBER, 500, {AREAS[0]: 50, AREAS[1]: SUPPRESSED, AREAS[2]: 60, AREAS[3]: SUPPRESSED})
    before = table(AUGUST, 500, dict.fromkeys(AREAS[:4], SUPPRESSED))

    parts = [statement_parts.areas(Comparison(now, before))]

    assert statement_parts.hidden_words(parts) == "2 of the month's 4 figures here are hidden (50%)."


def test_the_chart_in_words_says_what_is_missing_from_it() -> None:
    weeks = ("2026-09-28", "2026-10-05", "2026-10-12")
    figures = {(-1, 0): 40, (-1, 1): SUPPRESSED, (-1, 2): 55}
    shown = ReleasedTable((), weeks, figures, OCTOBER, Traffic.DEMO)
    hidden = ReleasedTable((), weeks, dict.fromkeys(figures, SUPPRESSED), OCTOBER, Traffic.DEMO)

    assert statement_parts.weeks_words(shown, Month(OCTOBER)) == (
        "Between about 40 and about 55 visits a week. October is darker. 1 of 3 weeks is too small to show."
    )
    assert statement_parts.weeks_words(hidden, Month(OCTOBER)) == "Each week has fewer than 10 visits."
