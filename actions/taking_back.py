"""Words that take back what was heard before them, or say that a danger is over; pure.

Each must be all of a message: whoever says more ("they've gone but they will be back") is heard for that.
"""

import re
from collections.abc import Sequence

from safety import risk
from vocabulary.risks import ACUTE, Risk


_LEAD = r"(?:(?:no|nah|nope|ok|oh|yes|yeah|sorry|actually|wait|but|and|well|i think|sorry but)\W+)*"
_SAID = r"(?:meant|mean|said|say|asked|ask)"
_DID_NOT = r"(?:didn'?t|did not|don'?t|do not|never)"
_MISHEARD = (
    r"(?:that|it|this)(?:'?s| is| was)?(?:n'?t| not)? (?:all )?(?:wrong|not right|not true)"
    r"|(?:(?:that|it|this)(?:'?s| is| was)?(?:n'?t| not) |not )"
    r"(?:it|right|true|that|this|about (?:that|this)|"
    rf"what i(?:'?m| am)? (?:{_SAID}|here for|on about))"
    rf"|i {_DID_NOT} {_SAID} (?:it|that|this)(?: (?:like that|that way|to))?"
    r"|you(?:'?ve| have)? (?:got|heard|misunderstood) (?:that|it|me)(?: all)?(?: wrong)?|wrong"
)
_THEM = r"(?:they|he|she|it|(?:the |my )?\w{3,})"
_HAVE = r"(?:'?ve| have|'?s| has| had| all| just| now|'?d)*"
_ARE = r"(?:'?m|'?re|'?s| are| is| am| was)(?: (?:all|just|now|both))?"
# "I am safe" is not among these: that is an answer.
_OVER = (
    rf"(?:i|we|{_THEM}){_HAVE} (?:gone|left|went|woken?(?: up)?|c[ao]me round|got (?:out|away)|"
    r"(?:driven|drove|walked|wandered|run|ran|cleared|pulled|fucked|pissed|buggered) (?:off|away))"
    rf"|{_THEM}{_ARE} (?:gone|awake|ok|okay|alright|all right|fine|better|safe|breathing(?: (?:ok|fine))?)"
    rf"|(?:i|we|{_THEM}){_ARE} (?:out of (?:there|danger|it)|in (?:hospital|an ambulance|a&e)|"
    r"at (?:hospital|a&e|the hospital|(?:a|my) (?:mum|mam|dad|nan|friend|mate|sister|brother|neighbour)'?s?))"
    r"|(?:(?:the )?(?:police|ambulance|paramedics?|cops?))(?:'?re|'?s| are| is| have| has)* "
    r"(?:here|come|came|arrived|with (?:me|him|her|us|them))"
)
_TAIL = r"(?:\W+(?:now|again|away|home|off|with (?:him|her|it)))*"
_LEFT = re.compile(r"\b(?:gone|left|went|off|away)\b", re.IGNORECASE)
_TAKES_BACK = re.compile(rf"\W*{_LEAD}(?:{_MISHEARD})\W*", re.IGNORECASE)
_NOT_MEANT = re.compile(
    rf"\W*{_LEAD}i {_DID_NOT} mean (?:it|that|this)(?: (?:like that|that way|to))?\W*", re.IGNORECASE
)
_BESIDE = rf"(?:{_OVER}|i(?:'?m| am) (?:safe|ok|fine))"
_IS_OVER = re.compile(
    rf"\W*{_LEAD}(?:{_OVER}){_TAIL}(?:\W+(?:and |but |so )?{_BESIDE}{_TAIL})*\W*", re.IGNORECASE
)


def takes_back(text: str) -> bool:
    """Whether a text says no more than that it was taken wrongly."""
    return _TAKES_BACK.fullmatch(text) is not None


def was_not_meant(text: str) -> bool:
    """Whether a text takes back how something was meant, and no answer."""
    return _NOT_MEANT.fullmatch(text) is not None


def denies(text: str) -> bool:
    """Whether a text says no more than that nobody wants to die."""
    return Risk.SUICIDE in risk.denied(text)


def says_it_is_over(text: str, *, marked: Sequence[Risk], standing: Sequence[Risk]) -> bool:
    """Whether a text says no more than that a danger is past.

    `marked` are the dangers found in it, `standing` those of the card above it. What the patterns find, and
    any danger but those of minutes, is no past one; and of somebody who took too much, "gone" may be dead.
    """
    if Risk.OVERDOSE in standing and _LEFT.search(text):
        return False
    return _IS_OVER.fullmatch(text) is not None and ACUTE.issuperset(marked) and not risk.screen(text)
