"""What is answered by itself: danger in another language is answered as such, English is not."""

import pytest

from actions.asides import Aside, aside_in
from actions.message import Message
from vocabulary.needs import Need


def a_message(text: str, intent: str = "nlu_fallback", *needs: Need) -> Message:
    return Message(
        text=text, intent=intent, needs=needs, risks=(), entities={}, by_button=text.startswith("/")
    )


@pytest.mark.parametrize("text", ["chce umrzec", "on ma nóż", "ਮੈਂ ਮਰਨਾ ਚਾਹੁੰਦਾ ਹਾਂ", "police ko bulao"])
@pytest.mark.parametrize("intent", ["nlu_fallback", "other_language", "being_watched", "give_area"])
def test_danger_in_another_language_is_answered_as_not_english(text: str, intent: str) -> None:
    assert aside_in(a_message(text, intent)) is Aside.OTHER_LANGUAGE


@pytest.mark.parametrize("text", ["i want to die", "nie chcę umrzeć", "he has a knife", "/danger_now", ""])
def test_nothing_else_is(text: str) -> None:
    assert aside_in(a_message(text)) is None


def test_a_need_told_in_english_is_still_heard_beside_a_foreign_word() -> None:
    text = "dealers took over my flat, one shouted ratunku"

    assert aside_in(a_message(text, "cuckooing", Need.CUCKOOING)) is None
    assert aside_in(a_message(text)) is Aside.OTHER_LANGUAGE


def test_a_need_guessed_from_words_of_another_language_is_none() -> None:
    message = a_message("on ma nóż", "threats_violence", Need.THREATS_VIOLENCE)

    assert aside_in(message) is Aside.OTHER_LANGUAGE
