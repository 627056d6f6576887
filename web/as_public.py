"""Cards of services exactly as the chat shows them, for whoever must see what people see.

The managers' door cannot import the chat's; this module stands between them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup
from sqlalchemy.orm import Session

from directory import search
from directory.terms import Reason
from vocabulary.people import AgeBand
from vocabulary.words import words
from web.chat.cards import checked_words, purpose_words, service_card, why_words
from web.templating import environment


TEMPLATE = "chat/card.html"
NO_REASONS: Mapping[str, Sequence[Reason]] = {}


@dataclass(frozen=True)
class PublicCard:
    """One card, and which service it is of."""

    id: str
    name: str
    html: Markup


def public_cards(
    session: Session,
    ids: Sequence[str],
    *,
    at: datetime,
    live: bool,
    area: str | None = None,
    age: AgeBand | None = None,
    reasons: Mapping[str, Sequence[Reason]] = NO_REASONS,
) -> list[PublicCard]:
    """The cards of the services among these that people may see, in this order; `at` is aware.

    `reasons` say why each was suggested, by its id. The form "this is wrong" is left out.
    """
    read = search.service_cards(session, ids, at=at, area=area, age=age, live=live)
    found = {card.id: service_card(card, now=at) for card in read}
    template = environment().get_template(TEMPLATE)
    drawing = template.make_module({"words": words, "checked": checked_words, "purpose_words": purpose_words})
    cards = []
    for each in (found[key] for key in ids if key in found):
        card = each.model_copy(update={"why": why_words(reasons.get(each.id, ()))})
        html = Markup(drawing.full(card, reporting=False))  # type: ignore[attr-defined]  # noqa: S704 - our template's
        cards.append(PublicCard(each.id, each.name, html))
    return cards
