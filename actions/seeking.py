"""Whether somebody wants a person found: "where does she live", "he owes me, find him"; pure.

The one who asks may mean harm, so nobody is found or looked up here, and nobody is accused of it either.
"""

import re


_EX = (
    r"(?:ex(?:[- ]?(?:wife|husband|partner|girlfriend|boyfriend|missus|gf|bf))?|girlfriend|gf|boyfriend|bf|"
    r"wife|husband|missus|partner|bird|fiance|fiancee|baby ?(?:mum|mother|dad)|kids'? mum)"
)
_MY_EX = re.compile(rf"\bmy {_EX}\b", re.IGNORECASE)
_SOMEONE = (
    rf"(?:him|her|them|she|he|they|someone|somebody|a person|people|(?:my|the) {_EX}|"
    r"(?:the|that|this) \w+ (?:who|that)|who \w+)"
)
_WHERE_IS = r"(?:lives?|living|stay(?:s|ing)?|is|are|at|now|gone|hiding|moved|went|works?)"
# "Find her a place to stay" and "find someone to talk to" look for help, not for a person.
_FOR_HELP = (
    r"(?!\s+(?:to|who can|who could|that can|near|local|a|an|some|somewhere|something|help|support|advice)\b)"
)
_SEEKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:find|finding|track|tracking|trace|tracing|locate|look up|looking up)\s+(?:down\s+|out\s+)?"
        rf"(?:where\s+)?{_SOMEONE}\b{_FOR_HELP}",
        rf"\bwhere\s+(?:does|do|did|has|is|are|'?s)\s+(?:she|he|they|my {_EX})\b.{{0,20}}\b{_WHERE_IS}\b",
        rf"\bwhere\s+(?:she|he|they|someone|somebody|my {_EX})(?:'?s\b|\s+(?:now\s+)?{_WHERE_IS}\b)",
        rf"\bwhere(?:'?s| is| are| has)\s+my {_EX}\b",
    )
)
# An address, or who told on somebody, is asked for by nobody who only fears for their own.
_SEEKS_PLAINLY = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:need|want|give|get|tell|know|have|what'?s|what is)\b.{0,12}\b"
        rf"(?:her|his|my {_EX}'?s?)\s+(?:new\s+|home\s+)?(?:address|location|whereabouts)\b",
        r"\bwho\s+(?:\w+\s+)?(?:grassed|snitched|dobbed|ratted)\b",
    )
)
# Whoever fears for one of their own asks about a missing person, and is answered as that.
_FEARS_FOR = re.compile(
    r"\b(?:missing|disappeared|run away|ran away|runaway|worried|scared for|c[oa]me home|haven'?t seen|"
    r"son|daughter|child|children|kids?|brother|sister|mum|mam|mother|dad|father|nan|gran\w*|nephew|niece|"
    r"cousin|aunt\w*|uncle|client|patient|pupil|student|resident|tenant)\b",
    re.IGNORECASE,
)
_OWED = re.compile(
    r"\bowes? (?:me|us)\b|\b(?:took|stole|nicked|ran off with) (?:my|our) (?:money|stuff|gear|food)\b",
    re.IGNORECASE,
)
# "He is looking for her", "when they find him": the one who seeks is somebody else.
_OTHERS_SEEK = re.compile(
    r"\b(?:they|he|she|people|men|dealers?|gang|someone|somebody|ex|lads?)(?:'ll|'re|'s|'d)?"
    r"(?: (?!where\b)\w+){0,3} (?:find|finds|finding|track\w*|trace|tracing|locate|looking)\b"
    r"|\bfind (?:me|us)\b",
    re.IGNORECASE,
)


def seeks_someone(text: str) -> bool:
    """Whether a text asks where a person is who may not want to be found, or who told on somebody."""
    if _OTHERS_SEEK.search(text):
        return False
    if any(pattern.search(text) for pattern in _SEEKS_PLAINLY):
        return True
    if not any(pattern.search(text) for pattern in _SEEKS):
        return False
    return is_owed(text) or not _FEARS_FOR.search(_MY_EX.sub("", text))  # "my kids' mum" is no child


def is_owed(text: str) -> bool:
    """Whether the debt is to the one who writes: no words of comfort are fitting for it."""
    return _OWED.search(text) is not None
