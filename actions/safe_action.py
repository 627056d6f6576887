"""The base of every action: danger leads, and no exception leaves.

An exception that leaves an action makes rasa-sdk answer with the whole tracker, which Rasa logs: the
person's words would reach the log and the person would get silence.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import Any

import structlog
from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import journey, metrics, utterance
from actions.answers import Answers, answers_of
from actions.asides import answer_aside, aside_of, show_again
from actions.message import Message, read_message
from actions.runtime import Runtime, runtime
from actions.taught import hear_taught
from directory.search import Enquiry
from signpost import tracing
from signpost.logs import told_of
from vocabulary.languages import Language, language_of
from vocabulary.pathway import Step
from vocabulary.risks import ACUTE, Risk, in_order


log = structlog.get_logger("signpost.actions")


@dataclass(frozen=True)
class Turn:
    """One action's view of the conversation: what was said, what is known, and how to reply."""

    dispatcher: CollectingDispatcher
    tracker: Tracker
    message: Message
    answers: Answers
    runtime: Runtime

    def slot(self, name: str) -> Any:
        """The value of a slot, or None."""
        return self.tracker.get_slot(name)

    @property
    def metadata(self) -> dict[str, Any]:
        """What the channel sent along: the visit's key, its name, the dangers it found."""
        return self.tracker.latest_message.get("metadata") or {}

    @property
    def enquiry(self) -> Enquiry:
        """What the directory is asked: the answers, and the language that the page speaks."""
        spoken = language_of(self.metadata.get("language"))
        asked = self.answers.enquiry(self.runtime.clock())
        return asked if spoken is Language.ENGLISH else replace(asked, language=spoken)

    @property
    def acute(self) -> tuple[Risk, ...]:
        """The dangers to life heard so far that a card for now answers."""
        return in_order(Risk(risk) for risk in self.slot("risks") or () if Risk(risk) in ACUTE)

    @property
    def after_card(self) -> bool:
        """Whether the question about safety stands below such a card, and asks only whether to go on."""
        is_open = self.slot("requested_slot") in ("danger", None) and not self.answers.danger
        return bool(self.acute) and is_open

    @property
    def in_form(self) -> bool:
        """Whether the pathway's questions are open, so that one of them follows this reply."""
        return bool(self.tracker.active_loop.get("name"))

    def respond(self, response: str) -> None:
        """Says a response of domain.yml."""
        utterance.respond(self.dispatcher, response)

    def say(self, words: str, **values: str) -> None:
        """Says the words with this id."""
        utterance.say(self.dispatcher, words, **values)

    def record(self, step: Step, **facts: Any) -> None:
        """Notes one step of this visit in the usage log."""
        journey.record(self, step, **facts)


class SafeAction(Action, ABC):  # type: ignore[misc]  # rasa-sdk ships no types
    """An action that reads slots, calls one function, speaks and returns events."""

    leads = True  # whether the card for the dangers in the message comes first
    yields = True  # whether a search for a person, or "I am deaf", is answered instead of what it says

    @abstractmethod
    def name(self) -> str:
        """The action's name in the domain."""

    @abstractmethod
    def act(self, turn: Turn) -> list[EventType]:
        """What the action does: reads slots, calls one function, speaks, returns events."""

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Runs `act`; whatever goes wrong, the person gets the fixed card and the log gets no words."""
        del domain
        with tracing.span(tracing.Step.ACTION), metrics.ACTION_SECONDS.time():
            return self._run(dispatcher, tracker)

    def _run(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        try:
            held = runtime()
            message = hear_taught(read_message(tracker), held.sessions)
            turn = Turn(dispatcher, tracker, message, answers_of(tracker), held)
            led = lead_with(turn, turn.message.risks) if self.leads else []
            return [*led, *(self._answer_aside(turn) or self._take_up_taught(turn) or self.act(turn))]
        except Exception as error:  # noqa: BLE001 - the one place made for it
            metrics.count_failure(error)
            tracing.mark_failed()
            log.error("action_failed", action=self.name(), **told_of(error))
            utterance.respond(dispatcher, "utter_fallback")
            return []

    def _take_up_taught(self, turn: Turn) -> list[EventType]:
        """To the questions about a need that a taught phrase brings, where the engine heard none of it."""
        from actions.clarify import take_up  # which builds on this module

        need = turn.message.taught if self.yields and not turn.in_form else None
        return [] if need is None or need in turn.answers.told else take_up(turn, need)

    def _answer_aside(self, turn: Turn) -> list[EventType]:
        """The answer to what is asked aside from any need; empty when nothing is, or the form hears it."""
        from actions.what_next import ask_what_next  # which builds on this module

        aside = aside_of(turn) if self.yields else None
        if aside is None:
            return []
        events, again = answer_aside(turn, aside), show_again(turn, aside)
        if not (again or turn.in_form):
            ask_what_next(turn)
        return [*events, *again]


def lead_with(turn: Turn, risks: tuple[Risk, ...], *, answers: Answers | None = None) -> list[EventType]:
    """Says the card of these dangers, logs them, and remembers them for the rest of the chat.

    `answers` are those of this message, where it was heard already; otherwise those of the slots.
    """
    if not risks:
        return []
    before = in_order(Risk(risk) for risk in turn.slot("risks") or ())
    standing = turn.acute if turn.after_card else ()  # the card above still leads: "he's 16" ends no overdose
    despair = (Risk.SUICIDE,) if Risk.SUICIDE in before and ACUTE.intersection(risks) else ()
    shown = in_order((*risks, *standing, *despair))
    utterance.lead_with(turn.dispatcher, shown, area=(answers or turn.answers).district)
    for risk in risks:
        turn.record(Step.RISK_CARD, risk=risk)
    asks_again = [SlotSet("danger", None)] if ACUTE.intersection(risks) else []
    return [SlotSet("risks", [risk.value for risk in in_order((*risks, *before))]), *asks_again]
