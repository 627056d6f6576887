"""Every pattern: unique, shown by its own example, and never slower than its text is long."""

import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterator
from typing import Any

import pytest

from safety.risk import explain, phrases
from safety.risk.pattern import Pattern, says, sign
from safety.risk.screen import PATTERNS
from tests.safety.messages import everything
from tests.safety.risk.steps import Steps
from vocabulary.risks import Risk


EVERY = [(risk, pattern) for risk, patterns in PATTERNS.items() for pattern in patterns]
NAMES = [f"{risk}-{pattern.name}" for risk, pattern in EVERY]
# Words that the patterns' repeats are made of, over and over, with nothing to end the match.
HOSTILE = ("a" * 30, "is " * 10, "he is just now ", "i am not the a ", "they are all going to ", "1 ", "x. ")


def _phrases(pattern: Pattern) -> list[str]:
    return [phrases.filled(phrase) for phrase in (*pattern.parts, pattern.unless) if phrase]


@pytest.mark.parametrize(("risk", "pattern"), EVERY, ids=NAMES)
def test_a_pattern_is_shown_by_its_example(risk: Risk, pattern: Pattern) -> None:
    assert (risk, pattern.name) in [(finding.risk, finding.pattern) for finding in explain(pattern.example)]


def test_names_are_unique_within_a_risk() -> None:
    for patterns in PATTERNS.values():
        names = [pattern.name for pattern in patterns]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(("risk", "pattern"), EVERY, ids=NAMES)
def test_no_repeat_without_a_bound_holds_another_repeat(risk: Risk, pattern: Pattern) -> None:
    for phrase in _phrases(pattern):
        for _, most, body in _repeats(parser.parse(phrase)):
            assert most is not op.MAXREPEAT or not list(_repeats(body))


@pytest.mark.slow
@pytest.mark.parametrize(("risk", "pattern"), EVERY, ids=NAMES)
def test_the_steps_of_a_pattern_grow_with_the_text_and_not_faster(risk: Risk, pattern: Pattern) -> None:
    for phrase in _phrases(pattern):
        whole = rf"(?<!\w)(?:{phrase})(?!\w)"
        for words in HOSTILE:
            short, long = (
                _steps(whole, words * (60 // len(words))),
                _steps(whole, words * (120 // len(words))),
            )
            # Twice the text: twice the steps, and a little for the ends.
            assert long <= 2.6 * short + 2_000


def test_the_counting_matcher_agrees_with_the_real_one() -> None:
    for phrase in _phrases(EVERY[0][1]) + _phrases(EVERY[60][1]):
        for text in everything()[:60]:
            assert Steps(phrase, 1_000_000).search(text) == bool(re.search(phrase, text))


def test_the_counting_matcher_notices_a_pattern_that_explodes() -> None:
    with pytest.raises(OverflowError):
        Steps("(?:a|aa)+b", 100_000).search("a" * 60)


@pytest.mark.parametrize("denied", ["he has not got a knife", "no knife here", "he never had a knife"])
def test_a_denied_sign_is_not_one(denied: str) -> None:
    assert not sign("knife", "a knife", "knife").fits(denied)


def test_a_sign_needs_every_part_and_nothing_that_makes_it_harmless() -> None:
    pattern = sign("blue lips", "blue lips", "lips", "blue", unless="lipstick")

    assert pattern.fits("blue are his lips")
    assert not pattern.fits("his lips")
    assert not pattern.fits("blue lips and lipstick")


def test_a_phrase_is_found_as_whole_words_only() -> None:
    assert says("die", "i want to die")
    assert not says("die", "a diet")


def _steps(pattern: str, text: str) -> int:
    counter = Steps(pattern, 3_000_000)
    counter.search(text)
    return counter.taken


def _repeats(nodes: Any) -> Iterator[tuple[int, Any, Any]]:
    for kind, value in nodes:
        if kind is op.MAX_REPEAT:
            yield value
            yield from _repeats(value[2])
        elif kind is op.SUBPATTERN:
            yield from _repeats(value[3])
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from _repeats(branch)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            yield from _repeats(value[1])
