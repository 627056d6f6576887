"""Signs of a wish to die that is said outright, by whoever has it or of somebody: never doubted."""

from safety.risk.pattern import sign


_IDIOM = (
    r"<idiom>|lol|lmao|haha\w*|hehe|cringe\w*|hungover|maths|exams?|joke|joking|kidding|song|lyrics?|film|book|"
    r"game|meme|when i was|years? ago|back then|used to|in my (?:teens|twenties|thirties)|"
    "last (?:year|spring|summer)|if i have to|before i (?:die|kill)|i said i could"
)
_NOT_OF = (
    r"(?! (?:of|for|with|from|laughing|when|whenever|if|every time|each time|as|like|in here|than|inside|my|"
    r"honest|between|down|to this)\b)"
)
_TRULY = "(?:just |really |honestly |truly |only |so |now |still |do |actually |genuinely )?"
_MYSELF = "(?:kill myself|end my (?:own )?life|take my (?:own )?life|hang myself|end it all)"


PATTERNS = (
    sign(
        "says-want-to-die",
        "I was clean for a year and now I want to die",
        rf"i {_TRULY}(?:(?:want|wanna|need|wish)(?: to)? (?:just )?(?:die|be dead|{_MYSELF})|"
        rf"(?:plan|intend|am going|am about|am planning|have decided) to {_MYSELF}){_NOT_OF}",
        unless=rf"{_IDIOM}|i (?:dont|do not|never|didnt|wouldnt|not) (?:\w+ )?(?:want|need|wish|plan|intend)",
        certain=True,
    ),
    sign(
        "says-not-want-to-live",
        "I not want to live more",
        rf"i {_TRULY}(?:dont|do not|not|no longer|never) {_TRULY}want(?: to)? (?:live|be alive|"
        r"exist|wake up)(?=$| (?:anymore|any more|more|no more|any longer|no longer|so|because|"
        r"cos|please)\b)",
        unless=_IDIOM,
        certain=True,
    ),
    sign(
        "is-suicidal",
        "my client disclosed active suicidal thoughts with a plan",
        "(?:am|is|are|feel|feels|feeling|felt|disclos\\w*|report\\w*|express\\w*|has|have|having|voic\\w*|getting)"
        "(?: (?!not|no|never|nor)\\w+){0,2} (?:suicidal|thoughts of suicide|suicide plan)",
        unless=rf"{_IDIOM}|was suicidal|no one is|nobody is|history|previous\w*|past|long over|recovered|"
        r"if (?:he|she|they|someone|somebody|anyone|a|the|you|i)|training|policy|course|"
        "when (?:someone|somebody|a)",
        certain=True,
    ),
    sign(
        "overdose-meant",
        "I took an overdose on purpose",
        "(?:took|taken|take|swallowed)(?: \\w+){0,3} (?:overdose|od|<pills>|tablets)",
        "on purpose|deliberate(?:ly)?|intentional(?:ly)?|meant to|to die|to end it",
        unless=rf"{_IDIOM}|at (?:\w+teen|twenty|thirty)|not (?:on purpose|deliberate)|without meaning|"
        r"by mistake|accident\w*|(?:he|she|they) (?:made|took my|has taken my)|back|chemist|pharmac\w*|"
        r"sell\w*|sold|stol\w*|nick\w*",
        certain=True,
    ),
    sign(
        "told-of-a-wish",
        "my daughter says she wants to kill herself",
        "(?:he|she|they) (?:wants?|is going|are going|is planning|plans?|will) (?:to )?"
        "(?:kill|hang|drown) (?:himself|herself|themselves|themself)",
        unless=rf"{_IDIOM}|play|character|episode",
        certain=True,
    ),
    sign(
        "tried-just-now",
        "I tried to kill myself last night",
        r"(?:i|he|she|they) (?:have |has )?(?:tried|attempted) to (?:die|(?:kill|hang|drown) (?:myself|"
        r"himself|herself|themselves)|(?:end|take) (?:my|his|her|their) (?:own )?life)",
        "last night|today|tonight|yesterday|this (?:morning|week|afternoon|evening)|hours? ago|just now",
        unless=_IDIOM,
        certain=True,
    ),
)
