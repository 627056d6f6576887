"""What of a danger card stays in sight below a newer exchange: few numbers, so that the answers stay too."""

from collections.abc import Sequence
from dataclasses import dataclass

from vocabulary.areas import Breadth
from vocabulary.words import words
from web.chat.schema import ServiceCard


MOST_IN_SIGHT = 3


@dataclass(frozen=True)
class Pinned:
    """The services that stay in sight, and those that one press unfolds."""

    first: tuple[ServiceCard, ...]
    more: tuple[ServiceCard, ...]


def pin(services: Sequence[ServiceCard]) -> Pinned:
    """The first services of a danger card that can be rung or texted, and all its others.

    Of several local teams nobody knows yet which one is the right one: they follow the others.
    """
    reached = [card for card in services if card.phones or card.text]
    local = [card for card in reached if _is_local(card)]
    late = local if len(local) > 1 else []
    first = tuple(card for card in reached if card not in late)[:MOST_IN_SIGHT]
    return Pinned(first, tuple(card for card in services if card not in first))


def _is_local(card: ServiceCard) -> bool:
    wide = {words(f"coverage.{breadth.value}") for breadth in (Breadth.NATIONAL, Breadth.FORCE)}
    return not wide & set(card.coverage)
