"""The words that outright statements are made of, and what shows that they mean something else."""

# Who speaks: "i", or nobody named ("wanna die", "and want to die").
SPEAKER = (
    "(?:^|(?:i|and|but|so|cos|because|now|just|please|honestly|me|anymore|again|really|fuck|shit|lads|am|"
    "sorry|yes|yeah|ok|then|i would|i have|i am|i have been|i keep|like) )"
)
TRULY = (
    "(?:(?:just|really|honestly|truly|only|so|now|still|do|actually|genuinely|simply|seriously|literally|"
    "fucking|fuckin|bloody|proper|well|also|even|sometimes|always|often|constantly|kind of|very|badly|"
    "desperately|definitely|properly) ){0,3}"
)
WISH = (
    "(?:want|wish|need|have wanted|would like|would love|would (?:much )?(?:rather|prefer|sooner)|prefer|"
    "long|longing|ready|prepared|decided|plan|planning|intend|intending|hoping|praying|pray|begging|"
    "desperate|determined|wanting|feel like|gagging)(?: to)? "
)
AIM = (
    "(?:going to|about to|will|might|may|may as well|might as well|trying to|threatening to|threatens to|"
    "on about|off to|home to|got to|have to|thinking (?:of|about)|thoughts (?:of|about)|think (?:of|about|"
    "to)|thinks (?:of|about)|plan on|planning on|plan to|is to|dreaming of|how to|considering|urges? to|"
    "tempted to|(?:and|or|then|only) ) "
)
# "End my life of crime" and "take my life back" are hopes.
_BETTER_LIFE = (
    r"(?! (?:of|on (?:drugs|the)|in (?:gangs?|a|this|my own)|into|back|forward|forwards|seriously|around|"
    r"with (?:drugs|these|them|him|her|that)|as|up|apart|savings|story|sentence|style|so far|for granted)\b)"
)
# What may follow "die": not dye, and nothing that one only dies of in a manner of speaking.
_NOT_OF = (
    r"(?! (?:of (?:shame|embarrass\w*|boredom|laugh\w*|cringe|heat|cold|curiosity|jealousy|old age|hunger|"
    r"thirst|happiness)|for (?:a|an|some|that|this|the|it|him|them)|laughing|from laugh\w*|down|out|"
    r"my (?:\w+ )?(?:hair|roots|ends|fringe|beard|eyebrows|lashes)|it|her hair|his hair|pink|red|purple|"
    r"blonde|blue|green|black|this (?:heat|song|lesson|queue|hangover)|inside(?: when|$)|(?:a )?(?:little|"
    r"bit)|old|in (?:my|his|her) (?:own )?(?:bed|nineties)|at home|with dignity|naturally|before (?:i |he |"
    r"she )?(?:see|sees|grass\w*|snitch\w*)|than)\b)"
)
_DEAD_MEANT = (
    r"(?:be|been) dead(?! (?:sure|certain|quiet|clear|nice|honest|good|careful|serious|easy|on|set|keen|"
    r"straight|strict|fast|happy|proud|helpful|busy|sorry|against|to me|by the time|rich|famous)\b)"
)
DIE = (
    rf"(?:die{_NOT_OF}|dye$|(?:was |were )dead|{_DEAD_MEANT}|was never born|not be alive|drop dead|"
    r"cease to exist|not exist|stop existing)"
)
# Harm by carelessness, or a way of speaking of tiredness, told as if it were meant.
_CARELESS = (
    r"(?!(?: [^ |]+){0,3} (?:(?:on|with|riding|driving) (?:that|this|his|her|their|"
    r"the)(?: [^ ]+){0,2} (?:bike|scooter|motorbike|quad|moped|car|board|stuff|gear|drugs?|drink|fags)|"
    r"driving|racing|laughing|at this rate|one (?:of these )?days?|the way (?:he|she|they|i)|if (?:he|she|"
    r"they|i) (?:carr\w+|keeps?|goes|go) on|working|with (?:work|worry|stress|that stuff)|trying to (?:pay|"
    r"keep|help|look|get)|in the gym|lifting|for (?:lending|buying|telling|letting|saying|trusting|leaving|"
    r"falling))\b)"
)


# Ways of speaking and games, each beside its own words: the rest of a sentence takes nothing back.
_MANNER = (
    r"(?! (?:in the (?:foot|leg by)|out(?: to dry)?(?: there| by)|a (?:coffee|tea|brew|cuppa)|"
    r"with (?:a rocket|my own grenades)|in (?:that game|fortnite|gta)|before i would|at the gym|"
    r"than (?:miss|eat|watch|listen to|sit through|go to (?:another|a) (?:meeting|lesson)))\b)"
)


def _by_hand_of(self: str, own: str) -> str:
    """Every way to say that somebody ends their own life; what it does not mean is taken out."""
    return (
        f"(?:(?:kill|killing|hang|hanging|(?:drown|drowning)(?! {self} in (?:work|coffee|gin|debt|"
        f"paperwork|drink))|shoot|shooting|(?:gas|gassing|top|topping)(?! {self} up)|neck|end|ending|"
        f"suffocate|set fire to(?! {self} with a spliff)|electrocute|(?:poison|"
        f"poisoning)(?! {self} with (?:spice|drink|booze|fags))|stab|strangle|"
        f"dead) {self}{_MANNER}{_CARELESS}|(?:finish|finishing|off|offing) {self}(?: off|$| tonight| now)|"
        f"(?:do|doing) away with {self}|(?:do|doing) {self} in|(?:string|stringing) {self} up|(?:throw|"
        f"throwing|chuck|chucking) {self} (?:off|under(?! the bus)|in front|into(?! (?:my|this|"
        f"the) (?:recovery|work|job|studies)))|(?:end|ending|take|taking) {own}(?: own)? (?:life|"
        f"lives){_BETTER_LIFE}|(?:slit|slitting|cut|cutting) {own}(?: own)? (?:throat(?! (?:by|talking|"
        f"speaking)\\b)|wrists?(?! (?:on (?:the|a|some|broken) (?:glass|fence|tin|can|wire)|at work by|"
        f"by accident|playing|cooking)))|blow {own}(?: own)? (?:brains|head))"
    )


BY_MYSELF = _by_hand_of("(?:myself|mysen)", "(?:my|me)")
BY_THEMSELVES = _by_hand_of(
    "(?:himself|herself|themselves|themself|hisself)", "(?:his|her|their|there|thier)"
)
BY_WHOM = (
    r"(?:(?:commit|committing|commiting|comit|make|making) suicide|suicide(?! (?:prevention|awareness|"
    r"notes?|squad|rates?|hotline|line|watch|training|bereave|support|statistics|stats|among|as a sin|"
    r"in (?:the|a|our) (?:lecture|seminar|lesson|class))\b)|(?:end|ending|finish) it all(?! (?:by|"
    r"and (?:get|start|tell|leave|move)|with|between|for good by|today (?:tell|by))\b)|take an "
    "overdose|taking an overdose|(?:jump|jumping|walk|walking|step|stepping) (?:in front of|under) (?:a|"
    "the) (?:train|lorry|bus|truck|car)(?! park)|(?:go|going) under a (?:train|lorry|bus)|unalive <self>|"
    "(?:drink|drinking) bleach)"
)

# Said in fun, as a way of speaking, of a made-up person or as somebody else's words.
NOT_MEANT = (
    r"(?:die|dead|myself|himself|herself|life|it all)(?: [^ ]+){0,8} (?:lol|lmao|haha\w*|hehe|cringe\w*|"
    r"hungover|maths|homework)|(?:my|his|her|the|a|main|lead) (?:character|avatar|sim|part)|(?:song|"
    r"lyrics?|film|movie|poem|play|episode|drama|meme|series|netflix|soap|game)(?: [^ ]+){0,4} (?:goes|"
    r"says|called|sings|about|where|wants|kills|tries|is going)|(?:in|of) (?:the|a|that|every|his|"
    r"her) (?:film|movie|novel|play|musical|episode|soap)|rumou?r|bungee|sponsor\w*|(?:line|words) in (?:a|"
    r"the|that) song|not (?:saying|that) (?:that )?(?:i|he|she|they)|(?:thinks|thought|assumes?|asks?|"
    r"asked|asking|rumou?rs?|tells people|accus\w+)(?: me| him| her)?(?: if| whether| that| is| was)? (?:i|"
    r"he|she|they)<few> (?:want|wants|tried|going|plan\w*|feel\w*|felt|was|were|am|is)|"
    r"used to (?:\w+ )?(?:want|wish|say|think|feel)|if i have to (?:watch|hear|listen|do|sit|wait|fill)|"
    r"isnt true|not true|never said|in the game i|in gta|on fortnite|autocorrect|(?:wanted to end my life|"
    r"about suicide) and (?:i|he|she) said no$|made up that|think (?:that )?i want|(?:not|never|isnt|arent|"
    r"wasnt|wont) (?:even |really )?(?:going to (?!lie)|trying|planning|thinking|about)"
)
# Long over.
LONG_AGO = (
    r"when (?:i|he|she|they) (?:was|were) (?:\d+|an?|only|about|young\w*|little|at|in|\w+teen|\w+ty|still|"
    r"eleven|twelve|ten|nine|eight)|(?:years?|months?) (?:ago|back)|at (?:\w+teen|twenty|thirty)|in (?:19|"
    r"20)\d\d|last (?:year|spring|summer|autumn|winter)|back then|used to|since then|well again|"
    r"years since|lockdown|(?:old|former) life|(?:^at|aged?|at age) \d\d (?:i|he|she)\b"
)
