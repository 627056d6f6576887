"""Which question comes next, and in which order answers are undone."""

import pytest

from actions.answers import SKIPPED, Answers
from actions.questions import in_answered_order, next_question
from vocabulary.needs import Need


NEED = (Need.CUCKOOING,)


def _nothing_more(question: str) -> bool:
    return False


def _everything(question: str) -> bool:
    return True


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
    assert next_question(answers, changes_answer=_everything) == question


def test_person_and_age_are_not_asked_where_they_change_nothing() -> None:
    answers = Answers(needs=NEED, danger="safe", area="E06000020")

    assert next_question(answers, changes_answer=_nothing_more) is None


def test_whether_age_matters_is_weighed_only_when_age_comes_next() -> None:
    weighed: list[str] = []

    def weigh(question: str) -> bool:
        weighed.append(question)
        return True

    next_question(Answers(needs=NEED, danger="safe"), changes_answer=weigh)
    assert weighed == []
    next_question(Answers(needs=NEED, danger="safe", area=SKIPPED), changes_answer=weigh)
    assert weighed == ["person"]


def test_answers_are_kept_in_the_order_they_were_given_each_once() -> None:
    assert in_answered_order(["needs", "danger"], {"area": 1, "group": 2}) == ["needs", "danger", "area"]
    assert in_answered_order(["needs", "area"], {"needs": 1}) == ["area", "needs"]
