"""The person's latest message as the engine understood it; its text is read here and kept nowhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rasa_sdk import Tracker

from actions.apostrophes import straight
from actions.plain_needs import plain_needs
from actions.safe_words import is_unsafe_outright
from vocabulary.labels import Label
from vocabulary.needs import BY_INTENT, Need
from vocabulary.risks import Risk, in_order


CLIENTS_SHARE = 0.35
ALSO_HEARD = 0.25  # a second need this likely is kept beside the first; plain words bring others
LIKELY = 3  # of a professional's needs, among which plain words decide
BUTTON_PREFIX = "/"


@dataclass(frozen=True)
class Message:
    """One message: what it may mean, and whether a button sent it."""

    text: str
    intent: str
    needs: tuple[Need, ...]
    risks: tuple[Risk, ...]
    entities: Mapping[str, str]
    by_button: bool

    @cached_property
    def typed(self) -> str:
        """What the person typed, with straight apostrophes; empty for a button, whose payload is ours."""
        return "" if self.by_button else straight(self.text)

    @property
    def likely_needs(self) -> tuple[Need, ...]:
        """The needs in the ranking, likeliest first, for a clarifying question."""
        return self._ranked

    @property
    def further_needs(self) -> tuple[Need, ...]:
        """The needs that plain words bring beside `needs`, the most urgent first."""
        return plain_needs(self.typed, beside=self.needs)

    _ranked: tuple[Need, ...] = ()
    taught: Need | None = None  # of a phrase that staff taught, which leads `needs`


def read_message(tracker: Tracker) -> Message:
    """The latest message of a tracker."""
    latest = tracker.latest_message
    text = latest.get("text") or ""
    intent = (latest.get("intent") or {}).get("name") or ""
    ranking = latest.get("intent_ranking") or []
    return Message(
        text=text,
        intent=intent,
        needs=_needs(intent, ranking, text),
        risks=_risks(latest, straight(text)),
        entities={entity["entity"]: str(entity["value"]) for entity in latest.get("entities") or []},
        by_button=text.startswith(BUTTON_PREFIX),
        _ranked=tuple(BY_INTENT[row["name"]] for row in ranking if row["name"] in BY_INTENT),
    )


def _needs(intent: str, ranking: list[dict[str, Any]], text: str) -> tuple[Need, ...]:
    if intent == Label.PROFESSIONAL_ENQUIRY:
        return _clients_need(ranking, text)
    if intent not in BY_INTENT:
        return ()
    also = [
        BY_INTENT[row["name"]]
        for row in ranking
        if row["name"] in BY_INTENT and row["name"] != intent and row["confidence"] >= ALSO_HEARD
    ]
    return (BY_INTENT[intent], *also)


def _clients_need(ranking: list[dict[str, Any]], text: str) -> tuple[Need, ...]:
    """What a professional asks about: what plain words say, or the likeliest need when it stands out."""
    needs = [row for row in ranking if row["name"] in BY_INTENT]
    likely = [BY_INTENT[row["name"]] for row in needs]
    plain = [need for need in plain_needs(straight(text), beside=()) if need in likely[:LIKELY]]
    if plain:
        return tuple(plain[:1])
    whole = sum(row["confidence"] for row in needs)
    if not needs or needs[0]["confidence"] < whole * CLIENTS_SHARE:
        return ()
    return tuple(likely[:1])


def _risks(latest: Mapping[str, Any], text: str) -> tuple[Risk, ...]:
    """What the engine's detector found, and what the channel found before it scrubbed the text."""
    entities, metadata = latest.get("entities") or [], latest.get("metadata") or {}
    found = [entity["value"] for entity in entities if entity["entity"] == "risk"]
    outright = [Risk.EMERGENCY] if is_unsafe_outright(text) else []  # to the classifier a "no" to anything
    told = (*found, *(metadata.get("risks") or ()), *outright)
    return in_order(Risk(risk) for risk in told if risk in set(Risk))
