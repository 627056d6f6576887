"""One's own wish or plan to die, said outright."""

from safety.risk.pattern import sign
from safety.risk.suicide.outright.words import (
    AIM,
    BY_MYSELF,
    BY_WHOM,
    DIE,
    LONG_AGO,
    NOT_MEANT,
    SPEAKER,
    TRULY,
    WISH,
)


_OF_OTHERS = (
    r"(?:with|between) (?:him|her|them|us|my|the)|relationship|contract|tenancy|marriage|tell(?:ing)?"
)


PATTERNS = (
    sign(
        "says-want-to-die",
        "I was clean for a year and now I want to die",
        rf"{SPEAKER}{TRULY}{WISH}(?:i )?(?:could )?{TRULY}(?:to )?{DIE}|wish (?:that )?i (?:could |"
        rf"would )?{TRULY}{DIE}|i (?:would be|am|might be|will be|should be) better (?:off )?dead|"
        r"(?:want|wish|need|would like) (?:for )?(?:my|this) life (?:to (?:end|be over|stop|finish)|over|"
        r"ended|finished)|hope i die(?=$| tonight| soon| in my sleep)|want death|unalive me",
        unless=rf"{NOT_MEANT}|(?:dont|not|never|didnt|doesnt) {TRULY}(?:want|wish|need|plan) (?:to )?"
        r"(?:die|be dead)|die if (?:i|he|they) (?:dont|tell|grass)|(?:plants?|fish|phone) (?:to )?die|"
        r"(?:he|she|they) would be better|is (?:8|9)\d and ready to die",
        bare=True,
        certain=True,
    ),
    sign(
        "says-will-kill-self",
        "I'm going to end my life tonight",
        rf"(?:{SPEAKER}{TRULY}{WISH}|{AIM})(?:to |that i will )?{TRULY}(?:{BY_MYSELF}|{BY_WHOM})|"
        r"will have (?:killed|hanged|ended|drowned) (?:myself|my life)",
        r"i|me|my|myself|^(?:[^ ]+ ){0,4}(?:suicide|kms|overdose)",
        unless=rf"{NOT_MEANT}|(?:he|she|they|dealers?|lads|someone|men) (?:\w+ ){{0,3}}(?:slit|cut|blow|"
        rf"end|take)\w* my|overdose (?:training|talk|course)|(?:he|she|they|who|people|kids|lad|son|"
        r"daughter|brother|sister|mum|dad|hermana)<many> (?:suicide|overdose|train|lorry|bus)|(?:dont|not|"
        r"never|didnt|havent|no) (?:\w+ ){0,3}(?:want|wish|plan|plans|thoughts?|thinking|thought|"
        r"intention)|take my life in|telling (?:him|her|them)|signs of|how to (?:help|stop)",
        bare=True,
        certain=True,
    ),
    sign(
        "names-own-death",
        "all that is in my head is kill myself",
        BY_MYSELF,
        unless=rf"{NOT_MEANT}|{LONG_AGO}|(?:could|should) have|if it (?:wasnt|werent)|off me (?:head|face|"
        rf"nut)|end me "
        r"(?:up|with)|end my life (?:if|because) (?:he|they)|(?:he|she|they|who|lads?|dealers?|someone|ex|"
        r"gang|men|going to|will|would|wants? to|tr\w+ to) (?:\w+ ){0,3}(?:hang|drown|shoot|gas|neck|end|"
        r"stab|strangle|poison|set fire to|take|cut|slit|blow|ending|taking) (?:me|my)|denied|den(?:y|ies)",
    ),
    sign(
        "says-is-ending-it",
        "I'm killing myself tonight",
        r"(?:(?:killing|hanging|drowning|topping|ending|offing|shooting|gassing) myself|(?:committing|"
        r"commiting|doing) suicide)(?=$| (?:tonight|today|now|right now|tomorrow|later|soon|when|in (?:a|"
        r"front|an|my|the)|at \d|on \w+day|\w+day|and (?:nobody|you|i am)|before|because|bye|simple|"
        r"i mean)\b)|ending (?:my(?: own)? life|it all|it|things) (?:tonight|today|now|tomorrow|soon)",
        unless=rf"{NOT_MEANT}|{_OF_OTHERS}|in the gym|when i (?:lift|run|work)|before it",
        bare=True,
        certain=True,
    ),
    sign(
        "says-will-end-it",
        "im going to end things tonight",
        rf"i (?:am )?{TRULY}(?:going to|want to|will|ready to|have decided to|about to) {TRULY}(?:end|"
        rf"finish) (?:it|"
        r"things|it all|everything|all this)(?: all)?(?= (?:tonight|today|now|right now|tomorrow|for good|"
        r"forever)|$)",
        unless=rf"{NOT_MEANT}|{_OF_OTHERS}|boyfriend|girlfriend|police|report\w*|friendship|lease|clean|deal",
        bare=True,
    ),
    sign(
        "sees-only-death",
        "dying is the only way out of this debt",
        r"(?:dying|death|suicide|being dead|killing myself|ending my life|to die)(?: is| was| seems| looks|"
        r" feels)?(?: like)?(?: now)? (?:the |my |our )?(?:only|last|best|easiest)(?: \w+)? (?:way|option|"
        r"choice|answer|escape|thing|solution|out)|(?:only|last|easiest|no other) (?:way|option|choice|"
        r"answer|escape|solution)<many> (?:is|but|was|being|except) (?:to )?(?:die|dying|death|suicide|"
        r"kill myself|killing myself|end my life)",
        unless=rf"{NOT_MEANT}|(?:he|she|they) (?:said|says|told)|not (?:the|an?) (?:only|answer|option)|isnt",
        bare=True,
        certain=True,
    ),
    sign(
        "says-will-overdose",
        "I want to overdose",
        rf"{SPEAKER}{TRULY}(?:{WISH}|tempted to |planning on |thinking (?:of|about) )(?:to )?(?:take |"
        r"taking )?(?:an |a massive |a )?(?:overdose|overdosing)|going to (?:take an overdose|"
        r"overdose on purpose)",
        unless=rf"{NOT_MEANT}|(?:overdose|overdosing) (?:training|talk|course|kit|"
        r"leaflet|awareness|by accident|on (?:chocolate|cake|sweets))|how to|needs? an overdose|"
        r"like (?:an?|he)",
        bare=True,
        certain=True,
    ),
)
