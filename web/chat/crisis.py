"""The fixed cards: danger heard by either side leads the answer, with checked numbers."""

from collections.abc import Iterable, Sequence

from safety import cards as fixed_cards
from vocabulary.areas import District
from vocabulary.risks import Risk, in_order
from vocabulary.words import danger_words
from web.chat.schema import Choice, Kind, Message, ServiceCard
from web.chat.utterance import Utterance


def risks_heard(screened: Iterable[Risk], said: Iterable[Utterance]) -> tuple[Risk, ...]:
    """What the screen here and the engine heard together, the leading danger first."""
    return in_order([*screened, *(risk for utterance in said for risk in utterance.risks)])


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
