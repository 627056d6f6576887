"""Hours that are more likely a slip."""

from datetime import time

import pytest

from web.admin.slipped_hours import Place, Span, long_nights, overlaps


NINE_TO_FIVE = (time(9), time(17))
ALL_DAY = (time(0), time(0))


def a_week(**days: list[Span]) -> list[list[Span]]:
    return [days.get(name, []) for name in ("mo", "tu", "we", "th", "fr", "sa", "su")]


@pytest.mark.parametrize(
    ("opens", "closes", "is_long"),
    [
        (time(9), time(8, 59), True),
        (time(17), time(9), True),
        (time(18), time(8, 1), True),
        (time(18), time(8), False),
        (time(18), time(2), False),
        (time(9), time(0), False),  # ends at midnight
        (time(0), time(23, 59), False),
        (time(0), time(0), False),
    ],
)
def test_a_span_that_passes_midnight_and_lasts_more_than_fourteen_hours_is_long(
    opens: time, closes: time, *, is_long: bool
) -> None:
    assert long_nights(a_week(mo=[(opens, closes)])) == ([Place(0, 0)] if is_long else [])


@pytest.mark.parametrize(
    ("week", "found"),
    [
        (a_week(mo=[(time(9), time(8))], tu=[(time(7), time(17))]), [Place(0, 0)]),
        (a_week(mo=[(time(18), time(7))], tu=[(time(7), time(17))]), []),
        (a_week(mo=[NINE_TO_FIVE, (time(18), time(10))], tu=[NINE_TO_FIVE]), [Place(0, 1)]),
        (a_week(mo=[NINE_TO_FIVE], su=[(time(20), time(9, 30))]), [Place(6, 0)]),
        (a_week(mo=[(time(20), time(1))], tu=[ALL_DAY]), [Place(0, 0)]),
        (a_week(mo=[ALL_DAY], tu=[NINE_TO_FIVE]), []),
        (a_week(mo=[(time(20), time(8))], we=[(time(7), time(9))]), []),
    ],
)
def test_a_span_may_not_reach_into_the_next_days(week: list[list[Span]], found: list[Place]) -> None:
    assert overlaps(week) == found
