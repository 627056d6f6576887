"""Every need and area has a name, and a sentence tells the figures."""

from datetime import date

import pytest

from usage.release import AREAS, NEEDS, SUPPRESSED, WITHHELD, Period, Span
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
    ("total", "leading", "words"),
    [
        (SUPPRESSED, [], "There were fewer than 10 visits in this period."),
        (WITHHELD, [], "The number of visits is withheld. No single need can be shown."),
        (1230, [], "About 1,230 visits. No single need can be shown."),
        (40, [("Housing", 20)], "About 40 visits. Needs brought most: Housing (about 20)."),
    ],
)
def test_the_headline_never_says_more_than_the_table(
    total: int, leading: list[tuple[str, int]], words: str
) -> None:
    assert labels.headline(total, leading) == words
