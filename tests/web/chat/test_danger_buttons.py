"""Buttons that tell of danger are known without their conversation."""

from pathlib import Path

import pytest
import yaml

from web.chat import choices
from web.chat.danger_buttons import DANGER_BUTTONS, DangerButton, pressed
from web.chat.schema import MessageRequest


SECRET = b"s" * 32
DOMAIN = Path(__file__).parents[3] / "domain.yml"


def press(choice: str, conversation: str = "token") -> DangerButton | None:
    return pressed(MessageRequest(conversation=conversation, choice=choice), secret=SECRET)


def signed(button: DangerButton, conversation: str = "token") -> str:
    return choices.signature(conversation, payload=button.payload, key=button.words, secret=SECRET)


@pytest.mark.parametrize("button", DANGER_BUTTONS, ids=lambda each: each.words)
def test_a_danger_button_is_known_in_its_own_conversation_only(button: DangerButton) -> None:
    assert press(signed(button)) is button
    assert press(signed(button, "another")) is None


def test_another_button_and_typed_text_tell_no_danger() -> None:
    other = choices.signature("token", payload="/affirm", key="choice.yes", secret=SECRET)

    assert press(other) is None
    assert pressed(MessageRequest(conversation="token", text="hello"), secret=SECRET) is None


def test_the_dialogue_offers_each_danger_button_as_it_is_known_here() -> None:
    responses = yaml.safe_load(DOMAIN.read_text(encoding="utf-8"))["responses"]
    offered = {
        (choice["payload"], choice["words"])
        for variations in responses.values()
        for each in variations
        for choice in each["custom"].get("choices", ())
    }

    assert {(button.payload, button.words) for button in DANGER_BUTTONS} <= offered
