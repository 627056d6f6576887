"""A fixed card's lines by what they are for, whatever line was put above them."""

from dataclasses import dataclass

from safety import cards as fixed_cards
from vocabulary.words import words
from web.chat.schema import Message


# Said before the numbers, on the cards where a kind word does not cost a minute.
BEFORE_NUMBERS = frozenset(
    {"crisis.suicide.safe", "crisis.suicide.call", "crisis.child.thanks", "crisis.child.fault"}
)


@dataclass(frozen=True)
class FixedLines:
    """The parts of a fixed card in the order of the page."""

    opening: tuple[str, ...]  # such as "This still comes first."
    heading: str
    before: tuple[str, ...]  # steps above the numbers; where there are none, 999 comes first
    after: tuple[str, ...]


def lines_of(message: Message) -> FixedLines:
    """The lines of a danger or fall-back message: its card's own by their ids, any other as its opening."""
    card = fixed_cards.FALLBACK if message.risk is None else fixed_cards.CARDS[message.risk]
    heading, *steps = card.words
    own = {words(each) for each in card.words}
    return FixedLines(
        opening=tuple(line for line in message.text.split("\n") if line and line not in own),
        heading=words(heading),
        before=tuple(words(each) for each in steps if each in BEFORE_NUMBERS),
        after=tuple(words(each) for each in steps if each not in BEFORE_NUMBERS),
    )
