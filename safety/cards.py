"""The fixed cards: what a person in danger is told first, in words that people wrote.

Words are ids of the catalogue `crisis`; services are slugs of the directory, which holds their checked
numbers. Nothing here depends on a model, a database or the network, so a card can always be shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vocabulary.areas import WORCESTERSHIRE, District
from vocabulary.risks import Risk


CHILDRENS_TEAMS = (
    "herefordshire-mash-children",
    "worcestershire-family-front-door",
    "shropshire-children-fpoc",
    "telford-family-connect-children",
)
"""All four are shown when the area is not known."""

CHILDRENS_TEAM_OF: Mapping[District, str] = MappingProxyType(
    {
        District.HEREFORDSHIRE: "herefordshire-mash-children",
        District.SHROPSHIRE: "shropshire-children-fpoc",
        District.TELFORD_AND_WREKIN: "telford-family-connect-children",
        **dict.fromkeys(WORCESTERSHIRE, "worcestershire-family-front-door"),
    }
)
"""The one that is shown when it is; a test holds this to the directory's coverage."""


@dataclass(frozen=True)
class Card:
    """One fixed card: the ids of its words and the slugs of its services, both in the order shown.

    The first id is the heading. The rest are short lines.
    """

    words: tuple[str, ...]
    services: tuple[str, ...]


def _words(card: str, *lines: str) -> tuple[str, ...]:
    return tuple(f"crisis.{card}.{line}" for line in ("heading", *lines))


CARDS: Mapping[Risk, Card] = MappingProxyType(
    {
        Risk.OVERDOSE: Card(
            words=_words(
                "overdose",
                "call",
                "say",
                "follow",
                "recovery",
                "naloxone",
                "again",
                "stay",
                "police",
                "cannot",
            ),
            services=("police-999", "frank"),
        ),
        Risk.EMERGENCY: Card(
            words=_words(
                "emergency", "call", "silent", "silent_limits", "landline", "relay", "place", "cannot"
            ),
            services=("police-999", "emergency-sms-relay", "victim-support-national"),
        ),
        Risk.SUICIDE: Card(
            words=_words("suicide", "safe", "call", "crisis", "talk", "young", "alone", "cannot"),
            services=(
                "police-999",
                "nhs-111-mental-health",
                "samaritans",
                "shout",
                "papyrus-hopeline247",
                "childline",
            ),
        ),
        Risk.CHILD: Card(
            words=_words(
                "child", "thanks", "fault", "safe_now", "choose", "team", "secret", "worried", "cannot"
            ),
            services=("police-999", *CHILDRENS_TEAMS, "childline", "safecall"),
        ),
    }
)

FALLBACK = Card(
    words=_words("fallback", "danger", "silent", "others", "cannot"),
    services=("police-999", "police-101-west-mercia", "victim-support-national", "samaritans", "childline"),
)
"""Shown when a part of the service fails, or when words were not understood twice."""
