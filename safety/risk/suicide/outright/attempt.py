"""An attempt to die in the last days, said outright, one's own or another's."""

from safety.risk.pattern import sign
from safety.risk.suicide.outright.words import BY_MYSELF, BY_THEMSELVES, BY_WHOM, LONG_AGO, NOT_MEANT


_LATELY = (
    r"just (?:tried|attempted)|(?:has|have) just|last night|today|tonight|yesterday|this (?:morning|week|"
    r"afternoon|evening)|(?:hours?|hrs?|mins?|minutes?|days?) ago|just now|earlier|on (?:mon|tues|wednes|"
    r"thurs|fri|satur|sun)day|(?:last|this|over the|at the) weekend|the other (?:day|night)|hospital|"
    r"a ?and ?e|icu|ward|again|at (?:the )?(?:weekend|school)|a few days|ambulance|back home|discharged"
)
_BY_OTHERS = (
    r"(?:he|she|they|ex|dealers?|lads|someone|mum|dad|son|partner) (?:has |have )?(?:made|took|taken|stole|"
    r"nicked|sold|gave|robbed)(?: me)?(?: \w+)? (?:all )?(?:my|our|his|the)|made me|forced|by mistake|"
    r"accident\w*|without meaning|not (?:on purpose|deliberate\w*)|chemist|pharmac\w*|sell\w*|sold|stol\w*|"
    r"nick\w*|prescri\w*|back"
)
_INTAKE = r"(?:took|taken|take|swallow\w*|necked|downed)(?: \w+){0,4} (?:overdose|<pills>|tablets|box|lot)"


PATTERNS = (
    sign(
        "overdose-meant",
        "I took an overdose on purpose",
        rf"{_INTAKE}|overdosed|overdose",
        r"on purpose|deliberate(?:ly)?|intentional(?:ly)?|(?:i|she|he|they) meant (?:it|to$|to (?:die|do|"
        r"end|go|kill|not))|meant it|says (?:he|she) meant|to die|to end (?:it|my|his|her)|to kill <self>|"
        r"to not wake",
        unless=rf"{NOT_MEANT}|{LONG_AGO}|{_BY_OTHERS}|deliberately (?:late|lost|left|early)|not to|"
        r"(?:signs|symptoms|training|course|policy) |in the (?:story|book|film)|a book where",
        bare=True,
        certain=True,
    ),
    sign(
        "overdose-tried",
        "I tried to overdose yesterday",
        r"(?:i|he|she|they|mum|dad|son|daughter|client|sister|brother|mate|friend) (?:have |has |"
        r"just )*(?:tried|attempted|tries)(?: to| an)? (?:take an )?(?:overdose|overdosing|od)",
        unless=rf"{NOT_MEANT}|{LONG_AGO}",
        bare=True,
        certain=True,
    ),
    sign(
        "tried-just-now",
        "I tried to kill myself last night",
        rf"(?:tried|attempted|trying|attempting|tries)(?: to)? (?:die|{BY_MYSELF}|{BY_THEMSELVES}|"
        rf"{BY_WHOM}|suicide|kill me$)|(?:tried|attempted|made an attempt) (?:on (?:my|his|her|"
        rf"their) own life|suicide)|(?:suicide|life) attempt|"
        r"kill me (?:the|with a) rope",
        _LATELY,
        unless=rf"{NOT_MEANT}|{LONG_AGO}|die (?:my|her|his|it)|life of|someone tried|(?:he|they|ex|"
        rf"dealers?) tried to "
        r"kill (?:me|us)|police (?:tried|are trying)|prevent\w*|look after patients|a prisoner (?:tried|"
        r"attempted)|a king who|suicide at the back|(?:^|news says )(?:a )?man tried|(?:havent|hasnt|never|"
        r"wasnt|not) (?:\w+ )?(?:tried|trying|attempted)",
        bare=True,
        certain=True,
    ),
)
