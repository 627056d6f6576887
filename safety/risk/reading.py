"""Turns a message into plain sentences in one spelling, so that one pattern serves many ways to write."""

import re

from safety.normal import normalise
from safety.risk.spelling import spelt


_SENTENCE_END = re.compile(r"[.!?;]+(?= |$)|[!?;]+")
_NOT_WORDS = re.compile(r"[^\w .:£]|_|[.:](?!\d)|(?<!\d)[.:]")
# "Mum's on it" is "mum is on it", but "mum's boyfriend" stays: the next word tells which.
_SHORT_IS = re.compile(
    r"(?<=\w)['’]s(?= (?:on|been|got|not|going|in|out|at|outside|here|there|gone|taken|took|just|a|an|"
    r"only|so|really|very|"
    r"\d{1,2}|\w+teen|twelve|eleven|ten|had|off|all|still|now|back|coming|being|is|up|down|unconscious|"
    r"stopped|collapsed|"
    r"passed|blue|grey|cold|asleep|hurt|dead|dying|slow|slowing|shallow|weird|wrong|broken|locked|trying|"
    r"turned|started|having|"
    r"too|no|never|my|the|asked|told|said|made|left|lost|been|covered|full|hitting|beating|carrying|"
    r"selling|missing|scared)\b)",
    re.IGNORECASE,
)
_SHORT_WILL = re.compile(
    r"\b(?:(we)['’]|(i|he|she|they|it|you)['’]?)ll(?= (?:do|be|kill|never|have|take|just|jump|go|end|see|"
    r"hang|not|get|die|come|hurt|shoot|stab|"
    r"burn|cut|break|beat|start|smash|make|tell|find|hit|batter|put|send|regret|"
    r"overdose|slit|slash|drown|top|throw|shank|try|wake)\b)",
    re.IGNORECASE,
)
_SHORT_OVERDOSED = re.compile(r"\bo\.?d['’](?:d|ed)\b", re.IGNORECASE)
JOIN = " | "  # stands between sentences that are read together; no gap of a pattern crosses it
_SPACES = re.compile(r" {2,}")

# Joined or split forms that one word alone does not show.
_PHRASES = (
    (re.compile(r"\b(can|will|do|does|is|has|have|are|was|would|did) not\b"), r"\1nt"),
    (re.compile(r"\bwillnt\b"), "wont"),
    (re.compile(r"\bcannt\b|\bcan t\b"), "cant"),
    (re.compile(r"\bwouldnt\b|\bwon t\b"), "wont"),
    (re.compile(r"\b(i|he|she|it) (m|s)\b"), lambda found: found[1] + (" am" if found[2] == "m" else " is")),
    (re.compile(r"\bany more\b"), "anymore"),
    (re.compile(r"\b(\d{1,2})(years old|year old|yo|yrs?|m|f)\b"), r"\1 years old"),
    (re.compile(r"\b(year|yr) old\b|\byears old\b"), "years old"),
    (re.compile(r"\b(\d{1,2}) y o\b"), r"\1 years old"),
    (re.compile(r"\bo d\b"), "overdose"),
    (re.compile(r"\bme (self|sen)\b|\bmy self\b"), "myself"),
    (re.compile(r"\b(him|her|them) (self|selves)\b"), r"\1self"),
    (re.compile(r"\bup stairs\b"), "upstairs"),
    (re.compile(r"\bi(?=(?:dont|want)(?:\b|want|to))"), "i "),
    (re.compile(r"\bdont(?=want)"), "dont "),
    (re.compile(r"\b(?:want|wnt|wan) ?(?:2|too|to) ?(?=die|dye|live|be|kill|end)"), "want to "),
    (re.compile(r"\bimma\b"), "i am going to"),
    (re.compile(r"\b(?:2|to) b\b"), "to be"),
    (re.compile(r"\btr(?:yed|yd)\b"), "tried"),
    (re.compile(r"\bsui cid(e|al)\b"), r"suicid\1"),
    (re.compile(r"\bover dos(e|ed|ing)\b"), r"overdos\1"),
)


def sentences(text: str) -> tuple[str, ...]:
    """The message's sentences, each in lower words of one spelling with single spaces."""
    spoken = _SHORT_OVERDOSED.sub("overdosed", _SHORT_WILL.sub(r"\1\2 will", _SHORT_IS.sub(" is", text)))
    plain = normalise(spoken)
    return tuple(filter(None, (_canonical(part) for part in _SENTENCE_END.split(plain))))


def _canonical(sentence: str) -> str:
    plain = _SPACES.sub(" ", _NOT_WORDS.sub(" ", sentence)).strip()
    for shape, instead in _PHRASES:
        plain = shape.sub(instead, plain)
    return " ".join(spelt(word) for word in plain.split(" "))
