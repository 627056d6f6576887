"""Signs of an emergency in a signal agreed for it, in a door that gives, in a body held down."""

from safety.risk.pattern import sign


PATTERNS = (
    sign(
        "agreed-signal",
        "she just sent the code word that means come and get me",
        "code ?word|safe ?word|word (?:that )?(?:we|for)|our (?:word|sign|signal)|(?:ask\\w*|"
        "order\\w*|say\\w*|"
        "said|text\\w*|send\\w*|sent|ring\\w*)<many> (?:means?|meant) ",
        "rescu\\w*|ring the police|call the police|999|danger|come and get|get help|needs? help|in trouble|"
        "send (?:help|police)|hurting (?:me|her|him)",
        "(?:just|has|have)(?: just| now)? (?:texted|text|sent|said|used|ordered|rung|put|asked|done)|"
        "(?:sister|brother|mate|friend|mum|dad|daughter|son|wife|husband|partner|cousin|niece|"
        "nephew|nan|she|"
        "he)<few> (?:texted|sent|used|ordered|said|just)",
        unless="in case|if (?:i|he|she|they|it)|should (?:we|i)|good idea|film|telly|campaign|poster|"
        "last (?:week|month|year)|ago|used to|want to (?:have|agree)",
        certain=True,
    ),
    sign(
        "door-gives",
        "they're kicking it harder each time and the lock's splitting",
        "(?:locks?|doors?|doorframe|frames?|hinges?|chains?|panels?|bolts?)(?: is| has| are|"
        " have)?<few> (?:cracked|"
        "cracking|splitting|split|giving|gave|buckling|bending|coming (?:away|off|in)|wont (?:hold|"
        "last|take)|"
        "going to (?:go|give|break))",
        r"bang\w*|kick\w*|ramm\w*|shoulder\w*|hammering|charging|throwing <self>|hitting",
        r"harder|again|keeps?|still|every few|each time|now|any (?:minute|second)|are|is",
        unless=r"last (?:night|week|month|year)|yesterday|ago|police (?:kick|ramm)\w*|raid\w*|"
        r"landlord|council|"
        "repair|mend|music|neighbours? banging|frost|was (?:split|cracked)|wind|every time (?:i|im|we|were)",
        certain=True,
    ),
    sign(
        "on-the-body",
        "one of them is kneeling on my dad's neck",
        "(?:standing|stood|kneeling|knelt|sitting|sat|jumping|stamping|stomping|"
        "treading) (?:up and down )?on "
        r"(?:his|her|their|my|my \w+s|mums|dads) (?:head|neck|chest|throat|face|ribs|back)",
        unless=r"i am (?:standing|kneeling|sitting|sat)|yoga|gym|cat|dog|toddler|baby|play\w*|massage|physio|"
        "cpr|last (?:night|week|month|year)|ago|used to",
    ),
    sign(
        "unknown-road",
        "he's got me in his van and I don't know where we're going",
        "(?:dont|do not|no) (?:know )?(?:where|idea where) (?:we are|were|i am|he is|they are|"
        "she is|hes|shes) "
        "(?:going|being taken|taking (?:me|us)|driving|heading|off to)",
        r"(?:in|into)(?: \w+){0,2} (?:car|van|boot|lorry|taxi|cab|truck|transit)|(?:car|van|"
        r"taxi)<few> with",
        unless=r"my (?:dads?|mums?|social workers?|parents?) (?:car|van)|broke down|going to live|moving|"
        "surprise|holiday|last (?:night|week|month|year)|ago",
        certain=True,
    ),
)
