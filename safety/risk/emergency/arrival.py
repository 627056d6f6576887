"""Signs that danger has come to the door, or is behind someone."""

from safety.risk.pattern import sign


PATTERNS = (
    sign(
        "at-the-door",
        "he's outside my door",
        "<anyone>(?: (?:is|are|has|have|was|here|back|stood|sat|waiting|right|just|now|all|both|still|"
        "again|got|come|came|turned up|there|been|parked)){0,6} (?:outside|at|by|behind|through|"
        r"in) (?:of )?(?:my|our|the|his|her|me) (?:\w+ )?<door>|<anyone> (?:is|are)(?: right| stood|"
        " sat| waiting| just| still| all){0,6} outside(?: now| right now|$| and| i| with| the| my| in|"
        " waiting| wanting| shouting)|(?:back|here|outside)<few> again (?:now|tonight|"
        "and)<gap> (?:door|window)",
        unless=r"<habit>|brb|dealing outside|deal(?:s|ing)? (?:drugs|from|in|at|outside)|smok\w+|selling|"
        "taken over|take over|taking over|parking|parked up all|moved in|staying (?:at|in)|live(?:s|"
        "d)?|living|lets? them|use(?:s|d)? (?:my|his|her|the)|using (?:my|his|her|the)|left (?:a|"
        "something|it|needles)|delivery|postman|litter|wont leave|hang(?:s|ing)? (?:around|about|out)"
        "|when i|works|school|police are at|if he|if they|sleeps|sleeping|found",
    ),
    sign(
        "breaking-in",
        "they're kicking the door in",
        "(?:kick|kicking|kicked|bang|banging|smash|smashing|hammering|break|breaking|boot|booting|"
        "trying to (?:get|break|come|climb)|forcing|bashing|pounding|climbing|rattling|"
        "shouting through|coming through|getting|putting|climbed|broke)<few> (?:the |my |our |his |"
        "her |down |in |on |into |through |at |all ){0,6}(?:door|doors|window|windows|in|house|flat|"
        "letterbox|gate|fence)(?: in| down| through)?",
        unless="<habit>|(?:they|he|she|would|could|might|will) would break|(?:would|could|might) (?:break|"
        "get|kick)|last night|broke into|been broken|got broken|when i was out|while (?:i|we) (?:was|"
        "were)|was kicked in|came (?:home|back)|next door|smashed my window (?:on|in)|"
        "neighbours? door|police (?:kicked|smashed|broke|put|came|raided)|getting in "
        "(?:touch|contact|trouble|with)|breaking in a|had (?:my|our)|kicked (?:me )?out|"
        "in the (?:stairwell|alley|park|estate)|at (?:all hours|night)|putting<few> through (?:the|"
        "my) (?:letterbox|door) (?:every|for)|getting in (?:the|a|his|her) (?:house|way)",
    ),
    sign(
        "inside-now",
        "there's someone in my house right now and I'm hiding",
        "(?:in|inside|in side|downstairs|upstairs|on the stairs|in the (?:next|other) room|"
        "in the (?:house|flat|garden|loft|kitchen|hallway|shed))",
        "right now|this minute|this second|as (?:i|we) (?:type|speak|write)|just (?:got|come|came|"
        "broken|forced|barged|pushed)|i am (?:hiding|hid|locked|upstairs|in the (?:bathroom|bedroom|"
        "wardrobe|toilet))|hiding (?:in|under|behind|upstairs)|locked (?:myself|ourselves) in|"
        r"barricad\w*|broken in|burglars? (?:in|downstairs)|can hear (?:them|him|someone|footsteps|"
        "her)",
        "he|they|someone|somebody|men|lads|man|people|dealers?|burglars?|them|him|her|ex|she|footsteps",
        unless="hiding (?:drugs|it|stuff|things|money|phones?)|next door|living|in the (?:morning|news)|"
        "last (?:night|week)|dealing (?:in|from)|needles|every|just come (?:home|back|out)|"
        "just got (?:home|back|a letter)|broken in (?:last|twice|again while|while)|in the (?:area|"
        "town|past)|music",
    ),
    sign(
        "here-and-frightening",
        "the dealers have come back to the house and my kids are upstairs",
        "(?:they|he|she|men|lads|dealers?|gang|someone|somebody|ex|man|people|blokes?|guys?|boys|"
        "theyr|therre|there|car|van|group|person|intruder|husband|boyfriend|partner|stalker|one|"
        "them)(?: [^ |]{1,12}){0,6} (?:here|outside|(?:in|into|inside|at|to|by|round|behind|"
        "near) (?:my|the|our|me|mine|his|her) ?(?:house|flat|garden|home|room|kitchen|door|window|"
        "gate|shed|block|hall|hallway|back door|bathroom|bedroom|building|stairs|drive|front)?|"
        "coming (?:up|in|over|for|through|now|down|closer|towards)|pulled up|turned up|come"
        " back|back|got in|getting in|inside|downstairs|on the stairs|on the fire escape|trying my|"
        "looking for me|searching|waiting|getting out)",
        "help|please help|what do i do|so scared|scared|terrified|i am (?:hiding|hid)|hiding|hide|"
        r"<weapon>|bats|bricks|smash\w*|wreck\w*|searching|for me|getting out|shout\w*|i can hear|"
        r"right now|kids are|children are|way in|after me|loft|screaming|threaten\w*|forcing|"
        "trying to get|just (?:got|pulled|come|turned|broken|walked|burst)|"
        r"look out (?:of )?your window|trying my|climb\w*|through the (?:window|door)|lads pulled|"
        "theyr|therre",
        unless=r"took<few> back to|hammer back|<habit>|dealing|deals?|selling|smok\w+|taken over|take "
        r"over|taking over|takes|moved in|"
        r"moving in|living|live|stay\w*|use (?:my|the)|uses|using|last (?:night|week|month|year)|"
        "yesterday|the other|parking|delivery|letters?|council|social worker|landlord|police|"
        r"when (?:i|they|he)|if (?:he|they|i)|come and go|comes? and goes?|hang\w* "
        "(?:around|about|out|round)|bottle bank|go to the|scared (?:to|of)|left|prison|court|"
        r"waiting (?:list|for (?:a|the|an|my))|what do i do about|want\w* (?:me|my|him)|want\w* to|"
        "school|need help (?:with|to|for|getting)|help (?:with|to|for|getting|me (?:with|get|find|"
        "sort|to))|weeks? ago|days? ago|music|noise|get back (?:at|to)|back pain|going back|go back|"
        "bottle|they made|they make|store|boxes|how do i|would|might|could|over the (?:weekend|"
        "summer)|every|the person (?:living|above)|dont feel|worried|bat$|mash",
    ),
    sign(
        "hear-them",
        "I can hear them coming up the stairs",
        "(?:hear|hearing|heard)<few> (?:them|him|her|someone|somebody|footsteps|voices|people|men|"
        "movement|something|door|glass|lads)",
        "coming|stairs|downstairs|in (?:the|my) (?:house|hall|hallway|garden|kitchen|loft)|trying|"
        "breaking|broke|moving (?:about|around)|getting (?:closer|in)|back door|handle|whispering|"
        "looking for|outside my",
        unless=r"<habit>|deal\w*|music|next door|party|heard (?:about|of|that)|upstairs neighbours?|"
        "last (?:night|week)|voices in my head|through the (?:wall|ceiling)",
    ),
    sign(
        "chased",
        "I'm being followed home and they're right behind me",
        "(?:following|followed|chasing|chased|hunting|running after|tailing|behind|right behind|"
        "after) (?:me|us|him|her)(?: home| now| right now| in| down| through| and| on|$| with)|"
        "(?:i am|we are|he is|she is|am|being|getting) (?:being )?(?:followed|chased|hunted|"
        "tailed)(?: home| by| now|$| and| right| down)|running (?:from|away from) (?:them|him|a|the|"
        r"some|lads|men)|(?:i am|we are|im|he is|she is|am|currently|now)(?: \w+)? (?:hiding|hid|"
        "hidden|crouched)(?: in| from| under| behind| at| upstairs|$| with| out| and| because)|"
        r"hiding (?:in|under|behind) (?:the|a|my|some|bushes|toilets|bins?) ?(?:bath\w*|toilet\w*|"
        r"wardrobe|bush\w*|bed|cupboard|shed|shop|park|bins?|alley\w*|stairwell|loft|garage|closet|"
        "changing|$|car|wall|woods|tesco|mcdonalds)",
        unless="<habit>|last (?:week|night|month)|yesterday|on (?:instagram|insta|snap|tiktok|facebook)|"
        "hiding (?:drugs|it|things|money|stuff|something|my|his|her|from everyone|it from|out for)|"
        "looking after|(?:named|called|comes|go|going|ran) after|ask(?:s|ing)? after|"
        "hiding from (?:the )?(?:bailiffs?|debt|my problems|reality|dealers? for)|"
        "police (?:are )?(?:following|chasing)|chasing (?:me )?for (?:money|payment|the debt|rent|it)"
        r"|behind (?:me|him|her) (?:back|all)|debt collect\w*|chasing the|after me "
        "(?:for|because|over|about)|after (?:him|her) (?:for|because|over|about|at)|"
        "is hiding something|what i am hiding|hide|hiding place",
    ),
    sign(
        "wrecking-the-place",
        "they have come in with bats and are wrecking the place",
        "(?:they|he|she|lads|men|gang|ex|husband|boyfriend|partner|son|someone)<many> (?:come|came|"
        "burst|barged|forced|pushed|got|walked|kicked|stormed) (?:in|into|through|his way in|"
        r"their way in)<many> (?:wreck\w*|smash\w*|bats?|knife|gun|trash\w*|hit\w*|beat\w*|hammers?|"
        r"weapons?|threaten\w*|by the (?:neck|throat|hair)|grabbed|attack\w*|machete|screaming)|"
        "(?:forced|pushed|barged) (?:his|her|their) way in",
        unless="<habit>|last (?:night|week|month|year)|ago|yesterday|moved in|school",
    ),
    sign(
        "back-or-here",
        "he's back",
        "^(?:oh |shit |fuck |omg |god |help |please |ok |quick ){0,6}(?:he is|she is|they are|theyre|hes|"
        r"shes)(?: \w+){0,1} (?:back|here|home|in the house|in my house|in my flat|inside|outside|"
        "at the door|coming|downstairs|upstairs|at the window|looking for me)(?: again| now|"
        " right now| help| please){0,6}$",
        bare=True,
    ),
    sign(
        "hiding-place",
        "I'm under the bed please",
        r"i am (?:\w+ )?(?:under (?:the|my|a) bed|in (?:the|a|my) "
        "(?:wardrobe|cupboard|loft|attic|shed|closet|cellar|boot)|behind (?:the|a) (?:sofa|door|bins|"
        "wall|car|hedge|shed)|on the roof (?:so|because)|locked in the (?:toilet|bathroom|bedroom)|"
        "in the bushes|up a tree)|(?:going to|will|gonna|about to|trying to) find (?:me|us) (?:any|"
        "soon|now|in a)|surrounded|they are after me|kicking (?:seven bells|the (?:shit|crap|hell|"
        "fuck) out)|beating the (?:living|shit|hell|crap)",
        unless="sleeping in (?:the|a) (?:shed|loft)|every|last (?:night|week)|surrounded by (?:people|"
        "drugs|"
        "friends|family|dealers|users|them|crack|needles|love|idiots)|years? ago|cleaning|found",
    ),
    sign(
        "behind-me",
        "man follow me, I am woman alone, he is behind",
        r"(?:follow|following|follows|chase|chasing|chases|stalk\w*|come after|"
        "comes after)(?:s)? (?:me|us)|(?:is|are|right|walking|running|coming) (?:right )?behind(?:"
        " me| us|$)",
        "alone|behind|now|home|dark|scared|help|street|running|he is|man|men|car|they are",
        unless="<habit>|last (?:week|night|month)|yesterday|on (?:instagram|facebook|snap|tiktok)|ago|"
        "the truth behind|reason behind|(?:rent|payments?|bills?|school) behind|behind (?:on|with|"
        "this|bars|all)|stalking me on|ex is stalking",
    ),
    sign(
        "one-who-hurt-me",
        "the man who cut me is walking over",
        "(?:man|lad|one|ones|guy|bloke|boys?|lads|men|person|ex|people|dealer) (?:who|that|"
        "what) (?:cut|stabbed|hit|attacked|robbed|raped|beat|mugged|shot|hurt|threatened|jumped|"
        r"assaulted|spiked) (?:me|us|him|her|my \w+)",
        "coming|here|walking|over|seen me|looking (?:at|for) me|outside|behind|following|"
        "just (?:walked|got|sat)|in the (?:shop|pub|same|queue)|on the (?:bus|train)|staring|"
        "right now",
        unless="court|lives|live|last|out of prison next|still (?:here|lives) in the (?:area|town)|"
        "over (?:the|a|last)|ago|released|bail|how do i|want",
    ),
    sign(
        "brick-through-window",
        "they're throwing bricks at my window",
        "(?:throwing|threw|chucking|lobbing|hurling|putting)<few> (?:bricks?|bottles?|stones?|rocks?|"
        "petrol|fireworks?|things|eggs?)",
        "window|windows|at (?:me|us|my|the house)|through|outside",
        "now|right now|outside|there is|gang|lads|he is|they are|help|still",
        unless="<habit>|last (?:night|week|month)|ago|yesterday|school",
    ),
    sign(
        "fire",
        "they've set fire to my front door",
        "(?:house|flat|flats|door|car|home|building|stairs|shed|hallway|letterbox|"
        "bin) (?:is )?(?:on fire|alight|burning|ablaze)|(?:set|setting|putting|put|started|"
        "lit) (?:a )?fire (?:to|at|in|through)<few> (?:my|our|the|his|her|front|flat|house|door|"
        r"letterbox)|smoke (?:is )?(?:coming|pouring|filling)|petrol (?:bomb|through)|firebomb\w*|"
        "(?:lit|burning) (?:rag|paper|firework) (?:through|in)",
        unless=r"last (?:night|week|month|year)|threaten\w*|said (?:he|they)|bins? (?:on fire|"
        "burning) (?:again|every)|every|weed|smoke (?:coming|pouring) (?:from|through|"
        "out)<gap> (?:vents?|weed|cannabis|next)|under fire|fired|was (?:set|burn)",
    ),
    sign(
        "closing-in",
        "there's a load of them charging up the stairs",
        r"\b(?:<attacker>)(?: (?:is|are|has|have|was|of|them|keeps?|just|now|all|both|still|currently|'s|"
        r"trying|man|men|lads|over|right|always|with)){0,6} (?:[^ |]{1,12} )?<arriving>",
        unless=r"brb|<usual>|coming (?:off|home|to terms|out of|round to|down from|up to (?:christmas|a "
        r"year)|in (?:and|handy))|breaking (?:my heart|the law|bad|up)|smashing (?:it|through "
        r"(?:life|recovery))|coming through (?:for|it)|waiting for (?:me|him|her) (?:at|outside) "
        r"(?:work|home time)|kicking (?:off|the habit|it)|found (?:me|us) (?:a|on|some|somewhere|"
        r"through|help)|running (?:up (?:debts?|bills?)|after (?:the|my) kids)|getting out (?:of "
        r"(?:prison|jail|hospital|debt|it)|more|in|on|next|soon)|looking for (?:me|him|her) (?:on|"
        r"to (?:help|pay))|stands? (?:by|there (?:for|with))|standing by|behind (?:on|with)|"
        r"coming in (?:and|handy)|coming over (?:for (?:dinner|tea)|as)",
    ),
    sign(
        "masked-men",
        "three of them in balaclavas at the front door",
        r"balaclavas?|masked (?:men|man|lads|up)|masks on|hoods up|ski masks?|faces covered|hooded "
        r"(?:men|man|lads|figures?)",
        r"door|outside|here|window|in (?:my|the|our) (?:house|garden|flat|street)|getting out|car|coming|"
        r"stairs|now",
        unless=r"<usual>|<habit>|found|bought|covid",
    ),
    sign(
        "sending-someone",
        "if the money isn't here in twenty minutes he's sending someone to hurt my nan",
        r"(?:sending|send|sent|bringing|getting)<few> (?:someone|somebody|people|men|lads|boys|them|his "
        r"(?:mates|boys|lads)|their (?:mates|boys|lads))<few> (?:round|over|to|after|for)",
        r"<soon>|minutes|hour|tonight|now|hurt|kill|kneecap|burn|smash|sort|legs",
        r"they|he|she|dealer|gang|boss|ex",
        unless=r"<usual>|police|council|home|school|to (?:help|fix|clean|check|collect my|buy)",
    ),
)
