"""Nothing of what a person said is left in an event."""

import json

import pytest
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    BotUttered,
    Event,
    SlotSet,
    UserUttered,
)

from bot.redaction import redact
from tests.bot.conversations import WORDS, a_message


# Events Rasa has that are not in these two lists need a decision: do they hold a person's words?
EMPTIED = {"user", "bot"}
CLOSED_VALUES = {
    "action", "action_execution_rejected", "active_loop", "all_slots_reset", "cancel_reminder",
    "cancel_unhandled", "entities", "followup", "form", "form_validation", "interrupted", "loop_interrupted",
    "pause", "reminder", "reset_slots", "restart", "resume", "rewind", "session_started", "slot", "undo",
    "user_featurization", "agent", "export", "routing", "define_prev_user_utterance",
}  # fmt: skip


def _dump(event: Event) -> str:
    return json.dumps([event.as_dict(), {k: str(v) for k, v in vars(event).items()}])


def test_a_persons_message_keeps_its_intent_and_nothing_else():
    event = a_message()

    redact(event)

    assert event.text == ""
    assert event.entities == []
    assert event.intent_name == "cuckooing"
    assert event.parse_data == {"intent": event.intent, "entities": [], "text": ""}
    assert event.metadata == {"model_id": "m1"}


@pytest.mark.parametrize(
    "event",
    [
        a_message(),
        BotUttered(WORDS, {"custom": {"values": {"place": WORDS}}}, {"note": WORDS}),
        SlotSet("area", "E06000020", metadata={"note": WORDS}),
        ActionExecuted("action_answer", metadata={"note": WORDS}),
        ActiveLoop("pathway_form", metadata={"note": WORDS}),
        ActionExecutionRejected("pathway_form", metadata={"note": WORDS}),
    ],
)
def test_no_event_holds_words_afterwards(event):
    redact(event)

    assert "MARKER" not in _dump(event)


def test_emptying_twice_changes_nothing():
    event = a_message()
    redact(event)
    before = _dump(event)

    redact(event)

    assert _dump(event) == before


def test_an_emptied_message_is_still_featurised_by_its_intent():
    event = a_message()

    redact(event)

    assert event.as_sub_state() == {"intent": "cuckooing"}


def test_every_kind_of_event_that_rasa_knows_was_looked_at():
    kinds = {kind.type_name for kind in _subclasses(Event)} - {Event.type_name}

    assert kinds <= EMPTIED | CLOSED_VALUES, kinds - EMPTIED - CLOSED_VALUES
    assert {UserUttered.type_name, BotUttered.type_name} == EMPTIED


def _subclasses(kind: type[Event]) -> set[type[Event]]:
    own = {sub for sub in kind.__subclasses__() if sub.__module__ == Event.__module__}
    return own | {deeper for sub in own for deeper in _subclasses(sub)}
