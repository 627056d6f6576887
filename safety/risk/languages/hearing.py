"""Hears the fixed phrases of danger in a text: whole words within one clause, not denied."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from safety.risk.languages import bulgarian, lithuanian, polish, portuguese, punjabi, romanian, urdu, welsh
from safety.risk.languages.phrases import Phrases, plain_words
from vocabulary.languages import Language
from vocabulary.risks import Risk


EVERY: tuple[Phrases, ...] = (
    welsh.PHRASES,
    polish.PHRASES,
    romanian.PHRASES,
    bulgarian.PHRASES,
    lithuanian.PHRASES,
    portuguese.PHRASES,
    punjabi.PHRASES,
    urdu.PHRASES,
)
# A comma too: "no, I want to die" denies nothing.
_CLAUSE_END = re.compile(r"[.,!?;:…।॥؟،؛۔]+")


@dataclass(frozen=True)
class Told:
    """One danger, and the language in which it is told; never the words."""

    risk: Risk
    language: Language


@dataclass(frozen=True)
class _Meaning:
    told: Told
    denials: frozenset[str]  # empty where the phrase itself begins with a denial


def told_in(text: str) -> frozenset[Told]:
    """The dangers that fixed phrases of other languages tell; none in English. Pure; never raises."""
    # The end of a line may end what is said, or stand within it.
    clauses = (clause for part in {text, *text.splitlines()} for clause in _CLAUSE_END.split(part))
    return frozenset(told for clause in clauses for told in _in_clause(plain_words(clause)))


def _in_clause(words: tuple[str, ...]) -> Iterator[Told]:
    yield from _in_words(words)
    for phrases in EVERY:
        if (short := phrases.without_fillers(words)) != words:
            yield from (told for told in _in_words(short) if told.language is phrases.language)


def _in_words(words: tuple[str, ...]) -> Iterator[Told]:
    meanings = _meanings()
    for start in range(len(words)):
        before = words[start - 1] if start else ""
        for end in range(start + 1, min(start + _most_words(), len(words)) + 1):
            for meaning in meanings.get(words[start:end], ()):
                if before not in meaning.denials:
                    yield meaning.told


@cache
def _meanings() -> dict[tuple[str, ...], list[_Meaning]]:
    """What each phrase tells; written out when first needed, never while importing."""
    found: dict[tuple[str, ...], list[_Meaning]] = defaultdict(list)
    for phrases, risk in product(EVERY, Risk):
        denials, told = phrases.denials, Told(risk, phrases.language)
        for words in phrases.of(risk):
            found[words].append(_Meaning(told, frozenset() if words[0] in denials else denials))
    return dict(found)


@cache
def _most_words() -> int:
    return max(len(words) for words in _meanings())
