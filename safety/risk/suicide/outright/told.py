"""Somebody else's wish or plan to die, said outright."""

from safety.risk.pattern import sign
from safety.risk.suicide.outright.words import AIM, BY_THEMSELVES, BY_WHOM, DIE, NOT_MEANT, TRULY


_SOMEONE = (
    "(?:he|she|they|who|son|daughter|lad|boy|girl|mum|dad|brother|sister|mate|friend|client|husband|wife|"
    "partner|nephew|niece|grandson|granddaughter|cousin|tenant|resident|pupil|student|neighbour|boyfriend|"
    "girlfriend|nan|grandad|patient|user|ex|kid|child|man|woman|and|says|said|uncle|auntie?|teenager)"
)
_AIMS = (
    "(?:wants?|wanting|going|about|off|planning|plans?|plan|threatening|threatens|threatened|decided|"
    "intends?|ready|trying|determined|needs?|promised)(?: to)? |(?:said|says) (?:he|she|they) would |"
    "would rather |(?:talking|talks|speaks?|speaking) (?:of|about) "
)


PATTERNS = (
    sign(
        "told-of-a-plan",
        "my daughter says she wants to kill herself",
        rf"(?:{_AIMS}|{AIM}){TRULY}(?:{BY_THEMSELVES}|{BY_WHOM})",
        "himself|herself|themselves|themself|(?:he|she|they|who)<many> (?:suicide|life|kms|overdose|throat|"
        "wrists?|brains|train)",
        unless=rf"{NOT_MEANT}|episode|back then|used to|(?:years?|months) ago|last year|wont kill|"
        rf"(?:doesnt|dont|not|never|isnt|no) (?:\w+ ){{0,3}}"
        r"(?:want|wants|going|plan|plans|planning|thoughts?|thinking|intention)|take (?:his|her|"
        r"their) life (?:in|savings)|(?:he|she|they|who|dealers?|gang|men) (?:\w+ ){0,3}(?:take|taking|end|"
        r"ending) (?:his|her|their) (?:own )?life (?:if|because) (?:i|we) |after (?:he|she)|(?:take|taking|"
        r"end|ending) (?:my|our)|(?:cat|dog) is trying|course on how to help people who",
        bare=True,
        certain=True,
    ),
    sign(
        "told-of-a-wish",
        "my sister says she wants to die",
        rf"{_SOMEONE} {TRULY}(?:wants|is ready|is begging|would rather|wishes|keeps saying (?:he|"
        rf"she) wants|says (?:he|she) wants|said (?:he|she) wants|want)(?: to)? {TRULY}{DIE}",
        unless=rf"{NOT_MEANT}|(?:doesnt|dont|not|never|didnt) {TRULY}wants? (?:to )?(?:die|be dead)|"
        r"(?:want|wants|wish) (?:me|us|him|her|them)|plants?|at home|die peacefully|(?:dog|cat|"
        r"horse) is (?:\w+ )?old|^does (?:he|she) want",
        bare=True,
        certain=True,
    ),
)
