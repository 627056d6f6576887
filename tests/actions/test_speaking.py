"""Whoever cannot speak on a telephone is heard; whoever is overheard is not mistaken for them."""

import pytest

from actions.speaking import cannot_hear, cannot_speak, wants_us_to_ring


@pytest.mark.parametrize(
    "text",
    [
        "I'm deaf, how can I contact someone",
        "my mum is hard of hearing",
        "i cant speak on the phone",
        "I can't talk over the phone",
        "can I text someone instead of ringing",
        "I have a stammer",
        "do they have sign language",
        "is there a way without ringing",
        "I cannot speak",
        "cant ring",
        "i can't call 999",
        "cant phone anyone right now, is there another way",
        "can i text someone",
        "is there a web chat",
        "is there anyone i can text",
        "id rather text",
        "which of those can he text",
        "can she email them",
    ],
)
def test_a_need_for_ways_without_a_voice_is_heard(text: str) -> None:
    assert cannot_speak(text)


@pytest.mark.parametrize(
    "text",
    [
        "I can't speak on the phone, he would hear",
        "it fell on deaf ears",
        "I can't speak english",
        "he can't talk to me like that",
        "they text me threats",
        "can he text me from prison",
        "he said i can't ring the police",
        "can't ring, he'd hear",
        "he has texts about the deal",
        "I rang and nobody answered",
    ],
)
def test_what_is_no_such_need_is_not(text: str) -> None:
    assert not cannot_speak(text)


@pytest.mark.parametrize(
    "text", ["can you ring them for me", "please can you call the police", "ring me on this"]
)
def test_a_wish_that_we_ring_is_heard(text: str) -> None:
    assert wants_us_to_ring(text)


@pytest.mark.parametrize("text", ["can I ring them", "they keep calling me", "what happens when I ring"])
def test_ringing_oneself_is_no_such_wish(text: str) -> None:
    assert not wants_us_to_ring(text)


def test_not_hearing_is_told_from_keeping_quiet() -> None:
    assert cannot_hear("I can't hear on the phone")
    assert not cannot_hear("I can't speak on the phone")
