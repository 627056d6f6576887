"""A message that says nothing but that nobody wants to die: "I'm not suicidal, just tired"."""

import re

from safety.risk.reading import JOIN


def _any(*phrases: str) -> str:
    return f"(?:{'|'.join(phrases)})"


_LEAD = _any(
    r"no|nope|nah|yes|yeah|ok|okay|well|look|listen|honestly|tbh|dont worry|it is (?:ok|fine)|please|sorry",
    r"also|and|but|oh|by the way|btw|to be clear|for the record|(?:just )?so you know|obviously|all good",
    r"just to say|to be fair|nothing like that|that (?:is not|isnt) what i meant|far from it|no never|never",
    r"i am (?:just |only )?(?:tired|fed up|skint|scared|angry|stressed|safe|fine|ok|muslim|christian|"
    r"catholic)",
    r"sad but",
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
_NOT_WANTING = (
    rf"(?:not|no|dont|doesnt|never|have never|has never|would never) {_MUCH}(?:want|wants|wanted|wanting) "
)
_THINKING = "(?:thoughts?|plans?|intentions?|intent|wish|desire|ideation|risk|thinking|urges?)"
_DENIAL = _any(
    rf"(?:{_WHO} )?(?:(?:feel|feels|feeling) )?{_IS_NOT} {_MUCH}(?:suicidal|at risk of suicide|"
    rf"a suicide risk)",
    rf"(?:{_WHO} )?(?:dont|doesnt) feel {_MUCH}suicidal",
    rf"(?:{_WHO} )?(?:have|has) never {_MUCH}been suicidal|(?:nobody|no one|neither|"
    rf"none)(?: of us)?(?: here)? (?:is|are) "
    r"suicidal",
    rf"(?:its? )?(?:is )?(?:isnt|not) (?:like|that|as if) {_WHO} {_MUCH}(?:wants? to {_TO_DIE}|(?:am|is|"
    rf"are) suicidal)",
    rf"(?:{_WHO} )?(?:definitely )?{_NOT_WANTING}(?:to )?{_MUCH}(?:{_TO_DIE}|suicide)|(?:i )?(?:no|"
    rf"not) want suicide",
    rf"{_WHO} (?:wont|will never|would never|{_IS_NOT} (?:going|planning|trying|about|"
    rf"one) to) {_MUCH}{_TO_DIE}",
    rf"(?:{_WHO} )?(?:havent|hasnt|have never|has never|never|wasnt|was not) {_MUCH}(?:tried|attempted|"
    rf"trying|attempting) to {_TO_DIE}",
    rf"(?:{_WHO} )?{_IS_NOT} {_MUCH}(?:(?:(?:thinking (?:of|about)|planning(?: on)?|talking about) )?"
    rf"{_DYING}|planning anything|a danger to {_SELF})",
    rf"(?:{_WHO} )?(?:(?:dont|doesnt|never|have never|has never) )(?:think|thought) (?:of|about) {_DYING}",
    rf"(?:{_WHO} )?(?:(?:says?|said) {_WHO} )?(?:(?:have|has|had|with|got) )?(?:{_NO}|dont have(?: any)?|"
    rf"doesnt have(?: any)?|havent had(?: any)?|hasnt had(?: any)?|"
    rf"have not had(?: any)?) (?:\w+ )?{_THINKING} (?:of|to|about) (?:{_DYING}|{_TO_DIE})",
    rf"(?:{_WHO} )?(?:(?:have|has) )?(?:no|havent got|hasnt got|dont have|"
    rf"doesnt have)(?: any)?(?: current)? suicidal (?:thoughts?|ideation|feelings|intent|"
    rf"plans?)(?: no {_THINKING}){{0,3}}",
    r"(?:client |patient |he |she )?(?:denies|denied|denying) (?:any )?(?:suicidal )?(?:thoughts?|ideation|"
    r"intent|plans?)"
    rf"(?: of {_DYING})?",
    rf"(?:the )?(?:{_WHO}|doctor|nurse|gp) asked (?:me )?(?:about|of) (?:{_DYING}) and (?:i|he|"
    rf"she) said no|(?:i|he|she) said no when (?:i|he|she|they|the \w+|my \w+) asked (?:me )?(?:about|"
    rf"of) {_DYING}",
    r"no (?:self harm|suicide)(?: no (?:self harm|suicide))?",
)
# What may follow says nothing of dying either; being tired or frightened is no wish.
_TAIL = _any(
    rf"or (?:anything|owt|nothing|whatever|suicidal|{_TO_DIE}|{_DYING})|at all|though|mind(?: you)?|you know",
    r"honestly|really|lol|(?:so )?dont worry|bab|mate|love|over (?:it|this|them|him|money)|about it",
    r"no (?:way|chance|never)|dw|thank you|thanks|if that is what you (?:mean|think|are asking)|"
    r"(?:just )?so you know",
    r"i am (?:ok|fine|alright|safe|tired)|that (?:is not|isnt) what i meant|nothing like that|far from it|"
    r"i love life|disclosed|reported|expressed|identified|noted",
    r"at (?:present|this time|the moment)",
    r"(?:but )?(?:(?:i am|he is|she is|i) )?(?:just|only) (?:(?:so|really|very|a bit|bit|proper|"
    r"well) )?(?:tired|knackered|exhausted|stressed|angry|skint|fed up|worried|scared|upset|annoyed|"
    r"shattered)",
    r"(?:and )?i (?:just )?want (?:my life back|to live|help|to get (?:better|clean|help|sorted)|"
    r"to see my kids grow up)",
)
ONLY_DENIAL = re.compile(rf"(?:{_LEAD} ){{0,4}}{_DENIAL}(?: {_TAIL}){{0,4}}")
_ONLY_TAIL = re.compile(_TAIL)
_ASKED = re.compile(
    r"(?:\w+ yes(?: \|)? |me \| )?(?:(?:am i|are you|is (?:he|she)|me) )?(?:suicidal|"
    r"suicide)(?: \|)? (?:no|nah|nope|never)(?: (?:way|chance|never|not at all|i am not|(?:he|she) isnt))?"
)


def is_only_denied(said: tuple[str, ...]) -> bool:
    """Whether each of a message's sentences (safety.risk.reading) says that nobody in it wants to die.

    A message that says more ("... but I've written the letters") is not one of these: there may be danger.
    """
    denials = [each for each in said if ONLY_DENIAL.fullmatch(each)]
    if denials:
        return all(each in denials or _ONLY_TAIL.fullmatch(each) for each in said)
    return _ASKED.fullmatch(JOIN.join(said)) is not None
