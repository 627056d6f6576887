"""A fixed card keeps its heading and its order, however often it is shown."""

import pytest

from safety.cards import CARDS, FALLBACK, Card
from vocabulary.risks import Risk
from vocabulary.words import words
from web.chat.fixed import BEFORE_NUMBERS, lines_of
from web.chat.schema import Kind, Message


ALL: list[tuple[Risk | None, Card]] = [*CARDS.items(), (None, FALLBACK)]


def shown(risk: Risk | None, card: Card, *above: str) -> Message:
    kind = Kind.FALLBACK if risk is None else Kind.CRISIS
    return Message(kind=kind, risk=risk, text="\n".join([*above, *(words(each) for each in card.words)]))


@pytest.mark.parametrize(("risk", "card"), ALL)
def test_the_heading_leads_and_no_line_is_lost(risk: Risk | None, card: Card) -> None:
    lines = lines_of(shown(risk, card))

    assert lines.opening == ()
    assert lines.heading == words(card.words[0])
    assert {lines.heading, *lines.before, *lines.after} == {words(each) for each in card.words}


@pytest.mark.parametrize(("risk", "card"), ALL)
def test_a_line_put_above_a_card_changes_nothing_below_it(risk: Risk | None, card: Card) -> None:
    first, again = lines_of(shown(risk, card)), lines_of(shown(risk, card, "This still comes first."))

    assert again.opening == ("This still comes first.",)
    assert (again.heading, again.before, again.after) == (first.heading, first.before, first.after)


def test_where_minutes_count_nothing_stands_before_the_first_number() -> None:
    for risk in (Risk.OVERDOSE, Risk.EMERGENCY):
        assert lines_of(shown(risk, CARDS[risk])).before == ()


def test_every_line_said_before_the_numbers_is_a_line_of_a_card() -> None:
    assert set(BEFORE_NUMBERS) <= {each for card in CARDS.values() for each in card.words}
