import pytest

from safety.cards import CARDS
from vocabulary.risks import Risk
from vocabulary.words import words
from web.chat import crisis
from web.chat.utterance import Utterance


def test_both_sides_are_heard_and_the_leading_danger_is_first() -> None:
    said = [Utterance(risks=(Risk.CHILD,)), Utterance(risks=(Risk.OVERDOSE, Risk.CHILD))]

    assert crisis.risks_heard([Risk.SUICIDE], said) == (Risk.OVERDOSE, Risk.SUICIDE, Risk.CHILD)


def test_services_of_all_dangers_are_listed_once_the_leading_ones_first() -> None:
    slugs = crisis.slugs_for([Risk.SUICIDE, Risk.CHILD])

    assert slugs[: len(CARDS[Risk.SUICIDE].services)] == CARDS[Risk.SUICIDE].services
    assert len(slugs) == len(set(slugs))
    assert set(CARDS[Risk.CHILD].services) <= set(slugs)


@pytest.mark.parametrize("risk", list(Risk))
def test_the_card_says_the_fixed_words_unchanged(risk: Risk) -> None:
    message = crisis.crisis_message([risk], [], ())

    assert message.text.split("\n") == [words(each) for each in CARDS[risk].words]
    assert message.risk is risk
