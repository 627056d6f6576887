"""One conversation with a running Signpost over the public contract, and how a recorded one is played."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import requests
import yaml


FOLDER = Path(__file__).parent / "conversations"
EXPECTED = frozenset("risk kinds says never offers services first_service no_services".split())


class Door(Protocol):
    """A running Signpost as a person reaches it, such as tests.running.RunningSystem."""

    def post(self, path: str, body: object) -> requests.Response:
        """Posts JSON to a web process."""


@dataclass
class Conversation:
    """A person at the public door; `reply` is the newest answer."""

    system: Door
    reply: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.send({"conversation": None})

    def send(self, body: dict[str, Any]) -> dict[str, Any]:
        """Posts one message as the contract has it."""
        answer = self.system.post("/api/chat/messages", body)
        assert answer.status_code == 200, f"{answer.status_code}: {answer.text[:200]}"
        self.reply = answer.json()
        return self.reply

    def type(self, text: str) -> dict[str, Any]:
        """Types a message."""
        return self.send({"conversation": self.reply["conversation"], "text": text})

    def choose(self, label: str) -> dict[str, Any]:
        """Presses the button with this label. Fails when it is not on offer."""
        offered = {choice["label"]: choice["choice"] for choice in self.choices}
        assert label in offered, f"'{label}' is not among {sorted(offered)}"
        return self.send({"conversation": self.reply["conversation"], "choice": offered[label]})

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The messages of the newest answer."""
        found: list[dict[str, Any]] = self.reply["messages"]
        return found

    @property
    def choices(self) -> list[dict[str, str]]:
        """Every button of the newest answer."""
        return [choice for message in self.messages for choice in message.get("choices") or []]

    @property
    def kinds(self) -> list[str]:
        """The kinds of the newest answer's messages, in order."""
        return [message["kind"] for message in self.messages]

    @property
    def text(self) -> str:
        """Everything the newest answer says."""
        return "\n".join(message.get("text") or "" for message in self.messages)

    @property
    def services(self) -> list[dict[str, Any]]:
        """The services suggested in the newest answer, in order; not those of a danger card."""
        return [
            service
            for message in self.messages
            if message["kind"] == "services"
            for service in message["services"]
        ]

    @property
    def names(self) -> list[str]:
        """The names of the suggested services."""
        return [service["name"] for service in self.services]

    @property
    def risk(self) -> str | None:
        """The risk whose card leads the newest answer, or None."""
        first = self.messages[0]
        return first.get("risk") if first["kind"] == "crisis" else None


def recorded_conversations(*, by_page: bool = False) -> list[Path]:
    """The recorded conversations, one a file; for a page without those that it would not send itself."""
    every = sorted(FOLDER.rglob("*.yml"))
    return [path for path in every if not (by_page and _is_for_the_api_alone(path))]


def _is_for_the_api_alone(path: Path) -> bool:
    return yaml.safe_load(path.read_text(encoding="utf-8")).get("door") == "api"


def play(conversation: Any, path: Path) -> None:
    """Plays one recording: each turn says or chooses, then holds the answer to what is expected."""
    for number, turn in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))["turns"], start=1):
        before = conversation.text
        if "say" in turn:
            conversation.type(turn["say"])
        else:
            conversation.choose(turn["choose"])
        _hold(conversation, turn.get("expect") or {}, where=f"{path.stem}, turn {number}")
        assert conversation.text != before, f"{path.stem}, turn {number}: the same text twice in a row"


def _hold(conversation: Any, expected: dict[str, Any], *, where: str) -> None:
    assert set(expected) <= EXPECTED, f"{where}: nothing is known of {sorted(set(expected) - EXPECTED)}"
    if "risk" in expected:
        assert conversation.risk == expected["risk"], f"{where}: risk {conversation.risk}"
    for kind in expected.get("kinds", []):
        assert kind in conversation.kinds, f"{where}: no {kind} in {conversation.kinds}"
    for words in expected.get("says", []):
        assert words in conversation.text, f"{where}: does not say {words!r}: {conversation.text}"
    for words in expected.get("never", []):
        assert words not in conversation.text, f"{where}: says {words!r}"
    for label in expected.get("offers", []):
        labels = [choice["label"] for choice in conversation.choices]
        assert label in labels, f"{where}: does not offer {label!r}: {labels}"
    for name in expected.get("services", []):
        assert name in conversation.names, f"{where}: no {name} in {conversation.names}"
    if "first_service" in expected:
        assert conversation.names[:1] == [expected["first_service"]], f"{where}: {conversation.names}"
    for name in expected.get("no_services", []):
        assert name not in conversation.names, f"{where}: {name} is suggested"
