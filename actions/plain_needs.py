"""The other needs that stand in a message beside the one it is mostly about, in plain words; pure.

The classifier weighs a message as a whole: "they've taken over my flat and I owe them money" is a flat to
it and hardly a debt. What these words bring is only offered later, never assumed.
"""

import re
from collections.abc import Sequence

from actions.waiting import by_urgency, is_one_matter
from safety.details.only import without_gaps
from vocabulary.needs import Need


MOST = 3  # needs of one message
_DRUGS = r"(?:heroin|crack|coke|cocaine|ket|ketamine|weed|cannabis|spice|meth|speed|pills|drugs|benzos|xanax)"
_PARTNER = r"(?:boyfriend|girlfriend|husband|wife|partner|ex|fella|bloke|bf|gf)"
_KIN = (
    r"(?:(?:grand|step)?(?:son|daughter)|brother|sister|mum|dad|partner|husband|wife|friend|mate|boy|girl|nephew|"
    r"niece|cousin)"
)
_WHO = rf"(?:i|we|he|she|they|client|patient|pupil|student|tenant|resident|neighbour|{_KIN})"
_HOME = r"(?:home|flat|house|tenancy|place)"
_WHOSE = r"(?:my|our|his|her|their)"
_PLAIN_WORDS: dict[Need, tuple[str, ...]] = {
    Need.DRUG_DEBT: (
        rf"\b{_WHO} (?:\w+ )?owes? (?:\w+ ){{0,3}}(?:money|dealers?|them|him|£?\d+|grand|quid|hundreds)\b",
        r"\bdrug debts?\b|\bin debt to (?:a |my |the |his |her )?dealers?\b",
    ),
    Need.OWN_DRUG_USE: (
        r"\bi(?:'m| am|'ve been)? (?:still |also |now )?"
        rf"(?:using|on|addicted to|hooked on|taking|smoking|injecting|use|take|smoke) (?:\w+ )?{_DRUGS}\b",
        rf"\bi (?:\w+ )?(?:want|need) to (?:stop|quit|come off|get off|give up) (?:\w+ )?{_DRUGS}\b",
    ),
    Need.DOMESTIC_ABUSE: (
        rf"\bmy {_PARTNER} (?:\w+ )?"
        r"(?:hits?|beats?|hurts?|punche[sd]|strangle[sd]|choke[sd]|abuse[sd]|batters|slaps) (?:me|us)\b",
    ),
    Need.THREATS_VIOLENCE: (
        r"\bthreaten(?:s|ed|ing)? (?:me|us|my|him|her|them)\b|\bdeath threats\b|\bbe(?:ing|en) threatened\b",
        r"\bthreaten(?:s|ed|ing) to (?:hurt|stab|beat|burn|smash|shoot) (?:me|us|him|her|my)\b",
    ),
    Need.HOUSING: (
        r"\b(?:homeless|evict(?:ed|ing|ion)|sleeping rough|sofa ?surfing)\b",
        r"\bnowhere (?:safe |else )?to (?:live|stay|go|sleep)\b",
        rf"\b(?:lose|losing|lost) {_WHOSE} {_HOME}\b|\b(?:kicked|thrown) out of {_WHOSE} {_HOME}\b",
    ),
    Need.CUCKOOING: (
        r"\bcuckoo(?:ed|ing)\b|\b(?:taken|took) (?:over )?me (?:flat|house|gaff)\b",
        rf"\b(?:moved into|tak(?:e|es|en|ing) over|took over) {_WHOSE} (?:\w+ )?{_HOME}\b",
        rf"\b(?:tak(?:en|ing)|took) {_WHOSE} (?:\w+ )?{_HOME} over\b",
        rf"\b(?:dealers?|gang) (?:are |is |keeps? )?using {_WHOSE} {_HOME}\b",
        rf"\bus(?:e|es|ed|ing) {_WHOSE} (?:\w+ )?{_HOME} "
        r"(?:to (?:deal|sell|store|cook|bag)|for (?:deal|sell|drugs))",
        rf"\b(?:men|people|strangers|lads|dealers) (?:\w+ ){{1,3}}(?:in|into) {_WHOSE} {_HOME}\b",
    ),
    Need.CRIMINAL_EXPLOITATION_ADULT: (
        r"\b(?:mak(?:e|es|ing)|made|forc(?:e|es|ed|ing)) (?:me|him|her|us|them) (?:to )?"
        r"(?:keep|hold|carry|hide|sell|deliver|deal|run|move|drop|grow)\b",
        r"\b(?:is|are|am|was|were|being|been|get|gets|getting|got) (?:being )?"
        r"(?:made|forced|pressured|groomed|blackmailed|tricked) (?:to|into) "
        r"(?:hold|carry|hide|sell|deliver|deal|run|drop|grow|carrying|selling|delivering|dealing|running)\b",
    ),
    Need.BEREAVEMENT: (
        rf"\b(?:my|our) (?:\w+ )?{_KIN} (?:has |was )?(?:died|dead|killed|murdered|passed away)\b",
    ),
    Need.FEELINGS_SUICIDE: (
        r"\b(?:mental health (?:problems?|issues?)|depressed|depression)\b",
        r"\b(?:panic attacks?|self[- ]?harm(?:ing|ed|s)?|i can'?t (?:cope|sleep))\b",
    ),
    Need.MONEY_HELP: (
        rf"\bcan'?t (?:pay|afford) (?:for )?(?:{_WHOSE} |the )?(?:rent|bills|food|heating|gas|electric)\b",
        r"\bno money (?:for|to) \w+|\bno food\b|\brent arrears\b",
        r"\bbehind (?:on|with) (?:the |my |our )?rent\b",
    ),
    Need.SEXUAL_VIOLENCE: (
        r"\brap(?:ed|es|ing) (?:me|her|him)\b|\b(?:was|been|got) raped\b|\bsexually \w+ed\b",
    ),
    Need.MISSING: (
        r"\b(?:hasn'?t|not|never) come home\b|\bgone missing\b|\bis missing\b|\b(?:has run|ran) away\b",
    ),
    Need.ROBBERY_BURGLARY: (
        r"\b(?:robbed|burgled|mugged) (?:me|us)\b|\b(?:got|was|were|been) (?:robbed|burgled|mugged)\b",
        r"\bbr(?:oke|oken) into my\b|\b(?:nicked|stole|stolen) my (?:phone|bike|car|bag|purse|wallet)\b",
    ),
    Need.ARRESTED_LEGAL: (r"\b(?:i|he|she|we)(?:'ve| have| has)? (?:was|got|been) (?:arrested|charged)\b",),
    Need.SPIKING: (r"\b(?:was|were|got|been) spiked\b",),
    Need.FAMILY_DRUG_USE: (
        rf"\bmy (?:\w+ )?{_KIN}(?: \d+)?(?:'s| is| was)? (?:also |still )?"
        rf"(?:on|using|uses|takes|taking|smoking|smokes|addicted to) {_DRUGS}\b",
    ),
}
_PATTERNS = {need: re.compile("|".join(words), re.IGNORECASE) for need, words in _PLAIN_WORDS.items()}
_NOT = re.compile(
    r"\b(?:not|never|no longer|used to|\w+n't|dont|nor|without|if)\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)


def plain_needs(text: str, *, beside: Sequence[Need]) -> tuple[Need, ...]:
    """The needs that plain words in a text bring beside those that were heard, the most urgent first."""
    words = without_gaps(text)
    said = [need for need, pattern in _PATTERNS.items() if _is_said(pattern, words)]
    others = [need for need in by_urgency(said) if need not in beside and not is_one_matter(need, beside[:1])]
    return tuple(others[: max(0, MOST - len(beside))])


def _is_said(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the words stand in a text and nothing just before them says no."""
    return any(not _NOT.search(text[: found.start()]) for found in pattern.finditer(text))
