"""Pieces of a Rasa conversation for the engine's tests."""

from collections.abc import Iterable

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker


WORDS = "MARKER-TEXT they took my flat"
DOMAIN = Domain.from_dict(
    {
        "intents": ["cuckooing", "greet"],
        "entities": ["risk"],
        "slots": {
            name: {"type": "any", "influence_conversation": False, "mappings": [{"type": "custom"}]}
            for name in ("area", "needs", "count")
        },
        "actions": ["action_answer"],
        "forms": {"pathway_form": {"required_slots": ["area"]}},
    }
)


def an_opening() -> list[Event]:
    """How Rasa starts every conversation."""
    return [
        ActionExecuted("action_session_start"),
        SessionStarted(),
        ActionExecuted("action_listen"),
    ]


def a_message(text: str = WORDS, intent: str = "cuckooing") -> UserUttered:
    """What a person said, understood, with everything that could hold their words."""
    entity = {"entity": "risk", "value": "child", "extractor": "RiskDetector"}
    ranking = [{"name": intent, "confidence": 0.8}, {"name": "greet", "confidence": 0.1}]
    return UserUttered(
        text,
        {"name": intent, "confidence": 0.8},
        [entity],
        {
            "text": text,
            "intent": ranking[0],
            "entities": [entity],
            "intent_ranking": ranking,
            "metadata": {"note": text},
        },
        input_channel="signpost",
        message_id="8d1f",
        metadata={"note": text, "model_id": "m1"},
    )


def a_turn(number: int, *events: Event) -> list[Event]:
    """One message and its answer; the slot `count` holds the turn's number."""
    return [
        a_message(),
        ActionExecuted("action_answer"),
        *events,
        SlotSet("count", number),
        BotUttered("shown", {"custom": {"kind": "text", "words": "text.welcome"}}),
        ActionExecuted("action_listen"),
    ]


def a_conversation(turns: int) -> list[Event]:
    """An opening and so many turns; a form begins in the first and stays open."""
    first = [SlotSet("area", "E06000020"), ActiveLoop("pathway_form")]
    events = an_opening()
    for number in range(1, turns + 1):
        events += a_turn(number, *(first if number == 1 else []))
    return events


def a_tracker(events: Iterable[Event], sender: str = "conversation-1") -> DialogueStateTracker:
    """The tracker of a conversation."""
    return DialogueStateTracker.from_events(sender, list(events), DOMAIN.slots, domain=DOMAIN)


def a_blank() -> DialogueStateTracker:
    """A tracker in which nothing happened."""
    return DialogueStateTracker("conversation-1", DOMAIN.slots)
