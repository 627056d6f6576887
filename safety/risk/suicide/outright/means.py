"""Means that are in use or at hand, and acts meant to kill: no word of dying is needed."""

from safety.risk.overdose.poison import AMOUNT, NOT_TAKEN, POISON, SWALLOWED
from safety.risk.pattern import sign
from safety.risk.suicide.outright.words import LONG_AGO, NOT_MEANT


_FAREWELL = (
    r"sorry|bye|goodbye|tell (?:my|mum|dad|the|her|him|them)|love you|forgive|(?:doors?|windows?|"
    r"garage)(?: is| are)? (?:all )?(?:shut|closed|sealed|locked|taped)|shut (?:all )?the (?:doors?|"
    r"windows?)|taped|last|not long|wont be long|no one|alone|ready"
)
_WILL = (
    r"because|shame|ashamed|debts?|on purpose|deliberate\w*|meant|to die|to end|kill|cant (?:go on|cope|"
    r"take)|had enough|sorry|wanted (?:to|out)|over (?:the|what|him|her|money|it)|no more|suicid\w*"
)
_BY_MISTAKE = (
    r"mistake|accident\w*|toddler|baby|little one|year old|(?:[1-6]|two|three|four|five) years old|"
    r"thought it was|made (?:me|him|her)|forc\w*|spik\w*|gave (?:me|him|her)|put (?:it )?in (?:my|his|her)"
)
_WATER_OR_WHEELS = (
    r"(?:(?:in|into|off|from) the (?:canal|river|severn|wye|teme|weir|bridge|viaduct|roof|balcony|lock|"
    r"multi ?storey|car park)|(?:under|in front of) (?:a|the) (?:bus|train|lorry|car|van|truck))"
)


PATTERNS = (
    sign(
        "poison-meant",
        "he ate rat poison because of the debt",
        rf"{SWALLOWED}{AMOUNT} {POISON}",
        _WILL,
        unless=rf"{NOT_TAKEN}|{_BY_MISTAKE}|{NOT_MEANT}",
        certain=True,
    ),
    sign(
        "gas-on",
        "I've turned the gas on. I'm sorry",
        r"turned (?:the |all the )?(?:gas|oven|hob|rings)(?: rings)? (?:taps )?on|(?:gas|oven) is (?:on|"
        r"hissing)|turned on the gas|gas (?:taps|rings) (?:are )?on",
        _FAREWELL,
        unless=r"smell|leak\w*|by mistake|accident\w*|(?:forgot|left) (?:the|it)|meter|top ?up|credit|"
        r"cook\w*|dinner|for tea|back on|engineer|boiler|turned off|(?:he|they|council) (?:turned|left|put)",
        certain=True,
    ),
    sign(
        "fumes",
        "I've got a hosepipe and I know where to park",
        r"(?:hose ?pipe|hose|exhaust(?: pipe)?)",
        r"in(?:to)? the (?:window|boot|car)|(?:know|found|got) (?:where|a|"
        r"somewhere)(?: \w+){0,2} (?:to )?(?:park|lane|lay ?by|spot|quiet)|window|park up|quiet lane|"
        r"through the",
        r"i|he|she|bye|sorry",
        unless=r"mot|garage (?:said|says|quote\w*)|garden|water\w*|blowing|loud|mechanic|boy racer\w*|"
        r"noise|weed|grow|plants?|fixed|revv\w*|paddling|wash\w*",
        certain=True,
    ),
    sign(
        "engine-running-shut-in",
        "dad's turned the car engine on in the garage with the door shut and he's in it",
        r"engine (?:is )?(?:on|running|going)|(?:car|engine) (?:\w+ )?on in the garage",
        r"garage",
        r"sat|sitting|in it|in the car|door(?: is)? (?:shut|closed|down)|shut in|locked|bye|sorry",
        unless=r"mechanic|mot|noise|dealers?|customers?|outside the garage|petrol|police",
        certain=True,
    ),
    sign(
        "blade-to-own-wrist",
        "got a blade to my wrist rn",
        r"(?:blade|razor|knife|glass|scissors)(?: \w+){0,2} (?:to|on|at|against|across|over|"
        r"by) my (?:own )?(?:wrists?|arms?|veins?)",
        unless=rf"(?:he|she|they|dealers?|lads?|someone|ex|men?) (?:\w+ ){{0,4}}(?:blade|razor|knife|"
        rf"glass)|held a|{LONG_AGO}|tattoo|scars?",
        certain=True,
    ),
    sign(
        "jumped-meant",
        "I jumped in the canal on purpose last night but some bloke pulled me out",
        rf"(?:jumped|threw (?:myself|himself|herself)|thrown (?:myself|himself|herself)|stepped|walked|"
        rf"jump|went)(?: out| straight| right| off)? {_WATER_OR_WHEELS}",
        r"on purpose|deliberate\w*|pulled me (?:out|back)|pulled (?:him|her) (?:out|back)|wish (?:he|she|"
        r"they|you) had(?:nt)?|meant to|wanted (?:to die|it)|threw (?:myself|himself|herself)|"
        r"thrown (?:myself|himself|herself)",
        unless=rf"{LONG_AGO}|{NOT_MEANT}|swim\w*|dog|ball|dare|bomb\w*|paddle|my solicitor|confess|blam\w*|"
        rf"grass\w*|"
        r"in court|admit\w*|to save (?!me)",
        certain=True,
    ),
    sign(
        "rather-buried",
        "I'd rather be six foot under than carry on running for them",
        r"(?:rather|better|sooner|wish i (?:was|were)|want to|ready to|might as well|will) (?:be |"
        r"off )?(?:six (?:foot|feet) under|6 (?:foot|ft|feet) under|in (?:a|my) (?:box|coffin|grave|"
        r"wooden box)|in the ground|pushing up (?:the )?daisies)",
        unless=rf"{NOT_MEANT}|(?:he|she|they) (?:\w+ ){{0,2}}(?:better|rather)|than (?:go to|watch|eat|"
        rf"wear|listen)",
        certain=True,
    ),
    sign(
        "pills-set-out",
        "I have my tablets counted out and I'll take them when I've posted this",
        r"<pills>(?: (?:are|is|all|now|already|just|and|in front of me)){0,3} (?:counted|lined|laid|set|"
        r"piled|tipped|emptied|popped) (?:out|up)|(?:counted|lined|laid|set|tipped|popped)(?: (?:all|out|"
        r"up|my|the|of|his|her)){1,4} <pills>",
        r"take (?:them|the lot|it all)|all at once|the lot|tonight|sorry|bye|goodbye|in front of me|"
        r"next to me|beside me|ready|when i (?:have|am)|not long|then (?:i|that)|last|sod it|vodka|"
        r"think(?:ing)? (?:about|of) it|by the bed",
        unless=r"dosette|pharmac\w*|chemist|nurse|carer|weekly|for the week|each (?:day|morning)|"
        r"morning and night|box for|sell\w*|for (?:my |the )?(?:nan|mum|dad|gran\w*|client|patient)|"
        r"flushed|bin|used to|years? ago|last (?:week|month|year)",
        certain=True,
    ),
)
