"""Signs of a wish to die."""

from safety.risk.pattern import sign


PATTERNS = (
    sign(
        "suicidal",
        "I feel suicidal",
        "suicidal|suicide|self delete|commit sudoku|ctb|kms",
        unless=r"it is suicide (?:to|for)|suicide (?:to park|mission)|used to (?:be|feel) suicidal|suicide "
        "(?:prevention|awareness|bereavement|squad|rates?|bomber|note was|watch film)|(?:his|her|their|"
        "dads?|mums?|brothers?|sisters?|sons?|daughters?|friends?|mates?|uncles?) suicide|(?:lost|"
        "losing)<gap> (?:to )?suicide|died by suicide|by suicide|after (?:a|the) suicide|"
        r"commit+ed suicide|bereave\w*|political suicide|career suicide|no one is suicidal|(?:was|am|"
        r"if) i (?:was |am )?suicidal<many> (?:no|not)\b|deny|<not_suicidal>|"
        r"suicide (?:box|question|form)|link between|look like suicide|(?:more|"
        r"less) likely to|is a sin|never would|ask\w*<many> suicidal<many> (?:no|not|laughed|fine)|"
        r"suicidal people|spell|it is suicidal",
    ),
    sign(
        "kill-self",
        "I'm going to kill myself",
        "(?:kill|killing|hang|hanging|drown|drowning|shoot|shooting|gas|poison|off|neck|end|ending|top|"
        "topping|suffocate|harm|harming|hurt|hurting|cut|cutting|burn|burning|starve|slit) <self>|"
        "string(?:ing?)? <self> up|do <self> in|done <self> in|doing <self> in|finish <self>|"
        "do something (?:stupid|silly|daft) to <self>",
        unless=r"laugh\w*|might as well kill myself if|wont kill (?:him|her)self|rumou?r|(?:bike|scooter|"
        r"quad) |cut myself (?:off|some|cooking|shaving|on)|cooking|"
        "shaving|hurt(?:ing)? (?:myself|himself|herself) (?:at work|playing|falling|at football|"
        "in the gym)|gym|football|selling myself|cut myself a",
    ),
    sign(
        "end-life",
        "I just want to end it all",
        "end(?:ing)? (?:it all|my life|his life|her life|their life|this life|everything|my own life)|"
        "take (?:my|his|her|their)(?: own)? life|taking (?:my|his|her|their)(?: own)? life|"
        "end things for good|end it (?:now|tonight|all|for good|today|myself)|(?:want|wants|wanting|"
        "going) to end it|not be alive|finish it all|end the pain for good|end my (?:pain|suffering|misery)",
        unless=r"with (?:my|him|her|them)|life (?:back|of crime)|end it with (?:him|her|them)|relationship|"
        r"contract|tenancy",
    ),
    sign(
        "wish-to-die",
        "I want to die",
        "(?:want|wants|wanted|wanting|wana|wish|wishes|ready|rather|prefer|praying|pray|hope|beg|begging|"
        "need|going|deserve|deserves|just let|let)(?: to| i| he| she| could| would| just| really| only| me|"
        " am| be| for| was| were| will| please| god){0,6} (?:die|dead|be dead|death|dying)|"
        "better (?:off )?(?:dead|off dead)|id be better dead|why cant i (?:just )?die|please let me die",
        unless=r"rather die than (?:eat|watch|listen|wear|be seen|drink|touch|cook)|(?:dont|not|never|"
        r"doesnt|didnt) want(?:s|ed)?(?: \w+)? (?:to die|dead)|<idiom>|(?:want|wants|wanted|wish|"
        r"need) (?:me|him|her|them|us|you) (?:\w+ )?dead|(?:he|she|"
        "they) wants? me (?:to )?(?:die|dead)|wish (?:he|she|they) (?:was|were|would)|to die for|"
        "not saying (?:that )?i|die my (?:[^ ]+ )?(?:hair|roots)|live and let die|i hope (?:he|she|they|"
        "you) dies?|going to die (?:in here|if (?:he|they)|of)|let (?:him|her|them) die|he is going to die|"
        "(?:she|they) (?:is|are) going to die|plants?|hope (?:he|she|they)",
    ),
    sign(
        "sleep-forever",
        "I want to go to sleep and never wake up",
        "(?:sleep|asleep|shut my eyes|close my eyes|drift off|go to bed)<many> (?:never|not|dont|wont|"
        "forever|for good)(?:<few> (?:wake|wake up|open|get up))?|(?:never|not|dont|hope i dont|"
        "wont) wake(?: up)?(?: again| tomorrow| in the morning)?$|sleep forever|(?:of|about|idea of|"
        "if i) (?:not|never|didnt|dont) wake(?: up)?",
        r"want|wish|hope|could|just|going|dream\w*|keep|think\w*|idea|nice|pray|would be nice|if i|"
        "ready|forever|love to|tonight",
        unless="(?:he|she|they|baby|mate|friend|mum|dad|him|her)(?: is)?<few> (?:not|wont|cant|asleep|"
        "sleep)|cant sleep|noise|dont sleep|not sleeping",
    ),
    sign(
        "only-way-out",
        "the only way out is to die, everything hurts",
        "(?:only|no other|easiest|best|one) (?:way|option|choice|thing|answer|"
        "escape)(?: left)?<few> (?:out|left|is to (?:go|die|end|not be)|to (?:stop|end) (?:it|the pain|"
        "this|everything))|(?:make|want|need) (?:it|the pain|everything|this|my head|"
        "my brain)(?: all)? (?:to )?(?:stop|end|be over|go quiet)(?: forever| for good| now)?|"
        "just want (?:it|this) (?:all )?(?:to be )?(?:over|done)(?: with)?|want it all to (?:end|stop|"
        "be over|go away)|cant see a way (?:out|through)|no way out",
        "die|dead|be here|life|forever|for good|pills|tablets|it all|everything|alive|go on|anymore|pain|"
        "without me|end it|hopeless|my head|live|cant|left for me|over",
        unless="gang|county lines|working for|debt (?:advice|charity)|police (?:is|are)|noise|"
        "from (?:dealing|selling|them|him|this life)|selling|out of (?:the flat|here|there)"
        r"|exit|fire|contract|door|locked|dealing|parties|music|harass\w*|calls",
    ),
    sign(
        "dont-care-if-i-live",
        "I don't care if I live or die",
        "(?:dont|doesnt|not|wont|no longer) (?:even |really )?(?:care|mind|bothered|bother|"
        "matter)<few> (?:if|whether|what happens)<few> (?:live|die|lived|died|dies|wake|woke|to me|"
        "live or die|make it|dead|alive|survive)|whatever happens to me|if i died (?:tonight|tomorrow|"
        "now)<gap>(?: good| fine| better| relief| happy| care| so what)?|dont deserve to (?:live|be here|"
        "be alive)|shouldnt be (?:alive|here)|(?:hope|wish|want) "
        r"(?:a|the|that) (?:bus|car|lorry|train)<few> (?:hit|hits|kill\w*) me|death would be|"
        "dying would be|looking forward to (?:dying|being dead)|at peace with (?:it|dying)",
        unless="he doesnt care|they dont care|she doesnt care|police dont|council doesnt|nobody cares",
    ),
    sign(
        "thinks-of-dying",
        "I think about dying every day",
        "(?:want|wants|wish|hope|think|thinks|thinking|thought|thoughts|dream|dreaming|option|except|"
        "rather|ready|easiest|easier|quickest|painless|fastest|way to|ways to|feels? like|feel like|"
        "deserve|plan|planning|plans|crave|long for|longing for|beg|pray|praying|prefer|only)<gap> (?:die|"
        "dying|dead|death|kill me|end(?:ing)? things|end(?:ing)? my|end(?:ing)? it(?: all)?)(?=$|"
        " (?!threat|of (?:a|the|him|her)|in hospital|body|scared|certificate|from|if he|laugh))",
        unless=r"rather die than (?:eat|watch|listen|wear|be seen|drink|touch|cook)|end(?:ing)? (?:my|the|"
        r"our) (?:tenancy|lease|contract|relationship|job|shift|subscription|marriage)|(?:thought|think|"
        r"hope|wish|want|dream\w*)(?: that)? (?:he|she|they|it|him|her|them|you)|"
        "(?:dont|not|never|didnt|doesnt) want(?:s|ed)?<few> (?:die|dead)|end things with|"
        "end(?:ing)? it with|(?:dad|mum|brother|sister|friend|son|mate|nan)s? (?:is |was )?(?:dead|death|"
        "died|dying)|"
        r"his death|her death|death of|who died|laugh\w*|embarrass\w*|to know|end my (?:tenancy|"
        "contract|lease|relationship|shift)|dead (?:quiet|good|scared|tired|nice|easy|worried|angry)|"
        "going to end up dead|someone (?:is going to|will) die|end up dead|only the dead|dying (?:mum|dad|"
        "nan|to|for|of)|drug deaths|die of (?:fright|shock|shame)|hope i dont|chest infection",
    ),
    sign(
        "hope-it-kills",
        "I hope the next hit kills me",
        "(?:hope|wish|(?:dont|not|wont) (?:care|mind|matter|bothered) if|care if|mind if|bothered if|"
        r"matter if|pray\w*|want|hoping|wishing)<gap> (?:kills? me|kill me|hit me|hits me|hit by|takes? me|"
        r"finish\w* me|run over|runs me over|get (?:hit|run)|stab(?:s)? me|shoot(?:s)? me|"
        "do(?:es)? me in|end(?:s)? me|had killed me|stops? (?:beating|my heart))",
        unless=r"(?:they|he|she|dealer|someone|people)(?: \w+)? (?:want|wants|wanted) (?:to )?(?:kill|hit)|"
        "hope (?:he|they|she) (?:dont|doesnt|wont|never)|dont want (?:him|them|her) to|not (?:kill|hit)|"
        "(?:dont|doesnt) (?:kill|hit|hurt|run)|worried",
    ),
    sign(
        "may-as-well-die",
        "might as well be dead",
        "(?:may|might|should|could|would|ought to|gonna|going to|will|ill|be)(?: just| as well| soon|"
        " rather| be| only| happily| probably){0,6} (?:be )?(?:die|dead|hang|drown|drop dead|end it|"
        "be gone|not exist)(?=$| (?:soon|tonight|anyway|now|than|and|tomorrow|by|before|if i|instead|so|"
        "already|because))|dead soon|as good as dead|dead inside|rather (?:hang|die|be dead|drown|jump|"
        "kill)|doing away with <self>|do away with <self>|away with myself|slit my (?!finger|thumb|hand)|"
        "urges? to (?:end|die|jump|cut|hurt|do it|kill|step)|(?:hang|overdose|od|jump|cut|do it|drive|"
        "crash|walk)<gap> on purpose|on purpose<few> (?:die|end|dead)|follow (?:him|her|them)(?: soon|$)",
        unless=r"rather die than (?:eat|watch|listen|wear|be seen|drink|touch|cook)|(?:he|she|they|we|you|"
        r"people|someone|somebody|kids|dad|mum|plants?)(?: \w+)? (?:may|might|"
        "could|will|should|would|is going to|are going to)|scared<gap> die|worried<gap> die|"
        r"dead (?:by|if) (?:now if|they)|laugh\w*|embarrass\w*|die if (?:my|he|they|she|anyone)|"
        "will be dead (?:easy|good)|die of (?:shame|fright|cold|boredom|hunger|thirst)|"
        "going to (?:end up )?dead if|hang (?:on|out|around|up|about)|i would die for|follow (?:him|her|"
        "them) (?:on|home|to)|die for",
    ),
    sign(
        "i-and-death",
        "I keep picturing myself dead and it calms me",
        r"\b(?:i|me|myself|my)\b",
        "(?:die|dying|dead|death|suicide)",
        unless=r"rather die than (?:eat|watch|listen|wear|be seen|drink|touch|cook)|like the dead|the dead|"
        r"(?:<someone_else>)(?: [^ |]{1,10}){0,4} (?:die|dies|died|dying|dead|death)|"
        "(?:die|died|dying|dead|death)(?: [^ |]{1,8}){0,3} (?:dad|mum|brother|sister|son|daughter|friend|"
        "mate|husband|wife|nan|him|her|them|baby|uncle|partner)|"
        r"(?:dont|not|never|didnt|doesnt|nobody) want(?:s|ed)?(?: \w+)? (?:to )?(?:die|dead)|"
        "deaths?(?: threats?| certificate| of| row| penalty| in| toll)|drug deaths?|dead (?:quiet|good|"
        "scared|tired|nice|easy|worried|angry|end|body|slow|weight|fast|busy|loud|helpful|keen|bodies|line|"
        "on my feet|to me|chuffed|embarrassed|nervous|confused|rough|cold|upset|lucky|handy|bad|funny|"
        "proud|serious|straight|set|certain|sure|important)|dying (?:to|for|of|from)|(?:nearly|almost|"
        "could have|could of|could|just about|thought i would|thought i was going to|"
        "going to) (?:have )?died?(?: of)?|i (?:nearly |almost )?died|died|die (?:of|for|from|laughing|"
        "hard|down|out|in (?:pain|hospital|prison))|to death|death of me|over my dead|scared (?:of|to)|"
        "afraid (?:of|to)|worried (?:about|i)|terrified|frightened|fear|think i am (?:dying|going to die)|"
        "feels? like i am (?:dying|going to die)|am i (?:dying|going to die)|help|after (?:his|her|a|the)|"
        "near death|brink|bleeding|stabbed|shot|breathe|breathing|he will|they will|left (?:me )?for dead|"
        "wants? me dead|want (?:him|her|them) dead|"
        r"suicide (?:prevention|awareness|bereave\w*|rate|hotline|note)|(?:lost|losing)<gap> suicide|"
        r"by suicide|bereave\w*|die if (?:he|they|my|she|it|anyone|the)|found (?:him|her) dead|"
        "wish (?:he|she|they) (?:was|were)|do or die|dead set|live and let die|day i die|until i die|"
        r"till i die|when i die|inquest|coroner|grie\w*|phones?(?: is| are)?<few> (?:die|dying|dead)|"
        r"battery|dead man|drop dead|seen dead|poem|(?:dead|die|dying) (?:lol|lmao|haha)|stop (?:the|my|"
        r"taking)",
    ),
    sign(
        "join-the-dead",
        "I just want to be with my brother again, he died in May",
        "(?:be|join|see|with|reunited|follow|going)<few> (?:with )?(?:him|her|them|mum|dad|brother|"
        r"sister|my (?:\w+ )?(?:son|daughter|boy|girl|baby|nan|mate|wife|husband|mum|dad|brother|"
        "sister)|nan) (?:again|soon|now|up there|in heaven|wherever|tonight|where)|wish it had been me|"
        "should have been me|want to go too|go with (?:him|her)|follow (?:him|her) (?:into|to)|join (?:him|"
        "her|them)$|rather be with (?:him|her)|be with (?:him|her)$",
        "died|dead|gone|lost|heaven|grave|up there|without|buried|passed|killed|soon|join|"
        "should have been me|wish it had been me|anymore|rather|want to go",
        unless="gone (?:back|home|to (?:school|work|prison))|missing|boyfriend|girlfriend|see (?:him|her|"
        "them) again (?:in court|outside|hanging)|dead scared|join (?:them|him) (?:selling|dealing|"
        r"in)|dont want to see|lost (?:my )?(?:phone|job)|care|social services|foster\w*|contact",
    ),
    sign(
        "to-the-dead",
        "he's been dead six weeks and I'm going to go to him",
        "dead|died|passed|buried|killed|lost (?:him|her|them)|gone|grave|funeral",
        "(?:going|want|go|ready|need|coming) to (?:go to|be with|join|follow|see|hold|find) (?:him|her|"
        "them)(?: again)?|(?:i|ill|i will) (?:will |ll )?(?:be|see|join) (?:with )?(?:him|her|"
        r"them|my \w+|mum|dad) (?:soon|again|tonight|there)|only want to be with|"
        r"be with my (?:\w+ ){0,2}(?:soon|again|tonight)",
        unless="funeral to|go to (?:his|her) (?:funeral|grave)|gone (?:to|home|back|out)|missing|(?:see|"
        "be with) (?:him|her|them) (?:again )?(?:when|in (?:prison|court)|at the weekend)|phone died",
    ),
)
