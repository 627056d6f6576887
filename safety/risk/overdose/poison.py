"""Poison swallowed: what nobody swallows without harm, by whoever's will."""

from safety.risk.pattern import sign


SWALLOWED = (
    "(?:drank|drunk|drink|drinking|swallow\\w*|ate|eat|eaten|eating|downed|necked|chugged|took|taken|had)"
)
POISON = (
    "(?:bleach|domestos|anti ?freeze|weed ?killer|slug pellets|rat ?poison|rat bait|white spirit|"
    "screen ?wash|drain (?:cleaner|unblocker)|toilet cleaner|caustic soda|paint stripper|paint thinner|"
    "turps|turpentine|pesticide|insecticide|battery acid|meths|oven cleaner|brake fluid|dishwasher tablets?)"
)
AMOUNT = (
    "(?: (?:a|an|the|some|all|of|half|whole|bottle|glass|cup|mouthful|that|her|his|my|our|lot|full|"
    "neat)){0,5}"
)
# Told of animals, of long ago, of what somebody may yet do, or of what nearly happened.
NOT_TAKEN = (
    r"(?:my|the|our|their|next doors) (?:\w+ )?(?:dog|cat|puppy|kitten|rabbit|horse|rats?|mice|mouse)|"
    r"nearly|almost|(?:years?|months?|weeks?) ago|last (?:year|month|summer|winter|week)|when (?:i|he|"
    r"she) was|used to|"
    rf"(?:to|would|might|could|will|if|who) (?:\w+ )?(?:drink|eat|swallow|take){AMOUNT} {POISON}|in case|"
    rf"what if|"
    r"(?:in|on) (?:a|the) (?:film|telly|show|book|news)|tiktok|training|course|trump"
)


PATTERNS = (
    sign(
        "poisoned-me",
        "I've drunk bleach",
        "(?:drunk|drank|swallowed|downed|necked|drinking)<few> (?:bleach|antifreeze|a bottle of|screenwash|"
        "weedkiller|white spirit|all (?:my|his|her|the) (?:methadone|meds|mixture)|methadone)",
        unless="bottle of (?:wine|beer|water|pop|coke)|every|prescribed|pick ?up|years ago|daily",
    ),
    sign(
        "swallowed-poison",
        "my wife drink bleach this morning because of the shame",
        rf"{SWALLOWED}{AMOUNT} {POISON}",
        unless=NOT_TAKEN,
        certain=True,
    ),
)
