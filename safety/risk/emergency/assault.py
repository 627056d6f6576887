"""Signs of an attack going on."""

from safety.risk.pattern import sign


PATTERNS = (
    sign(
        "being-attacked",
        "he's strangling my sister",
        "(?:is|are|s|keeps|started|wont stop|am|being|getting|im|they|he|she|them|him)(?: just| now|"
        " all| going| both| really| being| getting| to| me){0,6} (?:beating|hitting|kicking|punching|"
        "strangling|choking|throttling|stabbing|attacking|battering|leathering|jumping|slapping|"
        "dragging|smashing|raping|robbing|torturing|hurting|stamping|stomping|biting|burning|drowning|"
        "assaulting|mugging|beaten|attacked|robbed|strangled|kicked|jumped|battered|punched|raped|"
        "pushing)<few> ?(?:me|him|her|them|us|my|mum|dad|on|up|in|someone|a|the|our|head|by|to|now|"
        "right now|<kin>|wife|this|his|brother|sister|mate|down)(?=$| (?!every|always|when|if|last|"
        "since|whenever|most|for (?:months|years|money)))|hands? (?:round|around|on|over|at|"
        "is round)<few> (?:my|her|his|me) (?:neck|throat|mouth|face)|(?:round|around|by) (?:the|my|"
        "her) (?:throat|neck)|pinned<few> (?:down|to|against)|(?:kicking|stamping) (?:his|her|"
        r"my) head|headbutt\w*|getting (?:jumped|battered|filled in|done in|beaten up|beat up|"
        "kicked in|hit)|beating the|on top of (?:me|her|him)|wont get off (?:me|her|him)|"
        "being (?:attacked|beaten|robbed|mugged|raped|strangled|chased|assaulted|followed|held)",
        unless=r"work (?:is|keeps)|in the back(?: again)?$|<habit>|has been (?:hitting|hurting|beating)|"
        r"hits me|hurting (?:my|his|her|the) (?:business|"
        "feelings|head)|was being|were (?:beating|attacking)|got beaten|have been beaten|"
        "been (?:beaten|attacked|robbed|battered|mugged) (?:up )?(?:by|for|last|on|twice|and now|"
        r"before|because)|(?:he|she|they) (?:\w+ )?(?:robbed|mugged)|(?:being|been|getting) (?:robbed|"
        "mugged) (?:of|by|is)|killing|on top of (?:me|him|her) (?:for|about)|beating (?:myself|"
        "themselves) up|back hurting|kicking off about|hitting (?:rock|the|a) (?:bottom|bottle|wall)|"
        "battering my|pushing (?:drugs|me to|him to|her to|my son|on)|smashing it|(?:when|if|"
        "because) (?:he|she|they) (?:is |are )?(?:beating|hitting)|since|sell|robbing "
        "(?:shops|people|us blind)|burning (?:rubbish|bins|weed|the)|on top of (?:that|everything|it)"
        r"|robbed of|told me|said (?:he|they)|being followed (?:by social|on)|stalk\w*|"
        "fed up of (?:being|getting)|biting (?:my|his|her) (?:nails|tongue)|hurting me (?:to (?:see|"
        "watch|think))|is hurting (?:so|and|because)|getting hit (?:with|by) (?:bills?|fees|interest)",
    ),
    sign(
        "attack-under-way",
        "my uncle is smothering her with a pillow",
        r"\b(?:<attacker>)(?: (?:is|are|keeps?|has been|just|now|all|both|still|started|starts|trying|on|"
        r"currently|my|me|got|to)){0,6} <attacking>(?: [^ |]{1,10}){0,2} ?(?:<victim>)\b",
        unless=r"<usual>|heart|hurting (?:my|his|her) (?:feelings|chances|business|credit)|burning "
        r"(?:through|money|rubbish|weed)|drowning (?:in|my)|beating (?:the system|me at|him at)|"
        r"biting (?:my|his) (?:nails|tongue)|hitting (?:me|him|her) (?:up|for (?:money|cash))|"
        r"hurting (?:me|her|him) (?:to|so|inside|emotionally)|has been",
    ),
    sign(
        "throat",
        "he's strangling me",
        r"(?:strangl\w+|chok\w+|throttl\w+) (?:me|her|him|mum|my \w+)|hands? (?:is |are )?(?:round|"
        r"around|on|at|over) (?:my|her|his|mums) (?:throat|neck|mouth|face)|(?:by|round) (?:the|my|her|"
        r"his) (?:throat|neck|hair)\b|suffocat\w+ (?:me|her|him)",
        unless=r"(?:could|would|want to|going to) (?:strangle|throttle|choke)|last (?:week|night|month|"
        r"year|time|summer)|ago|yesterday|used to|when i was|years|"
        r"threaten\w*|nearly|scarf|necklace|in (?:january|february|march|april|june|july|august|"
        r"september|october|november|december)|left him|counsell\w*|court|compensation|the stress|"
        r"debt is|bills|was (?:strangled|choked)|strangled (?:me|her|him) (?:on|in|at)|report\w*|"
        r"choked (?:me|him|her) up",
    ),
    sign(
        "hurt-badly",
        "he threw me down the stairs and I can't move my leg",
        "(?:arm|leg|jaw|nose|ribs?|wrist) (?:is |are )?(?:broken|snapped|bust)|"
        r"(?:threw|thrown|pushed|kicked|hit|punched|beat|beaten|attacked|stamped|stabb?\w*|slashed|"
        "jumped|run over|ran (?:him|her|me|over|them)|bottled|glassed|cut|shot|whacked|smashed|"
        "cracked|battered|knocked)(?: [^ |]{1,14}){0,8}",
        "cant (?:move|walk|see|feel|stand|get up|stop)|(?:arm|leg|nose|jaw|ribs?|wrist|hand|skull|"
        "finger) (?:is |are |s |looks )?(?:broken|bust|smashed|snapped|hanging)|broken (?:arm|leg|"
        "nose|jaw|ribs?)|pouring|bleeding|blood|unconscious|knocked out|out cold|not moving|"
        "isnt moving|wont wake|lying in|laying in|its bad|it is bad|really bad|is bad|on the "
        "(?:floor|ground|road|pavement)|in the (?:road|street)|passed out|still here|"
        "still in the (?:house|flat)|again (?:right )?now|need (?:a )?(?:stitches|hospital|ambulance)"
        "|(?:when|if) he wake",
        unless=r"last (?:week|month|year|summer)|years? ago|months? ago|weeks? ago|yesterday|counsell\w*|"
        r"compensation|court|sentenc\w*|died|killed|recover\w*|was (?:beaten|attacked|stabbed) (?:in|"
        "on|last)|claim|healed|cut down|cut off|overdose|needle|(?:cant|stop) (?:cutting|drinking|"
        "using)|cut(?:ting)? (?:my|his|her|their|myself)|years|when i was|hit by a car in|drug|found|"
        "shot up|a shot|in (?:january|february|march|april|may|june|july|august|september|october|"
        "november|december)",
    ),
    sign(
        "just-happened",
        "there's been a stabbing, he's on the floor outside our block",
        "(?:has |is )?(?:just )?been a (?:stabbing|shooting|fight|attack|crash|machete attack)|"
        "(?:just|has just|have just|someone has|someone is|somebody is|he is|she is|they have|lad is|"
        "boy is|have|it is|cousin|brother|mate|friend|they|mum|son|dad)<few> ?"
        "(?:stabbed|stabd|stabed|shot|slashed|bottled|run over|knifed)",
        "floor|ground|road|street|outside|help|blood|bleeding|lying|now|bad|quick|ambulance|down|"
        "dying|not moving|just|cousin|hurry",
        unless="last|ago|yesterday|shot (?:up|of|a)|died|killed|court|inquest|funeral|worried|scared|one"
        r" day|in (?:birmingham|london|wolverhampton|the (?:paper|news))|threaten\w*|said (?:he|they)|"
        r"will|going to|would|screenshot|video|film\w*",
    ),
    sign(
        "dragged-or-hurt-and-coming",
        "my boyfriend has just dragged me by my hair and he's coming back up",
        r"(?:just|has just|have just|now)(?: \w+)? (?:dragged|hit|punched|kicked|strangled|choked|"
        "pushed|slapped|threw|thrown|grabbed|attacked|bitten|burned|burnt|beat|beaten|smashed|cut|"
        "whacked|headbutted|raped|bottled)|dragged (?:me|her|him|us)",
        "coming|still|back|by (?:my|the|her|his) (?:hair|throat|neck|arm)|here|again|now|blood|hide|"
        "hiding|help|scared|door|downstairs|upstairs|phone",
        unless="last (?:week|night|month|year)|ago|yesterday|used to|every|in (?:january|february|march|"
        "april|june|july|august|september|october|november|december)|back in (?:my|the) (?:day|past)|"
        "threw away|dragged (?:me|him|her) (?:into (?:drugs|debt|it|this)|down|to court)",
    ),
    sign(
        "will-kill",
        "he says he's going to kill me",
        "(?:he|they|she|dealers?|ex|gang|boyfriend|husband|partner|someone|people|dad|stepdad|them|"
        "him|men|lads|brother)(?: is| are| has| have| said| say| says| saying| will| just| going| to|"
        " that| wants| want| trying| tried| gonna| am| they| he| she| actually| really| literally|"
        " genuinely| keeps| threatening| ll){0,6} (?:kill|killing|murder|stab|shoot|burn|drown|strangle|"
        "cut|slit|end) (?:me|us|him|her|my|them|the (?:kids|baby)|our|mum)",
        unless="(?:mum|mam|mother|dad|parents|teacher|boss|wife|husband|nan|misses|she|missus)(?: is| will|"
        " would| are|s)?(?: going| gonna| to| absolutely| literally| actually){0,6} (?:kill|murder) "
        "(?:me|us)(?: if| when| for| because|$| over| about| she| he)|(?:kill|"
        "murder) me (?:if i (?:tell|told|talk|dont|grass|say|leave|speak)|one day)|last "
        "(?:week|month|year)|years? ago|killing (?:me|us)$|killing me$|this is|stress|cut (?:me|him|"
        "her|us) (?:off|out|up|in|some|loose)|burn(?:s)? (?:me|him) out|shoot (?:me|him) (?:a|an)|"
        "kill (?:him|her)self|(?:he|she|they) killed|end (?:him|her)self|the (?:drugs|gear|drink|"
        "heroin|crack|stuff)|it (?:will|is)|addiction|he will kill me if i|threatened to|nightmares?|"
        "dreams?|before (?:the drugs|he|she)|cut (?:me|my) (?:money|benefits|hair|hours)|"
        "end my (?:tenancy|contract)",
    ),
    sign(
        "screams-next-door",
        "I can hear someone screaming for help next door",
        "(?:hear|hearing|heard|there is|theres|someone|somebody|she|he|woman|girl|kid|child|lad|"
        r"neighbour|man|they)(?: is| are| a| an| the| just| i| can| some){0,6} (?:screaming|scream|"
        "screams|yelling for help|shouting for help|begging|shouting help|shots|gunshots|gunfire|"
        r"gun shots|bang and scream\w*|crying for help|gun)(?:$| (?:for|in|at|next|outside|from|down|"
        "and|upstairs|it|he|help|please|me|right|to))",
        r"scream\w*|help|begging|shots|gunshots|gunfire",
        unless="<habit>|last (?:night|week|month)|other night|screaming at (?:the kids|each other all|"
        "me to (?:tidy|pay))|shots (?:of|at the bar)|screaming match|jab|flu shots|"
        r"kids screaming in the|play\w*|money shots|begging (?:me )?for (?:money|it|change|cash)|"
        r"begging (?:in|on|outside)|vaccin\w*|help with|screenshots|from my (?:landlord|mum)|"
        "mum (?:is )?screaming",
    ),
    sign(
        "violent-scene",
        "he's smashing the house up and the kids are here",
        "(?:he|she|they|dad|stepdad|boyfriend|ex|husband|partner|son|brother|mums (?:boyfriend|fella|"
        "partner)|lads|men)(?: is| are| s| has| have| just| all| now| going|"
        r" gone){0,6}(?: \w+)? (?:smashing|trashing|wrecking|ripping|destroying|throwing|kicking off|"
        "going mad|going mental|gone mad|lost it|going crazy|going nuts|going berserk|raging|"
        "set(?:ting)? fire|torching|setting light|pouring|screaming)<gap> ?(?:house|flat|everything|"
        "up|place|things|stuff|furniture|at me|at us|kitchen|with|kids|right now|now|to|car|down|"
        "petrol|in here|her|mum)?",
        "right now|now|kids|baby|scared|frightened|help|hiding|upstairs|locked|kitchen|everything|me|"
        "us|petrol|fire|knife|mum|house|flat|hurt|wont stop",
        unless="<habit>|last (?:night|week|month)|kids next door|in the park|smashing (?:bottles|glass)|if"
        " i|when i|throwing (?:out|away|parties|up|money)|kids on bikes|rubbish|bins?|"
        "because i (?:told|wont)|has lost it all|lost it all|lost it (?:when|on|in)|dealing|in"
        " school|to school|music|bottles|throwing (?:needles|things into|stuff into|eggs)|whenever|"
        "going mad at (?:me )?(?:for|because|about)",
    ),
    sign(
        "rape-now",
        "he's raping her in the next room",
        "(?:is|are|being|he is|they are|getting|wont stop|trying to|about to|going to|"
        r"will)(?: \w+)? (?:rape|raping|raped|sexually assault\w*|force himself|forcing himself|"
        r"touching me|molest\w*|making me (?:do|have|suck|strip)|forcing (?:me|her|him) to (?:have|do|"
        "strip|suck))",
        unless="<habit>|(?:been|was|got|were|have) (?:being )?raped|last (?:night|week|month|year)|"
        r"years? ago|threaten\w*|when i was|said he would|i am (?:only )?1\d|for (?:drugs|money|weed|"
        r"debt)|to pay|report\w*|counsell\w*|\b1[0-7]\b|since|boyfriends? (?:keeps|makes)",
    ),
)
