"""Ordinary words: what follows "I'm" or "this is" and is no name."""

import re
from functools import cache
from pathlib import Path


WORDS = Path(__file__).with_name("ordinary_words.txt")
# A slip in a word ("terrifed") still shows how it was meant; these end so and are names.
_ENDINGS = re.compile(r"[^\W\d_]{2,}(?:ed|ing|in['’])")
_APOSTROPHE = re.compile(r"['’`´]")
_CONTRACTION = re.compile(r"['’`´](?:d|ll|re|ve|m|s|t)?$")
_NAMES_THAT_END_SO = frozenset(
    "ahmed alfred channing fred hamed irving jared khaled majed mildred mohamed mohammed muhamed muhammed "
    "rasheed sterling syed waleed wilfred winifred".split()
)


def is_ordinary(word: str) -> bool:
    """Whether a word, however it is capitalised, is one of the language; each part of "ex-user" has to be."""
    lower = word.lower()
    if _ENDINGS.fullmatch(lower) and lower not in _NAMES_THAT_END_SO:
        return True
    return all(is_listed(part) for part in lower.split("-"))


def is_listed(word: str) -> bool:
    """Whether a word is in the list, with its apostrophe, without it, or without what hangs on it."""
    lower = word.lower()
    bare = _APOSTROPHE.sub("", lower)
    return len(bare) < 2 or bare in _listed() or _CONTRACTION.sub("", lower) in _listed()


@cache
def _listed() -> frozenset[str]:
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
