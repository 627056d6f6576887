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
}
_NAME = re.compile(r"<(\w+)>")


def filled(phrase: str) -> str:
    """A pattern's phrase with every <name> replaced by its list."""
    while _NAME.search(phrase):
        phrase = _NAME.sub(lambda found: _LISTS[found[1]], phrase)
    return phrase
