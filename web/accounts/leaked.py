"""Whether a password is one of those that leaks have made known, or hides one behind digits and signs.

The list holds some 55,000 of the most used: those of zxcvbn-ts (MIT) and of Django (BSD), in small letters.
A password of twelve characters is seldom one of them as it stands; far more often it is one of them with a
year or a sign around it, which every guessing machine tries. Whoever guesses here also tries this service's
name, its places and its trade (NIST SP 800-63B, 5.1.1.2: context-specific words), one after another.
"""

import gzip
import re
from functools import cache
from pathlib import Path


FILE = Path(__file__).parent / "leaked_passwords.txt.gz"
OURS = (  # none of them is made of others, so that a long password is read only one way
    "sign post the my find support service staff victim west mercia telford and wrekin shrop shrewsbury "
    "hereford worcester shire county line police council commissioner pcc nhs charity england admin "
    "administrator manager analyst user account login pass word welcome secret safe safety help directory "
    "insight chat"
).split()
ONLY_OURS = re.compile(f"(?:(?:{'|'.join(OURS)})s?)+")


def is_leaked(password: str) -> bool:
    """Whether it, or its letters without outer digits and signs, is in the list; or it is all our words."""
    folded = password.casefold()
    return not _leaked().isdisjoint({folded, _core(folded)}) or _is_only_ours(folded)


def _is_only_ours(folded: str) -> bool:
    """Whether its letters are this service's words and nothing more; a word of somebody's own saves it."""
    return bool(ONLY_OURS.fullmatch("".join(each for each in folded if each.isalpha())))


def _core(folded: str) -> str:
    """What is left without the digits, signs and spaces at both ends."""
    ends = "".join({each for each in folded if not each.isalpha()})
    return folded.strip(ends) if ends else folded


@cache
def _leaked() -> frozenset[str]:
    return frozenset(gzip.decompress(FILE.read_bytes()).decode("utf-8").splitlines())
