"""Signs of a wish to die in things done, asked or found, where no word names it."""

from safety.risk.pattern import sign


_PLACE = (
    "(?:bridge|train lines?|tracks|railway|platform|river|canal|weir|cliff|roof|viaduct|quarry|motorway|"
    "multi ?storey|car park|reservoir|ledge|balcony|level crossing|train|lorry|bus|truck|traffic)"
)


PATTERNS = (
    sign(
        "wrists",
        "I'll cut my wrists before I face that",
        "(?:slit|slitting|slash|slashing|cut|cutting|open|opening)(?: up)? (?:my|me|his own|her own) "
        "(?:own )?wrists?",
        unless=r"(?:they|he|she|dealers?|lads|gang|someone)(?: \w+){0,3} (?:slit|slash|cut|"
        r"slitting)|cooking|"
        "accident|(?:off|the) (?:my|me) wrists? (?:band|tag)|cut my wrists? (?:on|at)",
        certain=True,
    ),
    sign(
        "how-many-for-my-size",
        "how many paracetamol for someone my weight",
        "(?:how many|how much|(?:number|amount|dose) of)<few> ?(?:<pills>|pill|of them|of these)",
        r"\d+ ?(?:ft|foot|stone|st|kg|kilos?)|my (?:weight|height|size|build)|someone my",
        unless=r"doctor|gp|chemist|prescri\w*|headache|migraine|pain relief|toothache|dog|cat|"
        r"safe\w*|a day",
        certain=True,
    ),
    sign(
        "quicker-with-drink",
        "if I take these with vodka would it be over quicker",
        "if i (?:take|took|have|had|swallow|mix)<few> ?(?:them|these|<pills>|it all|the lot|all)",
        "quicker|faster|more certain|make sure|over quick|be quick",
        unless="headache|asleep quicker|bus|train|test|exam|pain (?:go|relief)|toothache",
        certain=True,
    ),
    sign(
        "stepping-off",
        "I thought about stepping off the roof today",
        r"(?:think|thinking|thought|thoughts|wonder\w*|imagin\w*|pictur\w*|tempted)<few> "
        "(?:stepping|jumping|step|jump|throwing myself|walking|walk|rolling|going|driving|"
        "drive)(?: out| over| "
        f"off| in| into| front| under| onto| of| the| that| a){{1,5}} ?{_PLACE}",
        unless=r"(?:he|she|they|lads?|kids?|boy|girl)(?: \w+){0,2} (?:jump|step|walk)|walk(?:ing)? (?:over|"
        r"to|in|into|the|off)|driv\w+ (?:a|the|over|to)|going (?:on|over|to|off|in|into) |bungee|diving|"
        r"swim\w*|holiday|charity",
        certain=True,
    ),
    sign(
        "place-on-my-mind",
        "I can't stop thinking about the weir",
        rf"(?:think|thinking|thoughts?|dream\w*) (?:about|of) (?:the|that) (?:\w+ )?{_PLACE}",
        "a lot|lately|all the time|every (?:day|night)|cant stop|keep|keeps|constantly|more and more",
        unless="noise|noisy|council|loud|house|rent|litter|sleeping rough|dealing|dealers|deal|"
        "crash|parking|buy|where (?:they|he|she|it)|beat|attack\\w*|stabb\\w*|robb\\w*|mugg\\w*",
    ),
    sign(
        "knotted-sheet",
        "he has torn his sheet into strips and knotted it",
        "(?:plait|knot|tear|torn|tore|rip|twist|braid|tie|tied|tying)(?:t?ed|ing|s|ped|"
        "ping)?<few> ?(?:bed ?)?"
        "(?:sheets?|bedsheets?|bedding)",
        unless="costume|ghost|washing|den|fort|curtain|escape|climb|ago|dog|cat|windows?|"
        "doors?|over (?:the|my)|see in|they|dealers?|lads|gang|piss\\w*|bins?",
    ),
    sign(
        "searched-how",
        "her search history is full of painless ways to go",
        "(?:search history|searches|history|browser|laptop|phone|tablet|computer|googl(?:e|ed|ing)|"
        "searched|"
        "searching|looked up|looking up)<gap>",
        "painless|ways? to (?:go|die|end (?:it|(?:his|her|their|my) life))|"
        "how to (?:die|hang|tie a noose|kill <self>)",
        unless=r"died|killed|coroner|inquest|funeral|took (?:his|her|their)|passed|years? ago|bereave\w*|"
        "painless (?:way|ways) to (?:pay|quit|stop|detox)|film|novel|essay",
        certain=True,
    ),
    sign(
        "to-be-with-the-dead",
        "I'd like to go and be with my late husband",
        "(?:like|want|wants|wish|wishes|ready|rather|time|going|off|hope|hoping|"
        "hopes) to (?:go and |go |go to |"
        "soon )?(?:be with|be beside|join|follow) (?:my|his|her|our)",
        "late|passed|heaven|dead|died|buried|tired|lived|i (?:have|ve) had enough|"
        "had a good (?:life|innings)|taken (?:my|everything)",
        unless=r"visit\w*|prison|hospital|hospice|holiday|work|tired of (?:the noise|moving|travel\w*)",
    ),
    sign(
        "goodbye-sent-and-gone",
        "she's sent us all goodbye and now her phone is off",
        "(?:messag\\w+|text|texted|texts|posted|post|sent|sends|wrote|put|left|rang|"
        "said)<gap> ?(?:love you all|"
        "goodbye|good bye|sorry mum|bye everyone|dont look for (?:me|him|her)|forgive (?:me|him|her)|"
        "look after (?:the|my|mum|dad|each)|thank you for everything)",
        "cant (?:find|reach|get hold)|not answering|wont answer|isnt answering|doesnt answer|"
        "phone(?: is)?<few> "
        "off|missing|nobody (?:knows|can)|no one (?:knows|can)|disappeared|gone out",
        unless="moving|moved|holiday|flight|airport|new job|emigrat|last (?:week|month|year)",
    ),
    sign(
        "mind-made-up",
        "there's nothing left for me, I've made up my mind",
        "(?:made (?:up )?my mind(?: up)?|made my decision|my mind is made up|have decided|i decided)",
        "(?:nothing|what is|whats|anything)(?: is)? left|taken everything|had enough of (?:life|"
        "living|it all)|"
        "no (?:point|reason|hope|future)|cant go on|(?:got|taken|have|took) my<gap> my<gap> my",
        unless=r"court|evidence|police|report\w*|(?:to|am) leav\w+|leav\w+ (?:him|her|them)|moving|move|"
        "statement|solicitor|the tenancy|clean|quit|college|job|stop (?:using|taking|drinking|smoking)|"
        "stay\\w* with|get (?:out|away|help)",
    ),
    sign(
        "worth-more",
        "my life insurance is worth more than me",
        "insurance|policy|payout|death in service|dead",
        "worth more (?:than (?:i am|me|i ever)|dead)|(?:am|is) worth more dead",
        unless=r"cars?|vans?|bike|house insurance|phone|nicked|(?:he|she|they) said",
    ),
)
