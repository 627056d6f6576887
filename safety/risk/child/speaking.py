"""Signs that the person who writes is under 18."""

from safety.risk.pattern import sign


PATTERNS = (
    sign(
        "says-own-age",
        "I'm being forced to have sex and I'm only 12",
        r"\bi (?:am|m)(?: only| just| a| nearly| almost| still| not even| like| about| literally|"
        " actually| also| but| 've just turned){0,6} <teens>(?: (?:and|years?|nearly|almost|so|but|now|"
        "btw|next|they|he|she|my|i|with|in|from|male|female|boy|girl|please|what|who|can|on|this|"
        r"turning|going|today|its|dont|cant|at)\b|$)|\bi (?:just )?(?:turned|turn) <teens>\b|"
        r"\bmy age is <teens>\b|\b<teens> (?:years old|yo|yr old) (?:boy|girl|lad|lass|here|male|"
        "female|and|me|i|need|student|kid)|^(?:<teens>|age <teens>)(?: years old)?(?: (?:here|girl|"
        r"boy|f|m|male|female|and)|$)|\baged? <teens>\b|\bi have (?:only )?<teens> years\b|"
        r"\bme <teens> years\b|have (?:only )?<teens> years old|im (?:only )?<teens>\b|"
        "i will be <teens> (?:in|on|next|soon)|not 18(?: yet)?|i am under (?:18|16|age)|"
        r"i am (?:a )?(?:minor|underage|kid|child|teenager|teen)\b|my (?:\d+th|thirteenth|fourteenth|"
        "fifteenth|sixteenth|seventeenth|eighteenth) birthday (?:is|in|next)",
        unless=r"when i was|back when i|i am (?:5|6|7|8|9|10|five|six|seven|eight|nine|ten|\d+) (?:months?|"
        "weeks|minutes|miles|grand|days|hours|stone|foot|quid|pounds)|not (?:a )?(?:minor|underage|"
        "kid|child)|(?:under|not a) (?:18s?|16s?) (?:service|disco)|dealing to|kids under|"
        "no longer a (?:kid|child)|(?:and|who is) (?:adult|grown)",
        certain=True,
    ),
    sign(
        "school-self",
        "I'm in year 9 and an older lad gives me packages",
        "(?:(?:i|im) (?:am|m)?<few> ?(?:in |going into |go into |start |starting )?(?:year|yr|"
        "yr) ?(?:[5-9]|1[0-3]|seven|eight|nine|ten|eleven|twelve|thirteen))|(?:my|me|our|at|in|after|"
        "from|before|to|got|have|miss|missed|missing|into|off|during|have to go to|"
        r"outside) (?:\w+ )?(?:school|form tutor|head of year|maths|english lesson|science|pe|gcses?|"
        "mocks?|maths test|spelling test|detention|homework|lessons?|sixth form|pru|form room|"
        "year group|exams?|head teacher|headteacher|teacher|tutor|pastoral|sats|assembly|classroom|"
        r"class|lunch break|double maths|student support|bus pass|locker)\b|year ?(?:[5-9]|"
        r"1[0-3]) (?:girl|boy|kid|student|and|at|now|group|lad)?|teachers? (?:knows?|found|saw|ask\w*|"
        r"says?|thinks?|tell|told)|after (?:school|class)|maths|gcses?|(?:my|our) (?:form|year)\b|"
        "detention|head of year|school bag|school uniform|school bus",
        r"\bi\b|\bme\b|\bmy\b|\bwe\b|\bim\b",
        "<trouble>|they|he|tomorrow|cant|dont|told",
        unless=r"want a talk|a talk (?:at|in|for)|our school about|i (?:am|m) (?:a |the |an |his |her "
        r")?(?:\w+ )?(?:teacher|teaching|ta|headteacher|dsl|"
        "safeguarding|governor|tutor|lecturer|parent|mum|dad|nan)|(?:work|working|teach|job) "
        r"(?:in|at|for) (?:a|the) (?:\w+ )?school|when i was|at school (?:i|we|years|in the)|"
        "since school|old school|school (?:run|reunion|policy)|went to school with|left school|"
        "my (?:kids?|children|sons?|daughters?|wife|husband|partner)|driving (?:school|test)|"
        "night school|school of|film|novel|yoga|exercise class|evening class|middle class|"
        "english (?:is|not)|write an? (?:essay|assignment)|dissertation|my (?:english|maths) (?:is|"
        r"not)|teacher training|in class(?:es)? for adults|university|uni\b|college lecturer",
    ),
    sign(
        "self-in-school",
        "I'm in year 7",
        "i am<few> (?:in |only in |still in )(?:year|yr) ?"
        "(?:[5-9]|1[0-3]|seven|eight|nine|ten|eleven|twelve|thirteen)|i am (?:only |just |still |"
        r"still just )?(?:a |only a |just a )?(?:\w+ )?(?:girl|boy|kid|child|schoolgirl|schoolboy|"
        r"pupil|teenager|teen|minor|year \d+)(?: (?:from|in|of|at|and|but|they|who|so)|$)|(?:my|"
        "our) (?:head of year|form tutor|form teacher|maths teacher|school|head teacher|headteacher|"
        "teachers?|year group|sixth form|pe teacher|school bus|primary school|high school|academy|"
        "school bag|detention|gcses?|homework|exams?|mocks?|lessons?|class)|(?:got|have|had|in|get|"
        r"getting) (?:a )?detention|which school i|skip(?:ping)? (?:school|lessons?)|bunk\w* (?:off|"
        "school)|(?:after|before|during|off) school|at break ?time|lunchtime at school|at my school|"
        "kids? (?:at|in|from) my (?:school|year|class)|teachers? keeps?|in my (?:year|form|class|"
        "school)|i go to (?:school|primary|high school)|going to school",
        r"\bi\b|\bmy\b|\bme\b|\bus\b|\bwe\b",
        unless=r"want a talk|a talk (?:at|in|for)|our school about|<adult>|i am (?:a |the |an |his |her "
        r")?(?:\w+ )?"
        "(?:teacher|ta|headteacher|dsl|governor|tutor|lecturer|parent|mum|dad|nan|nurse|worker|"
        "officer|coach|leader)|my (?:kids?|child|children|sons?|daughters?|wife|husband|partner|"
        r"grand\w*|nephew|niece|boys?|girls?)|years ago|when i|driving|(?:yoga|art|evening|night|"
        "cookery|exercise) class|school (?:reunion|friend i had)|work(?:ing)? (?:in|at) (?:a|"
        "the) school|old school|boss|boyfriend (?:is|was)|i am (?:not|no longer) a (?:kid|child)|"
        "he goes to|she goes to|were (?:at|in)|party girl|family girl|good girl|bad boy|city boy|"
        "country boy|call girl|i am a (?:big|golden|new|local|single|working|trans) (?:girl|boy|kid)|"
        "(?:our|the|my) (?:english )?classes|play at school|for my (?:essay|coursework|homework)|"
        "school play",
    ),
    sign(
        "parents-and-fear",
        "please don't tell my mum, they said they'd hurt her if I stop",
        r"(?:dont|cant|not|never|without|will you|will they|do you|if|have to) (?:\w+ )?(?:tell|"
        "telling|ring|phone|call|let|say to|told|contact|speak to|find out)<few> (?:my )?(?:mum|dad|"
        "mam|parents|foster (?:mum|dad|carer|parents)|carer|social worker|school|nan|teacher|stepdad|"
        "key ?worker)|(?:mum|dad|parents|nan|foster (?:mum|dad|carer)|carers?|stepdad)<few> "
        "(?:doesnt|dont|cant|wont|will|would|does not|not|will|would|is going to|"
        "are going to) (?:know|believe|find out|kick|ground|go mad|go mental|kill me|listen|let me|"
        "take my phone|care)|(?:mum|dad|stepdad|mums boyfriend|my parents|foster carer|"
        "my foster mum)<few> (?:hits?|beats?|hurts?|locks?|touches|kicks?|kicked|threw|burns?|drinks|"
        r"smokes|uses|shout\w*|leaves?)<few> (?:me|us)|my foster|in care|childrens home|"
        "children s home|my social worker|my key ?worker|supported living|care leaver|"
        "staff at my (?:home|unit)|residential (?:home|unit)|my mums (?:new )?boyfriend|(?:mum|"
        "dad) thinks i am at",
        r"\bi\b|\bme\b|\bmy\b",
        r"they|he|she|dealers?|older|elders?|bag|hold|phone|owe|scared|hurt|hit|touch\w*|drugs?|weed|"
        "knife|money|train|snap|pictures?|pics|run away|ran away|school|<trouble>",
        unless="my (?:wife|husband|kids|children|partner|son|daughter|job|tenancy|grandson|granddaughter)|"
        "mum (?:died|passed|has dementia)|(?:my|old|elderly) (?:mum|dad|nan) (?:has|is in|"
        "lives in) (?:a )?(?:care|dementia)|when i was|years ago|in care of|(?:mum|dad|"
        "nan)s? (?:is )?(?:in|going into) care|dementia|my parents house is|care home|take care|"
        "old people|elderly|benefits|rent|flat|work",
    ),
    sign(
        "grooming-words",
        "he bought me trainers and now I have to carry stuff for him after school",
        "(?:bought|gave|got|gives|buys|giving|getting) (?:me|him|her|"
        r"us) (?:\w+ )?(?:\w+ )?(?:trainers|trackies|tracksuit|phone|vapes?|mcdonalds|maccies|maccys|"
        "chicken|food|clothes|airpods|coat|jacket|nike|hoodie|weed|takeaway|presents?|nails|fortnite|"
        "vbucks|games?|sweets|bike|e ?bike|necklace|gifts?)",
        "now (?:i|he|she|we|they)|have to|has to|got to|owe|owes|pay (?:him|them|it) back|work it"
        r" off|want(?:s)? me to|wants?|said i|says i|make\w*|do (?:something|a job|jobs|drops|runs|"
        "favours?)|carry|hold|deliver|drop|sell|in return|keeps? asking",
        unless="my (?:wife|husband|kids)|my boss|benefits|dealer gave me weed on tick|birthday|for"
        " christmas|when i was|tenancy|flat",
    ),
    sign(
        "teen-line-work",
        "they want me on the 7.15 train tomorrow but I've got a maths test",
        r"(?:going|go|went|sent|sending|sends?|send|on|get|catch|take|taking|wants?|told|put|make\w*|"
        "forced)<gap> (?:country|cunch|ot|out of town|up the line|down the line|the trap|"
        r"trap(?:ping)?|the bando|a train|the train|train|the \d{1,2}[.: ]\d\d)",
        "mum|dad|mam|school|lesson|test|exam|homework|teacher|mates?|college|maths|parents|nan|foster|"
        r"social worker|detention|gcse|bedtime|football (?:training|practice)|year \d+|brother|sister|"
        r"boys?|girls?|kids?|lad|young\w*|elders?|olders?|older|son|daughter|grandson|nephew|"
        r"they are \d|1[0-7]\b",
        unless="<adult>|miss my mum|my (?:wife|husband)|on (?:a|the) train to (?:visit|see) my|(?:visit|"
        "see) my|work|driving test|job",
    ),
    sign(
        "older-lads-and-me",
        "some older boys at the park make me hold things for them",
        "(?:older|elder|bigger|grown|elders|olders|big) ?(?:lads?|boys?|kids?|ones?|guys?|men|man|"
        r"man dem|mandem|girls?|people|year|years|students|cousins?|brothers|mates?)?\b|year (?:9|10|"
        "11)s?|sixth formers?|the elders|mandem|youngers?",
        "(?:make|makes|made|making|told|tell|tells|ask|asked|asks|asking|want|wants|get|gets|got|"
        "force|forced|forcing|gave|give|gives|giving|said|says|buys?|bought|sends?|sent|sending|using|"
        r"use|bully\w*|threat\w*|pay|pays|paid) (?:me|us|him|her)|to me|(?:my|a|his|her) (?:little|"
        "younger) (?:brother|sister)|i (?:have|got) to|hold (?:a |their |his |it |stuff|things|bags?)"
        "|carry|snap|phone|scared",
        r"hold|carry|deliver|drop\w*|keep|hide|stash|take|package\w*|bag\w*|stuff|things|phone|sell|"
        r"look ?out|bike|ride|money|owe|knife|drugs?|weed|it|pictures?|pics|meet|car|train|run\w*|"
        r"errand\w*|send|nudes?",
        unless=r"older than|(?:i am|im) (?:[2-9]\d|1[89])|my (?:wife|husband|kids|flat|tenancy|landlord|"
        "benefits|job|nan|mum is)|older (?:neighbour|resident|tenant|woman|couple)|elderly|"
        "in my (?:flat|house)|when i was|big (?:issue|time|deal|problem|man who|dog|car)|our (?:flat|"
        "street)|work colleague|prison",
    ),
    sign(
        "nudes",
        "he says he'll send my pics to everyone at school",
        r"(?:nudes?|naked|pictures?|pics|photos?|videos?)<gap> (?:of me|i sent|send|sent|post\w*|"
        r"share\w*|leak\w*|show\w*|everyone|spread|online)|(?:send|sent|post|posted|posting|share|"
        "shared|leak|leaked|show|showing|put)<gap> (?:nudes?|my (?:pics|pictures|photos|videos?)|"
        "naked|pictures? of (?:me|her|him))",
        r"school|mum|dad|mam|parents|year \d+|my form|teacher|class|my friends list|teen|boy|girl|"
        r"daughter|son|kid|child|1[0-7]\b|snap\w*|insta\w*|roblox|fortnite|discord",
        unless="<adult>|my (?:wife|husband|kids|employer|boss|flat|ex (?:wife|husband))|drill video|cctv|"
        "camera|when i was|friends list|video of (?:the|them) dealing",
    ),
    sign(
        "hungry-or-alone",
        "mum's been out of it for days and there's nothing to eat, my little brother is crying",
        "(?:little|baby|younger|youngest|small) (?:brother|sister|bro|sis|brothers|sisters|one|"
        "cousin)|(?:mum|dad|mam|parents|nan)<gap> (?:out of it|off (?:her|his) (?:head|face)|"
        "not been home|hasnt come (?:home|back)|passed out|not (?:home|back|here)|been gone|"
        "left (?:me|us)|asleep all|in bed all|wont get up|using again|selling|on (?:heroin|crack|"
        "drugs|ket|coke|gear|spice))",
        "crying|hungry|eat|food|nappies|alone|on our own|on my own|by myself|looking after|school|"
        "scared|frightened|bedroom|hide|homework|social|people (?:in|come|keep)|men (?:in|come|keep)|"
        "take us|split us|tell|strangers|bath|milk|get (?:him|her|them) (?:up|ready|dressed)",
        unless="<adult>|my (?:wife|husband|kids|flat|tenancy|job)|as a (?:kid|child)|when i was|years ago|"
        "dementia|i am (?:his|her) carer",
    ),
    sign(
        "youth-words",
        "the youth worker says I should tell someone about the man who drives us round",
        "youth (?:worker|club|offending|justice|centre)|yot worker|yjs|school (?:nurse|counsellor|"
        r"counselor)|tutor|childline|my (?:mum|dad|mam|parents) (?:says?|said|think\w*|told)|"
        "social worker|(?:snap|tiktok|roblox|discord) (?:friend|mate)s?",
        r"\bme\b|\bus\b|\bi\b",
        "drives? us|picks? us|picks? me|gives? us|gives? me|older|man who|bloke who|lad who|guy who|"
        r"make\w* me|hold|carry|owe|run away|ran away|been hurt|touch\w*|scared|nudes?|hits? me|"
        r"groom\w*|weed|vape",
        unless="<adult>|my (?:wife|husband|kids|son|daughter|child|flat|tenancy|job|grandson|nephew|"
        "children)|i am (?:a|the|his|her) |when i was|referral|childrens social worker|my mum says he",
    ),
    sign(
        "mum-and-us",
        "mum leaves us with her dealer",
        r"\b(?:mum|mam|dad|stepdad|mummy|mums (?:boyfriend|mates|dealer|fella)|nan|my parents)\b",
        r"\bus\b|me and my (?:\w+ )?(?:sister|brother|bro|sis|twin)|my (?:little|baby|younger|big|"
        "older) (?:sister|brother|bro|sis)|take me (?:off|away from)|hits me|beats me|locks me|"
        "touches me|make(?:s)? me|made me|leaves me|no food",
        "dealer|drugs?|heroin|crack|coke|spice|gear|weed|drunk|drinking|off (?:her|his)|food|alone|"
        r"own|hiding|upstairs|care|social|take|men|mates|fetch|stuff|scared|hit|hits|hurt|touch\w*|"
        r"locks?|sell\w*|deliver|out of it|passed out|gone|hungry|needle|foil",
        unless="<adult>|when (?:i|we) (?:was|were)|years ago|used to|as a kid|my (?:wife|husband|kids|"
        "children|son|daughter|flat|tenancy|job)|dementia|hospital|died|grew up|nan has|care home|"
        "scammed|conned|his tablets|my nan put|stairs",
    ),
    sign(
        "care-fear",
        "will I get taken into care if I tell",
        "(?:taken|take|put|go|going|sent|end up|been|am|get) (?:me |us |back )?(?:in ?to|"
        r"in) (?:foster )?care\b|take(?:n)? (?:me|us) (?:off|away from) (?:my |our )?(?:mum|dad|"
        "parents|nan|family)|foster (?:carer|mum|dad|placement|home|family|parents)|(?:children s|"
        r"childrens|kids|care) home\b|semi ?independent|my placement",
        r"\bi\b|\bme\b|\bus\b|\bmy\b",
        unless=r"<adult>|my (?:kids?|children|son|daughter|baby|grand\w*|nan|grandad|mother|father|dad|"
        "mum) (?:is|was|in|has|lives|went|goes|got|taken|put)|lose my (?:kids|children)|when i|"
        "grew up|was in care|care leaver|years ago|old people|elderly|residential home for|(?:take|"
        "taken) my (?:kids|children|baby)|nursing|dementia|been in care as",
    ),
    sign(
        "treats-for-errands",
        "dad's dealer gives me sweets and asks me to run round the corner with a bag",
        r"(?:gives?|gave|buys?|bought|bribes?) (?:me|us|him|her) (?:sweets|money|fivers?|a fiver|"
        r"tenners?|a tenner|vapes?|mcdonalds|crisps|pop|toys?|robux|vbucks|games?|trainers|a phone|weed|"
        r"drink)",
        r"run|carry|drop|bag|deliver|errands?|take|round the corner|hide|keep|look ?out|watch|hold|fetch|"
        r"post|bike|knock|to (?:the|a) (?:man|house|flat|car)|send|pictures?",
        unless=r"<adult>|my (?:wife|husband|boss|kids|children)|benefits|carer|carers? allowance|"
        r"prescription",
    ),
    sign(
        "age-first",
        "im 14 got a burner and a bag under my bed",
        r"^(?:hi |hello |hey |help |please |ok |so |um |yo ){0,6}i am (?:only |just |a )?<teens>(?! "
        r"(?:months?|weeks?|minutes?|hours?|days?|miles|stone|grand|k\b|quid|pounds|points|percent|years "
        r"(?:clean|sober|into)|foot|feet|people|down|years in|days))",
        r"\w+",
        unless=r"when i was|not <teens>",
    ),
)
