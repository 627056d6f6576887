"""Buttons that tell of danger, known by their signature even when their conversation is gone."""

from dataclasses import dataclass

from vocabulary.needs import Need
from vocabulary.risks import Risk
from vocabulary.words import words
from web.chat import choices
from web.chat.schema import MessageRequest


@dataclass(frozen=True)
class DangerButton:
    """One button of the dialogue: what it says to the engine, its label by id, and the danger it tells."""

    payload: str
    words: str
    risk: Risk

    @property
    def label(self) -> str:
        """What is written on it."""
        return words(self.words)


DANGER_BUTTONS = (
    DangerButton(f"/{Need.DANGER_NOW.intent}", Need.DANGER_NOW.words, Risk.EMERGENCY),
    DangerButton(f"/{Need.OVERDOSE.intent}", Need.OVERDOSE.words, Risk.OVERDOSE),
    DangerButton("/deny", "choice.not_safe", Risk.EMERGENCY),
)


def pressed(request: MessageRequest, *, secret: bytes) -> DangerButton | None:
    """The danger button that a request presses, whether or not its conversation is still there."""
    if request.choice is None or request.conversation is None:
        return None
    for button in DANGER_BUTTONS:
        signed = choices.signature(
            request.conversation, payload=button.payload, key=button.words, secret=secret
        )
        if request.choice == signed:
            return button
    return None
