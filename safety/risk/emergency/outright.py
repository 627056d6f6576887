"""Danger now that is said outright in few words; what was learnt of longer messages cannot overrule it."""

from safety.risk.pattern import sign


_HURT = "(?:stabbed|shot|slashed|knifed|shanked|glassed)"
_SOMEBODY = (
    "(?:i|he|she|they|someone|somebody|a (?:lad|man|boy|girl|woman)|(?:my|our|his|her) (?:\\w+ )?(?:dad|"
    "mum|mam|brother|sister|son|daughter|lad|mate|friend|cousin|husband|wife|partner|boyfriend|girlfriend|"
    "neighbour|nephew|nan|grandson|ex|dealer))"
)
_HOME = "(?:house|home|flat|bedsit|bungalow|block|building|kitchen|bedroom|front door|back door|door)"
# Habit, question, fiction, sport and a time that is past; the words themselves speak of now.
_NOT_NOW = (
    r"<habit>|if (?:someone|somebody|a|you|it|he|they|she|i)|when (?:someone|somebody)|in case|first aid|"
    r"(?:in|of|on|from) (?:a|my|the|that) (?:\w+ )?(?:book|poem|novel|script|story|film|telly|game|news)|"
    r"netflix|eastenders|corrie|casualty|call of duty|gta|fortnite|tiktok|photo|in the (?:back|foot)|"
    r"nightmare\w*|dream\w*|dreamt|jabs?|jabbed|vaccin\w*|penalty|basket\w*|goal|drill|practice|training|"
    r"poster|yesterday|ago|(?:last|the other) (?:day|night|week|month|year|summer)|used to|sorted now|"
    r"all safe"
)


PATTERNS = (
    sign(
        "calls-emergency-service",
        "999",
        r"^(?:(?:please|pls|omg|oh god|quick|hurry|just|i|we|he|she|need|needs|call|ring|send|get|an|the|"
        r"me|us|him|her) ){0,5}(?:999|ambulance|sos|mayday|paramedics?)(?: (?:please|pls|now|quick|quickly|"
        r"help|asap|right now|hurry|for (?:me|us|him|her)|to my (?:house|flat)|here|999|sos|"
        r"ambulance)){0,4}$",
        unless="dont|not|never|no",
        bare=True,
        certain=True,
    ),
    sign(
        "calls-999-for-me",
        "call 999 for me I can't talk out loud",
        r"(?:call|ring|phone|dial|get) (?:999|the police|an ambulance) (?:for (?:me|us|him|her)|now|quick|"
        r"please)(?=$| (?:please|now|i|he|she|they|quick)\b)",
        r"(?:i|we) (?:cant|dont dare|am not able to) (?:talk|speak|make|ring|call|phone)|(?:he|she|"
        r"they) (?:is|are|has|have|will|isnt|wont)|help|hurry|quick|now|dying|bleeding|killing",
        unless=rf"{_NOT_NOW}|did|told (?:me|us) to|should i|shall i|when (?:to|do|should)|can you",
        certain=True,
    ),
    sign(
        "just-wounded",
        "nothing to do with drugs, my partner has just stabbed me",
        rf"{_SOMEBODY} (?:(?:has|have|is) )?just (?:been )?{_HURT}(?: (?:me|him|her|us|someone|somebody|"
        rf"my \w+|a \w+|up|in the (?!back|foot)\w+))?$|{_SOMEBODY} (?:has|have|is|are) (?:just |now |"
        rf"also )?been {_HURT}(?: (?:in the (?!back|foot)\w+|now|help|please|bad|badly|up|outside|"
        rf"here)){{0,4}}$",
        unless=_NOT_NOW,
        bare=True,
        certain=True,
    ),
    sign(
        "breaking-in-now",
        "wrong chat probably, my ex is breaking down the door",
        rf"(?:is|are|there is|they) (?:\w+ ){{0,3}}(?:breaking (?:in|into|down)|trying to (?:break|get|"
        rf"kick|smash) (?:in|into|down)|kicking (?:in|down)|smashing (?:in|down|up)|forcing|"
        rf"coming through)(?: (?:in|into|to|on|the|my|our|down)){{0,3}}(?: (?:front|"
        rf"back))? (?:{_HOME})(?: (?:in|down|now|right now|help|please|again))?$",
        unless=rf"{_NOT_NOW}|next door|neighbours|they think|police|raid\w*|for a laugh|always",
        bare=True,
        certain=True,
    ),
    sign(
        "somebody-inside",
        "there's someone in my loft",
        r"there is (?:someone|somebody|a man|men|two men|people|an intruder|a burglar|burglars|"
        r"a stranger) (?:in|inside) (?:my|our|the) (?:\w+ )?(?:loft|attic|house|home|flat|kitchen|bedroom|"
        r"bathroom|hall|hallway|garden|shed|room)(?: (?:now|right now|help|please|downstairs|upstairs))?$",
        unless=f"{_NOT_NOW}|every night|always",
        certain=True,
    ),
    sign(
        "on-fire-now",
        "house on fire",
        rf"{_HOME} (?:is )?(?:on fire|in flames|burning(?: down)?|ablaze)(?: (?:now|right now|help|please|"
        rf"and|i|we)\b|$)|they (?:have )?(?:just )?set (?:my|our|the) {_HOME} on fire$",
        unless=f"{_NOT_NOW}|playlist|party|lit|like a",
        certain=True,
    ),
    sign(
        "bleeding-now",
        "sorry for the spelling, my hand won't stop bleeding",
        r"(?:wont|cant|doesnt|isnt|not) (?:stop|stopping) (?:the )?bleed(?:ing)?|cant stop the blood|(?:is|"
        r"am) bleeding (?:really |so |very )?(?:badly|bad|heavily|everywhere|loads|out|a lot|to death)(?=$|"
        r" (?:and|help|now|please|i|he|she)\b)|head (?:is )?(?:split|cracked) open",
        unless=f"{_NOT_NOW}|nose|gums?|tooth|teeth|period|coil|pill|piles|smear|heart|piercing|spot",
        bare=True,
        certain=True,
    ),
    sign(
        "weapon-on-me-now",
        "do you open Sundays, he's got a knife to my throat",
        r"(?:has|have|is|are|got|holding|with)(?: \w+){0,3} (?:knife|blade|gun|machete|bottle|scissors|"
        r"razor|screwdriver) (?:to|at|against|on) (?:my|our|her|his|mums?|dads?)(?: \w+s)? (?:throat|neck|"
        r"head|face|chest|back|ribs|stomach|belly|temple)",
        unless=f"{_NOT_NOW}|tattoo|when he|poster|video|once|would have|will have",
        bare=True,
        certain=True,
    ),
)
