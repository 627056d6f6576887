"""What is answered by itself, beside any need: a search for a person, ways without a voice, a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions import utterance
from actions.answers import Answers
from actions.aside_words import SHOWN, Aside, aside_in
from actions.asked_facts import facts_that_answer
from actions.message import Message
from vocabulary.needs import Need
from vocabulary.pathway import Step
from vocabulary.people import AgeBand


if TYPE_CHECKING:  # every action answers asides through this module
    from actions.safe_action import Turn

BY_TEXT_OR_CHAT = ("emergency-sms-relay", "shout", "victim-support-national")
UP_TO_25 = "safecall"  # for the young, by text as well
FACTS_BY_TEXT = ("facts.danger-now.3", "facts.danger-now.4")
SILENT = "facts.danger-now.1"
SHORT = 6  # words
SHOW_SERVICES = "action_show_services"


def aside_of(turn: Turn) -> Aside | None:
    """The aside of this turn: a new need goes before numbers, and only what is on show is pointed at."""
    aside = aside_in(turn.message)
    if aside not in SHOWN:
        return aside
    if aside is Aside.ON_SHOW:
        return aside if turn.slot("shown") and not turn.in_form else None
    is_no_opening = turn.answers.needs or aside is Aside.FOR_ANOTHER  # where a number would be for a report
    known = {*turn.answers.needs, Need.REPORT_CRIME} if is_no_opening else set()
    return None if turn.message.by_button or set(turn.message.needs) - known else aside


def is_all_of(message: Message) -> bool:
    """Whether a message with an aside is too short to bring more than it ("I'm hard of hearing")."""
    return len(message.typed.split()) <= SHORT and not message.further_needs


def answer_aside(turn: Turn, aside: Aside) -> list[EventType]:
    """Says what can be said; the caller asks what comes next."""
    if aside is Aside.OTHER_LANGUAGE:
        return say_not_english(turn)
    if aside in SHOWN:
        from actions.numbers import give_numbers  # which builds on this module

        return give_numbers(turn, aside)
    if aside is Aside.FACT:
        say_facts_asked(turn)
        return [SlotSet("misunderstood", 0)]
    if aside is Aside.LANGUAGE:
        turn.respond("utter_other_language")
        return [SlotSet("misunderstood", 0)]
    if aside is not Aside.BY_TEXT:
        turn.say(f"text.{aside}")
        return [SlotSet("misunderstood", 0)]
    turn.say("text.by_text")
    in_danger = turn.after_card and not turn.message.risks  # otherwise the card of this turn says it
    for words in (SILENT, *FACTS_BY_TEXT) if in_danger else FACTS_BY_TEXT:
        utterance.say(turn.dispatcher, words, kind="facts")
    utterance.show_lifelines(turn.dispatcher, by_text_or_chat(turn.answers), words="services.by_text")
    return [SlotSet("misunderstood", 0), SlotSet("by_text", True)]


def say_facts_asked(turn: Turn) -> None:
    """The facts that answer what was asked."""
    for words in facts_that_answer(turn.message.typed):
        utterance.say(turn.dispatcher, words, kind="facts")


def by_text_or_chat(answers: Answers) -> tuple[str, ...]:
    """The lifelines that can be written to, at the age that was told."""
    is_older = answers.age in (AgeBand.FROM_26_TO_59, AgeBand.FROM_60)
    return BY_TEXT_OR_CHAT if is_older else (*BY_TEXT_OR_CHAT, UP_TO_25)


def say_not_english(turn: Turn) -> list[EventType]:
    """Gives the card with the emergency numbers, and says what is understood and what helps."""
    turn.respond("utter_fallback")
    turn.respond("utter_other_language")
    turn.record(Step.NOT_UNDERSTOOD)
    return [SlotSet("misunderstood", 0)]


def show_again(turn: Turn, aside: Aside) -> list[EventType]:
    """After "I am deaf" the services that stand on show come again, those that can be written to first."""
    if aside is Aside.BY_TEXT and turn.slot("shown") and not turn.in_form:
        return [FollowupAction(SHOW_SERVICES)]
    return []
