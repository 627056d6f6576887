"""Which aside stands in a message: danger in another language is answered as such, English is not."""

import pytest

from actions.aside_words import Aside, aside_in
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


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("someone speak Polish?", Aside.LANGUAGE),
        ("do they speak polish", Aside.LANGUAGE),
        ("is there an interpreter", Aside.LANGUAGE),
        ("can i talk in my language", Aside.LANGUAGE),
        ("I only speak Romanian", Aside.LANGUAGE),
        ("will they come to my house", Aside.VISIT),
        ("would the police turn up at my door", Aside.VISIT),
        ("does anyone come round", Aside.VISIT),
        ("hes called … …", Aside.DETAILS),
    ],
)
def test_a_question_about_language_or_visits_and_a_bare_name_are_asides(text: str, aside: Aside) -> None:
    assert aside_in(a_message(text)) is aside


@pytest.mark.parametrize(
    "text",
    [
        "there are polish men in my flat",
        "they speak albanian to each other in there",
        "they will come to my house with a gun",
        "he came to my house",
        "hes called … and he has a knife",
    ],
)
def test_what_only_sounds_like_one_is_none(text: str) -> None:
    assert aside_in(a_message(text)) is None


def test_a_visit_that_is_feared_is_no_question_about_a_service() -> None:
    text = "will they come to my house"

    assert aside_in(a_message(text, "threats_violence", Need.THREATS_VIOLENCE)) is None
    assert aside_in(a_message("will they come for me")) is None
