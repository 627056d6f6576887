"""Signs that someone else who is under 18 is at risk."""

from safety.risk.pattern import sign


PATTERNS = (
    sign(
        "someone-s-age",
        "my cousin is 15 and they make him hold a bag",
        "(?:is|was just|just turned|turned|turns|hes|shes|be|of|aged?|about|only|around|maybe|looks?|"
        "are|nearly|even|old|as young as|they are|my|the|a|our) (?:only |just |about |like |around |"
        r"maybe |nearly |not even |barely |still |a |\w+ is ){0,6}(?:<self>)?<teens>(?: (?:years old|or|"
        "and|to|nearly|so|but|now|he|she|they|next|who|yo|with|i|we|max|at most|tops|maybe|in|has|"
        r"hasnt|keeps|going on|wont|cant|getting|$|being)\b|$)|\b<teens> years old|"
        r"\b<teens> or <teens>\b|\b(?:13|14|15|16|17)s?\b (?:lad|boy|girl)|in (?:his|her|"
        "their) (?:early |mid |late )?teens|underage|hes <teens>|shes <teens>",
        "<trouble>",
        unless=r"about (?:ten|five|six|seven|eight|nine) and|<grown>|(?:5|6|7|8|9|10|11|12|one|two|three|"
        r"four|five|six|seven|eight|nine|ten|"
        r"\d+) (?:months?|weeks?|minutes?|hours?|days?|pm|am|miles?|grand|quid|times|people|oclock|k\b|"
        "missed|stone|pounds|foot|feet|per cent|calls?|cars?|nights?)|years old "
        "(?:flat|house|car|dog|cat|building|debt|tenancy|crime)|(?:flat|room|number|no|house|unit|"
        "block|route|bus|platform|at|by|before|after|until|till|past|since|from|around|"
        r"about) (?:1[0-7]|[5-9])\b|line (?:1[0-7]|[5-9])|(?:for|been) (?:1[0-7]|[5-9]) years|"
        r"\bi am (?:1[89]|[2-9]\d)",
    ),
    sign(
        "named-age",
        "my brother's 13 and he's not been home since Friday",
        "(?:son|sons|daughter|daughters|brother|brothers|sister|sisters|lad|lads|boy|boys|girl|girls|"
        "nephew|nephews|niece|nieces|cousin|cousins|friend|friends|mate|mates|kid|kids|grandson|"
        "grandsons|granddaughter|stepdaughter|stepdaughters|stepson|stepsons|child|pupil|student|"
        "client|one|he|she|her|him|neighbours?|youngest|eldest|middle one|someone|twins)(?: "
        "(?:is|was|are|aged|who|just|only|turned|turns|turning|barely|not|even|about|around|nearly|"
        "almost|like|a|has|i think|maybe|still|be|will)){0,6} <teens>(?:$| (?:and|but|so|with|now|he|she|"
        "they|next|in|who|yo|years|i|his|her|has|was|is|keeps|wont|came|got|went|at|on|going|told|"
        r"working|being|from|soon|though|they're|tomorrow|today|or|to)\b)|"
        r"\b<teens>(?: and a half)?(?: years old)? "
        "(?:boy|girl|lad|lass|kid|child|son|daughter|brother|sister|cousin|niece|nephew|grandson)",
        unless="<grown>|<teens> (?:months?|weeks?|minutes?|hours?|days?|pm|am|times|people|pills|tablets|"
        "bags|wraps|pounds|quid|grand|k|missed)|when (?:he|she|we|they|i) (?:was|were)|(?:he|she|"
        "they) (?:was|were) (?:only |just )?<teens> (?:when|then|at the time)|years? ago|died|"
        "passed away|(?:i|he) (?:have|has|had) (?:got )?(?:a |two |three )?(?:son|daughter|"
        "kids)<gap> (?:fine|happy|doing well)|film|book|one (?:5|6|7|8|9|10|is|in)|(?:on|at|by|"
        r"to) (?:5|6|7|8|9|10|11|12)\b|got \d+ (?:bags|grams|wraps|stitches|years)|"
        r"has (?:got )?\d+ (?:bags|grams|dogs|cats|cars|phones|missed|pills|points)|sentenced|(?:got|"
        r"has|was) <teens> (?:years|months|on|points)|at \d+",
    ),
    sign(
        "school-other",
        "a girl in my class has a new phone and bruises",
        "(?:girl|boy|lad|kid|mate|friend|someone|pupil|student|lass|children|kids|them|he|she|brother|"
        "sister|cousin|son|daughter|young person|child|teenager|one|boys|girls|lads)<many> (?:school|"
        "class|year (?:[5-9]|1[0-3])|my form|form|gcses?|sixth form|nursery|primary|secondary|pru|"
        "college|lessons?|playground|maths|youth club|children s home|childrens home|"
        "care home for kids|foster (?:care|home|placement))|school<gap> (?:says?|rang|called|said|"
        "phoned|wont listen|excluded|concerned|worried|havent seen|hasnt seen|kids|gates?)|"
        r"outside (?:the |my |our |his |her |kids |a )?(?:\w+ )?(?:school|college|youth club|"
        "children s home|childrens home|school gates)",
        "<trouble>|bag|listen|cars?",
        unless="film|novel|when (?:i|we) (?:was|were)|years ago|at school together|old school|"
        "school (?:policy|governors?)|assembly on|driving school|middle class|went to school with|"
        "since school|her teacher training|poster|leaflet|lesson plan|university",
    ),
    sign(
        "young-relation",
        "worried about my grandson, he has two phones and new trainers",
        "<young_one>",
        "<used_by_gangs>",
        unless=r"<adult>|<fine>|\b(?:girl|boy)friends?\b<few> (?:is|who|and)|(?:old|big|party|good|bad|"
        r"naughty|silly|poor|birthday) (?:boy|girl)$|(?:he|she) is (?:an adult|grown|\d\d)|"
        "kids (?:next door|stuff)|lad (?:at|from) work|adult children|for the children in need|"
        "(?:scared|frightened|worried) (?:for|about) (?:my )?(?:kids|children) future|son in law|"
        r"daughter in law|lads?\b<few> (?:at the|down the|in the) pub|bad boy|film|essay|lost (?:our|"
        "my|her|his|a)|(?:two|2|three) (?:kids|children) and|killed|died|i have (?:two|three|2|3|"
        "a) (?:kids|children|son|daughter)<few> (?:and (?:i|he|my)|but)(?! worried)|his (?:girl|boy)|"
        "inner child|my (?:son|daughter) (?:hits|steals|robs|takes)<few> (?:me|from)|childhood|"
        "a kid when|christmas|expecting a|as a (?:child|kid|teenager|girl|boy|teen)|boy racer",
    ),
    sign(
        "young-and-hurt",
        "they beat up a boy outside the shops and he's crying",
        r"\b(?:child|children|kid|kids|boy|boys|girl|girls|schoolboy|schoolgirl|toddler|baby|teenager|"
        "teenagers|teens?|young (?:lad|lads|boy|boys|girl|girls|person|people|kids?)|little (?:lad|"
        "boy|girl|one|ones|brother|sister)|minor|youngsters?|grandson|granddaughter|daughter|son|"
        r"nephew|niece|stepson|stepdaughter|pupil|foster child)\b",
        "hurt(?:ing|s)?|hit(?:s|ting)?|beat(?:ing|en)?|crying|left alone|on (?:his|her|their) own|"
        r"home alone|starving|hungry|no food|neglect\w*|unsafe|not safe|in danger|at risk|abus\w+|"
        r"touch(?:ed|ing|es)|rap(?:ed|ing|e)|sexual\w*|groom\w+|used (?:by|to|for|as)|being used|"
        r"made to|make them|forc\w+|selling|sell|running|dealing|carry\w*|deliver\w*|hold\w* (?:drugs|"
        r"bags?|stuff|it)|bruis\w*|missing|scared|frightened|terrified|kidnapped|taken|snatched|"
        "screaming|in the (?:car|van|house|flat) (?:with|while)|living (?:there|in|with)|there too|"
        "in there|with (?:them|him|those|strangers|older|the dealers)|(?:going|goes|go|coming|come|"
        r"comes|keep going|walk\w*) in(?: and out|to)?|works? for|working for|ran away|run away|owes?|"
        r"swallowed|eaten|ate|drank|breathing|wake|overdose\w*|passed out|want(?:s)? to die|"
        r"kill (?:himself|herself|themselves)|suicid\w*|self harm\w*|cutting|blackmail\w*|nudes?|"
        "pictures of (?:her|him)",
        unless=r"(?:were|was|been) (?:used|groomed|exploited) as|adults who|as kids|as children|as a kid|"
        r"(?:kids|children|child|baby) be taken|be taken (?:off|away|into)|lose (?:my|the) "
        r"(?:kids|children)|graduat\w*|charity|works? for a|<adult>|<fine>|\b(?:girl|boy)friend|"
        r"(?:kids|children|"
        r"boys|girls) "
        "(?:play|playing|could|might|can see|walk past|to (?:play|see)|use)|where (?:the )?(?:kids|"
        "children|girls|boys|they) play|lads? at work|as a (?:child|kid|girl|boy|teenager)|(?:my|"
        "the) (?:ex|old) girl|the boys (?:are|down|in) (?:blue|the pub)|film|lost (?:our|my|her|his|"
        "a)|essay|was a (?:kid|child|boy|girl)|son (?:hits|beats|hurts|hit|steals)(?: me| from)?|"
        "when (?:i|my)|christmas|kidnapped by|died|killed (?:in|last|by|when)|old enough|years ago|"
        "(?:safe|good|fun) for (?:kids|children)|son in law|daughter in law|adult|(?:son|"
        "daughter) (?:keeps|is) (?:hitting|beating|hurting) (?:me|his|her)|childminder|baby "
        "(?:shower|brother in law)",
    ),
    sign(
        "missing-at-an-age",
        "hes been missing since tuesday, 16, no one has seen him",
        r"\b(?:is|been|gone|went|reported|still|hes|shes) missing\b|"
        r"\bmissing (?:since|from home|for|person|from care)\b",
        r"\b1[0-7]\b(?! (?:pounds?|quid|grand|miles?|days?|weeks?|months?|hours?|times|of|th|jan\w*|"
        r"feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*))|"
        r"\b(?:fifteen|sixteen|seventeen|fourteen|thirteen|twelve)\b",
        unless=r"years ago|last year|found (?:safe|him|her)|"
        r"(?:cat|dog|puppy|phone|keys|bike|parcel|money)\b|(?:come|came|is|are) (?:back|home)",
    ),
    sign(
        "kids-in-the-house",
        "my ex deals with our kids in the house",
        "(?:our|my|her|his|the|their|young|small|little|poor|these|two|three|those|"
        r"four) (?:\w+ )?(?:kids|children|child|baby|babies|toddler|toddlers|little ones|kid|boy|girl|"
        "little (?:girl|boy|lad)|bairns|schoolkids|daughter|son)|schoolkids|schoolchildren|"
        "school kids|kids (?:as young|no older|aged)|using (?:kids|children)|(?:kids|children) (?:to|"
        "are) (?:carry|sell|deliver|run|being|used|made|going|coming|in|running|packing|bagging)|"
        "baby (?:sister|brother)|young ?sters?|teenagers?|scouts?|pupil",
        "in the (?:house|flat|car|room|home|same|back|trap)|house (?:where|with|full)|in (?:a|that|"
        r"there|this) (?:house|flat|place)|flat (?:upstairs|next|across|above|below|with)|deal\w*|"
        r"drug\w*|dealers?|crack|heroin|smoking|weapons?|knife|cuckoo\w*|packets?|packages?|parcels?|"
        r"bags|collect|carry\w*|deliver\w*|sell\w*|running|off (?:her|his|their) (?:face|head|heads)|"
        r"left alone|strangers|men|using|gang|beaten|shout\w*|crying|not safe|told me",
        unless=r"(?:were|was|been) (?:used|groomed|exploited) as|adults who|as kids|as children|as a kid|"
        r"(?:kids|children|child|baby) be taken|be taken (?:off|away|into)|lose (?:my|the) "
        r"(?:kids|children)|as a (?:teenager|teen|kid|child|boy|girl)|used to|<adult>|<fine>|kids "
        r"(?:play|could|"
        r"might|can|walk|will|would|see)|where (?:the )?(?:kids|"
        "children) (?:play|go)|for (?:the )?(?:kids|children)|(?:my|our) kids (?:in the area|"
        "growing up|future)|(?:girl|boy)friend|son (?:hits|steals|uses|sells|is (?:an"
        " addict|on|using|in prison|dealing))|daughter (?:uses|is (?:an addict|on|using))|my (?:son|"
        "daughter) (?:is|was|has|had|died|owes|sold|sells|smokes|uses|takes)|lost (?:our|my)|"
        "move (?:away|house|my)|want to move|worried (?:about )?my (?:kids|children) (?:might|will|"
        "could|may)|son in law|died|killed by|adult|grown|years ago|when (?:my|our) kids were|"
        "school was|bring (?:my|the) kids|look(?:ing)? after (?:my|the) kids and|i have (?:two|three|"
        "2|3|four) (?:kids|children)|taken (?:my|the) kids (?:to|out)|student nurse|teaching kids|"
        "essay|training",
    ),
    sign(
        "child-label",
        "she's a child, they've got her in a house with men",
        "(?:is|are|was|just|only|am|still|he is|she is|they are|being|be|with|by|use|using|a|"
        "the) (?:just |only |still |a |like |basically |literally |little |young ){0,6}(?:a child|a kid|"
        "children|schoolgirl|schoolboy|schoolkid|minor|minors|underage|a young person|"
        r"looked after child|a toddler|child missing|a year \d+)|child missing|missing child|"
        "only a (?:kid|boy|girl|child|lad)|just a (?:kid|boy|girl|child|lad|baby)|"
        "no older than (?:[5-9]|1[0-7])|looks? (?:about|around|like|no older than|maybe) (?:a |[5-9]|"
        "1[0-7])(?: kid| child)?|in (?:my|our) care|(?:still |he is |she is )?(?:at|in) (?:primary|"
        "secondary|nursery|infant|junior|high)(?: school)?",
        "<trouble>|home|house|fault",
        unless="<adult>|as a (?:kid|child)|when (?:i|he|she|we) was|(?:was|were) (?:just |only )?(?:a "
        "child|"
        r"a kid|children)(?: (?:myself|when|then|in))|like a (?:child|kid)|treat\w* (?:me|him|"
        "her) like|film|teach (?:at|in)|work (?:at|in)|years ago|died|not a (?:child|kid)|"
        "for children|essay|training|childish|inner child|only child|(?:my|our) primary|"
        "primary (?:school )?teacher|only a lad called",
    ),
    sign(
        "young-worry",
        "teen daughter, new phone, locked bedroom, lying",
        "(?:teen|teenage|school ?friend|(?:daughters?|sons?) (?:school )?friend|they have stopped my|"
        "young|youngest|little|foster|step|schoolgirl|schoolboy|adopted|my boy|our boy|my lad|our"
        " lad|my girl|our girl|grandson|granddaughter|nephew|niece|my kid|our kid|my son|our son|"
        "my daughter|our daughter|her son|his son|her daughter|my sons|pupil|boy|my stepson|"
        "my stepdaughter|my little|my baby|goddaughter|godson|my youngest|my eldest|wee lad|young"
        " lad|young girl|young boy)(?: (?:son|daughter|boy|girl|lad|brother|sister|cousin|grandson|"
        "granddaughter|nephew|niece))?",
        "(?:new|second|two|burner|extra|always on|2|another|secret|different)<few> phones?|"
        "new (?:trainers|clothes|bike|coat|stuff|things|mates|friends|tracksuit|jewellery|nails)|"
        "locked bedroom|lying|lies|secretive|wont go to school|stopped going|skips?|skipping|"
        r"truant\w*|excluded|bunk\w*|missing|not (?:been |come )?home|out all night|owes?|a (?:man|"
        "bloke|guy|lad) (?:gave|gives|bought|picks?)|gave (?:him|her)|(?:hold|holding|carry|carrying|"
        "hide|hiding) (?:a |the |his |her |their )?(?:phone|bag|drugs|knife|stuff|package|money|gear|"
        "weed|parcel)|waiting for (?:him|her|them)|picks? (?:him|her) up|getting (?:in|into) "
        r"(?:cars?|a car|strange\w*)|getting in cars|in cars|older "
        r"(?:boyfriend|men|man|lads?|friends?|boys|guys?|girls?)|trap house|found in|hotels?|men\b|"
        r"threaten\w*|blackmail\w*|nudes?|pictures|groom\w*|exploit\w*|gang|county lines|cunch|"
        r"country\b|used (?:by|to|for)|made to|make (?:him|her|them)|forc\w*|bruis\w*|cash|wads?|"
        "train ticket|two grand|scared to go|wont leave (?:his|her) room|wont talk|changed|"
        "hanging (?:round|around|about|out)|wrong crowd|bad crowd|mixed up|delivering|runner|"
        r"running (?:drugs|bags|for)|look ?out|stabbed|beaten|jumped|attacked|knife|scared|worr\w+|"
        r"raped|assaulted|touched|traffick\w*|stopped (?:him|her|my boy|my girl) (?:going|seeing)|"
        "window of that",
        unless="<adult>|<fine>|(?:girl|boy)friend|(?:hits|steals from|robs|robbed|stole from) (?:me|us)|"
        "in prison|addict|on heroin|heroin|his (?:wife|kids|flat|job|missus)|her "
        "(?:husband|kids|flat|job)|(?:son|daughter) (?:and|&) (?:i|me|his|her)|died|killed|"
        r"lost (?:our|my)|bereave\w*|young (?:at heart|offender)|little (?:bit|old|help|money|by)|"
        "foster (?:good|better)|step (?:by|back|one|in)|years ago|when he was|adult|film|essay|"
        r"my boyfriend|graduat\w*|works? for|his own place|moved out|young(?:er)? days|boy racer|"
        "old boy|poor boy|step (?:dad|mum)|stepdad|step ?mum|daughters wedding|on bail|"
        r"universal credit|my son is (?:2[0-9]|[3-9]\d)|nephews? (?:is|was)? ?(?:2[0-9]|[3-9]\d)",
    ),
    sign(
        "kids-used",
        "they use the kids from the estate as lookouts",
        r"\b(?:kids?|children|child|youngsters?|teenage (?:lad|boy|girl|son|daughter)|teenagers?|school "
        r"(?:age|kids?|children|boys?|girls?)|primary (?:school|age|pupils?)|year (?:[5-9]|1[01]|seven|"
        r"eight|nine|ten|eleven)s?|little (?:cousin|brother|sister|lad|boy|girl|kids?|ones?)|young "
        r"(?:cousin|brother|sister|lads?|boys?|girls?|kids?)|under ?age|underage|juveniles?|minors?|"
        r"pupils?|still at (?:primary|school|secondary))\b",
        r"use |uses|using|used (?:by|as|to)|look ?outs?|lookout|runners?|couriers?|carry\w*|deliver\w*|"
        r"cash|drops?|sell\w*|shott\w*|deal\w*|bagg?ing|knife|knives|bags?|packages?|recruit\w*|wait(?:s|"
        r"ing)? (?:at|for|outside)|gives? (?:her|him|them)|drink|vodka|weed|vapes?|hide (?:him|her|them)|"
        r"hiding|begging|falling asleep|hungry|bruis\w*|scared|crying|old(?:er)? men|grown men|strange "
        r"men|man in|men in|dont search|wont be searched|threat\w*|debt|owe\w*|exploit\w*|groom\w*|"
        r"traffick\w*|make (?:him|her|them)|made (?:him|her|them)|forc\w*|sit in the car|in the (?:trap|"
        r"car)|gang\w*",
        unless=r"(?:were|was|been) (?:used|groomed|exploited) as|adults who|as kids|as children|as a kid|"
        r"(?:kids|children|child|baby) be taken|be taken (?:off|away|into)|lose (?:my|the) "
        r"(?:kids|children)|<adult>|<fine>|as a (?:teenager|kid|child|boy|girl)|used to|when i "
        r"was|kids (?:play|"
        r"walk|can see|could|might|might see)|where (?:the )?(?:kids|children) (?:play|walk)|"
        r"years ago|film|book|soap|essay|leaflet|training|poster|my kids are|assembly|adult|in "
        r"the 19|(?:i|we) have (?:two|three|four|2|3|4|a)? ?(?:kids|children)(?: and)?|worker for|"
        r"bring my kids|died|killed|drug charity|policy|move (?:away|house)|school play|"
        r"kids\b<few> (?:stuff|clothes|toys)|news|paper",
    ),
    sign(
        "relative-with-age",
        "they make my brother, he's eleven, sit in the car",
        r"\b(?:son|daughter|brother|sister|lad|boy|girl|nephew|niece|cousin|friend|mate|kid|grandson|"
        r"granddaughter|stepson|stepdaughter|he|she|her|him|child)\b(?: [^ |]{1,12}){0,3} (?:is|hes|shes|"
        r"only|just|aged|turned|was|be|barely) <teens>\b(?! (?:months?|weeks?|minutes?|hours?|days?|pm|"
        r"am|times|people|pills|tablets|bags|wraps|pounds|quid|grand|stone|missed|per|years (?:older|"
        r"clean|sober|ago)|o|in the))",
        unless=r"<grown>|when (?:he|she|i|we)|died|years? ago|film|at (?:5|6|7|8|9|10|11|12|five|six|"
        r"seven|eight|nine|ten)|is (?:5|6|7|8|9|10|11|12) (?:miles|doors|houses)|just (?:5|6|7|8|"
        r"9|10) (?:of|miles|doors)|by <teens>|at <teens>",
    ),
    sign(
        "child-among-drugs",
        "my niece is at primary school and her mum leaves needles about",
        r"(?:boy|girl|lad|child|kid|baby|toddler|nephew|niece|grandson|granddaughter|son|daughter|"
        r"brother|sister|little one|teen\w*)s?\b",
        r"<teens>\b|primary|nursery|school|toddler|baby|little|young|infant|reception|nappies|newborn|"
        r"child|kid",
        r"crack house|drug house|drug den|trap house|needles?|syringes?|foil|pipes?|off (?:her|his) "
        r"(?:head|face)|using in front|smok\w+ (?:crack|heroin) (?:in front|round|near)|dealers? (?:in|"
        r"at|coming)|sleeping in|living in|left (?:with|alone)|(?:crack|heroin|coke|drugs) (?:lying|"
        r"about|around|in the house)|leaves? (?:needles|drugs|pills|foil)",
        unless=r"<adult>|<fine>|kids? (?:play|could|might|walk)|where (?:the )?(?:kids|children) play|"
        r"park|old enough|when (?:i|he|she) (?:was|were)|years ago|died|film|near (?:a|the|our) "
        r"school|outside (?:a|the) school|playground|playing|can my children be taken",
    ),
    sign(
        "found-in-a-child-s-room",
        "found a bag of pills in my 16 year old's room",
        r"(?:my|our|her|his|their) (?:<teens> years old|<teens>|teen\w*|little \w+|youngest|son|daughter|"
        r"lad|boy|girl|kid|child|grandson|granddaughter|stepson|stepdaughter|nephew|niece|foster \w+)s?\b",
        r"room|bedroom|bag|drawer|pocket|mattress|bed|phone|wardrobe|school bag",
        r"pills|knife|knives|drugs|weed|wraps?|cash|money|phones?|burner|scales|baggies|bag of|machete|"
        r"blade|messages|snap\w*|white powder|powder|tablets",
        unless=r"<grown>|adult|(?:is|was) (?:1[89]|[2-9]\d)|stole|steals|stolen|died|years ago|boyfriend|"
        r"girlfriend",
    ),
)
