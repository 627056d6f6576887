"""What is answered by itself: danger in another language is answered as such, English is not."""

import pytest

from actions.asides import Aside, aside_in
from actions.message import Message


def a_message(text: str, intent: str = "nlu_fallback") -> Message:
    return Message(text=text, intent=intent, needs=(), risks=(), entities={}, by_button=text.startswith("/"))


@pytest.mark.parametrize("text", ["chce umrzec", "on ma nóż", "ਮੈਂ ਮਰਨਾ ਚਾਹੁੰਦਾ ਹਾਂ", "police ko bulao"])
@pytest.mark.parametrize("intent", ["nlu_fallback", "other_language", "being_watched", "give_area"])
def test_danger_in_another_language_is_answered_as_not_english(text: str, intent: str) -> None:
    assert aside_in(a_message(text, intent)) is Aside.OTHER_LANGUAGE


@pytest.mark.parametrize("text", ["i want to die", "nie chcę umrzeć", "he has a knife", "/danger_now", ""])
def test_nothing_else_is(text: str) -> None:
    assert aside_in(a_message(text)) is None
