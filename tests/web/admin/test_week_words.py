"""The hours of a cell in words."""

from directory.coverage import Cell
from web.admin.week_words import Answer, Span, answer_at, days_of


NINE_TO_FIVE = ((1 << 17 * 60) - 1) ^ ((1 << 9 * 60) - 1)  # on Monday


def test_a_day_is_told_in_spans_from_midnight_to_midnight() -> None:
    monday = days_of(Cell(NINE_TO_FIVE, 0, ()))[0]

    assert monday.name == "Monday"
    assert monday.spans == (
        Span("midnight to 9am", Answer.NOBODY),
        Span("9am to 5pm", Answer.YES),
        Span("5pm to midnight", Answer.NOBODY),
    )


def test_a_whole_day_is_told_as_one() -> None:
    assert days_of(Cell(NINE_TO_FIVE, 0, ()))[1].spans == (Span("All day and night", Answer.NOBODY),)


def test_an_hour_that_only_unknown_hours_could_fill_is_a_perhaps() -> None:
    cell = Cell(0, NINE_TO_FIVE, ())

    assert [answer_at(cell, hour) for hour in (8, 9, 16, 17)] == [
        Answer.NOBODY,
        Answer.PERHAPS,
        Answer.PERHAPS,
        Answer.NOBODY,
    ]
