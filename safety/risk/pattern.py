"""What a risk pattern is, and when a sentence fits it."""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from safety.risk import phrases


# Words after which a sign is denied ("not suicidal", "hasn't got a knife"), with the fillers between.
_DENIED = re.compile(
    r"(?:^| )(?:not|never|no|isnt|arent|wasnt|dont|doesnt|didnt|wouldnt|havent|hasnt|hadnt|without(?! "
    r"(?:him|her|them|me|my) )|nobody|"
    r"none of|no one|no longer|stopped|aint|werent|im not|rather than|no intention of|no plans? to|no "
    r"thoughts? of|no desire to)"
    r"(?: (?:really|actually|even|feel|feeling|felt|going to|planning|thinking|think|thought|considered|"
    r"planned|trying|being|been|"
    r"want|"
    r"wanting|wanted|to|of|about|a|an|any|the|got|have|having|had|my|me|him|her|them|is|was|ever|at|so|"
    r"like|"
    r"here|as if|it|its|in|or|that|would|gonna|i|will|do)){0,4} $"
)


@dataclass(frozen=True)
class Pattern:
    """One sign of danger.

    Every part must be found in one and the same sentence, in any order, and none may be denied there;
    `unless` is what makes the sentence harmless. The example is a sentence that the pattern must find.
    A `bare` pattern keeps its word even in a past, feared or told-of sentence. What a `certain` one finds
    stands whatever else was learnt of such words: it is a plain statement.
    """

    name: str
    example: str
    parts: tuple[str, ...]
    unless: str = ""
    bare: bool = False
    certain: bool = False

    def fits(self, sentence: str) -> bool:
        """Whether a canonical sentence (safety.risk.reading) shows this sign.

        Most signs fail at their first part, so what would excuse it is looked for last.
        """
        for part in self._read_parts:
            if not _is_stated(part, sentence):
                return False
        return not (self.unless and says(self.unless, sentence))

    @cached_property
    def _read_parts(self) -> tuple[re.Pattern[str], ...]:
        return tuple(_compiled(part) for part in self.parts)


def sign(
    name: str, example: str, *parts: str, unless: str = "", bare: bool = False, certain: bool = False
) -> Pattern:
    """A pattern, from phrases in which <name> stands for a list of phrases.py."""
    return Pattern(name=name, example=example, parts=parts, unless=unless, bare=bare, certain=certain)


def _is_stated(part: re.Pattern[str], sentence: str) -> bool:
    for match in part.finditer(sentence):
        if not _is_denied(sentence[max(0, match.start() - 60) : match.start()], match[0]):
            return True
    return False


def _is_denied(before: str, stated: str) -> bool:
    """Whether what stands before takes a sign back; the answer in "no, I want to" does not."""
    is_answer = stated.startswith("i ") and before.endswith("no ")
    return not is_answer and _DENIED.search(before) is not None


@cache
def _compiled(phrase: str) -> re.Pattern[str]:
    """A phrase as whole words; compiled when first needed, never while importing."""
    return re.compile(rf"(?<!\w)(?:{phrases.filled(phrase)})(?!\w)")


def says(phrase: str, sentence: str) -> bool:
    """Whether a phrase stands in a sentence as whole words."""
    return _compiled(phrase).search(sentence) is not None
