"""What of the answers still holds when another need is brought: pure.

The area stays. The person and the age stay as long as it is about the same person, so that nobody is asked
again how old they are; they go when the words speak of somebody else.
"""

import re
from dataclasses import replace
from typing import Any

from actions.answers import ON_SHOW, Answers
from actions.message import Message
from actions.people import OF_ANOTHER, hear_person, is_only_an_age, mentions_someone
from vocabulary.needs import Need
from vocabulary.people import Person


OF_THE_TOPIC = ("group", *ON_SHOW)
OF_THE_PERSON = ("person", "age", "substances")
_SELF = re.compile(r"\b(?:me|us|my (?:flat|house|home|own|self)|myself)\b", re.IGNORECASE)
_NOW_OF_SELF = re.compile(
    r"\bmy own\b|\bmyself\b|\bi(?:'m| am)? (?:also |now )?(?:owe|use|take|using|taking|being)\b|"
    r"\b(?:threaten\w*|hits?|hurts?|robbed|raped|follow\w*|scar\w+|beat\w*|attack\w*) me\b",
    re.IGNORECASE,
)


def known_for(message: Message, answers: Answers, *, asked: str | None) -> tuple[Answers, dict[str, Any]]:
    """The answers that hold for this message, and the slots that it empties.

    A need brought after services were shown (`asked` is None) opens a new topic.
    """
    if asked or not set(message.needs) - {Need.DANGER_NOW} or is_only_an_age(message.typed):
        return answers, {}
    if not is_about_somebody_else(message, answers):
        return replace(answers, needs=()), dict.fromkeys(OF_THE_TOPIC)
    cleared = dict.fromkeys((*OF_THE_TOPIC, *OF_THE_PERSON))
    return replace(answers, needs=(), person=None, age=None, substances=()), cleared


def is_about_somebody_else(message: Message, answers: Answers) -> bool:
    """Whether a need is brought for another person than the one before."""
    need = message.needs[0]
    if answers.person == Person.OTHER and (need is Need.OWN_DRUG_USE or _NOW_OF_SELF.search(message.typed)):
        return True
    if answers.person != Person.OTHER and need in OF_ANOTHER:
        return True
    person = hear_person(message.typed, asked=False)
    if person is not None:
        return person != answers.person or person is Person.OTHER
    return mentions_someone(message.typed) and not _SELF.search(message.typed)
