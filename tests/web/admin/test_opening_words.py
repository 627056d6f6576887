"""Whether a line is open, as managers read it."""

from datetime import datetime, timedelta

import pytest

from directory.opening_hours import LONDON, UNKNOWN, Opening, OpenState
from web.admin.opening_words import say_opening


TUESDAY = datetime(2026, 11, 24, 10, tzinfo=LONDON)


def _in(**step: float) -> datetime:
    return TUESDAY + timedelta(**step)


@pytest.mark.parametrize(
    ("opening", "said"),
    [
        (Opening(OpenState.OPEN, always=True), "Open now, 24 hours a day"),
        (Opening(OpenState.OPEN, until=_in(hours=7)), "Open now until 5pm"),
        (Opening(OpenState.OPEN, until=_in(hours=16)), "Open now until tomorrow 2am"),
        (Opening(OpenState.OPEN), "Open now"),
        (Opening(OpenState.CLOSED, opens=_in(hours=4)), "Closed, opens 2pm"),
        (Opening(OpenState.CLOSED, opens=_in(days=1)), "Closed, opens tomorrow 10am"),
        (Opening(OpenState.CLOSED, opens=_in(days=6)), "Closed, opens Monday 10am"),
        (Opening(OpenState.CLOSED, opens=_in(days=9)), "Closed, opens 3 December 10am"),
        (Opening(OpenState.CLOSED), "Closed"),
        (UNKNOWN, "Hours not known"),
    ],
)
def test_an_opening_is_said_in_uk_time(opening: Opening, said: str) -> None:
    assert say_opening(opening, at=TUESDAY) == said
