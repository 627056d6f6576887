"""Whether it helped."""

from rasa_sdk.events import EventType

from actions.safe_action import SafeAction, Turn
from actions.what_next import ask_what_next
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
        ask_what_next(turn)
        return []
