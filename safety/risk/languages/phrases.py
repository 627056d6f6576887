"""How the phrases of a language are written down, so that a native reader can read them as a list."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, product

from safety.phrase import plain_phrase
from vocabulary.languages import Language
from vocabulary.risks import Risk


# Letters of an Arabic keyboard that stand for the Urdu ones.
_KEYBOARDS = str.maketrans("يىكه", "ییکہ")
_LEFT_OUT = "-"


@dataclass(frozen=True)
class Phrases:
    """What people say in danger, one phrase a line; letters with and without marks are the same.

    "a/b" is either word, "a/-" may be left out, "a_b" are two words within such a choice. A phrase right
    after a word of `denied_by` says nothing, unless it begins with such a word: "I do not want to live".
    `denied_by` is empty where a denial ends its own clause, and so says nothing of what follows it. `fillers`
    may stand between the words of a phrase; "a_b" is one filler of two words.
    """

    language: Language
    denied_by: str
    fillers: str
    suicide: str
    overdose: str
    emergency: str

    def of(self, risk: Risk) -> frozenset[tuple[str, ...]]:
        """Every way to say this danger, in plain words; none for a child, whom no fixed words show."""
        lines = {Risk.SUICIDE: self.suicide, Risk.OVERDOSE: self.overdose, Risk.EMERGENCY: self.emergency}
        return frozenset(way for line in lines.get(risk, "").splitlines() for way in written_out(line))

    @property
    def denials(self) -> frozenset[str]:
        """The words that deny what follows them, in plain letters."""
        return frozenset(plain_words(self.denied_by))

    def without_fillers(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Plain words without those of this language that only stand between."""
        return tuple(self._filler.sub("", " ".join(words)).split())

    @cached_property
    def _filler(self) -> re.Pattern[str]:
        ways = "|".join(" ".join(_one_choice(filler)) for filler in self.fillers.split())
        return re.compile(rf"(?<!\S)(?:{ways})(?!\S)")


def written_out(line: str) -> set[tuple[str, ...]]:
    """Each phrase that a line with choices stands for; none for an empty line."""
    choices = [[_one_choice(each) for each in word.split("/")] for word in line.split()]
    return {words for way in product(*choices) if (words := tuple(chain.from_iterable(way)))}


def _one_choice(written: str) -> tuple[str, ...]:
    return () if written == _LEFT_OUT else plain_words(written.replace("_", " "))


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text as phrases are compared: in plain lower letters, however they were typed."""
    return tuple(plain_phrase(text.translate(_KEYBOARDS)).split())
