"""Phrases that staff taught the chat for a need, heard in a message; danger always goes first."""

from dataclasses import replace

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from actions.message import Message
from directory.synonyms import Phrase, all_phrases
from safety.phrase import plain_phrase, stands_in
from signpost.logs import told_of
from vocabulary.labels import Label
from vocabulary.needs import Need
from vocabulary.risks import Risk


# These are done, whatever they are about: "he's next to me", "forget what I said of ...".
FIRST = frozenset({Label.BEING_WATCHED, Label.STOP_AND_FORGET, Label.RESTART, Label.WHAT_YOU_KNOW})
IN_DANGER = frozenset({Need.DANGER_NOW, Need.OVERDOSE, Need.FEELINGS_SUICIDE})


def hear_taught(message: Message, sessions: sessionmaker[Session]) -> Message:
    """The message with the need of a taught phrase in the lead, where one stands in it and no danger does.

    Without the database the message is as the engine understood it.
    """
    dangers = set(message.risks) - {Risk.CHILD}  # what is done to a child has needs of its own
    if not message.typed or dangers or IN_DANGER.intersection(message.needs[:1]):
        return message
    try:
        with sessions() as session:
            phrases = all_phrases(session)
    except SQLAlchemyError as error:
        structlog.get_logger("signpost.actions").error("phrases_not_read", **told_of(error))
        return message
    need = taught_need(message.typed, phrases)
    if need is None or (message.intent in FIRST and not _is_all(message.typed, phrases)):
        return message
    others = tuple(each for each in message.needs if each is not need)
    return replace(message, needs=(need, *others), taught=need)


def _is_all(text: str, phrases: list[Phrase]) -> bool:
    """Whether a text is one of the phrases and nothing more."""
    return plain_phrase(text) in {each.plain for each in phrases}


def taught_need(text: str, phrases: list[Phrase]) -> Need | None:
    """The need of the longest phrase that stands whole in a text."""
    if not phrases:
        return None
    plain = plain_phrase(text)
    return next((each.need for each in phrases if stands_in(each.plain, plain)), None)
