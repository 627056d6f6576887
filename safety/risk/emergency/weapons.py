"""Signs of a weapon or a fresh wound."""

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
        unless=r"stabbed in the back|shot a (?:video|film|clip)|(?:photo|video) ?shoot|stabbed in the "
        r"back by|last (?:week|"
        r"month|year|night|summer|tuesday|monday|friday|weekend)|"
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
        unless="bloody (?:council|police|neighbours?|noise|dealers?|kids|hell|idiot)|blood (?:test|"
        "pressure|"
        "family|brother|relative)|period|last (?:week|night|month)|in my blood|bleed(?:ing)? "
        "(?:me|us|him|her) dry|bleeding heart|bad blood|flesh and blood|blood on the (?:stairs|"
        "landing|stairwell|walls?) again",
    ),
    sign(
        "fresh-wound",
        "just had acid thrown at me",
        r"(?:just|now|been|got|am|is|^)(?: \w+){0,2} (?:acid (?:chucked|thrown|poured|squirted|sprayed)|"
        r"shot (?:in|at|through)|stabbed (?:in|through|up)|slashed (?:in|across|on)|bottled|maced|pepper "
        r"sprayed|sprayed in|acid in)|^(?:shot|stabbed|slashed) in (?:the|my|his|her)|shots? fired|"
        r"someone is down|someones down|man down|(?:knife|gun|machete|blood|bleeding) ?\|",
        unless=r"stabbed in the back|last (?:week|night|month|year)|ago|yesterday|one in|heard|news|"
        r"paper|worried|scared|"
        r"<habit>|film|book|shot in (?:the arm|our|redditch|telford)|(?:on our|in our|round here) "
        r"(?:road|street|estate) before|video|photo|drug deaths",
    ),
    sign(
        "blade-on-me",
        "they have a blade on me and are walking me to the cash machine",
        r"(?:blade|knife|gun|machete|weapon|shank)(?: \w+)? (?:on|to|at|against|in|into|pointed at) "
        r"(?:me|us|him|her|my|his|the back)|(?:walk\w*|march\w*|taking|forc\w*|making) (?:me|us|him|her) "
        r"(?:to|at) (?:a |the )?(?:cash ?(?:machine|point)|atm|bank)",
        r"they|he|she|someone|being|man|lad|lads|i am|one|now|with",
        unless=r"<usual>|had a (?:knife|gun|blade)|pulled|put a|held (?:a|up)|was (?:robbed|mugged)|were|"
        r"on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|robbed|mugged",
    ),
    sign(
        "shot-or-bleeding-out",
        "I have been shoot, please",
        r"(?:have|has|been|got|was just|just) (?:been )?shoot\b|unconscious and bleeding|bleeding and "
        r"unconscious|bleeding out|after a fight<gap> (?:blood|bleeding|unconscious)|(?:blood|bleeding|"
        r"unconscious)<gap> after a fight|stabbed and|(?:lying|laid|on the floor)<gap> (?:blood|bleeding)",
        unless=r"last (?:week|month|year|night)|ago|yesterday|film|book|news|trouble ?shoot|photo|video|"
        r"died|court",
    ),
    sign(
        "holding-both",
        "he's holding my baby and a knife",
        r"(?:he|she|they|ex|dad|husband|boyfriend|partner|man)<few> (?:holding|has|have|got|"
        r"grabbed)<gap> (?:knife|gun|machete|blade|hammer|axe|weapon)",
        unless=r"<usual>|<habit>|carr(?:y|ies|ying)|found|hid|bedroom|room|bag|drawer|bed|block|"
        r"hold(?:ing)? (?:it|the|a) for|used to|always|my (?:son|daughter|lad|boy|kid)|nephew|"
        r"grandson|made|make|school",
    ),
    sign(
        "car-as-weapon",
        "he hit me with the car and he's turning round",
        r"(?:hit|ran|run|running|drove|driving|driven|ramm\w+|mow\w*|aimed|reversed)<few> (?:me|us|him|"
        r"her|at me|at us|into me|over|down)<few> (?:with|in) (?:the|a|his|their|her) (?:car|van|bike|"
        r"moped|motorbike|truck)",
        r"turning|coming|back|now|again|still|can see|help|running|hiding|bleeding|cant move|leg",
        unless=r"<usual>|insurance|claim|in (?:19|20)\d\d",
    ),
)
