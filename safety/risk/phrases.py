"""The lists of words that the risk patterns share, written <name> in a pattern."""

import re


_LISTS = {
    # up to a few words between two others, within a sentence; bounded, so matching stays linear
    "gap": r"(?: [^ |]{1,24}){0,4}",
    "few": r"(?: [^ |]{1,24}){0,2}",
    "many": r"(?: [^ |]{1,24}){0,8}",
    "my": r"(?:my|me|our|his|her|their|the|a|this|that|your)",
    "they": r"(?:he|she|they|it|someone|somebody|people|men|man|blokes?|guys?|lads?|boys?|dealers?|ex|gang)",
    "self": r"(?:myself|himself|herself|themselves|themself|themselfs|ourselves|yourself|itself)",
    "pills": r"(?:pills|tablets|meds|medication|paracetamol|ibuprofen|painkillers|antidepressants|sleepers|"
    r"sleeping pills|xanax|xans?|valium|vallies|blues|diazepam|benzos?|bennies|zopiclone|zimmers|pregabs|"
    r"pregabalin|"
    r"gabapentin|codeine|cocodamol|tramadol|oxy|methadone|subs|capsules|insulin|antifreeze|bleach|"
    r"packets?|strips?|"
    r"quetiapine|sertraline|propranolol|amitriptyline|mirtazapine|morphine|oramorph)",
    "drug": r"(?:drugs?|gear|heroin|smack|brown|b|coke|cocaine|crack|rocks?|white|ket|ketamine|mandy|md|"
    r"mdma|pingers?|"
    r"ecstasy|eccies|spice|mamba|ghb|gbl|g|acid|speed|meth|fentanyl|fent|nitazenes?|nits|snowball|"
    r"speedball|lean|"
    r"edibles?|gummies|gummy|weed|vape|nos|balloons|naloxone|narcan|needle|syringe|injected|vodka|whisky|"
    r"booze|"
    r"drink|drinking|bag|wraps?|batch|stuff|<pills>)",
    "door": r"(?:door|house|flat|window|home|gate|garden|stairs|hallway|landing|porch|drive|building|"
    r"back door|front door|"
    r"bedroom|bathroom|caravan|place|hostel|room|letterbox)",
    "weapon": r"(?:knife|gun|machete|blade|bat|hammer|axe|hatchet|crowbar|sword|weapons?|strap|strapped|"
    r"pistol|shotgun|"
    r"rifle|acid|petrol|screwdriver|taser|crossbow|bottle|pole|iron bar|baseball bat|samurai sword|"
    r"cleaver|9mm|mash)",
    "soon": r"(?:now|right now|tonight|today|any minute|any second|any moment|in (?:a|an|the next|\d+|"
    r"five|ten|twenty|"
    r"thirty|half an|a few|less than|about|under)<few> (?:minutes?|mins?|hours?|hrs?|seconds?|bit)|soon|"
    r"this minute|this second|"
    r"this afternoon|this evening|by (?:midnight|tonight|morning|\d{1,2}(?:[.:]\d\d)?(?: ?pm| ?am)?)|at "
    r"midnight|"
    r"at \d{1,2}(?:[.:]\d\d)?(?: ?pm| ?am)?|later|before (?:dark|midnight|morning)|already|on (?:their|"
    r"his|her|the) way)",
    "hit": r"(?:beat|beaten|beating|hit|hitting|punched|punching|punch|kick|kicked|kicking|attacked|"
    r"attacking|attack|"
    r"stab|stabbed|stabbing|strangling|strangled|choking|throttling|battering|battered|jumped|jumping|"
    r"slapping|smashing|"
    r"leathering|hurting|dragging|dragged|assaulting|assaulted|shot|shooting|slashed|slashing|glassed)",
    "kin": r"(?:son|sons|daughter|daughters|grandson|granddaughter|grandchild|grandkid|nephew|niece|"
    r"stepson|stepdaughter|"
    r"foster (?:son|daughter|child|lad|girl|boy)|little (?:brother|sister|cousin|lad|girl|boy)|younger "
    r"(?:brother|sister)|"
    r"baby (?:brother|sister)|kid|kids|child|children|teenager|teen|lad|boy|girl|youngest|eldest|pupil|"
    r"student|godson|ward)",
    "used_by_gangs": (
        "missing|not come home|hasnt come home|out all night|"
        "(?:new|two|second|another|burner|2|three|extra|secret) <few> ?phones?|new (?:trainers|"
        "trackies|clothes|coat|phone|stuff|bike|things)|county lines|going (?:country|cunch|ot)|"
        r"trap\w*|gang|gangs|groom\w*|exploit\w*|recruit\w*|older (?:lads?|boys?|men|man|friends?|"
        "people|mates?|girls?|boyfriend|guys?)|olders?|elders?|owes?<few> (?:money|dealer|them|him|£|"
        r"\d+|people|for|lads|somebody|someone)|(?:carry|carries|carrying|hold|holds|holding|hiding|"
        r"deliver\w*|drop\w*|running|selling|sells|sold|sell|dealing|deal|shotting|moving|stash\w*|"
        r"transport\w*)<few> ?(?:drugs|knife|packages?|bags?|weed|stuff|it|for (?:them|him|someone|"
        r"older|men|people|lads)|money|gear|coke|crack|things|parcels?)|train tickets?|£ ?\d+ in|"
        r"wads? of|unexplained|bruis\w*|picked (?:him|her|them|up)|in (?:cars|a car) with|"
        r"strange (?:men|man|men in|cars?|numbers?)|wont tell (?:me|us) (?:where|who)|skip\w* school|"
        r"bunk\w* (?:off|school)|exclu\w*|worried (?:sick )?(?:about|for|that|because|my)|"
        "really worried|so worried|scared for (?:him|her|my|them)|im worried|i am worried|concerned|"
        r"frightened for|used by|made to|forc\w+|threat\w*|hung up on|hanging (?:around|round|about|"
        "out) with|in with (?:a|the) (?:bad|wrong)|bad (?:crowd|lot)|wrong (?:crowd|lot|people|"
        r"sorts?)|blackmail\w*|nudes?|sext\w*|county|stab\w*|beat\w* up|attacked|robbed|mugged|"
        "caught with|arrested|police station|at the station|never (?:home|in)|always out|"
        "comes? (?:home|back|in) (?:late|with|at)|coming (?:home|in|back)<few> (?:late|with|at)|"
        "came (?:home|back) with|stays? out|staying out|changed<few> (?:so much|completely|overnight|"
        "since|man|boy|girl|person|lately)?|secretive|not been (?:at|to|in) school|wont go to school|"
        "needs? help|in danger|not safe|unsafe|run(?:ning)? away|ran (?:away|off)"
    ),
    "trouble": (
        r"worr\w+|scared|frighten\w*|afraid|terrif\w*|missing|gone|disappear\w*|run away|ran away|"
        "not (?:come|been) home|hasnt come|didnt come home|out all night|phones?|trainers|trackies|"
        r"clothes|money|cash|£ ?\d+|\d+ (?:quid|pounds)|owe|owes|owing|debt|dealers?|dealing|deal|"
        r"drugs?|weed|ket|coke|cannabis|vapes?|gang|gangs|county lines|line|trap\w*|country|cunch|ot|"
        r"cuckoo\w*|bando|shot\w*|plug|elders?|olders?|older "
        r"(?:lad|lads|boys?|men|man|friends?|girls?|people|mates?|boyfriend)|knife|carry\w*|hold\w*|"
        r"stash\w*|hid\w*|deliver\w*|drop\w*|packages?|bags?|runs?|running|errands?|groom\w*|"
        r"exploit\w*|used|forc\w*|made to|makes? (?:me|him|her|them)|making (?:me|him|her)|hit\w*|"
        r"hurt\w*|beat\w*|bruis\w*|attack\w*|stab\w*|threat\w*|bull\w*|abus\w*|rap(?:e|ed|ing)|sex\w*|"
        r"touch\w*|pictures?|pics|nudes?|photos?|blackmail\w*|sextort\w*|snap\w*|secret\w*|withdrawn|"
        r"changed|crying|cries|skip\w*|bunk\w*|truant\w*|exclu\w*|kicked out|suspend\w*|police|"
        r"arrest\w*|caught|custody|station|help|danger|unsafe|not safe|safe|home late|train tickets?|"
        r"train|taxi|strangers?|picked up|meeting|men|man|hungry|starving|neglect\w*|drunk|drinking|"
        r"high|stoned|using|addict\w*|overdose|passed out|depress\w*|self harm\w*|cut\w*|die|kill\w*|"
        r"suicid\w*|anxious|nightmares|not sleeping|what do i do|dont know what to do|trouble|"
        r"wont (?:talk|tell|go)|refus\w*|gifts?|bought|gives? (?:him|her|them)|car|cars|hotel|"
        r"boyfriend|robbed|mugged|spik\w*|paying|pay|smok\w*|unconscious|wake|breathing|swallowed|"
        r"eaten|taken|ill|sick|angry|violent|alone|lost|control\w*|lying|lies|in with|wrong (?:crowd|"
        "people|lot)|hanging (?:around|round|about|out)|mixed up|involved|county|work for|works for|"
        r"works? off|earn\w*|selling|sells?|sold|moving|recruit\w*|target\w*|approach\w*|follow\w*"
    ),
    "young_one": (
        "(?:my|our|her|his|their|the|a|this|that|some|these|those|two|three|young|little|wee|"
        "one of (?:my|our|the))<few> (?:son|sons|daughter|daughters|grandson|grandsons|granddaughter|"
        "grandchild|grandkids?|grandchildren|nephew|niece|stepson|stepdaughter|step son|step"
        " daughter|little (?:brother|sister|cousin|bro|sis)|younger (?:brother|sister|cousin)|"
        "baby (?:brother|sister)"
        "|kid|kids|child|children|teenager|teen|teens|youngest|eldest|boy|girl|foster "
        r"(?:son|daughter|child|lad|girl|boy|kid)|pupil|student|year \d{1,2}|toddler|baby|godson|"
        "goddaughter|school ?(?:boy|girl|kid|friend|mate)s?|young (?:lad|boy|girl|person|people|one|"
        "ones|man|woman|kid|kids|lads|lass)|lad|wee one|schoolkids?|schoolchildren|minor|youngster|"
        "youngsters|bairn|tween)|child|children|schoolboy|schoolgirl|young person|teenager|"
        "foster child|(?:young|little|small) (?:kid|kids|boys?|girls?|lads?|children)|boys? (?:of|"
        "as young as|about|only|around)"
    ),
    "grown": (
        r"when (?:i|he|she|we) (?:was|were)|i am (?:1[89]|[2-9]\d)|(?:grown up|adult|grown|"
        r"married) (?:son|daughter|child|children|kids)|at uni\w*|university"
    ),
    "adult": (
        r"when (?:i|he|she|we) (?:was|were)|(?:1[89]|[2-9]\d) years old|(?:is|am|aged?|who is|turned|"
        r"now) (?:1[89]|[2-9]\d)(?! "
        "(?:today|minutes|mins|pounds|quid|missed|times|of|days|hours|weeks|months|bags|grams|wraps|"
        "people|lads))|(?:grown up|adult|grown|married|middle aged) (?:son|daughter|child|children|"
        r"kids)|(?:son|daughter) (?:and|with) (?:his|her) (?:wife|husband|kids)|at uni\w*|university"
    ),
    "fine": (
        "kids? are (?:fine|safe|ok|grown)|no (?:kids|children)|dont have (?:any )?(?:kids|children)|"
        "havent got (?:any )?(?:kids|children)|school (?:staff|policy|governor)|my old school|"
        "primary school teacher"
    ),
    "habit": (
        "every (?:night|day|weekend|week|evening|morning|time)|always|all the time|most (?:nights|"
        "days|weekends)|keeps? (?:on )?|constantly|usually|often|sometimes|regularly|all night|"
        "for (?:weeks|months|years)|never stops|day and night|on weekends|once a|lately|these days"
    ),
    "anyone": (
        "(?:he|she|they|someone|somebody|people|a man|two men|men|the (?:lads|dealers?|men|gang|boys)"
        "|lads|my ex|(?:my )?(?:husband|boyfriend|partner|dealer|stepdad|dad|brother|son)|"
        "three (?:lads|men|of them)|(?:four|five|two|six|a few|a load) of them|some (?:lads|men|guys|"
        "bloke|blokes|people|guy|man)|a (?:bloke|guy|gang|group)|guys|blokes|a car|a van|them)"
    ),
    "idiom": (
        r"laugh\w*|embarrass\w*|boredom|bored|for a (?:drink|wee|pint|kebab|cuppa|smoke)|curiosity|"
        "my (?:back|feet|knees|legs|head)(?: is| are)? (?:is|are)|homework|monday|queue|hangover|"
        "to (?:know|see|meet|try|find out|get out)|battery|phone"
    ),
    "violence": ("<hit>|hit by|fell|car crash|<weapon>|bleeding"),
    "lying_in": ("alarm|for school|for work|in the mornings?|every morning|phone|monday|baby wont|teething"),
    "only_feared": (
        "(?:worried|scared|afraid|terrified|might|could|may|if)<few> (?:he|she|they|i)?<few> (?:overdose|od)"
    ),
    "teens": (
        "(?:[5-9]|1[0-7]|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
        "sixteen|seventeen)"
    ),
    "someone_else": (
        "he|she|they|you|we|someone|somebody|people|brothers?|sisters?|mums?|dads?|nans?|sons?|"
        "daughters?|friends?|mates?|uncles?|aunts?|cousins?|husbands?|wife|partners?|who|neighbours?|"
        "kids|dog|cat|baby|battery|phone|lads?|boys?|girls?|man|woman|users?|clients?|grandad|one|him|"
        "her|them"
    ),
    "attacker": r"(?:"
    r"dad|mum|mate|cousin|husband|carer|lodger|pimp|boss|dealer|a few of them|three of them|two of "
    r"them|loads of them|some (?:man|men|guy|lads)|"
    r"he|she|they|men|lads?|someone|somebody|man|boss|stepdad|dad|boyfriend|girlfriend|"
    r"husband|wife|partner|ex|dealers?|gang|people|two|three|four|them|guys?|blokes?|boys?|"
    r"fella|son|brother|neighbour|uncle|landlord|one|group|load|who|burglars?|intruder|"
    r"masked|strangers?)",
    "victim": r"(?:me|us|him|her|them|mum|mam|dad|sister|brother|son|daughter|kids?|baby|wife|husband|"
    r"girlfriend|boyfriend|mate|friend|nan|grandad|man|woman|girl|boy|lad|neighbour|cousin|"
    r"someone|dog|children|gran|niece|nephew|housemate|flatmate)",
    "attacking": r"(?:kicking|punching|beating|stabbing|strangling|choking|throttling|battering|slashing|"
    r"stamping|attacking|dragging|assaulting|raping|hitting|slapping|smothering|torturing|"
    r"suffocating|biting|headbutting|hurting|whipping|drowning|pinning|thumping|leathering|"
    r"lamping|burning)",
    "arriving": r"(?:charging|forcing|trying the (?:handle|door|lock|window)|trying (?:to )?open|try "
    r"open|(?:stood|standing|stands) (?:over|in front of|behind|at|by|outside|there)|coming "
    r"(?:up|through|in|over|at|for|towards|closer|down)|running (?:up|at|towards|after)|"
    r"climbing|breaking|smashing|kicking|banging|hammering|bursting|burst|barged|storming|"
    r"stormed|looking for (?:me|us|him|her)|found (?:me|us)|going through (?:my|the) "
    r"(?:house|flat|rooms)|getting out|surrounding|circling|cornered|closing in|waiting for "
    r"(?:me|us|him|her)|blocking|staring in|watching (?:me|us|the house) (?:now|right now|"
    r"from)|at (?:my|the|our) (?:gate|door|window|letterbox)|on (?:my|the|our) (?:landing|"
    r"stairs|doorstep|drive|roof|balcony|fire escape)|in (?:my|the|our) (?:garden|hallway|"
    r"kitchen|loft|house right|porch|stairwell|bedroom|shed))",
    "not_suicidal": (
        r"den(?:ies|ied|ying)|nil|anything but|far from|hardly|no (?:\w+ )?(?:thoughts|ideation|suicidal)|"
        r"\w+ing (?:\w+ ){0,3}is suicidal"
    ),
    "usual": r"(?:<habit>|last (?:week|night|month|year|summer|time)|yesterday|years? ago|months? ago|"
    r"weeks? ago|days? ago|other (?:day|night|week)|deal\w*|selling|moved in|taken over|took "
    r"over|used to|when i was|police (?:are|is|came|kicked|raid\w*)|council|bailiffs?|school|"
    r"court|delivery|post(?:man|ie)|landlord|social worker|if (?:he|they|she|i|someone)|worried|"
    r"scared (?:of|that|they|he)|nightmare\w*|dream\w*|film|book|news|story|said (?:he|they) "
    r"would|park(?:ed|ing)|smok\w+|needles|rubbish|noise|music|work is|sick of|complain\w*|"
    r"threatened|would|could|might|counsell\w*|compensation)",
    "substance": r"(?:"
    r"weed|laced|snorted|lines of|crack pipe|joint|bong|balloons?|nos|club toilets|festival|gear out|"
    r"methadones?|thinking they were his|thinking it was his|"
    r""
    r"methadones?|syringe|needle|injected|medicine cabinet|sleeping tablets|given something|took "
    r"something|taken something|drugged|spiked|wine|cider|cans of|mixed|overdid|diet pills|"
    r"antipsychotics?|insulin|his meds|her meds|my meds|their meds|"
    r"<drug>|dab|dabs|bags?|bag of|two bags|a bag|spice|foil|lighter|pipe|gas|aerosol|"
    r"butane|petrol fumes|glue|medicine|patch(?:es)?|dose|doses|morphine|nits|on it all|"
    r"using|use|used|smoke|smoked|smoking|injected|a hit|a dig|a fix|a line|lines|a toke|"
    r"brownies?|cookies?|cannabis|hash|skunk|thc|mushrooms|shrooms|lsd|tabs of|2cb|poppers|"
    r"what he gave me|what they gave me|gave (?:me|him|her) something|tablets?|pill|his "
    r"pills|her pills|wrong (?:pills|tablets|meds)|by mistake|pregabs|chems|mcat|bath salts|"
    r"monkey dust|dust|benzos?)",
    "failing": r"(?:"
    r"keeled over|flaked out|(?:is |now (?:he|she) )?(?:so |very |really |stone |ice )?cold(?= "
    r"(?:and|gear|he|she|to|$)|$)|not talk\w*|face down|numb|chest hurts|kind of fit|having (?:a|"
    r"some)<few> fit|wet and slow|eyes (?:dont|wont) (?:shut|close|open|focus)|cant remember|doesnt "
    r"know who|rag doll|crashed out|sparko|zombie|wont rouse|unsteady|collapsing|fainted|fainting|"
    r"pale|clammy|sweaty|throat<few> on fire|"
    r""
    r"jaw (?:is )?(?:locked|clenched|swinging)|burning hot|doesnt know (?:who|where|what day)|"
    r"chin<few> (?:chest|down)|speech (?:is )?(?:going|gone|slurred)|open (?:his|her|their) eyes|"
    r"eyes wont|pulse (?:is )?(?:really )?(?:weak|slow|racing|faint)|weak pulse|cant remember (?:who|"
    r"how)|gurgling|rattling|bright red|rigid|cold and|freezing|sweating|keeps (?:nodding|falling|"
    r"dropping|going)|head (?:keeps |just )?(?:dropping|lolling|rolling|hit)|grey|white as|wont "
    r"(?:talk|answer|look|move|get up|stop shaking)|cant (?:walk|talk|hold|focus|keep)|mumbling|"
    r"incoherent|talking rubbish|out of it|lost the use|"
    r"cant (?:get (?:through to|him up|her up|any sense|a response)|move|feel|stand|stop "
    r"shaking|keep (?:him|her|them) awake|stay awake|speak|see)|hardly (?:move|breathe|"
    r"breathing|stand|speak|keep|taking a)|barely (?:move|breathe|breathing|conscious|awake|"
    r"speak|stand)|stiff as|gone stiff|staring|slumped|doesnt react|isnt reacting|not "
    r"reacting|twitch\w*|jerking|tingling|room (?:is )?(?:moving|spinning)|slurring|dropped|"
    r"not moving|dead weight|blacking out|blacked out|passing out|passed out|slipped under|"
    r"going under|gone under|goes under|on the (?:floor|deck|ground)|floppy|limp|dodgy colour|"
    r"funny colour|weird colour|bad colour|no colour|(?:turned|gone|going) (?:a )?(?:dodgy|"
    r"funny|weird|strange|horrible|bad|blue|grey|purple|white|green)|sick (?:all )?(?:down|"
    r"over|everywhere)|breathing (?:funny|weird|slow|odd|bad|wrong|fast|heavy)|not "
    r"(?:responding|breathing|waking|right|with it)|unresponsive|collapsed|convuls\w*|fitting|"
    r"seizing|shaking (?:all|loads|badly|like)|foaming|dribbling|blue|purple|eyes (?:rolled|"
    r"rolling|gone|glazed)|no wake|wont wake|wont come round|cant wake|burning up|boiling|"
    r"overheating|delirious|hallucinat\w*|confused and|drowsy|so sleepy|really sleepy)",
}
_NAME = re.compile(r"<(\w+)>")


def filled(phrase: str) -> str:
    """A pattern's phrase with every <name> replaced by its list."""
    while _NAME.search(phrase):
        phrase = _NAME.sub(lambda found: _LISTS[found[1]], phrase)
    return phrase
