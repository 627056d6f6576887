"""What people fear of asking for help, heard beside their need; pure."""

import re


_ASKS = r"\b(?:will|would|could|can|do|does|are|is|gonna|going to|if|scared|afraid|worried|frightened)\b"
_TOLD = re.compile(
    rf"{_ASKS}.{{0,60}}(?:"
    r"\bsocial (?:services|workers?|care) (?:take|find|hear|know|get|be|come|judge)\b|"
    r"\b(?:take|taking|lose|losing) (?:my|our) (?:kids?|children|baby|son|daughter)\b|"
    r"\b(?:find|finds|finding) out\b|"
    r"\btell(?:s|ing)? (?:the )?(?:police|school|work|my (?:boss|mum|dad|parents)|anyone|anybody)\b)",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\W*(?:ok(?:ay)?\W+|right\W+)?(?:it'?s ok\W+)?(?:(?:he|she|they)(?:'s|'ve|s|ve| has| have| is)? )?"
    r"(?:gone|left|popped out|went out)(?: out| now| away| to work)*\W*",
    re.IGNORECASE,
)


def fears_being_told_on(text: str) -> bool:
    """Whether a text asks who will hear of it, or fears that children are taken."""
    return _TOLD.search(text) is not None


def nobody_watches_now(text: str) -> bool:
    """Whether a text says no more than that somebody has left ("ok he's gone now")."""
    return _GONE.fullmatch(text) is not None
