"""How plain public words are: the measures that the tests of words share."""

import re


# Words that the service never says of people (safety rules, section on words).
FORBIDDEN = re.compile(
    r"\b(addicts?|junk(?:ie|y)s?|drug runners?|gang members?|streetwise|lifestyle|absconded|"
    r"commit(?:ted|s)? suicide|your debt|why didn.t you|at least|you should have|calm down|"
    r"i understand exactly|100% confidential|involved in|prostitutes?)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.?!]+")


def mean_sentence(text: str) -> float:
    """The mean number of words in a sentence; 0 for no words."""
    counts = [len(sentence.split()) for sentence in _SENTENCE.findall(text) if sentence.strip()]
    return sum(counts) / len(counts) if counts else 0.0
