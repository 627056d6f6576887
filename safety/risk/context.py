"""What makes a danger word harmless: past, only feared, asked about in general, told of, or made up."""

from safety.risk.pattern import Pattern, says
from vocabulary.risks import Risk


_NOW = (
    r"right now|(?<!well )(?<!ok )(?<!okay )(?<!fine )(?<!better )(?<!clean )(?<!good )(?<!years "
    r")(?<!gone )now|tonight|just now|again|still(?! (?:think|miss|remember|have (?:nightmares|"
    r"flashbacks)|get|feel|cry|haunts?|hurts?|struggl\w*|dream|grie\w*|upset|angry|scared|not over|"
    r"cant))|today|this (?:minute|second|morning|evening|afternoon)|"
    r"at the moment|"
    r"any (?:minute|second|moment)|help me|please help|he is here|they are here|outside my|just|tomorrow|"
    r"hurry|quick|currently"
)
_HERE_AND_NOW = (
    r"right now|just now|help me|please help|(?:he|she|they) (?:is|are) (?:here|outside)|i am (?:hiding|"
    r"bleeding|hurt|next)|"
    r"this (?:minute|second)|happening to me|same thing|for real|not (?:a )?(?:film|joke|game)|i want to|"
    r"i am going to|i feel|i keep"
)
_PAST = (
    r"(?:\d+|a|one|two|three|four|five|six|seven|eight|nine|ten|few|couple|couple of|many|some|several|a "
    r"few)? ?(?:years?|months?|weeks?|decades) (?:ago|back)|"
    r"last (?:year|month|week|summer|winter|christmas|spring|autumn|january|february|march|april|may|"
    r"june|july|august|september|october|november|december)|"
    r"yesterday|the other (?:day|week|month|year)|when (?:i|he|she|we|they) (?:was|were) (?:a |an |only |"
    r"about |still |just )*(?:\d+|years?|young\w*|little|kids?|child|teen\w*|student|using|homeless|at "
    r"(?:school|uni)|in (?:prison|care)|living|with)|"
    r"back (?:then|in)|in (?:19|20)\d\d|(?:in|since|during) the (?:\d0s|eighties|nineties|seventies|"
    r"sixties|war)|used to|years back|ages ago|"
    r"long time ago|at the time|previously|in the past|historic\w*|(?:first|second) world war|at "
    r"christmas|over the summer|has been fine since|years since|"
    r"(?:months|years) (?:clean|sober|free)|in recovery|the night (?:he|she|they) died|has died|passed "
    r"away|funeral|inquest|coroner|anniversary|post mortem"
)
_MADE_UP = (
    r"(?:in|of|about|watch\w*|saw|seen|see|reading|read|writing|wrote|written|playing|played|making|"
    r"acting|for)<few> (?:film|films|movie|movies|(?<!school )(?<!note )(?<!exercise )book|books|novel|"
    r"episode|series|show|drama|documentary|podcast|school play|story|stories|comic|soap|video game|"
    r"fortnite|song|songs|lyrics|essay|poem|thriller|cartoon|storyline)(?! with (?:me|him|her|us))|"
    r"(?:that|this|the|was a|is a|my|an?) (?:\w+ )?(?:film|movie|novel|episode|series|song|drama|"
    r"documentary|poem|essay|story|game|musical|play) (?:about|where|called|on|is|was)|"
    r"netflix|eastenders|corrie|coronation street|emmerdale|hollyoaks|casualty|holby|top boy|line of "
    r"duty|peaky blinders|gta|call of duty|"
    r"romeo and juliet|shakespeare|macbeth|hamlet|an inspector calls|of mice and men|my character|the "
    r"character|main character|lead character|"
    r"murder mystery|true crime|breaking bad|adolescence on|trainspotting|silent witness|happy valley|"
    r"the bill|line in a song|film where|book where"
)
_TOLD = (
    r"on the (?:news|radio|telly|tv)|telly programme|tv programme|in the news|news (?:said|story|report|"
    r"article)|in the (?:paper|papers|local paper|shropshire star|hereford times|worcester news)|"
    r"the (?:paper|article|report|bbc|headline|headlines|radio|news|guardian|leaflet|website|post|"
    r"documentary)<few> (?:said|says|about|was|had)|read (?:an|that|about|in|the)|"
    r"saw (?:on (?:facebook|tiktok|the news|telly|tv|insta\w*)|a (?:post|poster|video|report))|heard on "
    r"the (?:radio|news)|hear(?:d)? about<few> (?:lad|boy|girl|man|woman|case)|breaking news|journalist|"
    r"statistics|stats|figures|according to"
)
_GENERAL = (
    r"(?:what|how) (?:do|should|would|can|could|are|is|happens|does|to)<few> (?:you|i|we|someone|people|"
    r"staff|anyone|signs|one)?<few> (?:if|when|signs|spot|recognise|tell if|know if|help (?:someone|"
    r"people|somebody))|"
    r"what (?:if|happens if|happens when)|what are the (?:signs|symptoms|effects)|signs of|symptoms of|"
    r"how (?:do|would|can) (?:i|you|we) (?:know|tell|spot|recognise)|"
    r"if (?:someone|somebody|anyone|a (?:person|friend|client|child|resident|customer|pupil|student)|"
    r"people|one of)|in case|just in case|training|trained|workshop|leaflets?|posters?|policy|"
    r"assembly|awareness|prevention|research\w*|dissertation|coursework|assignment|project on|lesson|"
    r"module|course|session on|talk (?:on|about)|first aid|"
    r"volunteer(?:ing)?|fundrais\w*|campaign|survey|risk assessment|procedure|our (?:staff|team|service|"
    r"charity)|how many people|where can (?:i|we) (?:get|find|order)|"
    r"how (?:do|can) (?:i|we|you) (?:get|order|find|stop people)|what does<few> mean|what is (?:an?|the "
    r"(?:law|difference|sentence|penalty|rule|number|age)|"
    r"county|cuckoo\w*|naloxone|debt|section)|is it (?:illegal|against the law|a crime)|definition"
)
_FEARED = (
    r"(?:worr\w+|scared|afraid|fear|frightened|terrified|dread|anxious|nervous|paranoid|panick\w*|"
    r"concerned|convinced)<gap> (?:might|could|may|will|would|going to|one day|ever|in case|someday|ill|"
    r"end up|get|be next|next time|getting|being)|"
    r"one day|someday|in case|(?:might|could|may) (?:one day|end up|have|get|be|come|try)|nightmares?|"
    r"dreams?|dreamt|flashbacks?|what if|hope (?:he|she|they|it) (?:doesnt|dont|never)|"
    r"sooner or later|will end up|heading for|it is only a matter|going to end up|is going to end up|"
    r"could have|would have|nearly|almost"
)


def is_harmless(sentence: str, whole: str, risk: Risk, pattern: Pattern) -> bool:
    """Whether the sentence, or the frame of the whole message, takes the danger out of a sign.

    Words of here and now win over a past or told frame: "it happened last year and it is happening again".
    """
    if pattern.bare:
        return False
    if _is_told_of(whole):
        return True
    if risk is Risk.CHILD:
        return False
    if says(_GENERAL, sentence) and not says(r"i am|my own|" + _HERE_AND_NOW, sentence):
        return True
    if says(_PAST, sentence) and not says(_NOW, sentence):
        return True
    return risk is not Risk.SUICIDE and says(_FEARED, sentence) and not says(_HERE_AND_NOW, sentence)


def _is_told_of(whole: str) -> bool:
    """Made up, or in the news: anywhere in the message, unless the person speaks of here and now."""
    return says(f"{_MADE_UP}|{_TOLD}", whole) and not says(_HERE_AND_NOW, whole)
