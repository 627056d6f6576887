"""How much of an answer's time each part may take."""

import pytest

from signpost.settings import ENGINE_TIMEOUT_MS
from web.chat.turn import FOR_CARDS, MOST_SECONDS


def test_every_time_that_can_be_set_for_the_engine_leaves_the_directory_its_own() -> None:
    assert pytest.approx(MOST_SECONDS - FOR_CARDS) == ENGINE_TIMEOUT_MS[-1] / 1000
