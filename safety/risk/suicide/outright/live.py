"""Not wanting to live or to wake again, said outright; and being suicidal."""

from safety.risk.pattern import sign
from safety.risk.suicide.outright.words import NOT_MEANT, TRULY


_NOT_WANT = rf"(?:dont|do not|not|no longer|never|doesnt|does not) {TRULY}(?:want|wants|wish)(?: to)? {TRULY}"
# A life, not a place: "I don't want to live here" is about a home.
_LIFE = (
    r"(?:live(?=$| (?:anymore|more|no more|any longer|longer|past|through|after|without (?:him|her|them|"
    r"my)|another|tonight|now|so i|because|cos|please|but|and i|and (?:nobody|no one)|if (?:he|"
    r"she) (?:is gone|dies)|this life|my life|today|since)\b)|(?:be|stay) alive|exist(?! on)|(?:go|"
    r"carry) on living(?! (?:here|in|with|there|at|like|next))|(?:continue|keep)(?: on)? living(?! (?:here|"
    r"in|with|there|at|like))|be in this world(?! of)|be on this (?:earth|planet)|live to see|wake up(?=$|"
    r" (?:anymore|again|tomorrow|ever|in the morning|any more)\b)|wake(?=$))"
)
_DENIED = (
    r"<not_suicidal>|zero|stopped|no longer|not (?:currently |at all )?suicidal|if (?:he|she|they|someone|"
    r"somebody|anyone|a|the|you|i|people|your)|ask(?:s|ed|ing)?(?: me| him| her| us| them)?(?: if| whether|"
    r"<many> (?:no|not|fine))|do you (?:have|feel)|said no|long over|recovered|it is (?:\w+ )?suicidal|"
    r"what (?:is|are|does)|are suicidal|is the suicidal|being suicidal|training|policy|course|"
    r"when (?:someone|somebody|a)|no one|nobody|plan is suicidal|was a mix|at times like all|neither of|"
    r"has no|have no|had no|none of|every film|safer|fine now|better now|ok now|history of|(?:was|"
    r"were) (?:\w+ )?feeling"
)
_ASKED = (
    r"(?:^|if |whether |asking |asks )(?:is|are|am) (?:he|she|they|i|you|it)|^who is|reckons? (?:that )?"
    r"(?:i am|he is|she is)"
)
_OVER = (
    r"history|previous\w*|past|(?:years?|months) ago|(?:before|back then) but|have had|had (?:\w+ )?suicidal"
)


PATTERNS = (
    sign(
        "says-not-want-to-live",
        "I not want to live more",
        rf"(?:i|he|she|they|who|and|^|mum|dad|son|daughter|brother|sister|client|"
        rf"mate) {TRULY}{_NOT_WANT}{_LIFE}",
        unless=rf"{NOT_MEANT}|wake up (?:so|to|early)|live (?:so|like) (?:early|close|far)",
        bare=True,
        certain=True,
    ),
    sign(
        "wont-be-alive",
        "I won't wake up tomorrow",
        r"i (?:wont|will not|am not going to|will never|shant) (?:\w+ )?(?:be alive|wake up|be waking up|"
        r"be breathing|see (?:the )?(?:morning|tomorrow)) ?(?:tomorrow|in the morning|again|by (?:then|"
        r"tomorrow|tonight|morning)|ever|$)",
        unless=rf"{NOT_MEANT}|scared|worr\w+|afraid|terrified|frightened|fear|early|alarm|they (?:will|"
        rf"are going)|"
        r"if (?:he|they)|in time",
        bare=True,
    ),
    sign(
        "is-suicidal",
        "I'm suicidal, last year my brother was killed",
        rf"(?:i am|he is|she is|they are|am|is|are|feel|feels|feeling|getting|remains?|become|becoming|"
        rf"still|actively|been feeling|i have been|acutely) {TRULY}(?:\w+ )?(?:suicidal|"
        rf"having (?:\w+ )?(?:suicidal "
        r"(?:thoughts|ideation|feelings)|thoughts of suicide))(?! (?:to|people|person|driving|helpline|"
        r"in every))|(?:^|am |feel |and )suicidal$",
        unless=rf"{NOT_MEANT}|{_DENIED}|{_ASKED}|laugh\w*",
        bare=True,
        certain=True,
    ),
    sign(
        "suicidal-thoughts",
        "my client disclosed active suicidal thoughts with a plan",
        r"(?:disclos\w*|report\w*|express\w*|has|have|having|voic\w*|got|getting|with|admit\w*|mention\w*|"
        r"experienc\w*)(?: (?!not|no|never|nor)\w+){0,3} (?:suicidal (?:thoughts?|ideation|feelings?|"
        r"plans?)|thoughts (?:of|about) (?:suicide|ending|killing)|suicide plan|plans? to (?:end|kill))",
        unless=rf"{NOT_MEANT}|{_DENIED}|{_OVER}|laugh\w*",
        certain=True,
    ),
)
