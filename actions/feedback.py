"""What the page reports: whether it helped, and that a contact was opened."""

from uuid import UUID

from rasa_sdk.events import EventType

from actions.safe_action import SafeAction, Turn
from vocabulary.pathway import Step


ANSWERS = {"yes": Step.HELPED_YES, "no": Step.HELPED_NO}


class ActionNoteHelped(SafeAction):
    """Thanks the person and notes the answer."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_note_helped"

    def act(self, turn: Turn) -> list[EventType]:
        """Notes yes or no; anything else is not an answer."""
        answer = turn.message.entities.get("answer", "")
        if answer in ANSWERS:
            turn.record(ANSWERS[answer])
            turn.respond(f"utter_helped_{answer}")
        turn.respond("utter_next" if turn.slot("shown") else "utter_ask_needs")
        return []


class ActionNoteContactOpened(SafeAction):
    """Notes silently that a number or link of a service on show was opened."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_note_contact_opened"

    def act(self, turn: Turn) -> list[EventType]:
        """Notes it for a service that this conversation was shown."""
        service = turn.message.entities.get("service", "")
        if service in (turn.slot("shown") or ()):
            turn.record(Step.CONTACT_OPENED, service=str(UUID(service)))
        return []
