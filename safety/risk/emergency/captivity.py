"""Signs that someone is held or carried off, and cries for help."""

from safety.risk.pattern import sign


PATTERNS = (
    sign(
        "taken",
        "they've taken my brother and put him in a car",
        "(?:taken|took|grabbed|snatched|kidnapped|kidnap|kidnapping|bundled|dragged|forced|pulled|put|"
        "shoved|threw|thrown|got|holding|abducted|hostage|captive|pushed|chucked|chucking|"
        "drove off with|driven off with|driving off with|locked|nabbed)<few> (?:my|him|her|me|us|a|"
        "our|them|someone|this|girl|boy|lad|the)?<few> ?(?:(?:in|into|in to|inside|to) "
        "(?:a|the|their|his|back|boot) ?(?:of (?:a|the) )?(?:car|van|boot|back|taxi|bmw|golf|audi|"
        "vehicle)|hostage|against (?:my|his|her) will|off the street|and (?:wont|will not) (?:let|"
        "give|bring|say)|and drove|and driven|ransom|captive)|(?:been|got|being) (?:kidnapped|"
        "abducted|snatched|taken hostage|held)|kidnapped (?:me|him|her|my)|(?:they have|they|he|"
        "he has|he is|men|someone|gang|have)(?: just| got| actually){0,6} (?:taken|took|grabbed|snatched|"
        "kidnapped|got) (?:my |our |the )(?:son|daughter|brother|sister|mate|friend|girlfriend|"
        "boyfriend|kid|kids|baby|boy|lad|girl|cousin|little (?:brother|sister|boy|girl)"
        "|mum|dad|child|children|nephew|niece|grandson)(?! (?:phone|bike|money|cards?|under|on|s"
        " |out|to (?:school|work|court|hospital|cadets|football)|into|bank|hooked|selling|running|"
        "trainers|away from me))|in the (?:boot|back of (?:a|the|their) (?:car|van))|holding (?:me|"
        r"him|her|us|my \w+)(?: here| hostage| in| at| till| until)|(?:got|have) (?:me|him|her|"
        r"my \w+) in (?:a|the) (?:car|van|house|flat|room|cellar|garage|basement)",
        unless="police (?:have |has )?(?:taken|took|put|grabbed)|social (?:services|workers?)|ambulance|"
        "drugs? (?:in|into)|put (?:the|it|drugs|something)|holding (?:it|drugs|a bag|money|their|"
        "stuff|me back|me to)|gear in|bags? in|bike (?:in|into)|last (?:week|month|year)|years? ago|"
        "taken (?:my )?(?:money|bank|phone|passport|bike|benefits)|got (?:my|his|her) (?:stuff|bag|"
        "phone)|holding me (?:up|responsible|accountable)|got (?:my|the) (?:kids|baby|son|"
        "daughter) (?:here|with me|to think|at|in bed)|took my (?:son|daughter|kids)? ?(?:bike|phone|"
        "bag)|court|put (?:him|her|me) (?:in|into) (?:care|prison|hospital|a (?:hostel|foster))|"
        "into (?:county lines|drugs|debt|dealing|gang|it|selling|crime)",
    ),
    sign(
        "cannot-leave",
        "they've locked me in and won't let me out",
        r"(?:wont|not|doesnt|dont|refus\w+ to|never|cant|stopping me)<few> (?:let|letting|"
        r"allow\w*)? ?(?:me|us|him|her)?<few> ?(?:leave|go|out|outside|get out)(?: of)?(?: the| this|"
        " here| my| a| until| till| unless|$| and| anywhere)|locked (?:me|us|him|her|in|up)|(?:i am|"
        "im|we are|she is|he is|are|being|been|got) (?:locked|trapped|tied|chained|stuck|held|kept|"
        r"shut)(?: \w+)? ?(?:in|up|here|inside|to|down|prisoner|by|against)|tied (?:up|me|him|her|to)|"
        "against my will|held (?:here|prisoner|captive|hostage|against)|(?:he is |they are |"
        "she is )?(?:blocking|blocked|guarding|stood (?:at|in)|standing (?:at|in)|locked) the "
        "(?:door|doorway|exit|front door)|keys? and (?:locked|wont)|no way of getting out|"
        "cant get out of (?:the|this|here|a) (?:house|flat|room|car|van|cellar|building|bathroom)|"
        "trapped in (?:a|the|my|this|here|his)",
        r"let|letting|locked|trapped|tied|chained|held|kept|allow\w*|against|blocking|guarding|guarded|"
        "stood|standing|out of (?:the|this|here|a)|prisoner|shut|captive|stuck",
        unless="trapped in (?:this|a|the) (?:life|relationship|cycle|debt|situation|contract|gang)|"
        "they wont (?:leave|get out)|wont leave (?:my|the|his|her|our|me alone)|let (?:my|the) "
        "(?:son|daughter|dog|kids|him|her) (?:out|go) (?:at|alone|anymore|out|to|on|with|anywhere|"
        "because)|i (?:dont|wont|cant|am not|never)(?: want to)?(?: even)? (?:let|letting) "
        "(?:him|her|my|the|them)|locked (?:me )?out|locked up (?:for|in (?:prison|jail))|police|"
        "prison|cell|custody|stuck (?:in|on) (?:a|the|this)? ?(?:rut|loop|waiting|lift|phone|it|bad|"
        "cycle|system|queue|temporary)|(?:leave|out of) (?:the )?(?:gang|line|county lines|this life)"
        "|scared to (?:leave|go)|afraid to|dont (?:go|leave) (?:out|the house)|cant leave (?:because|"
        "him alone|my|the (?:kids|dog))|let it go|cant let go|not letting (?:this|it)|dont want "
        "(?:me|her|him) to go out|housing|tenancy|council (?:wont|has)|stuck here|let (?:me|"
        "them) (?:go on|know)|phone (?:is )?locked|account (?:is )?locked|locked in(?:to)? a|"
        "trapped nerve|home too|want to go|to go to (?:school|court|the)|doors? locked|"
        "kept in (?:the dark|touch)|stuck up|contract|with my landlord|every night|"
        "not allowed out (?:after|past|tonight|at|by)|grounded|not (?:go|going) out",
    ),
    sign(
        "not-let-go",
        "he is not letting me go out, he has the key",
        r"(?:wont|not|never|dont|doesnt|isnt|refus\w+ to) (?:let|letting|allow\w*|give) (?:me|us|him|"
        r"her|them|my \w+|anyone|nobody)<few> ?(?:go|leave|out|get out|stop the car|off|up|back|home|"
        "in the)|(?:nobody|no one|none of us|not allowed to|cant|can not)<few> (?:leaves?|get out|"
        "escape)(?:$| (?:of|the|this|here|from|until|till|unless|and|because he|because they))",
        unless="gang|county lines|this life|selling|working for|police|prison|(?:my|the) mum wont|mum "
        "(?:and|or) dad|parents wont|get out of (?:bed|debt|the area|this (?:area|mess|debt|block|"
        "town|situation))|leave (?:me|them|him|her) alone|council|landlord|they wont leave|"
        "cant leave (?:him|her|them|my|the dog)|moving|until i find|housing|go to sleep|get on|"
        "cant get out of it|let me (?:down|know)|get out much|escape from my|escape (?:the|"
        "my) (?:noise|smell|thoughts|debt)",
    ),
    sign(
        "locked-with",
        "boss has locked the door and has our passports",
        r"lock\w* (?:me|us|him|her|them|my \w+|in|the doors?|our|all|door)|doors? (?:are |is |"
        r"been )?locked|locked<gap> doors?|in a locked|chained|padlock\w*|barricaded",
        r"wont|help|take key|keys?|passports?|stranger\w*|room|boss|hurt|they|he|please|cant get out|"
        "out|car|house|inside",
        unless="locked (?:me |us )?out|i (?:have |keep |always )?lock(?:ed)? (?:my|the) (?:door|doors|car|"
        "bike|house)|police|prison|cell|custody|used to|(?:door|car|bike|shed) was locked|"
        "locked up for|keep my doors? locked|phone|when i was|lockdown|lost (?:my|the) key|new"
        " locks?|change the locks?|every night",
    ),
    sign(
        "held",
        "I'm being held at a flat",
        "(?:being|been|am|is|are|get|getting) (?:held|kept|imprisoned|detained)<few> ?(?:at|in|by|"
        r"here|there|against|until|inside|captive|hostage|$)|hold(?:ing|s)? (?:me|us|him|her|my \w+|"
        "them) (?:hostage|here|captive|prisoner|in|at|until|till|down)|keep(?:s|ing)? (?:me|us|him|"
        "her) (?:in (?:a|the|this|his|their) (?:room|house|flat|van|cellar)|here|locked|prisoner|"
        "inside)|hostage|in (?:the |a |his |their )?boot(?: of)?|"
        r"got (?:hold of )?my (?:\w+ )<gap>(?:till|until) (?:i|we|he) pay\w*|(?:took|taken|take|got|"
        "have)<gap> (?:as|for) (?:payment|ransom|collateral|hostage)|(?:wont|not) give (?:her|him|"
        r"them|my \w+) back|headlock",
        unless="(?:car )?boot sale|held (?:back|up|responsible|accountable|on remand|in (?:prison|custody|"
        "a cell))|police|remand|custody|hospital|kept (?:in the dark|awake|up|quiet|secret|waiting)|"
        "last (?:year|month|week)|was held|boots|found in the boot|bikes? in|is kept|keeps? "
        "(?:me|him|us) in (?:drugs|weed)|court|meeting (?:is )?(?:being )?held|event|funeral|inquest|"
        "hostage to|phone back|money back|give (?:him|her) back (?:his|the|my)",
    ),
    sign(
        "carried-off",
        "they're taking me to another city now and I don't want to go",
        r"(?:taking|take|driving|drive|moving|carry\w*|dragging|pulling|bringing|marching) (?:me|us|"
        r"him|her|my \w+|them|a (?:lad|girl|boy|man|woman))<few> (?:to|away|off|into|somewhere|out|"
        "there|back)",
        "dont (?:want|know) (?:to|where)|against|now|right now|help|scared|different|another|far|"
        r"forc\w*|wont (?:say|tell|stop|let)|screaming|van|boot|unknown",
        unless="hospital|(?:to|from) school|a&e|doctors?|court|driving me (?:mad|crazy|up the wall|insane|"
        "to drink|nuts)|social (?:services|worker)|taking (?:me|him|her|us) (?:for granted|seriously|"
        r"on|to court)|every|police|holiday|vet|carry on|ambulance|tak\w+ (?:me|him) to (?:task|"
        "meetings|the cleaners)|when they|drug (?:service|worker)|moving (?:me|us) (?:house|area)|"
        "(?:to|a|from) (?:refuge|rehab|detox)",
    ),
    sign(
        "being-driven",
        "I'm in their car and I don't know where they're taking me",
        "(?:in|into) (?:the|a|their|his|this|someones|back of) ?(?:back of )?(?:a |the |his |"
        "their )?(?:car|van|taxi|boot|bmw|audi|uber)",
        "(?:dont|no) (?:know|idea) where|taking (?:me|us|him|her)|wont (?:stop|let|pull|tell)|"
        "making me|made me get in|forced|scared|cant get out|help|against|doors? (?:are )?locked|"
        "wont say where|took my phone|driving (?:me|us)",
        "i|me|us|him|her|they|he",
        unless=r"drug|deal\w*|every (?:night|day)|sleeping|live in|sat outside|parked|last (?:night|week|"
        "month|year)|dealers|how (?:to|do)|trying to get my (?:son|daughter)|gave (?:me|him|"
        "her) a lift|makes? me drive|make me drive|sell|bruis",
    ),
    sign(
        "car-held",
        "he pulled me into his van and the doors are locked",
        "(?:car|van|taxi|motor|lorry|vehicle)",
        r"lock\w*|wont (?:stop|let|pull)|(?:dont|no idea) (?:know )?where|forc\w*|threw me|pulled me|"
        "against my|make me get in|made me get in|strangers?|jump out|let me out|driving like|"
        r"dragging|kidnap\w*",
        r"\bi\b|\bme\b|\bus\b|\bhim\b|\bher\b|^in ",
        unless="lock(?:ed)? (?:my|the|our) (?:car|van)|parked|strangers? (?:cars?|in cars) "
        "(?:outside|parked|every|coming)|broke into|tried my|stole|stolen|every|my car|on my road|"
        r"in our (?:street|road)|last|ago|drug|deal\w*|his car (?:lock|keys)|keys? (?:to|of)|(?:dont|"
        "doesnt) know where (?:he|she) (?:is|goes|gets)",
    ),
    sign(
        "took-him-just-now",
        "they just took him, three men in a black car",
        "(?:they|he|men|lads|someone|gang|dealers?|people)(?: have| has)?(?: just|"
        r" have just){0,6} (?:took|taken|take|grabbed|snatched|got) (?:him|her|them|my (?:\w+ )?(?:baby|"
        "son|daughter|kid|child|brother|sister|girl|boy|mate|mum|cousin|friend|boyfriend|girlfriend|"
        "nephew))(?=$| in| off| away| and| from| right| tonight| three| to| somewhere| into)",
        "just|car|van|tonight|golf|bmw|audi|right now|screaming|men|dragged|street|pulled up|knife|"
        "gun|away|somewhere",
        unless="social|police|care|hospital|ambulance|court|school|(?:to|from) (?:prison|the doctors|a&e)|"
        "last (?:week|month|year)|ago|into (?:drugs|selling|county|crime|custody)|for a "
        "(?:drink|ride|meal|walk)|out for|shopping|to (?:buy|get|mcdonalds|football|the)|trainers",
    ),
    sign(
        "call-for-help",
        "please send the police now",
        r"(?:send|call|get|ring|phone|need|want|where is|dial)(?: \w+)? (?:the |an |for |me |"
        "us ){0,6}(?:police|ambulance|999|cops|paramedics?|armed response|fire brigade|medics?|"
        r"help) (?:now|right now|quick|quickly|please|here|hurry|to|urgent\w*|fast|straight|"
        "immediately|before|he|she|they|for (?:him|her|my))|(?:help|sos|mayday)(?: me| us| please|"
        " now| help){0,6} (?:please |now |right now |quick |hurry )?(?:he|she|they) (?:is|are|has|"
        "have) (?:got|here|going|coming|hurting|in|at|outside|trying|not|hitting|killing)|(?:cant|"
        "dont|unable to) (?:talk|speak|ring|call|make a (?:sound|noise)|say (?:anything|"
        "much))<many> (?:hear|hears|here|kill|hurt|right there|next room|door|in the (?:house|room))|"
        "(?:he|they|she) (?:will|ll|can|might)<few> hear (?:me|us)|(?:save|rescue) (?:me|us|him|"
        "her)(?: please| now|$)|(?:am|are|is|going to|gonna|about to|think i am|"
        "might)<few> (?:going to die|be killed|get killed|die tonight|die here|die in)|"
        "need (?:an )?ambulance|in danger (?:right )?now|(?:my|our|his|her) life is in danger|"
        "not safe (?:right now|here (?:tonight|now)|tonight)|in (?:immediate|serious|real) danger|"
        "danger right now",
        unless="how do i|do i (?:need|have|call|ring)|should i|when (?:to|should)|get help (?:to|for (?:my|"
        "his|her|the))|need help to|want help to|want to (?:get|ring|call)|want police to (?:do|know|"
        "stop|leave|listen)|called the police|rang the police|police (?:said|came|wont|dont|did|"
        "never)|get (?:the )?police to (?:do|take|listen|act)|going to (?:die of|"
        r"die from) (?:embarrass\w*|shame|boredom)|die if (?:my )?(?:mum|dad)|we are all going to die|"
        "without the police|not in danger|no one is in|can you send|after|need help to (?:stop|get|"
        "pay|leave)|get help to|i would die|not safe (?:for kids|to walk)",
    ),
    sign(
        "cannot-breathe",
        "I can't breathe",
        "(?:i|me)(?: really| just| literally)? (?:cant|cannot|can barely|can hardly|struggling to|"
        "am struggling to) (?:breathe|breath|get (?:my|any|a) (?:breathe|air))|(?:chest pains?|"
        "crushing chest|heart attack|having a stroke|face has dropped|severe pain in (?:my|his|"
        "her) chest)|(?:choking|suffocating)$|think (?:i am|he is|she is) (?:dying|going to die|"
        "having a (?:heart attack|stroke))",
        unless=r"comedian|in stitches|laugh\w*|(?:gives?|gave|giving|nearly|almost|near|mini) (?:me |him |"
        "her )?(?:a )?(?:near )?heart attack|when i think|every time|each time|cold|blocked nose|"
        "smoke|smell|weed smell|mask|anxiety|years ago|so (?:busy|much pressure)|of (?:embarrassment|"
        "boredom|shame)|with (?:debt|bills|worry|stress|paperwork)|had a (?:stroke|heart attack)|"
        "stroke (?:last|patient|survivor|in)|nosy|fumes",
    ),
    sign(
        "only-a-cry",
        "help me",
        "^(?:please |pls )?(?:help|help me|help us|emergency|sos|police|ambulance|999|stabbed|shot|"
        "bleeding|kidnapped|trapped|in danger|danger|save me|they are here|he is here|help please|"
        "please help(?: me)?|help help)(?: please| now| help| quick){0,6}$",
        bare=True,
    ),
    sign(
        "tied-or-hooded",
        "they've tied my mate to a chair",
        r"tied (?:my \w+|him|her|me|us|them|the old man|someone|a \w+)(?: up| to)|(?:bag|hood|pillowcase|"
        r"tape) (?:on|over) (?:my|his|her) (?:head|mouth|face)|gagged|handcuffed|duct taped|zip ?tied|"
        r"cable ?tied|blindfold\w*",
        unless=r"<usual>|police|tied (?:me|him|her|us) (?:to|into) (?:a|the) (?:contract|tenancy|job)|my "
        r"hands are tied",
    ),
)
