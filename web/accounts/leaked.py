"""Whether a password is one of those that leaks have made known, or hides one behind digits and signs.

The list holds some 55,000 of the most used: those of zxcvbn-ts (MIT) and of Django (BSD), in small letters.
A password of twelve characters is seldom one of them as it stands; far more often it is one of them with a
year or a sign around it, which every guessing machine tries.
"""

import gzip
from functools import cache
from pathlib import Path


FILE = Path(__file__).parent / "leaked_passwords.txt.gz"


def is_leaked(password: str) -> bool:
    """Whether a password, or the letters between its outer digits and signs, stands in the list."""
    folded = password.casefold()
    return not _leaked().isdisjoint({folded, _core(folded)})


def _core(folded: str) -> str:
    """What is left without the digits, signs and spaces at both ends."""
    ends = "".join({each for each in folded if not each.isalpha()})
    return folded.strip(ends) if ends else folded


@cache
def _leaked() -> frozenset[str]:
    return frozenset(gzip.decompress(FILE.read_bytes()).decode("utf-8").splitlines())
