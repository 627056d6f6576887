"""Signs that someone has taken, or been given, something that may poison them."""

from safety.risk.pattern import sign


PATTERNS = (
    sign(
        "took-too-much",
        "I think I've taken too much",
        "(?:took|taken|take|had|done|did|swallowed|necked|drank|drunk|sniffed|smoked|injected|dropped|"
        "bombed|ate|eaten|used|banged up)<gap> (?:too much|too many|way more|double dose|far"
        " too|tons|stupid amount|more than (?:i|he|she|they)<few> (?:should|meant)|a load|loads|"
        "a lot of (?:<pills>)|the lot|them all|all of them|a handful|handfuls?|whole (?:pack|packet|"
        "box|bottle|bag|strip|lot|tub)|overdose|all (?:my|his|her|the|their)<few> (?:<pills>|bottle))",
        unless="(?:taken|took|has taken) (?:too much|a lot|loads|a load|the lot|them all)<few> (?:from|off|"
        "money|cash|time|on at|advantage)|money|phone|taken on|time off|stolen|burgl|benefits|debt|"
        "we have had|ive had too much of|had (?:a lot|loads|a load|too many|"
        r"too much)(?: of)?(?: \w+)?(?: on| trouble| problems| hassle| to (?:deal|cope)| going on|"
        " people| callers| letters)|put up with",
    ),
    sign(
        "took-a-number",
        "she's swallowed 30 paracetamol",
        "(?:took|taken|swallowed|necked|had|done|dropped|eaten|ate|popped|downed|bombed|"
        r"takes)<gap> (?:[6-9]|[1-9]\d{1,2}|six|seven|eight|nine|ten|twelve|fifteen|sixteen|twenty|"
        "thirty|forty|fifty|dozens?|loads?|bunch|all)<few> (?:<pills>|of (?:them|those|these))",
        unless="stole|stolen|robbed|nicked|off me|from me|every day|a day|daily|each day|off (?:him|her|us)",
    ),
    sign(
        "took-and-feels-ill",
        "took something at a party and my heart is going mad",
        "took|taken|had|sniffed|smoked|swallowed|injected|drank|drunk|eaten|ate|vape|hit of|line of|"
        "mixed|mixing|used|using|on (?:<drug>)|done (?:<drug>)|spiked|in (?:my|her|his) drink|"
        "drank it|jabbed|ket|bad (?:batch|pill|gear|one)",
        "heart<gap> (?:racing|pounding|mad|going|fast|weird|jumping|stopping|hurts|explode|burst|"
        "beating)|chest<few> (?:pains?|hurts?|tight|hurting)|cant "
        "(?:feel|move|stand|see|breathe|walk|speak|talk|stop shaking|keep (?:my|his|her) eyes|"
        r"stay awake)|boiling|overheating|burning up|fitting|seizure|convuls\w+|"
        r"shaking<few>(?: all over| loads| badly| uncontroll\w+)|sweating<few> (?:loads|buckets|and)|"
        "really (?:ill|unwell|poorly|sick|bad)|feels? (?:like )?(?:i am|im|he is|she is)?(?: really|"
        " so| very)? ?(?:ill|weird|wrong|faint|dying|poorly|dizzy|funny|like i am dying|gonna pass)|"
        r"collaps\w+|passing out|going to pass out|seeing (?:things|double)|talking gibberish|"
        "not making sense|make(?:s)? no sense|throwing up|vomiting|being sick|keeps being sick|"
        r"hallucinat\w+|freaking out|room<few> spinning|legs<few> (?:gone|jelly|dont work|wont work|"
        r"wont)|paraly\w+|cant wake|going funny|gone funny|acting (?:really )?(?:weird|strange)"
        "|pinned|pupils",
        unless=r"comedian|in stitches|laugh\w*|funny|chest of drawers|bank|money|using my|taken over|"
        r"used to|last (?:week|month|year)|months?"
        " ago|every day|panic attack(?:s)? (?:every|most|a lot)|taken my|took my (?!meds|tablets|"
        "pills|medication|methadone)|had enough|<hit>",
    ),
    sign(
        "overdosing-now",
        "I think he's overdosing",
        "(?:overdosing|overdose|overdosed|oding|o ding)",
        "(?:i think|think|looks like|pretty sure|help|is|has|have|am|just|please|having|going into|"
        "she|he|my|mate|friend|someone|now|again|been|we|i)",
        unless="how (?:to|do|can)<gap> (?:get|help|prevent|spot|tell|avoid|stop|recognise|know|cope|"
        "support)"
        r"|signs of|awareness|prevent\w*|died|dead|killed|death|funeral|risk of|policy|training|"
        "leaflet|reports?|statistics|numbers|deaths|after (?:an|his|her|the) overdose|since|lost|"
        "used to|never|naloxone kit|information|what (?:is|are|does|happens)|kits?|rates?|"
        "<only_feared>|worried about|inquest|memory|anniversary|inquest",
    ),
    sign(
        "gone-over",
        "he's gone over on the gear",
        "(?:gone|going|went|goes) over",
        "<drug>|mate|breathing|wake|naloxone|narcan|just now",
        unless="gone over (?:to|there|the (?:top|road|edge|line))|over budget",
    ),
    sign(
        "naloxone-given",
        "I gave her the naloxone and she's gone under again",
        "naloxone|narcan|nyxoid|prenoxad|nasal spray|the pen",
        "(?:gave|given|giving|used|sprayed|injected|squirted|done)<few> (?:him|her|them|it|one|two|"
        "the|a|both|second)|not (?:working|worked)|hasnt worked|didnt work|nothing happened|"
        "nothing is happening|no change|gone under|still out|wore off|worn off|wearing off|"
        "second dose|another dose|do i (?:do|give)|which (?:nostril|leg)",
        unless="(?:how|where|can|who)<few> (?:get|gets|order|buy|collect|pick|given)|free|carry|training|"
        "trained|kit for|last (?:year|month|week)|years? ago|saved|if (?:someone|he|she|they|a)|"
        "give (?:it )?out",
    ),
    sign(
        "needle-in",
        "needle still in her arm",
        "needle|syringe|works|pin|spike",
        "(?:still |hanging |stuck )?in (?:his|her|their) (?:arm|leg|groin|neck|foot|hand)",
        unless="park|bin|playground|found",
    ),
    sign(
        "child-swallowed-drugs",
        "my toddler has eaten one of his dad's gummies",
        "toddler|baby|little one|years? old|two year|three year|kid|child|son|daughter|dog|he|she|puppy",
        "(?:swallowed|eaten|ate|drunk|drank|licked|chewed|got hold of|got into|"
        "put<few> in<few> mouth)<gap> (?:<drug>|bleach|something (?:off|from|white))",
        unless="uses|like a|every|he has drunk (?:loads|a lot) for years|drinking problem|sober",
    ),
    sign(
        "swallowed-package",
        "he swallowed the wraps when the police came",
        "(?:swallowed|swallow|plugged|banked|inside (?:me|him|her|my)|up (?:me|him|her)|"
        r"stuffed)<gap> (?:wraps?|bags?|packages?|package|baggies?|balls?|condom|rocks|burst|leak\w*|"
        "split|it)",
        r"burst|leak\w*|split|wraps?|bags?|packages?|baggies?|condoms?|rocks|come out|pain|ill|sick|"
        "police came",
        unless="bags of|up (?:him|her)self|eat|swallowed up|bags? (?:packed|with)|bin bag",
    ),
    sign(
        "spiked-and-failing",
        "someone spiked me and I can't stay awake",
        r"spiked|drugged|put something in|slipped<few> something|injected|jabbed|needle spik\w+|"
        "roofied|drink tasted|dosed|ghb|gave (?:me|her|him) something",
        "cant (?:stay|keep|stand|move|feel|walk|see|wake|talk|speak|breathe|get up|remember how)|"
        r"passing out|passed out|blacking out|collaps\w+|on the floor|wont wake|going to faint|"
        "fainting|legs (?:have )?(?:gone|dont|wont)|slurring|being sick|throwing up|floppy|cant hold|"
        "barely|dizzy|everything is (?:spinning|blurry)|blurry|room is spinning|falling over|wobbly|"
        "right now|heart|unconscious",
        unless="last (?:night|week|weekend|month|year)|yesterday|years? ago|months? ago|on (?:friday|"
        "saturday|sunday)|the other (?:night|week|day)|next morning|woke up (?:in|at|the next)",
    ),
    sign(
        "bottle-empty",
        "the packets next to her are all empty",
        "empty|gone|all the|popped out|finished",
        "<pills>|blister packs?|packs|boxes of",
        "(?:next to|beside|by|near|on|round|around) (?:him|her|them|the bed|bed|floor|sink)|"
        "found (?:him|her|them)|sleepy|drowsy|took|taken|wont|slurring|cant",
        unless=r"stolen|stole|robbed|nicked|burgl\w+|break in|broke in|prescription|ran out|run out",
    ),
    sign(
        "already-took-them",
        "I've taken them all now",
        "(?:i|she|he|they)(?: have| has| is)?<few> (?:taken|took|swallowed|necked|done) (?:them|em|"
        "the lot|all of (?:it|them)|everything|it all|the whole)(?: all)?|(?:taken|took|"
        "done) an overdose",
        "(?:tablets|pills|sleepy|drowsy|goodbye|sorry|now|just|dont tell|overdose|feel|minutes|"
        "going (?:numb|cold)|box|packet|stomach|all of them|the lot|cant undo)",
        unless=r"(?:money|savings|phone|keys|bank|burgl\w*|robbed|thieves|police took|wallet|jewell\w+|"
        "years? ago|last (?:year|month|week)|told about|sister took|they took everything|stole|"
        "taken them to|kids|children)",
    ),
    sign(
        "many-pills",
        "she took her whole month's tablets in one go",
        "(?:took|taken|take|swallowed|necked|downed|popped|eaten|ate|had|bombed|dropped|done|tuk|"
        "drank|drunk|chewed|used)<many> (?:full|whole|all|entire|fistful|handful|fistfuls|handfuls|"
        r"bare|loads|tons|pills i found|strips?|packets?|box|boxes|bottle|[6-9]|[1-9]\d{1,2}|many|lot|"
        r"lots|both|double|too much)<many> ?(?:<pills>|strips?|(?:\w+ )tablets|of something|patches)|"
        r"fistful of|handful of (?:<pills>|something)|double dos\w+",
        unless=r"stole|stolen|robbed|burgl\w*|nicked|off me|from me|a day|daily|every|prescribed|they took|"
        "he took (?:my|all my)|took all my (?:money|stuff)|years ago|used to|last (?:year|month|week)"
        r"|police|(?:taken|took) (?:away|my|his|her) (?:\w+ )?(?:and|money|phone|bank)|how many|"
        "medication was|cant get|chemist lost|if i (?:take|took)",
    ),
    sign(
        "took-something",
        "I've taken something and I'm scared",
        "(?:i|we|he|she|they|friend|mate|sister|brother|son|daughter|mum|dad|boyfriend|girlfriend|"
        "partner|lad|girl)(?: have| has| is| just| ve| both){0,6} (?:taken|took|swallowed|had|smoked|"
        "sniffed|eaten|ate|drunk|done|did|injected|tuk|dropped|necked|tried|inhaled|been given|"
        "given)<few> ?(?:something|stuff|summat|some pills|a pill|pills|gear|spice|ket|a tablet|ghb|"
        "too many|something they gave|an edible|nitazenes?|it|balloon|bag|pinger|patches|drugs|mandy|"
        "md|acid)|(?:after|since|from)<few> (?:a |the |his |her |that )?(?:pinger|pill|vape|edible|"
        "spice|line|hit|fix|dig|bag|smoke|gear|drug|drugs|toke|tablets|ket|coke|md|balloon|heroin|"
        "methadone)|(?:bad|funny) reaction|nitazenes|laced|spiked|balloon",
        r"scared|regret|twitch\w*|jerking|stiff|staring|wont talk|cant"
        r" talk|confused|drowsy|pale|white|clammy|heart|cold|floppy|limp|sweat\w*|sick|shaking|slur\w*|"
        "wont (?:stop|slow)|gone (?:straight |right )?(?:over|under)"
        r"|dropped|collapsed|lips|breath\w*|respond\w*|sense|dizzy|faint|weird|burning|hot|passing|"
        r"nodding|asleep|sleepy|wake|unwell|ill|poorly|hallucinat\w*|panicking|dying|chest|numb|"
        "feel funny|eyes|purple|blue|grey|gone over|foam|pass out|floor|not right|not ok",
        unless="last (?:week|month|year|night|weekend)|years? ago|months? ago|weeks? ago|yesterday|"
        "(?:been )?(?:taken|took)<few> (?:my|our|from|off|over|away|advantage|it out)|every day|"
        "at the weekend|feel fine|used to|he uses|addict|sick of|cold turkey|ill health|"
        "scared of (?:them|him|the)|scared (?:he|they|she) (?:will|might|ll)|for years|hot water|"
        r"withdraw\w*|debt|owe|dont want|money|police|phone|bank|deal\w*|had (?:enough|to|it)|"
        "it is (?:cold|hot)|court|report|training|works? with|wont stop (?:using|taking|smoking)|"
        "in my (?:flat|house)|worried (?:about|he)|want to stop|cant stop|trying to|days|weeks|"
        "scared to|hit me|heart ?broken|sick note|kit|done it|did it|eyes on",
    ),
    sign(
        "little-one-got-at-it",
        "the baby's been at the methadone",
        "baby|babys|toddler|little one|little (?:boy|girl|lad)|babies|child|kid|puppy|dog|year old|"
        "years old|grandchild|son|daughter",
        "(?:been at|got at|got hold of|got into|got his hands on|got her hands on|found<gap> "
        "(?:mouth|swallowed|ate|eaten)|in (?:his|her|its) mouth|drank|drunk|ate|eaten|swallowed|"
        "licked|chewed)",
        "<drug>|bleach|something|pod",
        unless="eaten (?:out|well|nothing|since|all day)|got at school|school dinners|last year|years ago|"
        r"drank (?:too much|a lot) (?:last|when)|\b(?:he|she) (?:drinks|uses)|got into (?:drugs|weed|"
        "selling|dealing|ket|coke|spice|a (?:gang|bad|car))|been at (?:it|home|school|his)",
    ),
    sign(
        "narcan-no-use",
        "used narcan twice, nothing",
        "naloxone|narcan|nyxoid|prenoxad",
        "twice|two doses|both|nothing|still|second|again|another|isnt|not "
        r"(?:work\w*|com\w*|breath\w*|wak\w*)|came round|come round|gone under|went under|wore off|now",
        unless="where|how (?:do|can) (?:i|we)|carry|training|trained|kit|free|saved|last|ago|get (?:some|"
        "it|"
        "another|more|a second) (?:from|kit|for)|do you (?:have|give)|can (?:i|we) (?:get|have)|if|"
        r"what (?:is|does)|reorder|expired|ran out|talk|awareness|now available|pharmac\w*|law",
    ),
    sign(
        "od-typed",
        "she's od'd on the kitchen floor",
        "(?:^|has |he |she |they |is |just |think |mate |friend |have |i |son |daughter |mum |dad |"
        "brother |sister |lad )(?:odd|o dd|oded|od d|overdosed?|overdosd|overdozed?|ovredosed?|"
        "overdoze) (?:on|again|in|right|at|and|pls|please|help|off)|took (?:an |a )?(?:overdose|"
        "overdoze|od)|overdoze|ovredosed?",
        unless="odd (?:on|in) (?:the|that|a|my) (?:face|car|street|house|way)|ago|last (?:year|month|week|"
        r"night|time)|when|in (?:19|20)\d\d|years?|died|lost|dead|used to|film|story|girl who takes|"
        "funeral|the overdose (?:on|in)|odd in the head|risk|bit odd|scared of|worried",
    ),
    sign(
        "counted-pills-had",
        "can you die from 30 cocodamol, I've had them",
        r"(?:[6-9]|[1-9]\d{1,2}|ten|twelve|fifteen|sixteen|twenty|thirty|forty)<few> <pills>",
        "(?:i have|i|he has|she has|he|she|they|just|already)(?: just| already)? (?:had|taken|took|"
        "swallowed|done|necked) (?:them|it|those|these|all)",
        unless="stole|robbed|nicked|years? ago|last (?:year|month|week)|a day|daily",
    ),
    sign(
        "sick-after-swallowing",
        "been sick blood after swallowing those pills",
        r"sick blood|blood<few> sick|vomit\w*|being sick|been sick|throwing up|stomach (?:pain|"
        "is killing)|burning throat|black vision",
        r"after<few> (?:swallow\w*|tak\w*|drink\w*|inject\w*|smok\w*)<few> (?:<pills>|drug|stuff|"
        r"something|bleach)|swallow\w*<few> <pills>",
        unless="last (?:year|month|week)|years? ago|daily|every day",
    ),
    sign(
        "substance-and-failing",
        "he had two bags and now he's gone a funny colour",
        r"<substance>",
        r"<failing>",
        unless=r"<attacker> (?:hit|punched|beat|kicked|attacked|stabbed)|been (?:hit|punched|beaten|"
        r"kicked|attacked|stabbed)|cold (?:turkey|house|flat|outside|weather|in here|water)|pale "
        r"(?:ale|blue)|cold and (?:damp|wet|flu)|numb (?:since|inside|after)|in the cold|out of "
        r"it (?:all|when|now)|freezing (?:flat|house|cold flat|in here)|syringes? (?:in|"
        r"on) the (?:park|stairs|stairwell|street|path|garden)|cant (?:walk|keep (?:doing|up|"
        r"paying|going)|talk|focus|hold)(?: [^ |]{1,10}){0,3} (?:debt|money|dealers?|flat|"
        r"anymore)|wont (?:talk|answer) (?:to )?(?:me|us) about|keeps (?:going|falling) (?:back|"
        r"out|missing|off)|spiked at|feel fine|to report|wine bar|needle exchange|addict\w*|"
        r"recovery|rehab|mixed (?:up|feelings|with)|last (?:week|night|month|year|weekend|"
        r"summer)|yesterday|years? ago|months? ago|"
        r"weeks? ago|used to|when i was|every (?:day|night|week|time)|died|dead|funeral|<habit>|"
        r"landlord|bailiff|school work|heating|debt|owes?|deal\w*|sell\w*|in the park|stairwell|"
        r"dropped (?:off|out|the charges|it off|charges|my case)|passed out leaflets|photo|tv|"
        r"screen|confused (?:about|by)|blue (?:car|badge|van|bag|house|door)|going white with|"
        r"hair|(?:their|his|her|black) bags? (?:packed|of clothes)|sleeping bag|council|staring "
        r"(?:at|out)|cant see (?:him|her|my|them|the|why|how|a)|cant move (?:house|out|home|on|"
        r"away|in)|cant stand (?:the|it|them|him|her)|cant feel safe|cant (?:stand|speak|move) "
        r"(?:up )?for|cant speak to|used my|use my|uses? (?:the|my)|using my|on it$|worried about|"
        r"training|first aid",
    ),
    sign(
        "only-od",
        "od",
        r"^(?:help |please |hes |shes |he is |she is |my mate |friend |mate ){0,6}(?:overdose|overdosing|"
        r"overdosed|poisoned|poisoning)(?: please| help| now| quick){0,6}$",
        bare=True,
    ),
    sign(
        "little-one-and-open-packet",
        "my two year old had an open packet of tablets, some are missing",
        r"baby|toddler|little one|<teens> years old|(?:one|two|three|four|1|2|3|4) years old|my (?:child|"
        r"son|daughter|grandchild|grandson|granddaughter)",
        r"(?:open|empty|chewed|opened)<few> (?:packet|pack|box|bottle|bag|wrap)|<pills>|<drug>",
        r"missing|gone|in (?:his|her) mouth|round (?:his|her) mouth|chewing|swallow\w*|eaten|ate|playing "
        r"with|got hold",
        unless=r"gone missing|not come home|years ago|last (?:week|month|year)|stolen|stole|police|owes?|"
        r"sell\w*|deal\w*|carry\w*|missing (?:since|from home|again)",
    ),
)
