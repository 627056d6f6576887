"""Whether somebody cannot, or would rather not, speak on a telephone; pure."""

import re


_CANNOT = (
    r"\b(?:can'?t|cannot|can not|couldn'?t|unable to|not able to|don'?t like|don'?t like to|don'?t want to|"
    r"hate|rather not|(?:hard|difficult|scared|anxious|shy|nervous) to)\s+"
)
_WRITE = r"(?:text|message|e-?mail|write|type|web ?chat|live chat)"
_ANYONE = r"(?:you|them|any(?:one|body)|some(?:one|body)|999|numbers?|up|out|from here|right|now|atm|it|this)"
_ENDS = r"(?=\W*$|[,.;]| (?:but|so|cos|because|is|can)\b)"
_CANNOT_SPEAK = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_CANNOT}(?:ring|call|phone|make (?:a )?(?:phone )?calls?)(?: {_ANYONE})*{_ENDS}",
        rf"\b(?:can|could|may) (?:i|we) (?:just |please |not |also )*{_WRITE}\b",
        rf"\b(?:can|could|may) s?he (?:just |also )*{_WRITE}\b(?! (?:me|us|my|her|his)\b)",
        rf"\b(?:i|we|to) (?:can|could) (?:only |just )?{_WRITE}\b",
        rf"\bi(?:'?d| would)? (?:rather|prefer to|only) {_WRITE}\b",
        r"\b(?:is there|are there|got|have|has|do|any|an?|by|through|on) (?:an? |any )?"
        r"(?:web ?chat|live chat|online chat|text (?:line|service|number)|textphone)\b",
        r"\b(?:deaf(?! ears)|hard of hearing|hearing[- ]impaired|hearing loss)\b",
        r"\b(?:sign language|bsl|non[- ]?verbal)\b",
        r"\b(?:stammer|stutter)(?:s|ing)?\b",
        r"\b(?:i'?m|i am|is) mute\b",
        rf"{_CANNOT}(?:hear|speak|speaking|talk|talking)(?:\s+\w+){{0,2}}"
        r"\s+(?:on|over|down) (?:the |a )?(?:tele)?phones?\b",
        rf"{_CANNOT}(?:use|using) (?:the |a )?(?:tele)?phones?\b",
        r"\b(?:can'?t|cannot|can not|unable to|not able to) (?:speak|hear)"
        r"(?: (?:well|properly|very well|at all))?\W*$",
        r"\b(?:text|e-?mail|web ?chat|type|write|message)\b.{0,25}"
        r"\b(?:instead of|rather than|not) (?:ring|call|phon|speak|talk)\w*",
        r"\bwithout (?:having to |any )?(?:speak|talk|ring|phon|call)(?:ing|e)?\b",
    )
)
_HEARING = re.compile(r"\b(?:deaf|hearing|hear|sign language|bsl)\b", re.IGNORECASE)
_EVERYONE_CAN_HEAR = re.compile(
    r"\b(?:he|she|they|someone)(?:'d|'ll| would| will| can| could| might)? hear\b", re.IGNORECASE
)
_RING_FOR_ME = re.compile(
    r"\b(?:can|could|will|would|please) (?:you|u) (?:please |just )?"
    r"(?:ring|call|phone|text|contact|e-?mail|message) "
    r"(?:me|them|him|her|someone|somebody|the|my|999|101|police|an|a)\b"
    r"|\b(?:ring|call|phone|text|contact) (?:\w+ ){1,2}for me\b|\b(?:ring|call|phone) me\b",
    re.IGNORECASE,
)


def cannot_hear(text: str) -> bool:
    """Whether a text speaks of hearing; that is never a wish to be quiet because somebody listens."""
    return _HEARING.search(text) is not None and cannot_speak(text)


def wants_us_to_ring(text: str) -> bool:
    """Whether a text asks that this chat rings or writes to somebody, which it cannot."""
    return _RING_FOR_ME.search(text) is not None


def cannot_speak(text: str) -> bool:
    """Whether a text asks for ways to reach help that need no voice; not when others would overhear it."""
    return not _EVERYONE_CAN_HEAR.search(text) and any(pattern.search(text) for pattern in _CANNOT_SPEAK)
