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
    r"sleeping pills|xanax|xans?|valium|vallies|blues|diazepam|benzos?|bennies|zopiclone|zimmers|pregabs|pregabalin|"
    r"gabapentin|codeine|cocodamol|tramadol|oxy|methadone|subs|capsules|insulin|antifreeze|bleach|packets?|strips?|"
    r"quetiapine|sertraline|propranolol|amitriptyline|mirtazapine|morphine|oramorph)",
    "drug": r"(?:drugs?|gear|heroin|smack|brown|b|coke|cocaine|crack|rocks?|white|ket|ketamine|mandy|md|mdma|pingers?|"
    r"ecstasy|eccies|spice|mamba|ghb|gbl|g|acid|speed|meth|fentanyl|fent|nitazenes?|nits|snowball|speedball|lean|"
    r"edibles?|gummies|gummy|weed|vape|nos|balloons|naloxone|narcan|needle|syringe|injected|vodka|whisky|booze|"
    r"drink|drinking|bag|wraps?|batch|stuff|<pills>)",
    "door": r"(?:door|house|flat|window|home|gate|garden|stairs|hallway|landing|porch|drive|building|back door|front door|"
    r"bedroom|bathroom|caravan|place|hostel|room|letterbox)",
    "weapon": r"(?:knife|gun|machete|blade|bat|hammer|axe|hatchet|crowbar|sword|weapons?|strap|strapped|pistol|shotgun|"
    r"rifle|acid|petrol|screwdriver|taser|crossbow|bottle|pole|iron bar|baseball bat|samurai sword|cleaver|9mm|mash)",
    "soon": r"(?:now|right now|tonight|today|any minute|any second|any moment|in (?:a|an|the next|\d+|five|ten|twenty|"
    r"thirty|half an|a few|less than|about|under)<few> (?:minutes?|mins?|hours?|hrs?|seconds?|bit)|soon|this minute|this second|"
    r"this afternoon|this evening|by (?:midnight|tonight|morning|\d{1,2}(?:[.:]\d\d)?(?: ?pm| ?am)?)|at midnight|"
    r"at \d{1,2}(?:[.:]\d\d)?(?: ?pm| ?am)?|later|before (?:dark|midnight|morning)|already|on (?:their|his|her|the) way)",
    "hit": r"(?:beat|beaten|beating|hit|hitting|punched|punching|punch|kick|kicked|kicking|attacked|attacking|attack|"
    r"stab|stabbed|stabbing|strangling|strangled|choking|throttling|battering|battered|jumped|jumping|slapping|smashing|"
    r"leathering|hurting|dragging|dragged|assaulting|assaulted|shot|shooting|slashed|slashing|glassed)",
    "kin": r"(?:son|sons|daughter|daughters|grandson|granddaughter|grandchild|grandkid|nephew|niece|stepson|stepdaughter|"
    r"foster (?:son|daughter|child|lad|girl|boy)|little (?:brother|sister|cousin|lad|girl|boy)|younger (?:brother|sister)|"
    r"baby (?:brother|sister)|kid|kids|child|children|teenager|teen|lad|boy|girl|youngest|eldest|pupil|student|godson|ward)",
}
_NAME = re.compile(r"<(\w+)>")


def filled(phrase: str) -> str:
    """A pattern's phrase with every <name> replaced by its list."""
    while _NAME.search(phrase):
        phrase = _NAME.sub(lambda found: _LISTS[found[1]], phrase)
    return phrase
