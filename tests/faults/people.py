"""People who talk to a failing Signpost as a page does: a turn that gets no answer is sent again."""

import time
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import uuid4

import requests

from tests.running import RunningSystem
from vocabulary.faults import Fault


PATIENCE = 120.0  # seconds in which a turn is sent again
BETWEEN_TRIES = 0.25
MOST_SECONDS = 30.0  # for one try: longer than anything promised
AFTER_A_CARD = 1.0  # seconds until the same is said again
SENTENCE = "they've taken over my flat in telford, i am 30"
SAFE = "Yes, I am safe"
ANSWERS = (SAFE, "26 to 59", "For me", "Myself")


class Outcome(StrEnum):
    """What became of a turn's first try."""

    ANSWERED = "answered by the engine"
    FIXED_CARD = "answered by the fixed card"
    NOBODY = "no web process: the page shows its own card"
    FORGOTTEN = "the conversation was gone"
    FAILED = "answered with a failure"


@dataclass(frozen=True)
class Told:
    """One turn."""

    outcome: Outcome
    seconds: float  # of the first try


@dataclass
class Person:
    """Somebody at the public door; `turns` are theirs so far."""

    system: RunningSystem
    turns: list[Told] = field(default_factory=list)
    anew: int = 0  # how often they had to open another conversation
    reply: dict[str, Any] = field(default_factory=dict)

    def open(self, *, again: bool = True) -> Told:
        """Opens a conversation."""
        return self._send({"conversation": None}, again=again)

    def type(self, text: str) -> Told:
        """Types a message."""
        return self._send({"conversation": self.reply["conversation"], "text": text})

    def choose(self, label: str) -> Told:
        """Presses a button."""
        return self._send({"conversation": self.reply["conversation"], "choice": self._offered[label]})

    def find_services(self) -> bool:
        """Talks until services are shown, answering what is asked and saying it again after a fixed card."""
        until = time.monotonic() + PATIENCE
        self.open()
        while time.monotonic() < until:
            if self._are_services_shown:
                return True
            label = next((each for each in ANSWERS if each in self._offered), None)
            told = self.choose(label) if label else self.type(SENTENCE)
            if told.outcome is Outcome.FORGOTTEN:
                self.anew += 1
                self.open()
            if told.outcome is Outcome.FIXED_CARD:
                time.sleep(AFTER_A_CARD)
        return False

    def open_contact(self) -> bool:
        """Notes that the first service's contact was opened; whether that was acknowledged."""
        service = self._shown[0]["id"]
        return self._tell({"event": "contact-opened", "service": service})

    def report_wrong(self) -> bool:
        """Says that the first service's number is wrong; whether that was acknowledged."""
        return self._tell(
            {"event": "something-wrong", "service": self._shown[0]["id"], "fault": Fault.NUMBER_DEAD.value}
        )

    @property
    def labels(self) -> list[str]:
        """What the buttons of the newest answer say."""
        return list(self._offered)

    @property
    def has_numbers(self) -> bool:
        """Whether the newest answer holds telephone numbers to ring."""
        every = [each for message in self.reply["messages"] for each in message.get("services") or []]
        return any(service["phones"] for service in every)

    def _tell(self, event: dict[str, str]) -> bool:
        body = {"conversation": self.reply["conversation"], **event}
        try:
            return self.system.post("/api/chat/events", body).status_code == 204
        except requests.RequestException:
            return False

    def _send(self, body: dict[str, Any], *, again: bool = True) -> Told:
        body["id"] = uuid4().hex
        until = time.monotonic() + PATIENCE
        first = told = self._try(body)
        while again and told.outcome in {Outcome.NOBODY, Outcome.FAILED} and time.monotonic() < until:
            time.sleep(BETWEEN_TRIES)
            told = self._try(body)
        self.turns.append(first)
        return Told(told.outcome, first.seconds)

    def _try(self, body: dict[str, Any]) -> Told:
        began = time.monotonic()
        try:
            address = f"{self.system.address}/api/chat/messages"
            answer = requests.post(address, json=body, timeout=MOST_SECONDS)
        except requests.RequestException:
            return Told(Outcome.NOBODY, time.monotonic() - began)
        took = time.monotonic() - began
        if answer.status_code == 404:
            return Told(Outcome.FORGOTTEN, took)
        if not answer.ok:
            return Told(Outcome.FAILED, took)
        self.reply = answer.json()
        is_card = any(message["kind"] == "fallback" for message in self.reply["messages"])
        return Told(Outcome.FIXED_CARD if is_card else Outcome.ANSWERED, took)

    @property
    def _offered(self) -> dict[str, str]:
        every = [each for message in self.reply["messages"] for each in message.get("choices") or []]
        return {each["label"]: each["choice"] for each in every}

    @property
    def _shown(self) -> list[dict[str, Any]]:
        found = [message["services"] for message in self.reply["messages"] if message["kind"] == "services"]
        return found[0] if found else []

    @property
    def _are_services_shown(self) -> bool:
        return bool(self._shown)
