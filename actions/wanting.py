"""Whether somebody asks whom to ring, points at what is on show, or asks for somebody else; pure."""

import re


_RING = r"(?:ring|call|phone|contact|text)"
_WHOM = re.compile(
    rf"\bwho(?:m)? (?:(?:do|can|should|shall|could|would|must) (?:i|we) |to )(?:\w+ )?{_RING}\b"
    rf"|\b(?:what|which) (?:number|one)s? (?:(?:do|can|should|shall) (?:i|we) |to )(?:\w+ )?{_RING}\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:those|the|these|that|them|my|your) ?(?:\w+ )?(?:services?|numbers?|ones|list|people)? again\W*$",
    re.IGNORECASE,
)
_POLICE = re.compile(
    rf"\b(?:which|what|whose) police\b.{{0,20}}\b{_RING}\b"
    r"|\b(?:which|what|whats|what's|get|have|give|need|is|the) (?:\w+ ){0,3}number\b.{0,15}\bpolice\W*$"
    r"|\b(?:which|what|whats|what's|get|have|give|need) (?:\w+ ){0,3}police (?:phone )?number\W*$",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\W*(?:(?:what|how|tell me|and|show me) (?:about )?)?"
    r"(?:(?:what is |what's |whats )?the (?:phone )?number (?:of|for) )?"
    r"(?:(?:the|that) )?(?:first|second|third|last|top|middle|bottom|1st|2nd|3rd)(?: one| service)?\W*"
    r"|\W*(?:which|what|whats|what's)(?: one| service)?(?: is|'s|s)? (?:the )?best\b(?: one| for me)?\W*",
    re.IGNORECASE,
)
_FOR_ANOTHER = re.compile(
    r"\bhow (?:do|can|would|could|should) (?:i|we) (?:refer\b|make a referral\b)"
    r"|\b(?:can|could|may|do) (?:i|we) (?:\w+ )?refer\b"
    rf"|\b(?:can|could|may) (?:i|we) (?:\w+ )?{_RING} (?:\w+ )?for (?:him|her|them|my \w+)\b"
    r"|\bon (?:his|her|their) behalf\b|\bon behalf of\b",
    re.IGNORECASE,
)
_UNREFERRED = re.compile(
    r"\b(?:do|will|would|must) (?:i|we) (?:have to |need to |need |got to )*"
    r"(?:see|go to|ask|go through|go via|tell) (?:my |the |our |a )?(?:gp|doctor|dr)\b"
    r"|\b(?:do|will|would) (?:i|we) need (?:a |to be )?referr"
    r"|\b(?:can|could) (?:i|we) (?:refer myself|self[- ]?refer)\b",
    re.IGNORECASE,
)
_WRONG_NUMBER = re.compile(
    r"\bnumbers? (?:you (?:gave|showed) (?:me )?)?(?:is |are |was )?(?:just |still )?"
    r"(?:(?:doesn'?t|don'?t|didn'?t|isn'?t|not|won'?t) (?:work|connect|ring|exist|in use)|wrong\b|dead\b)",
    re.IGNORECASE,
)

_LANGUAGES = (
    r"(?:polish|romanian|bulgarian|lithuanian|latvian|portuguese|spanish|italian|french|german|russian|ukrainian|"
    r"hungarian|slovak|czech|albanian|kurdish|turkish|arabic|farsi|persian|dari|pashto|punjabi|panjabi|urdu|hindi|"
    r"gujarati|bengali|tamil|somali|tigrinya|amharic|chinese|mandarin|cantonese|vietnamese|thai|welsh|"
    r"(?:my|other|another|our) languages?)"
)
_ASKS = (
    r"\b(?:do|does|can|could|would|will|any(?:one|body)?|some(?:one|body)|who|is there|are there|have you|"
    r"need|want|get)\b"
)
_LANGUAGE = re.compile(
    rf"{_ASKS}.{{0,25}}\b(?:speaks?|talks?|understands?|in) {_LANGUAGES}\b"
    rf"|{_ASKS}.{{0,25}}\b(?:interpret|translat)(?:ers?|ors?)\b|\bi (?:only |just )?speak {_LANGUAGES}\b",
    re.IGNORECASE,
)
_VISIT = re.compile(
    r"\b(?:will|would|do|does|can|could|are|is) (?:they|anyone|anybody|someone|somebody|you|u|"
    r"(?:the )?(?:police|social services|council|social worker))\b(?: \w+){0,2} "
    r"(?:com(?:e|ing)|turn(?:ing)? up|show(?:ing)? up|visit(?:ing)?|knock(?:ing)?)\b.{0,15}"
    r"\b(?:house|home|door|flat|round|place|mine)\b",
    re.IGNORECASE,
)


def asks_for_a_language(text: str) -> bool:
    """Whether a text asks who speaks another language than English, or for an interpreter."""
    return _LANGUAGE.search(text) is not None


def asks_whether_they_visit(text: str) -> bool:
    """Whether a text asks if somebody would come to where one lives."""
    return _VISIT.search(text) is not None


def asks_whom_to_ring(text: str) -> bool:
    """Whether a text asks for somebody to ring, or for the services once more."""
    return any(pattern.search(text) for pattern in (_WHOM, _AGAIN))


def asks_for_the_police(text: str) -> bool:
    """Whether a text asks for the number of the police, or which police it is."""
    return _POLICE.search(text) is not None


def points_at_one(text: str) -> bool:
    """Whether a text only points at one of the services on show ("the third one", "which is best")."""
    return _POINTS.fullmatch(text) is not None


def asks_for_another(text: str) -> bool:
    """Whether a text asks how to refer somebody, or whether one may ring for them."""
    return _FOR_ANOTHER.search(text) is not None


def asks_to_come_unreferred(text: str) -> bool:
    """Whether a text asks if a doctor or somebody else has to refer one first."""
    return _UNREFERRED.search(text) is not None


def tells_of_a_wrong_number(text: str) -> bool:
    """Whether a text says that a number does not work."""
    return _WRONG_NUMBER.search(text) is not None
