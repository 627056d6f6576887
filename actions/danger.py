"""The question about safety: asked plainly, or as "shall I go on" below a card for danger now.

Below a card, words that the danger is over or was never meant neither bring the card again nor end it: the
question is asked plainly. Of an overdose nobody can tell so soon that it is over.
"""

from rasa_sdk.events import EventType

from actions import utterance
from actions.safe_action import SafeAction, Turn
from actions.taking_back import says_it_is_over, takes_back
from actions.utterance import Choice
from vocabulary.needs import Need
from vocabulary.risks import Risk


def eases(turn: Turn) -> bool:
    """Whether a message below a card for danger now says no more than that the danger is over, or is none."""
    if not turn.after_card:
        return False
    text, risks = turn.message.typed, turn.message.risks
    is_taken_back = not risks and takes_back(text)
    return is_taken_back or says_it_is_over(text, marked=risks, standing=turn.acute)


class ActionAskDanger(SafeAction):
    """Asks whether the person is safe; after a card, nothing but whether to go on."""

    def name(self) -> str:
        """The form's question for the slot `danger`."""
        return "action_ask_danger"

    leads = False  # the form's validation has led already
    yields = False

    def act(self, turn: Turn) -> list[EventType]:
        """Asks with buttons."""
        if not turn.acute or (eases(turn) and Risk.OVERDOSE not in turn.acute):
            turn.respond("utter_ask_danger")
            return []
        choices = [Choice("choice.continue", "/go_on"), Choice("choice.stop", "/stop_and_forget")]
        need = next((need for need in turn.answers.needs if need is not Need.DANGER_NOW), None)
        if need:
            utterance.ask(turn.dispatcher, "question.go_on_with", choices, need=f"@{need.words}")
        else:
            utterance.ask(turn.dispatcher, "question.go_on", choices)
        return []
