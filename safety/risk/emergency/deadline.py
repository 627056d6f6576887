"""Signs of a threat that falls due within minutes or hours."""

from safety.risk.pattern import sign


PATTERNS = (
    sign(
        "threat-with-time",
        "my dealer is coming tonight to burn the house",
        "(?:coming|come|comes|be here|be round|be back|on (?:his|her|their|the) way|here|arrive|"
        r"turn up|round|back|kill|shoot|stab|hurt|burn|torch|petrol|bomb|kidnap|take|pick\w*|get me|"
        "do (?:me|him|her) in|kick|smash|beat|batter|break (?:my|his|her)|cut (?:my|his|her)"
        r"|fetch\w*|collect\w*|sort me out|do us over|deal with me|shot)",
        r"<soon>|got (?:an|one|two|\d+|till|until) (?:hour|hours|minutes|mins|tonight|midnight|\d+)|"
        r"(?:until|till) (?:tonight|midnight|\d+|tomorrow morning|dark|morning|the morning)|midnight|"
        "next (?:hour|few minutes|half hour)",
        "they|he|she|dealers?|someone|men|lads|gang|people|ex|them|him|boys|olders?|elders?",
        "for me|for us|for him|for her|to get|me|us|kill|shoot|stab|hurt|burn|torch|petrol|money|pay|"
        "owe|debt|door|house|flat|windows|legs|batter|smash|beat|my (?:son|brother|mum|kids|family)|"
        "him|her|round",
        unless=r"that was|inside now|in prison|(?:he|they) said (?:he|they) would|deal(?:s|ing)? "
        r"(?:drugs|weed|outside|from|in)|social worker|police (?:are|is|said|officer)|"
        r"council|doctor|school (?:is|says)|train(?:s)? at|7 15|7\.15|coming (?:off|down|home|"
        "to (?:terms|court|visit))|nurse|bailiffs?|housing|appointment|what (?:time|do i do now)|"
        "when (?:he|she|they) (?:is|are|come|comes)|cant come|isnt coming|wont come|hasnt come|"
        "not coming|never come|now (?:he|they|i) (?:wont|cant)|(?:open|closed?|shut) (?:now|tonight|"
        "today)|can (?:i|you|he|she|someone) (?:come|talk|ring|speak)|i want to (?:talk|tell)|"
        "take drugs|(?:takes?|taken|taking) (?:drugs|over|it out)|pick(?:s|ed)? on me|"
        "pay (?:my )?rent|smash(?:ed|ing) it|take(?:s)? advantage|back (?:pain|to (?:school|work))|"
        "get back to|getting my money|money back|mums? back|been dead|happened|not (?:coming|"
        "be) (?:tonight|now)|hasnt been|hours? (?:ago|late)|come home (?:yet|tonight|last|now)|"
        "came back|home from",
    ),
    sign(
        "coming-now",
        "they're coming for me tonight",
        "(?:they|he|she|someone|people|dealers?|lads|men|them|him|gang|ex|boys|olders?|"
        "car full)(?: are| is| have| said| say| says| told| me| us| just| texted| rang| messaged|"
        " that| will| going to| be| on| all| and| going| they| he| theyll| hell|"
        " reckons?){0,6}(?: am)? (?:coming|come|comes|be here|be round|be over|on (?:their|his|her|"
        "the) way|driving (?:here|over|round|up)|coming (?:round|over|for|to get|up|back|in|"
        "here))(?: (?:round|over|for|to|get|me|us|him|her|up|back|in|here|my|the|house|flat|mine|ours|"
        "home|with|and|do)){0,6}<few> ?<soon>|on (?:their|his|her|the) way (?:here|round|over|now|"
        "to (?:mine|my|our|get|me|us))|coming (?:for|to get|after) (?:me|us|him|her|my)|(?:nearly|"
        "almost|already) (?:here|at (?:mine|my|the))",
        unless="<habit>|police|social worker|ambulance is|council|mum (?:is )?on|dad (?:is )"
        "?on|bus|letters?|bailiffs?|carer|nurse|my (?:mum|dad|friend|sister|social)|court|taxi|"
        "come home|coming (?:home|off|out in)|ever|one day|person coming|help is|"
        "they say they are coming for a meeting|delivery|when (?:they|he) (?:come|comes)|not coming|"
        "visit",
    ),
    sign(
        "minutes-away",
        "five minutes and they'll be here",
        r"(?:<soon>|(?:\d+|five|ten|twenty|thirty|few|couple of|half an) (?:minutes|mins|hour|hours|"
        "seconds)|any (?:minute|second|moment))",
        "(?:they|he|she|dealers?|lads|gang|men|ex)<few> (?:be|are|is|get|gets|come|coming|"
        "arrive) (?:here|back|round|at (?:mine|my)|for me|to (?:mine|my|get))",
        unless="<habit>|police|social|council|mum|dad|nurse|ambulance|not (?:here|back)|isnt|arent|ago|"
        "when|"
        "court|how soon|asking|dealing|deal|home (?:soon|later)|in now|are here for|landlord|housing|"
        "support|hope",
    ),
    sign(
        "ultimatum",
        "they said if it's not there by six they'll cut my fingers off",
        "(?:cut|chop|break|shoot|kill|burn|hurt|stab|batter|petrol|torch|smash|slice|snap|rape|"
        r"do) (?:\w+ )?(?:my|me|us|him|her|his|our|the|every)",
        r"(?:by|before|at|till|until) (?:\d{1,2}|midnight|tonight|morning|dark|six|seven|eight|nine|"
        "ten|noon|lunchtime|five|four|three|two|one|tea ?time|the end of (?:the day|tonight))|(?:an|"
        r"one|two|half an|\d+) (?:hours?|mins|minutes)|tonight|right now|today",
        "they|he|she|dealer|lads|gang|man|them|someone|boss",
        unless="benefits|hours cut|cut my (?:hours|money|benefits|hair)|last|ago|do my (?:job|head|best|"
        "homework|washing)|ring(?:ing)? me|(?:do|doing) (?:my|the) (?:shopping|school)|"
        "break my (?:lease|tenancy)|hurt my (?:back|feelings)|snap(?:chat)? me|burn(?:ed|t)? out",
    ),
    sign(
        "deadline-threat",
        "they have my brother and want money within the hour",
        r"(?:in|within|by|before|until|till|got)<few> (?:an|the|one|two|half an|next|\d+|few)<few> "
        r"?(?:hours?|hr|hrs|minutes?|mins?)|within the hour|by (?:tonight|midnight|morning|dark|teatime|"
        r"dinner|\d+)|till (?:tonight|midnight|morning|\d+)|until (?:tonight|midnight|morning|\d+)|"
        r"nobody (?:gets|gets|leaves|is leaving|goes|getting)|no one (?:gets|leaves|is leaving|goes)",
        r"(?:they|he|she|dealers?|gang|someone|men|lads)\b",
        r"have (?:my|our|his|her)|take (?:my|his|her) (?:legs?|fingers?|kneecaps|eye|kids?|son|daughter|"
        r"car|baby)|got my (?:brother|sister|son|daughter|mate|mum|dad|girlfriend|boyfriend|kids?|cousin|"
        r"nephew)|alive|legs|kneecaps?|fingers|hurt|kill|kneecap|burn|shoot|stab|rape|or else|ransom|"
        r"torch|smash|do (?:me|him|her|us)|get it|cut|be round|come round|bullet|petrol",
        unless=r"<usual>|train|home by|curfew|dinner is|got (?:my|the) (?:kids|son|daughter) (?:until|"
        r"till|by|for)|closes?|opens?|shift|appointment|cut (?:off|my|the) (?:gas|electric|phone|"
        r"internet|hours)|have my (?:son|daughter|kids) (?:until|till|for|at)",
    ),
    sign(
        "take-the-baby",
        "they say they'll take my baby tonight",
        "(?:they|he|she|dealers?|gang|ex|men|lads)<gap> "
        "(?:take|kill|hurt|grab|snatch|burn|rape|shoot|stab|cut|get|drown|do) (?:my |our |the |me|us|"
        r"him|her)(?: ?(?:\w+ )?(?:baby|kids?|son|daughter|mum|brother|sister|children|family|nan|"
        "girlfriend))?",
        "tonight|right now|any minute|in an hour|before morning|by midnight|today|on (?:his|"
        r"their) way|(?:until|till|by) (?:eight|nine|ten|six|seven|five|\d+)",
        unless="social|court|school|ring(?:ing)?|police|(?:take|get) (?:me|us|him|her) "
        "(?:to|out|home|some|a|on|off|help)|ago|last|council|do (?:me|us) a favour|get my (?:money|"
        "stuff|tablets|kids (?:to|from))|worried|i want to|trying to|benefits|deal today|hospital",
    ),
    sign(
        "message-at-window",
        "he just texted look out your window",
        "look out(?: of)? (?:your|the|my) window|come (?:out|outside|down) (?:or|now or)|open (?:the|"
        "your|this) door or|i (?:can )?see you|we know you are in|know (?:you are|"
        "i am) in(?:side)?(?: here)?$",
        r"text\w*|message\w*|says?|said|shout\w*|rang|snap\w*|saying|they|he|she",
        unless="last|ago|yesterday|every|see you (?:later|soon|next)",
    ),
    sign(
        "minutes-before-they",
        "they said I've got ten minutes before they start on my mum",
        r"(?:\d+|ten|five|twenty|fifteen|thirty|few|an|half an|one|two|couple of) (?:more )?(?:minutes|"
        r"mins|hours?|hrs|seconds)",
        r"before|or|until|till|to (?:pay|find|get|hand|bring|come|leave|tell)|left",
        r"(?:they|he|she|dealers?|gang|ex)<gap> (?:start|hurt|do|come|kill|shoot|cut|burn|take|post|hit|"
        r"break|begin|go for|get|said|say|says|given|giving|gave)",
        unless=r"<usual>|closes?|opens?|train|bus|appointment|on hold|queue|wait(?:ed|ing)? (?:for "
        r")?(?:\d+|two|three|an)|ambulance|away|break|call(?:ed)? back|to get (?:there|home|to "
        r"work)|shift|lunch",
    ),
)
