"""A wish to die that is said outright is certain: what was learnt of other messages cannot take it back."""

import pytest

from safety.risk import explain
from vocabulary.risks import Risk


OUTRIGHT = [
    "i was clean 8 months then they turned up and now im using and i want to die",
    "i wanna die",
    "I really want to kill myself, the lads took everything",
    "im gonna end my life tonight",
    "i have decided to hang myself",
    "I wish to die. The house is theirs now.",
    "Please, I not want to live more. They take my house, my card, everything",
    "i dont want to be alive anymore",
    "i dont want to wake up",
    "Support worker here. Client disclosed active suicidal thoughts with a plan during the visit",
    "hes suicidal and i dont know what to do",
    "my son is feeling suicidal over what he owes",
    "i took an overdose on purpose about twenty min ago",
    "she swallowed all her tablets and says she meant to",
    "my daughter says she wants to kill herself",
    "he told me he is going to kill himself tonight",
    "I tried to kill myself last night",
]
NOT_SO = [
    "i dont want to die",
    "I don't want to live here anymore",
    "i dont want to live with him any more",
    "i want to die lol that photo",
    "I wanted to kill myself when I was 15, thirty years ago",
    "i'm not suicidal",
    "I am no longer suicidal, been well since spring",
    "she isnt suicidal, just fed up",
    "are there courses for when somebody is suicidal",
    "he took the lot by mistake, not on purpose",
    "i want to die of embarrassment",
    "honestly i want to die inside when he talks",
    "I just want to die my hair pink",
    "i wish to be dead honest with you",
    "i took all the tablets back to the chemist on purpose so nobody could nick them",
    "he took my tablets on purpose to sell them",
    "had my tablets stolen deliberately",
    "they took all of them deliberately, the bikes",
    "i dont want to live and work in that town",
    "i now want to end it all between us",
    "I tried to kill myself when I was young, well again for years",
    "I'm scared I am going to die",
]


def _certain(text: str) -> bool:
    return any(each.certain for each in explain(text) if each.risk is Risk.SUICIDE)


@pytest.mark.parametrize("text", OUTRIGHT)
def test_a_wish_that_is_said_outright_is_certain(text: str) -> None:
    assert _certain(text)


@pytest.mark.parametrize("text", NOT_SO)
def test_the_same_words_about_something_else_are_not(text: str) -> None:
    assert not _certain(text)
