"""Signs of a weapon, a wound or an attack going on."""

from safety.risk.pattern import sign


PATTERNS = (
    sign(
        "weapon-here",
        "he's got a knife",
        "(?:(?:he|she|they|one|one of"
        " them|someone|man|lad|bloke|guy|who|ex|boyfriend|husband|partner|son|brother|dealer|dad|"
        "stepdad|both|there is a (?:man|lad|bloke|guy|boy|woman)|lads|men|kid)(?: is| are| has| have|"
        " s| all| just| now| both){0,6}|got|with|armed) (?:got |pulled |pulling |waving |holding |"
        "pointing |pointed |swinging |carrying |with |brandishing |come |came |grabbed |picked up |"
        "threatening |out |me |us |him |her |at |swung |has ){0,6}(?:with )?(?:a |an |the |his |her |"
        r"some |my |this |kitchen |big |massive |huge |\w+ )?<weapon>|<weapon> (?:to|at|against|on|in|"
        "out|pointed) (?:my|his|her|me|us|him|the) (?:throat|neck|head|face|back|stomach|side|mum|"
        r"door|hand|\w+)|(?:pouring|poured|throwing|thrown|threw|splash\w*) (?:petrol|acid)|"
        "petrol (?:through|on|over|round)",
        unless="<habit>|my son (?:carries|has been|has started)|carries|carry|carrying (?:a|it|one)|found|"
        "finding|(?:bedroom|room|bag|drawer|mattress|school bag|wardrobe|pocket)|hold (?:it|a|"
        "the) (?:for|knife for)|hide|kitchen knife set|said (?:he|they) (?:has|have|had|got)|saw "
        "(?:a|one)|he works|next to (?:the|my) bed|sleep with|(?:gun|knife) to my head i|i would"
        " pick|snap|tiktok|photos?|pictures?|video|instagram|posts?|a bottle of|bottle(?: and|"
        " to drink)|drink|off the bottle|bat(?:man|tery)|at school last|(?:me|him|"
        "her) (?:to )?(?:hold|hide|keep|look after)|was (?:mugged|robbed)|had a|threatened (?:me|him|"
        "her|us) with|pulled a (?:knife|gun|machete|blade) on (?:me|him|her) "
        "(?:on|in|at|last|because|over)|gun(?:s)? (?:in|on) (?:the|his)|in the house somewhere|"
        "bags? it|(?:the|a) bottle with|mash(?:ed)?|test|rain|drug dealer|people with",
    ),
    sign(
        "weapon-now",
        "he pulled a machete on us and he's still here",
        "<weapon>",
        "right now|still here|at the door|outside|help|happening|coming (?:at|for|towards)|chasing|"
        "threatening (?:me|us|her|him|to)|going to (?:stab|shoot|kill|cut)|says? he (?:will|is going)"
        "|in (?:his|her|their) hand|tonight",
        "he|she|they|someone|man|lad|lads|bloke|them|him|her",
        unless="<habit>|my (?:son|daughter|lad|boy) (?:is )?carr|carry|carries|found|bottle|under "
        "(?:his|her|the)|bedroom|hide|hold (?:it|the|a)|last (?:week|month|year)|threatened to|snap|"
        "tiktok|video|acid reflux|(?:help|advice) (?:with|for|about|because)|petrol (?:station|money|"
        "price)|bat(?:man)?$|pole|they want me|they (?:make|made)",
    ),
    sign(
        "weapon-and-person",
        "machete man in our street",
        "machete|knife|gun|shotgun|pistol|axe|sword|crossbow|samurai|hatchet|meat cleaver|cleaver|"
        "blade|hammer",
        r"load\w*|aim\w*|point\w*|wav(?:e|ing)|swing\w*|in (?:his|her|their) hands?|in (?:our|my|"
        "the) (?:street|road|house|flat|garden|hall|hallway|stairwell|block|car park|lift|corridor|"
        "kitchen|shop|pub)|at (?:my|the|our) (?:door|window|gate)|outside|coming|downstairs|upstairs|"
        "help|running at|screaming|here|chasing|looking for|to (?:my|his|her) (?:throat|neck|head|"
        "face|back)|kicking|nobody leaves|one leaves",
        "man|he|she|they|someone|lads?|boys?|kid|bloke|guy|ex|husband|boyfriend|somebody|people|"
        "dealer|son|brother|gang|two of them",
        unless="<habit>|last (?:week|night|month|year)|yesterday|ago|threatened|found|carr(?:y|ies|ying)|"
        "hide|hiding|bin|amnesty|crime|film|game|bedroom|drawer|helps?|stats|snap|video|photo|tiktok|"
        "picture|school (?:last|bag)|would|might|worried|heard (?:about|there)"
        "|january|february|march|april|may i|june|july|held up at|they make|hold (?:it|his|a|their)|"
        "blade runner|pub quiz|nail|hammer and tongs|under the hammer|come home|coming home|robbed|"
        "mugged|gun to my head i|coming to court|no knife",
    ),
    sign(
        "guns-here",
        "they've got guns",
        r"(?:they|he|she|men|lads|gang|dealer|one of them|people)(?: \w+){0,2} "
        "(?:got|has|have|holding|with|carrying) (?:guns?|knives|knife|machetes?|bats|weapons|axes|"
        "hammers|shotguns?)(?=$| and| in| out| they| he| please| help| now| outside| at| here)",
        unless="always|every|my (?:son|daughter|lad)|found|carries|brags?|used to|if|school"
        " bag|bedroom|said|told|heard|photo|snap|video|threatened|last|ago|worried|hide|"
        "hold(?:ing)? (?:it|them|a) for|on him|works",
    ),
    sign(
        "fight-now",
        "my brother has gone out with a machete to get them",
        "(?:gone|going|went|goes|run|ran|driving|left|walked|about to go|heading) (?:out|round|off|"
        "after|over|back|to|there|looking|down|for|the)<gap>",
        "<weapon>",
        "get (?:them|him|her)|after (?:them|him|her)|kill|find (?:them|him)|sort|hurt|revenge|"
        "looking for|stab|shoot|now|tonight",
        unless="last|ago|police|school bag|drug|bottle|acid|strap$|petrol (?:station|for)",
    ),
    sign(
        "wounded",
        "I've been stabbed",
        "(?:been|got|getting|just|has|have|is|was|am|are|him|her|me|he|she|they|someone|lad|mate|"
        "brother|son|man|boy|friend|think i am|being)(?: been| got| just| a| have| has){0,6} (?:stabbed|"
        "shot|slashed|knifed|shanked|glassed|poked|wetted|dipped|chinged|cheffed|splashed|run over|"
        "stab(?:bed)? up|acid thrown)|stab wounds?|gunshot|bullet|acid (?:in|on|over) (?:my|his|"
        "her) (?:face|eyes|skin)|(?:just )?(?:stabbed|shot|slashed|knifed) (?:me|him|her|my|us|"
        "someone|a (?:lad|man|boy)|our)",
        unless="stabbed in the back by|last (?:week|month|year|night|summer|tuesday|monday|friday|weekend)|"
        "years? ago|weeks? ago|months? ago|died|killed|funeral|(?:going to|gonna|will|might|could|"
        "would|gets?|if i|or) (?:get |be |have |been )?(?:stabbed|shot)|get(?:ting)? stabbed if|"
        r"scared of (?:getting|being)|said<gap> (?:stabbed|shot|get stabbed|stab)|threaten\w*|"
        "counselling|compensation|shot of|shot (?:off|out|past|down|through|up)|scar|healed|"
        r"hospital (?:for|since|last)|recover\w*|claim|court|trial|arrested for|charged|sentenc\w+|"
        "convicted|was stabbed (?:in|on|at|by|outside|when|while)|prison|remand|mugshot|moonshot|"
        r"big shot|nightmares?|memor\w+|screenshot|shot(?:s)? (?:at the|down)",
    ),
    sign(
        "bleeding",
        "there's blood everywhere",
        "(?:bleeding|bleed|blood|bloody)(?: (?:is|was|coming|pouring|really|so|from|loads|"
        "everywhere)){0,6}<few> (?:everywhere|a lot|loads|badly|heavily|to death|out|wont stop|all over|"
        "stop|pouring|pumping|pool|from|his|her|my|quickly|so much|bad|through|down|soaked|gushing)|"
        "(?:so much|loads of|lots of|covered in|losing|lost a lot of|pool of|full of|cant stop the|"
        "stop the|coughing(?: up)?|spitting) (?:blood|bleeding)|(?:head|face|leg|arm|neck|stomach|"
        "nose|back) (?:is |wont stop )?bleeding|is bleeding|am bleeding|(?:hand|finger|ear|"
        "leg) (?:is )?(?:hanging|cut) off|bone (?:sticking|coming|poking)|head (?:is )?(?:split|"
        "cracked|caved)|wont stop bleeding",
        unless="bloody (?:council|police|neighbours?|noise|dealers?|kids|hell|idiot)|blood (?:test|pressure|"
        "family|brother|relative)|period|last (?:week|night|month)|in my blood|bleed(?:ing)? "
        "(?:me|us|him|her) dry|bleeding heart|bad blood|flesh and blood|blood on the (?:stairs|"
        "landing|stairwell|walls?) again",
    ),
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
        unless="<habit>|has been (?:hitting|hurting|beating)|hits me|hurting (?:my|his|her|the) (?:business|"
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
