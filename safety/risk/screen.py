"""Runs every risk pattern over a message, and the phrases of other languages, and says which fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from safety.risk import child, emergency, languages, overdose, suicide
from safety.risk.context import is_harmless
from safety.risk.pattern import Pattern
from safety.risk.reading import JOIN, sentences
from vocabulary.risks import Risk, in_order


PATTERNS = {
    Risk.OVERDOSE: overdose.PATTERNS,
    Risk.EMERGENCY: emergency.PATTERNS,
    Risk.SUICIDE: suicide.PATTERNS,
    Risk.CHILD: child.PATTERNS,
}


@dataclass(frozen=True)
class Finding:
    """One risk in a message, the pattern that showed it, and whether that is certain; never the words."""

    risk: Risk
    pattern: str
    certain: bool


def screen(text: str) -> tuple[Risk, ...]:
    """The risks in a message, the leading one first; empty when there is none. Pure; never raises."""
    return in_order(finding.risk for finding in explain(text))


def denied(text: str) -> tuple[Risk, ...]:
    """The risks that a message denies and says nothing else of. Pure; never raises."""
    return _denied(sentences(text))


def _denied(said: tuple[str, ...]) -> tuple[Risk, ...]:
    return (Risk.SUICIDE,) if suicide.is_only_denied(said) else ()


def explain(text: str) -> list[Finding]:
    """Every pattern that fits the message, in the order in which risks lead."""
    said = sentences(text)
    told = sorted(languages.told_in(text), key=lambda each: each.language)
    open_to = [risk for risk in PATTERNS if risk not in _denied(said)]
    return [finding for risk in open_to for finding in (*_by_pattern(said, risk), *_by_phrase(told, risk))]


def _by_pattern(said: tuple[str, ...], risk: Risk) -> list[Finding]:
    whole = JOIN.join(said)
    return [
        Finding(risk, pattern.name, pattern.certain)
        for pattern in PATTERNS[risk]
        if any(
            pattern.fits(one) and not is_harmless(one, whole, risk, pattern)
            for one in _passages(said, whole, pattern, risk)
        )
    ]


def _by_phrase(told: Sequence[languages.Told], risk: Risk) -> list[Finding]:
    """What is told in another language; certain, as what was learnt was learnt of English words."""
    return [Finding(risk, f"told-in-{each.language}", certain=True) for each in told if each.risk is risk]


def _passages(said: tuple[str, ...], whole: str, pattern: Pattern, risk: Risk) -> tuple[str, ...]:
    """Where a pattern is looked for: each sentence, and for a sign of several parts two neighbours together.

    A child's age is often said far from the danger, so for a child the whole message is one passage too.
    """
    if len(pattern.parts) == 1 or len(said) == 1:
        return said
    pairs = tuple(JOIN.join(pair) for pair in pairwise(said))
    return (*said, *pairs, whole) if risk is Risk.CHILD else (*said, *pairs)
