"""A message that says nothing but that nobody wants to die: "I'm not suicidal, just tired"."""

import re


def _any(*phrases: str) -> str:
    return f"(?:{'|'.join(phrases)})"


_LEAD = _any(
    r"no|nope|nah|yes|yeah|ok|okay|well|look|listen|honestly|tbh|dont worry|it is (?:ok|fine)|please|sorry",
    r"also|and|but|oh|by the way|btw|to be clear|for the record|(?:just )?so you know|obviously|all good",
    r"just to say|to be fair",
)
_WHO = _any(
    r"i|he|she|they|we|me|client",
    r"(?:my|our|the|this) (?:\w+ )?(?:mum|mam|dad|son|daughter|lad|boy|girl|brother|sister|nan|grandad",
    r"husband|wife|partner|mate|friend|client|tenant|resident|patient|kid|grandson|granddaughter|neighbour)",
)
_MUCH = "(?:(?:really|actually|even|ever|at all|now|currently|honestly|in any way|feeling|being) ){0,3}"
_IS_NOT = "(?:am |is |are |be )?(?:not|isnt|arent|aint)"
_NO = "(?:not any|no|zero|never any)"
_SELF = "(?:myself|himself|herself|themself|themselves|ourselves)"
_TO_DIE = _any(
    rf"die|be dead|(?:kill|hurt|harm|cut|hang|top|drown) {_SELF}|end (?:my|his|her|their)(?: own)? life",
    r"end it(?: all)?|take (?:my|his|her|their) own life|overdose|commit suicide|self harm",
    rf"do (?:anything|something|owt|nothing) (?:to {_SELF}|stupid|silly|daft)",
)
_DYING = _any(
    rf"dying|(?:killing|hurting|harming|cutting|hanging|topping|drowning) {_SELF}|suicide|self harm(?:ing)?",
    r"ending (?:my|his|her|their)(?: own)? life|ending it(?: all)?|taking (?:my|his|her|their) own life",
    rf"overdosing|being suicidal|doing (?:anything|something) (?:to {_SELF}|stupid|silly|daft)",
)
_DENIAL = _any(
    rf"(?:{_WHO} )?{_IS_NOT} {_MUCH}(?:suicidal|a suicide risk)",
    rf"(?:its? )?(?:is )?(?:isnt|not) (?:like|that|as if) {_WHO} {_MUCH}(?:wants? to {_TO_DIE}|(?:am|is|are) "
    r"suicidal)",
    rf"{_WHO} (?:dont|doesnt|never|have never|has never|would never) {_MUCH}(?:want|wants|wanted) to "
    rf"{_MUCH}{_TO_DIE}",
    rf"{_WHO} (?:wont|will never|would never|{_IS_NOT} (?:going|planning|trying|about) to) {_MUCH}{_TO_DIE}",
    rf"(?:{_WHO} )?{_IS_NOT} {_MUCH}(?:(?:thinking (?:of|about)|planning(?: on)?|talking about) {_DYING}|"
    r"planning anything)",
    rf"(?:{_WHO} )?(?:(?:have|has|with|got) )?{_NO} (?:\w+ )?(?:thoughts?|plans?|intentions?|intent|wish|"
    rf"desire|ideation|risk) (?:of|to|about) (?:{_DYING}|{_TO_DIE})",
    rf"(?:{_WHO} )?(?:(?:have|has) )?(?:no|havent got|hasnt got|dont have|doesnt have)(?: any)? suicidal "
    r"(?:thoughts?|ideation|feelings|intent|plans?)",
)
# What may follow says nothing of dying either; being tired or frightened is no wish.
_TAIL = _any(
    rf"or (?:anything|owt|nothing|whatever|suicidal|{_TO_DIE}|{_DYING})|at all|though|mind(?: you)?|you know",
    r"honestly|really|lol|(?:so )?dont worry|bab|mate|love|over (?:it|this|them|him|money)|about it",
    r"thank you|thanks|if that is what you (?:mean|think|are asking)|(?:just )?so you know",
    r"i am (?:ok|fine|alright)|disclosed|reported|expressed|identified|noted",
    r"at (?:present|this time|the moment)",
    r"(?:but )?(?:(?:i am|he is|she is|i) )?(?:just|only) (?:(?:so|really|very|a bit|bit|proper|well) )?"
    r"(?:tired|knackered|exhausted|stressed|angry|skint|fed up|worried|scared|upset|annoyed|shattered)",
    r"(?:and )?i (?:just )?want (?:my life back|to live|help|to get (?:better|clean|help|sorted)|to see my "
    r"kids grow up)",
)
ONLY_DENIAL = re.compile(rf"(?:{_LEAD} ){{0,4}}{_DENIAL}(?: {_TAIL}){{0,4}}")
_ONLY_TAIL = re.compile(_TAIL)


def is_only_denied(said: tuple[str, ...]) -> bool:
    """Whether each of a message's sentences (safety.risk.reading) says that nobody in it wants to die.

    A message that says more ("... but I've written the letters") is not one of these: there may be danger.
    """
    denials = [each for each in said if ONLY_DENIAL.fullmatch(each)]
    return bool(denials) and all(each in denials or _ONLY_TAIL.fullmatch(each) for each in said)
