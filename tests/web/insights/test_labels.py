"""Every need and area has a name, and a sentence tells the figures."""

from datetime import date

import pytest

from usage.release import AREAS, NEEDS, SUPPRESSED, WITHHELD, Figure, Period, ReleasedTable, Span
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Traffic
from web.insights import labels


def test_every_need_area_and_span_has_a_name() -> None:
    assert set(labels.NEED_NAMES) == set(NEEDS)
    assert set(labels.AREA_NAMES) == set(AREAS)
    assert set(labels.SPAN_NAMES) == set(Span)


@pytest.mark.parametrize(
    ("figure", "words"), [(SUPPRESSED, "fewer than 10"), (WITHHELD, "withheld"), (10, "10"), (4905, "4,905")]
)
def test_a_hidden_figure_is_words_and_never_zero_or_blank(figure: int, words: str) -> None:
    assert labels.figure_words(figure) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 6, 29), date(2026, 9, 27), "29 June to 27 September 2026 (13 weeks)"),
        (date(2025, 12, 29), date(2026, 1, 4), "29 December 2025 to 4 January 2026 (1 week)"),
    ],
)
def test_a_period_is_said_in_words(first: date, last: date, words: str) -> None:
    assert labels.period_words(Period(first, last)) == words


@pytest.mark.parametrize(
    ("counted_from", "words"),
    [
        (date(2026, 6, 29), "29 June to 27 September 2026 (13 weeks)"),
        (date(2026, 7, 6), "29 June to 27 September 2026 (12 of 13 weeks)"),
        (date(2026, 9, 21), "29 June to 27 September 2026 (1 of 13 weeks)"),
    ],
)
def test_a_period_that_is_filled_in_part_says_how_many_weeks(counted_from: date, words: str) -> None:
    period = Period(date(2026, 6, 29), date(2026, 9, 27))

    assert labels.period_words(period, counted_from=counted_from) == words


A, B, AREA, OTHER = Need.HOUSING.value, Need.CUCKOOING.value, District.WORCESTER.value, "outside"


def a_table(*lines: tuple[Figure, Figure, Figure]) -> ReleasedTable:
    """Lines of the figures of two areas and a total: one for each of up to two needs, the last for all."""
    rows = (A, B)[: len(lines) - 1]
    figures = {
        (number if number < len(rows) else -1, column): figure
        for number, line in enumerate(lines)
        for column, figure in zip((0, 1, -1), line, strict=True)
    }
    return ReleasedTable(
        rows, (AREA, OTHER), figures, Period(date(2026, 6, 29), date(2026, 7, 5)), Traffic.REAL
    )


WHOLE = a_table((35, SUPPRESSED, 40), (25, 15, WITHHELD), (60, 20, 80))
FEW = a_table((SUPPRESSED,) * 3, (SUPPRESSED,) * 3, (SUPPRESSED,) * 3)
KEPT_BACK = a_table((WITHHELD,) * 3, (WITHHELD,) * 3, (WITHHELD,) * 3)


@pytest.mark.parametrize(
    ("table", "need", "area", "words"),
    [
        (FEW, None, None, "There were fewer than 10 visits in this period."),
        (FEW, A, None, "Housing: fewer than 10 visits in this period."),
        (KEPT_BACK, None, None, "The number of visits is withheld. No single need can be shown."),
        (KEPT_BACK, A, AREA, "Housing, Worcester: the number of visits is withheld."),
        (KEPT_BACK, A, None, "Housing: the number of visits is withheld. No single area can be shown."),
        (WHOLE, None, None, "About 80 visits. Needs brought most, of those shown: Housing (about 40)."),
        (
            WHOLE,
            None,
            AREA,
            "Worcester: about 60 visits. Needs brought most: Housing (about 35), Cuckooing (about 25).",
        ),
        (WHOLE, A, None, "Housing: about 40 visits. Areas with most visits: Worcester (about 35)."),
        (WHOLE, A, AREA, "Housing, Worcester: about 35 visits."),
    ],
)
def test_the_headline_is_about_the_chosen_part_and_never_says_more_than_the_table(
    table: ReleasedTable, need: str | None, area: str | None, words: str
) -> None:
    assert labels.headline(table, need=need, area=area) == words


def test_the_hidden_figures_are_those_of_the_page_with_its_totals() -> None:
    part = WHOLE.part(rows=[B], columns=[AREA])

    assert labels.hidden_words(WHOLE) == "Hidden in this table: 1 of 4 figures (25.0%), and 1 of 5 totals."
    assert labels.hidden_words(part) == "Hidden in this table: 0 of 1 figures (0.0%), and 1 of 3 totals."
