"""Signs of a wish not to live, not to be here, or to be missed by nobody."""

from safety.risk.pattern import sign


PATTERNS = (
    sign(
        "not-here",
        "I don't want to be here anymore",
        "(?:dont|doesnt|didnt|not|never|no longer|cant see) ?(?:really |even |actually |"
        "just )?(?:want(?:s|ed|ing)?|wish)? (?:to )?(?:be here|be alive|exist|live|keep living|"
        "carry on living|carry on|go on|wake up|wake|be around|see tomorrow|see (?:the )?morning|"
        "being here|living|being alive)(?: anymore| tomorrow| again| any longer| in the morning|"
        " no more| like this)?",
        "want(?:s|ed|ing)?|wish|anymore|tomorrow|again|morning|longer|hope|anymore|exist|alive|"
        "no more|see|live",
        unless="(?:live|living|be|being) (?:here|in|at|with|next|near|on|there|under) (?!anymore|any "
        "longer|"
        "no more)|be here (?:when|if|while|because|tonight)|live (?:with|in|here|near|next|at|there|"
        "like)|living (?:with|in|here|there)|(?:can|to) (?:live|be) in (?:this|my|that)|"
        "wake up (?:the|to)|be around (?:him|her|them|that|those|these|people|drugs)|"
        "carry on (?:paying|with|like|working|selling|using|dealing)|go on (?:holiday|about|the)|"
        "carry on with|wake (?:him|her|them|the)|be here (?:at|by|in)|see (?:him|her|them)|(?:wont|"
        "doesnt|not) wake up|carry on as|carry on doing",
    ),
    sign(
        "go-on",
        "I can't go on",
        "cant (?:go|carry|keep) (?:on|going)(?: (?:anymore|living|like this|any longer|with life|"
        "much longer|without (?:him|her|them)))?(?:$| and| i| but| so| please| it| the)|"
        "cant face (?:another|tomorrow|waking|one more|living|life)|cant see (?:a|any|the) (?:point|"
        "future|way (?:out|forward)|reason|light)|(?:cant|not) (?:do|take|cope with) (?:this|it|"
        "life) (?:anymore|no more|any longer|much longer)|(?:cant|no longer) (?:live|"
        "carry on living)(?:$| anymore| like this anymore| without (?:him|her|them))|(?:cba|cant be "
        "(?:arsed|bothered)|sick|done|tired|had enough)(?: of| with| to)? (?:living|livin|live|being "
        "alive)(?:$| anymore| no more| and | tbh)|(?:dont|"
        "not) (?:think|know)<few> (?:last|make it|get through) (?:much longer|the night|tonight|till)",
        unless="noise|music|parking|neighbours?|council|stairwell|letters?|paying|phone calls|next door|"
        "dealing|cars|dogs?|rent|smell|traffic|job|work|holiday|a date|knocking|every night|"
        r"living here|live here|outside (?:my|our)|cuckoo\w*|flat|asb|people (?:in|at)",
    ),
    sign(
        "no-reason",
        "there's nothing left to live for",
        "(?:no|any|whats the|what is the|see the|see a|what|nothing|little) (?:point|reason|purpose|"
        "left|use)?<few> ?(?:to|in|of|for)? ?(?:live|living|going on|being here|being alive|carry on|"
        "carrying on|be here|live for|anything|anymore|life)(?:$| for| anymore| and| any)",
        "point|reason|purpose|nothing|use",
        unless="(?:reporting|ringing|calling|police|council|living (?:here|in|with|there)|"
        "no point (?:in )?(?:ringing|calling|reporting|telling|asking|going to))|not doing anything|"
        "nobody doing|see anything|nothing of (?:any|the)|anything (?:about|from|to|for|else)|"
        "going on (?:next|here|in|at|outside|with|about|round)|what is (?:going on|there)",
    ),
    sign(
        "life-not-worth",
        "life isn't worth living",
        "(?:life|it|living|anything)(?: is| s)?(?: just| really)? ?(?:isnt|not|no longer|aint|"
        "never)(?: even)? worth(?: it)? ?(?:living|it anymore|anymore|going on)|not worth living|"
        "(?:tired|sick|done|fed up|weary|finished|had enough|exhausted) (?:of|with) (?:living|life|"
        "being alive|existing|this life|it all|breathing|everything and)|had enough of "
        "(?:life|living|everything|it all|being alive)|done with (?:life|living|it all|this world|"
        "everything)|hate (?:being alive|living|my life)|give up on life|giving up on life|"
        "lost the will to live(?! (?:on|in|waiting|with))",
        unless="hate living (?:here|in|with|near|next)|tired of living (?:like|in|with|next|here|near)|"
        "sick of living (?:in|with|next|here|near|like)|fed up (?:of|with) living (?:in|with|next|"
        r"here|near)|hold|queue|form\w*|paperwork",
    ),
    sign(
        "better-without-me",
        "they'd all be better off without me",
        "(?:better|happier|easier|safer|fine|cope|manage|ok|sorted|"
        "richer)<few> (?:off )?(?:without me|if i (?:was|were|wasnt|werent|am not|had never|just|"
        "disappeared|died|didnt)|once i am gone|when i am (?:gone|dead|not here)|without (?:him|"
        "her) (?:he|she) says)|(?:nobody|no one|noone|not one|who|dont think anyone|"
        "none of)<few> (?:miss|notice|care|cry|even know|find)<few> (?:me|if i|i am gone|when i)|"
        "(?:wouldnt|wont|wouldn) (?:even )?(?:miss me|notice if i|notice i)|(?:world|everyone|family|"
        "kids|mum)<gap> better (?:place|off) without",
        unless=r"(?:ok|fine|safe) if i|is it (?:ok|okay|fine|alright)|it an emergency|find me (?:here|"
        r"there|at|if)|no one (?:can )?find me",
    ),
    sign(
        "be-gone",
        "by Friday I won't be here",
        "(?:when|once|after|if|because) (?:i am|she is|he is|im) (?:gone|not here|no longer here|"
        "not around)|(?:i|she|he|we|you|they)(?: just)? (?:wont|will not|am not going to|"
        "is not going to|might not|may not)<few> be (?:here|around|alive|a problem|"
        "a burden)(?: anymore| much longer| for| by| on| tomorrow| to| long| next| then| when|$)|"
        "wont (?:have to|need to) (?:worry|put up|think|deal)<few> (?:about|with)? ?me|(?:not|"
        "wont) be (?:a )?(?:burden|problem|bother)(?: to)?<few>(?: anymore| much longer| soon| after)"
        "|wont see (?:christmas|tomorrow|my birthday|next|the weekend|monday)|want to disappear|"
        "wish i could disappear|disappear (?:forever|for good)|(?:just )?(?:wish|want) (?:i )?(?:was|"
        "were|to be|had been|had)(?: just)? (?:gone|never (?:been )?born|not here|erased|"
        "invisible forever)|never been born|soon be (?:over|out of|gone|with)|(?:all|everything|"
        "it) (?:will|ll)(?: all)? be over (?:soon|tonight|tomorrow|by)|out of everyones (?:way|hair)|"
        "not long now|last (?:night|day|christmas|birthday|message|time) (?:on earth|i|you|ever|"
        "alive)|see (?:you|u) on the other side|you wont hear from me again|last time (?:you|anyone)",
        unless=r"(?:on holiday|at work|moving|move out|new house|emigrat\w*|interview|away|shift|back "
        r"(?:on|"
        "at|by)|in when|come round|the bailiff|on monday as|police wont|hospital appointment)",
    ),
    sign(
        "not-live",
        "I'm not strong enough to keep living",
        "(?:no|not|dont|cant|nothing|tired of|sick of|hate|stop|too|without|isnt|never|weary of|"
        "no longer|barely)<gap> (?<!where i )(?<!where we )"
        "(?:live|living|alive|life|be here|being here|exist|existing|stay for|"
        "see (?:a|any) future|future|wake up for|reason to wake(?: up)?|reason to (?:get up|be|go on|"
        "carry on)|keep going|hold on|go on living|strength)(?:$| (?:anymore|again|any"
        " longer|now|for|and|but|so|like this|no more|to|without|if|tonight|because|with (?:this|"
        "myself|what|the (?:guilt|shame|pain))|i|after|left))",
        unless="(?:live|living|be|being) (?:here|in|at|near|next|there|under)|(?:not|isnt) alive$|"
        "live with (?:him|her|them|my|the (?:noise|smell)|mum|people)|he (?:isnt|is not|wont)|"
        "she (?:isnt|wont)|life (?:savings|insurance)|no life in|be here (?:when|if|while|because|to|"
        "for|with)|noise|next door|neighbours?|flat|(?:dont|not) live (?:with|there|alone)|"
        "cant live without my (?:coffee|phone|dog|car|tea)|keep going "
        "(?:to|back|round|missing|in|out|through|on|off|there)|hold on (?:a|to|the|for)|holding on"
        r" to|dont hold|paying|never (?:in my|been)|in my life|my whole life|ruin\w*|love life|"
        "a social life|night ?life|isnt (?:a|much of a) life|(?:stop|stopped) (?:ruin|living in fear)"
        r"|future (?:of|for) my|worr\w+ about|area|street|block|they wont|dont want (?:him|her|them)|"
        "no money to live|(?:not|no) enough to live|not a life|keeps? going|with the noise|"
        "isnt my own|live (?:for|to) (?:a|see)|too much|live for (?:the|my)",
    ),
    sign(
        "life-is-over",
        "I want my life to be over",
        "(?:my |this )?life<few> (?:isnt|not|no longer|pointless|meaningless|worthless|unbearable|"
        "finish|finished)(?: [^ |]{1,10}){0,3}(?: worth| anymore| point|$)|want<few> (?:life|it all|"
        r"everything) to be (?:over|done|finished)|heart is finish\w*|"
        "i no want (?:to )?live?(?:ing)?(?: life)?|no want life|want (?:to )?finish my life|"
        "finish my life|out of this (?:life|world)|leave this (?:world|life|earth)|(?:god|lord|allah|"
        "jesus)<few> take me|take me (?:now|already|away from this)(?: god)?|not (?:meant|"
        "made) for this (?:world|life)|depart this",
        unless="my life isnt (?:my own|the same)|gang|want out of this life of|selling|dealing|save my "
        "life|"
        "life (?:is|isnt) (?:easy|fair)|take me (?:now )?(?:to|if)|of crime|county lines|not finished",
    ),
    sign(
        "burden",
        "I'm just a burden to everyone",
        "(?:am|feel like|just|being|im|be|such|feel)<few> (?:a )?(?:total |massive |huge |"
        "such a )?(?:burden|waste of (?:space|air|oxygen|life))|world would be better|(?:failed|"
        "let down) everyone<gap> (?:end|gone|die|point)|everyone hates me<gap> (?:die|dead|gone|end|"
        "here)",
        unless="burden of proof|(?:dont|not) want to be a burden on (?:you|the service|police|services)|"
        "not a burden",
    ),
    sign(
        "i-and-not-living",
        "I don't want this life any more",
        r"\b(?:i|me|myself|my|im)\b",
        "(?:dont|no longer|not|never|cant|sick of|tired of|hate|done with|had enough of|fed up of|"
        "nothing left in|stop|give up on|given up on|finished with|lost (?:interest in|the will)|"
        "worthless|pointless|unbearable|no good in|over with|cant face|cant bear|cant stand|leave|"
        "leaving|end)<few> ?(?:being |to )?(?:life|living|alive|existing|exist|this world|this"
        " planet|this earth|waking up|being me|go on living|carry on living|be alive|live anymore|"
        "another day)(?=$| (?:anymore|any longer|no more|again|now|and|but|so|because|it|is|as|at"
        " all|like this|feels?|for good|forever|tonight))",
        unless="(?:living|live|lived) (?:in|at|with|next|here|there|near|under|on)|life (?:of crime|"
        "savings|"
        "insurance|is good|story|changing|line|back|sentence)|lifeline|my (?:old|whole|social|love|"
        r"home|work|family|normal) life|(?:ruin\w*|wreck\w*|destroy\w*|run|running|controls?|"
        r"taken over) my life|in my life|of my life|(?:cost|way) of liv\w+|living room|for a living|"
        "this (?:gang|street) life|street life|gang|selling|dealing|noise|neighbours?|next door|rent|"
        "flat|not a life|he isnt|she isnt|is he|is she|life isnt (?:my own|easy|fair)|county|"
        "drug life|this life (?:of|any ?more i want to stop (?:dealing|selling|using))|"
        "living (?:conditions|situation)|he is (?:still )?alive|leave (?:my|the) life",
    ),
    sign(
        "nothing-to-stay-for",
        "I have run out of reasons to stay alive",
        r"(?:no|run out of|ran out of|out of|lost|dont have|havent got|nothing left|not many|any|any "
        r"other|what)<gap> (?:reasons?|point|hope|will|purpose)<few> (?:to (?:stay|live|go on|carry on|"
        r"keep going|be here|wake up|get up|fight|breathe|exist|bother)|in (?:living|going on|being here|"
        r"carrying on|me staying)|left|for living|(?:being|staying) here)|nothing left for me(?: here)?|"
        r"nothing (?:for me )?(?:to stay|to stick around|to wake up|to get up) for|dont see the "
        r"point<few> (?:being|living|going on|carrying on|staying|trying|anymore|of (?:me|it all))|"
        r"(?:keep|stop|to) breathing(?: through this| anymore| for)|cba (?:being|to be) alive|no hope "
        r"(?:left|anymore|for me)|not worth (?:being|staying|living)|what is (?:left )?(?:to live|the "
        r"point of me)",
        unless=r"point in (?:reporting|ringing|calling|telling|asking|going to|me (?:reporting|ringing))|"
        r"living (?:here|in|at|with|next)|staying (?:in|at|with) (?:this|that|the|him)|being here "
        r"(?:if|when|at (?:work|this))|stop breathing down|no reason to (?:stay|be) (?:in|with|at|"
        r"together)|noise|neighbours?|hope left (?:for|of) (?:a|the|getting|compensation)|council|"
        r"service|reasons? to (?:stay|carry on) (?:with|in|at)|(?:he|she|they) (?:is |are |has |"
        r"have )?(?:not |stopped |isnt )breathing|stopped breathing|naloxone|job",
    ),
    sign(
        "favour-or-matter",
        "what would it matter if I died",
        r"(?:doing|do) (?:everyone|them|you|people|the world|everybody|my (?:family|kids|mum))<few> a "
        r"favour<gap> (?:wasnt|werent|gone|dead|died|not here|disappear\w*|end\w*)|favour if i|(?:what|"
        r"who|would|wouldnt|doesnt|does|anyone|not)<gap> (?:matter|care|notice|miss|bothered|"
        r"difference)<few> if i (?:died|was dead|was gone|wasnt here|werent here|disappeared|went|am "
        r"gone|ended|jumped|killed|do)|(?:he|she|they|i)(?: will| ll| would| is| am| are| be| going| to| "
        r"say\w*| keeps?){0,6} (?:be )?gone by<few>|(?:look|looking) after (?:mum|dad|nan|the kids|my "
        r"kids|each other|everyone|the dog) (?:for me|when i|when (?:he|she) is|if anything)|gone by "
        r"(?:the weekend|tomorrow|friday|monday|morning|sunday|christmas)",
        unless=r"matter if i (?:died|do) (?:my|the)|do me a favour|gone by (?:the time|train|bus|car)|"
        r"care if i (?:go|went) (?:to|out)|goes? by|the (?:police|council|dealers?)<few> gone|"
        r"(?:trial|flat|job|money|house) (?:will|is)|difference if i (?:do|go) (?:to|report)",
    ),
    sign(
        "sounds-final",
        "goodbye, thank you for trying",
        r"^(?:goodbye|bye|farewell)(?: (?:and|everyone|all|then|now|mum)){0,6} (?:thank\w*|thanks|sorry|"
        r"i love|love you|forgive|you)<few> (?:for trying|trying|everything|everyone|i loved|my|you all|"
        r"mum|me|tried|did your best)|thank\w* (?:you )?for trying|sorry for (?:everything|what i am "
        r"about|the mess|being (?:a|such))|forgive me|(?:you|everyone) (?:tried|did) (?:your|their) best|"
        r"crash\w*<few> (?:car|myself|bike|van) (?:on purpose|deliberately|into)|(?:take|taking|"
        r"swallow\w*|have|neck\w*)<few> all (?:my|the|of my|of the|these)<few> (?:<pills>|medication)|"
        r"plan\w* to take<few> (?:<pills>|all)",
        unless=r"(?:tried|trying) (?:to|calling|ringing)|taking all (?:my|the) (?:money|stuff|furniture)|"
        r"<usual>|sorry for (?:the delay|typing|bothering)|police (?:tried|did)|prescribed|as "
        r"prescribed|every (?:day|morning)|they (?:took|take)|all my (?:money|stuff)",
    ),
    sign(
        "living-in-doubt",
        "what's the point of living when they've taken everything",
        r"point (?:of|in) (?:living|life|being alive|my life|being here|going on|carrying on)(?= | when| "
        r"if|$)|dont want (?:to )?(?:live|be alive|exist)(?=$| please| help| anymore| i| and| but| so| \|"
        r")|tonight is my last|(?:trust|left)<few> (?:myself|alone)<few> (?:to be|tonight|on my own|with "
        r"(?:my thoughts|the))|not exist|want(?:s)? to die(?! (?:of|for|laughing))",
        unless=r"(?:dont|not|never|didnt|doesnt) want(?:s|ed)? to die|living (?:here|in|at|with|next|"
        r"there)|point in going on (?:about|with|holiday)|point in being here (?:if|at)|want to "
        r"die (?:of|from|with) (?:embarrass\w*|shame)|(?:bank|service|group|law) (?:does|did) not "
        r"exist|doesnt exist|trust (?:him|her|them)|laugh\w*|left alone with (?:him|them)|point "
        r"of living (?:here|in)",
    ),
)
