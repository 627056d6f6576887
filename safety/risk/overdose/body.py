"""Signs in the body that someone may be poisoned."""

from safety.risk.pattern import sign


PATTERNS = (
    sign(
        "cannot-wake",
        "he won't wake up",
        "(?:wont|cant|not|isnt|doesnt|hardly|barely|impossible to|struggling to|trying to|"
        "tried)<gap> (?:wake|rouse|waken|bring (?:him|her|them) round|come round|come to|stir)",
        "he|she|they|him|her|them|mate|friend|mum|dad|brother|sister|<kin>|boyfriend|girlfriend|"
        "husband|wife|nan|grandad|partner|man|woman|bloke|lass|guy|flatmate|housemate|neighbour|son|"
        "daughter|someone|wake up my",
        unless=r"<lying_in>|dont want to wake|never wake|hope<few> (?:i|dont)|\bi wont wake",
    ),
    sign(
        "no-response",
        "she is unresponsive on the sofa",
        "unresponsive|unconscious|unconsious|out cold|not conscious|lost consciousness|"
        "losing consciousness|lifeless|floppy|limp|(?:no|not|isnt|wont|cant get|barely|"
        "doesnt)<few> (?:respond|responding|response|reaction|reacting)<few>(?: me| us| anything|"
        " shouting)?|(?:keeps?|kept|is|are|was just) (?:passing|blacking|zoning|conking|"
        "drifting) (?:out|in and out|off)|in and out of (?:it|consciousness)|(?:has|is|have|just|"
        "gone and) (?:passed|blacked|conked|sparked) out|eyes<few> (?:roll|rolled|rolling|gone|"
        "half open|wont|not opening|glazed)|wont open (?:his|her|their) eyes",
        unless="<violence>|email|council|service|police<few> (?:not|wont)|phone|text|message|letter|"
        "emotionally",
    ),
    sign(
        "not-moving",
        "my mate isn't moving, there's a needle next to him",
        "(?:not|isnt|wont|stopped|doesnt|hasnt|barely) (?:even )?mov(?:e|ing|ed)|slumped|collapsed|"
        "(?:laid|lying|lay|crumpled|face down|passed out) <few> ?(?:floor|bathroom|toilet|stairs|"
        "pavement|bed)|on the (?:bathroom |kitchen |toilet )?floor|on the ground|"
        "head (?:just )?(?:dropped|gone|flopped)|wont lift (?:it|his|her)|cant (?:get|keep) (?:him|"
        "her|them) (?:up|awake|upright)",
        "<drug>|took|taken|foil|pipe|spoon|breathing|sick|cold|blue|grey|pale|snoring|sweating|"
        "shaking|dribbling|no talk|taken",
        unless="<violence>",
    ),
    sign(
        "breathing-wrong",
        "his breathing is really slow",
        "(?:he|she|they|his|her|their|client|customer|mate|friend|mum|dad|brother|sister|<kin>|"
        "boyfriend|girlfriend|husband|wife|man|woman|him|her|nan|partner|hardly|barely|only|"
        "chest)<gap> (?:breathing|breathe|breaths?)",
        "(?:not|isnt|stopped|barely|hardly|cant|struggling|only|wont|forgot|forgetting|doesnt|"
        "dont think)<few> (?:breathe|breathing)|breathing<gap> "
        "(?:slow|slowly|shallow|weird|funny|odd|wrong|strange|noisy|fast|bad|stopped|differently|"
        "right|properly|loud|rattly|heavy|every|once|like|now and (?:then|again))|breathing every|"
        "(?:slow|shallow|weird|funny|odd|noisy|rattling|ragged|strange) breath(?:ing|e|s)?|"
        "breathe<few> every",
        unless="<hit>|neck|asthma|panic attack|stabbed|covid|down my neck",
    ),
    sign(
        "breath-stopped",
        "not breathing properly please help",
        "(?:^|help |think |is |are |now |baby )(?:not|stopped|isnt|barely|hardly) breathing|no pulse|"
        "cant (?:find|feel)<few> pulse|heart(?: has|s)?<few> (?:stopped|not beating)|doing cpr|"
        "chest isnt moving|chest not moving",
    ),
    sign(
        "lip-colour",
        "her lips look wrong and she won't answer me",
        "lips|fingertips|fingers|nails|fingernails|face|mouth|skin",
        "blue|grey|purple|navy|white as|colour(?:less)?|wrong|waxy|ashen|ashy|mauve|clammy|pale and|"
        "gone pale|dead white|violet",
        unless="<hit>|lipstick|hair|black eye|bruis|painted|nail bar|varnish|wrong (?:way|side)|face to"
        " face|in the face|blue (?:car|van|coat|jacket|light)",
    ),
    sign(
        "gone-blue",
        "he's gone blue",
        "(?:gone|going|went|turning|turned|looks?|looking|is|are|goes)(?: all| a bit| really| very|"
        " so| like| a| weird| funny| strange| horrible| odd){0,6} (?:blue|grey|purple|ashen|"
        "cold and clammy|clammy|waxy)",
        unless=r"photo|picture|lol|film|camera|filter|sky|car|van|hair|screen|light|grey area|blue badge|"
        r"door|walls?|paint|bruise|blue around|eye|"
        "police",
    ),
    sign(
        "strange-snore",
        "he's snoring really deep and I can't get him to stop",
        r"gurgl\w*|gargl\w*|death rattle|(?:deep|loud|weird|funny|strange|odd|heavy|horrible|"
        r"awful)<few> snor\w*|snor\w*<gap> (?:deep|loud|weird|funny|strange|odd|wrong|noise|like|"
        r"heavy)|(?:rattl\w+|choking|bubbling)<few> (?:noise|sound|in (?:his|her|their))|"
        r"snor\w+<many> (?:<drug>|using|took|taken|wake|cant)",
        unless="snores like|neighbour snores|keeps me (?:awake|up)|through the wall|every night|apnoea|"
        "husbands? snores|dog",
    ),
    sign(
        "froth-or-vomit",
        "foam coming out of his mouth",
        r"foam\w*|froth\w*|(?:choking|choke|sick|vomit|puke)<few> (?:his|her|their|own) (?:sick|vomit|"
        "mouth|puke|tongue)|(?:cant|wont|hasnt) stop(?:ped)? (?:being sick|vomiting|throwing up|"
        r"puking)|swallow\w*<few> tongue",
        unless="froth(?:y|ing) (?:coffee|milk|with anger|with rage)|beer",
    ),
    sign(
        "no-answer-from-body",
        "I can't get a peep out of him",
        "cant (?:get|make)<few> ?(?:a |any )?(?:peep|word|sound|reaction|sense|response|answer|rise|"
        "noise|squeak)<few> (?:out of|from)|not (?:with us|with it|rouseable|rousable|rousing|"
        "coming round|coming to|waking|stirring|alive|conscious|responsive)|no "
        "(?:wake|waking|respond|response|answer when i (?:shake|shout|slap))|(?:isnt|wont|doesnt|"
        "not) (?:rouseable|with it|coming round|come round|come to|stir|rouse|wake|coming to|shift|"
        "budge)|nobody home|sleeping too (?:deep|heavy)|(?:cant|dont know|unsure|not sure) (?:tell|"
        "know)? ?(?:if|whether) (?:he|she|they) (?:is|are) (?:alive|breathing|dead|ok|still (?:alive|"
        r"breathing))|(?:shook|shaking|shaken|slapp\w*|shout\w*|scream\w*) (?:at )?(?:him|her|"
        "them)<many> (?:nothing|no|wont|not|doesnt|isnt|still)|wont (?:answer|respond|react|talk|"
        "speak|wake|shift|move)<few> when i<few> (?:slap|shake|shout|call|pinch|touch|say)|"
        "just (?:staring|laid there|lying there|laying there)|wont wake|cant wake|(?:hes|he is|"
        "she is) (?:just )?(?:limp|lifeless|dead weight)$",
        r"\bhe\b|\bshe\b|\bthey\b|\bhim\b|\bher\b|\bthem\b|mate|friend|mum|dad|brother|sister|<kin>|"
        "partner|husband|wife|boyfriend|girlfriend|nan|man|woman|lad|girl|bloke|flatmate|housemate|"
        "customer|client|neighbour|someone|person|guy|wake",
        unless="<hit>|alarm|school|work|email|council|phone|text|message|police|ring|services?|housing|"
        r"doctor|letter|landlord|ignor\w*|in the mornings?|staring at (?:my|me|us|the house)|"
        "staring (?:at|through|in)|not with us (?:anymore|any)|i dont want to wake|want to|shift"
        " them|they wont (?:shift|budge|move|come)|wont (?:shift|budge|move) (?:from|out|off)|"
        "out of my|hope|answer (?:the|his|her|my)|isnt alive anymore|baby (?:to )?sleep|moved out|"
        "weeks|months|lads? wont|never (?:wake|waking)",
    ),
    sign(
        "pinned-and-drifting",
        "pupils like pinpricks and she keeps nodding off",
        r"pupils?|pinned|pinpricks?|eyes like pins|gouch\w*|both nodding|nodding (?:off|out)|"
        "nodded out|on the nod|monged|cant keep<few> awake|falling asleep<few> (?:mid|standing|while)",
        "tiny|pinpricks?|like pins|tiny|dots|wake|awake|drifting|keeps|breathing|taken|took|"
        r"respond\w*|cant get|slow|cold|too much|massive|stopped moving|not moving",
        unless="worried he is using|does he use|signs|every day|comes home|school says",
    ),
    sign(
        "cold-to-touch",
        "she's ice cold and I can't feel her breathing",
        "(?:ice|freezing|stone|so|really|gone|feels?|is) cold|stiff|stone cold|clammy",
        r"breathing|breathe|pulse|wake|respond\w*|answer|touch|<drug>",
        "he|she|him|her|they|mate|friend|mum|dad|body",
        unless="heating|cold turkey|house|flat|boiler|shoulder|tea|water|weather|food|outside|cold war|"
        "cold drink",
    ),
    sign(
        "withdrawal-fit",
        "she stopped drinking and now she's having fits",
        r"(?:having|had|has|keeps|started|into|went)<few> (?:fits?|seizures?|convuls\w+|fitting)|"
        r"fitting|convulsing|seizing|shaking<few> (?:uncontroll\w+|all over|violently)",
        r"<drug>|took|taken|alcohol|drinker|rattling|withdraw\w*|stopped (?:using|drinking)|"
        r"cold turkey|seizure|fitting|convuls\w+",
        unless=r"epilep\w+|mum would|mum will|dad will|fitting (?:room|kitchen|in|a|the|new)|will have a "
        r"fit|"
        "fit of|laughing|years ago|last (?:year|month)|kitchen|carpet|boiler|used to",
    ),
    sign(
        "body-failing",
        "a man in the doorway, blue in the face",
        r"blue in the face|blue (?:round|around) (?:the|his|her) (?:lips|mouth)|slipped (?:back )?under|"
        r"(?:doesnt|isnt|not|wont) react(?:ing)?(?: to| when|$)|stiff as a board|gone (?:all )?(?:stiff|"
        r"limp|floppy)|hardly taking a breath|barely taking a breath|rattling sound|death rattle|cant "
        r"get through to (?:him|her|them) (?:he|she|they|and)|dead weight|no pulse|(?:breathing|breathe) "
        r"(?:has )?stopped|stopped breathing|skin<few> (?:like wax|waxy)|boiling hot and|making no sense",
        unless=r"talk\w*<gap> blue in the face|argu\w*|until|till i am|say(?:ing)? it|<usual>|"
        r"relationship|emotional\w*|police (?:not|arent|dont)|makes? no sense|heating|water|under "
        r"(?:the|his|her|my|pressure)|form|letter|policy|carrying",
    ),
    sign(
        "breathing-heard-wrong",
        "I can hear him breathing but it's wet and slow",
        r"breath(?:e|ing|es)?",
        r"wet|slow|shallow|rattl\w*|bubbl\w*|gurgl\w*|stopp\w*|weird|funny|wrong|odd|strange|noisy|raspy|"
        r"laboured|ragged|barely|hardly|only just|struggling|once every|not right|properly",
        r"\b(?:he|she|they|him|her|his|mum|dad|mate|friend|brother|sister|son|daughter|baby|nan|partner|"
        r"husband|wife|girlfriend|boyfriend|someone|man|woman|lad|girl|flatmate|neighbour)\b",
        unless=r"<usual>|panic attack|anxiety|asthma|covid|breathing (?:down|space)|breathe (?:easy|"
        r"again|a word)|police|odd (?:job|one)|struggling to breathe (?:with|because of) (?:the|"
        r"this) (?:debt|stress|smell)|neck|<hit>",
    ),
    sign(
        "gone-over-now",
        "she's gone over",
        r"^(?:help |please |oh god |shit |quick ){0,6}(?:he|she|they|my mate|mate|my friend|friend)(?: "
        r"is| has| have|s| just){0,6} (?:gone|just gone|went) (?:over|under|blue|grey|limp|floppy|cold|"
        r"down)(?: again| now| help| please| quick){0,6}$",
    ),
)
