"""Questions that our facts answer are answered by facts with a source, and by no other words."""

import pytest

from actions.asked_facts import _ANSWERS, facts_that_answer
from actions.facts import facts_by_need


def test_every_answer_is_a_fact_with_a_source() -> None:
    sourced = {fact.words for facts in facts_by_need().values() for fact in facts}

    assert {words for _, answer in _ANSWERS for words in answer} <= sourced


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("do i get a solicitor", "facts.arrested-legal.1"),
        ("can i get compensation", "facts.rights-court-compensation.2"),
        ("will i get in trouble", "facts.arrested-legal.2"),
        ("will i go to prison", "facts.arrested-legal.2"),
        ("will it cost anything", "facts.threats-violence.1"),
        ("will they know it was me", "facts.report-crime.1"),
        ("whats cuckooing", "facts.cuckooing.2"),
    ],
)
def test_a_question_is_answered(text: str, fact: str) -> None:
    assert fact in facts_that_answer(text)


@pytest.mark.parametrize(
    "text", ["he is in prison", "i have to pay him tonight", "they know where i live", "my solicitor rang"]
)
def test_what_is_no_such_question_is_not(text: str) -> None:
    assert not facts_that_answer(text)
