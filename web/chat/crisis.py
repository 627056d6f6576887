"""The fixed cards: danger heard by either side leads the answer, with checked numbers."""

from collections.abc import Iterable, Sequence

from safety import cards as fixed_cards
from vocabulary.areas import District
from vocabulary.risks import Risk, in_order
from vocabulary.words import danger_words
from web.chat.schema import Choice, Kind, Message, ServiceCard
from web.chat.utterance import Utterance


# The questions that the dialogue puts below a card for danger now.
ASKS_BELOW_A_CARD = frozenset({"question.danger", "question.go_on", "question.go_on_with"})


def risks_heard(
    screened: Iterable[Risk], said: Sequence[Utterance], *, below: Message | None = None
) -> tuple[Risk, ...]:
    """What the screen here and the engine heard together, the leading danger first.

    `below` is the card that stands already. Where the dialogue answers below it without leading once more
    ("they've gone now" - "Are you safe?"), what the engine marked brings no second card for the same danger.
    """
    led = in_order([*screened, *(risk for one in said if not one.weighed for risk in one.risks)])
    marked = {risk for one in said if one.weighed for risk in one.risks}
    asks_safety = any(one.words in ASKS_BELOW_A_CARD for one in said)
    if not led and below is not None and asks_safety and marked.issubset(below.risks):
        return ()
    return in_order([*led, *marked])


def slugs_for(risks: Sequence[Risk], area: str | None = None) -> tuple[str, ...]:
    """The services of these dangers' cards, those of the leading one first, each once.

    Of the children's teams only that of the area, a GSS code, when it is known.
    """
    every = dict.fromkeys(slug for risk in risks for slug in fixed_cards.CARDS[risk].services)
    if area is None or area not in set(District):
        return tuple(every)
    elsewhere = set(fixed_cards.CHILDRENS_TEAMS) - {fixed_cards.CHILDRENS_TEAM_OF[District(area)]}
    return tuple(slug for slug in every if slug not in elsewhere)


def crisis_message(
    risks: Sequence[Risk], listed: Sequence[ServiceCard], choices: tuple[Choice, ...]
) -> Message:
    """The card of the leading danger; other dangers add their services to it."""
    return Message(
        kind=Kind.CRISIS,
        text=_text(fixed_cards.CARDS[risks[0]]),
        risk=risks[0],
        risks=tuple(risks),
        services=tuple(listed),
        choices=choices,
    )


def fallback_message(
    listed: Sequence[ServiceCard], choices: tuple[Choice, ...], *, shown: Sequence[str] = ()
) -> Message:
    """The fixed card for when nothing else can answer, without the services already `shown`."""
    return Message(
        kind=Kind.FALLBACK,
        text=_text(fixed_cards.FALLBACK),
        services=tuple(card for card in listed if card.id not in shown),
        choices=choices,
    )


def _text(card: fixed_cards.Card) -> str:
    return "\n".join(danger_words(each) for each in card.words)
