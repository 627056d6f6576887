"""Which question of the pathway comes next: pure."""

from collections.abc import Callable, Iterable

from actions.answers import QUESTIONS, Answers


ALWAYS_ASKED = ("needs", "danger", "area")


def next_question(answers: Answers, *, changes_answer: Callable[[str], bool]) -> str | None:
    """The first open question, or None when the services can be shown.

    `changes_answer` says of "person" and "age" whether the best services would differ with the answer; it is
    asked only when such a question comes next, and a question that changes nothing is not put to the person.
    """
    for question in QUESTIONS:
        if not answers.has(question) and (question in ALWAYS_ASKED or changes_answer(question)):
            return question
    return None


def in_answered_order(before: Iterable[str], heard: Iterable[str]) -> list[str]:
    """The answered questions, oldest first, with those just heard at the end."""
    now = [question for question in QUESTIONS if question in set(heard)]
    return [question for question in before if question not in now] + now
