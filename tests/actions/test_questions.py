"""Which question comes next, and in which order answers are undone."""

import pytest

from actions.answers import SKIPPED, Answers
from actions.questions import in_answered_order, next_question
from vocabulary.needs import Need


NOTHING_MORE = {"person": False, "age": False}
EVERYTHING = {"person": True, "age": True}
NEED = (Need.CUCKOOING,)


@pytest.mark.parametrize(
    ("answers", "question"),
    [
        (Answers(), "needs"),
        (Answers(needs=NEED), "danger"),
        (Answers(needs=NEED, danger="safe"), "area"),
        (Answers(needs=NEED, danger="safe", area=SKIPPED), "person"),
        (Answers(needs=NEED, danger="safe", area=SKIPPED, person=SKIPPED), "age"),
        (Answers(needs=NEED, danger="safe", area=SKIPPED, person=SKIPPED, age=SKIPPED), None),
        (Answers(needs=NEED, area="E06000020"), "danger"),
    ],
)
def test_the_first_open_question_is_asked_and_a_skipped_one_is_closed(
    answers: Answers, question: str | None
) -> None:
    assert next_question(answers, changes_answer=EVERYTHING) == question


def test_person_and_age_are_not_asked_where_they_change_nothing() -> None:
    answers = Answers(needs=NEED, danger="safe", area="E06000020")

    assert next_question(answers, changes_answer=NOTHING_MORE) is None


def test_answers_are_kept_in_the_order_they_were_given_each_once() -> None:
    assert in_answered_order(["needs", "danger"], {"area": 1, "group": 2}) == ["needs", "danger", "area"]
    assert in_answered_order(["needs", "area"], {"needs": 1}) == ["area", "needs"]
