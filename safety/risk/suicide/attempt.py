"""Signs of an attempt or of standing before one, and of self-harm."""

from safety.risk.pattern import sign


PATTERNS = (
    sign(
        "tried-self",
        "she tried to kill herself this morning",
        r"(?:tried|trying|attempted|attempting|attempt|threaten\w*|going|plan\w*|says?|said|"
        "keeps? saying|wants?|decided|wanting|ready|thinking (?:of|about)|thoughts of|"
        "thought about) (?:to |of |about |on |he |she |they |i |will |would ){0,6}(?:end(?:ing)?|tak(?:e|"
        "ing)|kill(?:ing)?|jump(?:ing)?|die|dying|hang(?:ing)?|step(?:ping)?|walk(?:ing)?|overdos"
        "(?:e|ing)|top|crash(?:ing)?|driv(?:e|ing))<few> (?:it|it all|my life|his life|her life|life|"
        "(?:my|his|her|their) own life|<self>|off|in front|under|into (?:a|the) (?:tree|wall|river|"
        "lorry|path))",
        unless="end(?:ing)? it with|life (?:back|of crime)|"
        "rumou?r|wont kill|end it between|relationship|take it (?:to|further|out|from|back)|"
        r"jump(?:ing)? (?:him|her|them)|jump(?:ing)? off the (?:settee|diving|swing)|driv\w+ (?:off|"
        "it)|take (?:it|his|her) (?:life savings)",
    ),
    sign(
        "self-harm",
        "I've started cutting again",
        r"(?:cutting|cut|burning|hurting|hurt|scratching|punching|harming|harm|self harm\w*|"
        r"selfharm\w*)",
        r"self harm\w*|selfharm\w*|cutting (?:again|every|to|my|his|her|himself|herself|themselves|"
        "themself|because|helps|it)|(?:cut|cuts|burns|scars)<few> (?:on|all over|up) (?:my|his|her|"
        "their) (?:arms?|legs?|wrists?|thighs?)|(?:cut|slit|cutting|slitting|slashed|opened) (?:my|"
        r"his|her|their)(?: \w+)? wrists?|(?:hurt|hurting|cut|cutting|burn|burning|harm|harming|"
        "punching|scratching) (?:myself|himself|herself|themself)",
        unless="cutting (?:it|agent|gear|drugs|coke|the (?:gear|drugs|grass))|cut (?:on|myself on) (?:a|"
        "the) (?:tin|glass|fence|needle)|cooking|shaving|they (?:cut|hurt)|he (?:cut|hurts?) me|"
        "cutting to|hurt myself (?:at|playing|falling)|on a needle|self harm "
        "(?:team|awareness|policy|leaflet)",
    ),
    sign(
        "cuts-body",
        "I scratch my arms till they bleed",
        r"(?:cut|cuts|cutting|scratch\w*|burn\w*|burns|slic\w*|carv\w*|slit\w*|blade to|razor to|"
        r"hack\w*|stabb?(?:ing|ed)?|punch\w*|bang\w*)<few> (?:at )?(?:my|his|her|their|"
        "its)(?: own)? (?:arms?|wrists?|legs?|thighs?|skin|stomach|hips|head against|head on|veins?)|"
        "(?:cut|burn|slice|scratch|starve|punish)(?:s|ing)? (?:myself|himself|herself|themself|"
        "themselves)|(?:knife|blade|razor|scissors)<many> (?:my|her|his) (?:wrists?|arms?|veins?)|"
        "thinking<few> (?:about )?(?:my )?(?:wrists|veins)|blood so i (?:can )?feel|"
        "feel something<gap> (?:cut|burn)|(?:cut|burn)<gap> feel something",
        unless="(?:he|they|she|who|someone|dealer|man|dog|cat|lads?) (?:cut|burned|burnt|slashed|scratched|"
        "stabbed|sliced|punched|is cutting|is burning) (?:my|me|his|her)|cut my (?:hand|finger|arm|"
        "leg)<few> (?:on|while|cooking|climbing)|needles?|cut myself (?:shaving|cooking|on)|"
        r"they (?:cut|burn\w*|slash\w*|scratch\w*)|injur\w* at work|fence|glass|burned? myself (?:on|"
        "cooking|out)|used to",
    ),
    sign(
        "tried-before",
        "last time I tried they found me too early",
        "(?:last time|when|before) i tried|i (?:have )?(?:already )?tried<few> (?:last night|"
        r"this morning|yesterday|on \w+day|again|before)|tr(?:y|ied|ying|ies) to (?:overdose|od|die|"
        "end|hang|kill|drown)|survived (?:my|an|the) (?:attempt|overdose)|my last attempt|(?:suicide|"
        "failed) attempt|attempt on (?:my|his|her) (?:own )?life",
        "found me|too early|didnt work|failed|again|overdose|die|end|hang|kill|drown|last night|"
        "this morning|wake|attempt|wish it|still want|now|disappointed|alive|survived",
        unless="tried (?:calling|ringing|to (?:ring|call|get|stop|tell|report|help|leave|talk|speak|find))|"
        "end (?:it with|the|our|things with)|tried (?:the|every|your|talking|stopping|again to "
        "(?:get|stop|ring))|years? ago|kill (?:me|us|him$|her$|them|my|it)|drown (?:it|out|me|him)|"
        "they tried|he tried to (?:kill|drown|hang) (?:me|her|us)|hang (?:on|up|around|out|about)|"
        "tried again|when i was",
    ),
    sign(
        "at-the-place",
        "I'm on the bridge and I don't know what to do",
        "(?:on|at|by|near|off|over|to|under|under|from|up|edge of) (?:the |a |"
        "some )?(?:edge of (?:the |a )?)?(?:bridge|ledge|edge|roof|cliff|railway (?:line|tracks?|"
        "bridge)|train (?:tracks?|line)|tracks|multi ?storey|car park roof|top of the|viaduct|"
        "platform edge|weir|river ?bank|railings|motorway bridge|level crossing|balcony)",
        r"(?:i am|im|i m|stood|standing|sat|sitting|looking down|jump\w*|climb\w*|over the|hanging"
        " off|she is|he is|wont come down|nobody|cant (?:do|take|feel)|thinking|end|drop|step off|"
        "staring|waiting for the (?:next )?train|gone (?:up|to)|walking)",
        unless="dealing|dealers?|smoking|lads|gang|meet(?:ing)?|bus|drop (?:it|the|them) off|pick(?:ed|"
        r"ing)? (?:me|him|up)|chas\w+|knife|they (?:took|made|hang)|sleeping|sleep|live|camp\w*|"
        r"needles?|on edge|kids play|play\w*|tents?|on the edge of (?:town|the (?:estate|village))|"
        "following|robbed|mugged|hiding|attacked|found",
    ),
    sign(
        "in-front-of",
        "I keep thinking about stepping in front of a train",
        r"(?:step\w*|walk\w*|jump\w*|run\w*|throw\w*|lie|lying|drive|driving|crash\w*|steer\w*|"
        "get) (?:out |<self> |my car |the car |off ){0,6}(?:in front of|under|off|into|on) (?:a |the |"
        "some |my ){0,6}(?:train|trains|lorry|lorries|bus|car|cars|tracks|bridge|traffic|roof|cliff|river|"
        "wall|tree|building|motorway|window|balcony|multi ?storey|sea|severn|teme|wye)",
        unless="(?:he|they|someone)<few> (?:drove|ran) |walked into (?:a|the) (?:wall|car)|get on (?:a|"
        "the) (?:bus|train)|jump(?:ed)? on (?:a|the) (?:bus|train)|get in|run(?:ning)? drugs|getaway|"
        "jump off the (?:bus|train)|jump(?:ed)? (?:over|into) (?:the|my) (?:garden|window|car)|"
        "made me get",
    ),
    sign(
        "about-to-jump",
        "I'm going to jump",
        "(?:going to|want to|wants to|thinking (?:about|of)|thinking bout|bout|might|about to|"
        "feel like|feels like|ready to|should i|will|threatening to|says? (?:he|she) will|"
        "thought about|urge to) (?:just )?(?:jump|jumping|throw <self>|step off|throw myself|"
        "chuck myself|drive into (?:a|the) (?:wall|tree|lorry|river)|driving into|"
        "lie on the (?:tracks|line))|thinking<few> (?:jump|jumping)(?:$| off| from| in front)|"
        r"(?:driv\w+|crash\w*)<few> (?:my car |the car )?into (?:a|the) (?:wall|tree|lorry|river|"
        "barrier)",
        unless="jump(?:ing)? (?:him|her|them|me|someone|at|the|to conclusions|in the car|ship|in if|for "
        "joy|"
        "through hoops|on (?:him|me|the))|kart|when i see|he drove into|they drove",
    ),
    sign(
        "do-it-this-time",
        "I'm scared I'll do it this time",
        "(?:am|going to|will|might|ill|want to|ready to|decided to|gonna|could|may|nearly|almost|"
        r"scared i|to) (?:\w+ ){0,2}(?:do|did|doing) it(?: this time| tonight| today| now| soon|"
        " properly| for real| at midnight| tomorrow| when (?:everyone|they|the kids)|$)",
        "this time|tonight|properly|for real|rope|pills|tablets|goodbye|die|dead|scared i|note|"
        "at midnight|when everyone|i am going to do it|going to do it tonight|hang|end|enough",
        unless=r"report\w*|ring|tell (?:them|the)|for (?:them|him)|deal\w*|sell\w*|drop|job|money|to "
        "(?:me|us|him|her)|(?:he|she|they)(?: is| are| will|'s)?<few> do it|told (?:me|him)|"
        r"make\w* me|form|homework|run for|carry|withdraw|detox|clean|apply|exam|court|statement|"
        "video call|not going to|wont|again next",
    ),
    sign(
        "would-have-done-it",
        "if it wasn't for my kids I'd have done it already",
        r"(?:if it (?:wasnt|werent|wasn t) for|only (?:my|the)|only reason|but for|because of) [^|"
        r"]{1,30} (?:would|id|have|keeps?|keeping|stops?|stopping|am|are|i would)<gap> (?:done it|be "
        r"dead|gone|ended it|not be here|alive|still here|me here|me alive|me going|me from doing it|"
        r"topped|killed)|(?:would|should|could) have (?:done it|ended it|topped myself|jumped|killed "
        r"myself) (?:by now|already|ages|years|before|last|if|tonight)|(?:planning|plan|thinking|think|"
        r"imagine|picture|picturing|know|decided|worked out)<few> (?:on )?(?:how|when|where) (?:i|id|i "
        r"would|i will|to)<few> ?(?:do it|end it|go|die|would do it|kill)|(?:am|is|are|climbed|stood|sat|"
        r"standing|sitting|over|gone)<few> (?:over |on )?(?:the )?(?:wrong|other|far) side of (?:the|a) "
        r"(?:railings?|barrier|bridge|fence|wall)|(?:topped|hanged|drowned|hung|shot|offed|gassed) "
        r"(?:myself)|tonight is the night|(?:river|bridge|train line|tracks|rope|pills|knife|blade|weir|"
        r"edge|railway)(?: is| are|s)? (?:looking|looks?|seems?|calling|so) (?:\w+ )?(?:good|nice|"
        r"inviting|peaceful|tempting|easy|tonight|me)|(?:dont|do not|never|wont) (?:hear|see) from me "
        r"(?:again|anymore|tomorrow)|(?:had enough|so done)<few> (?:and|&) (?:loves?|love) (?:us|you|"
        r"everyone|them)|posted<gap> (?:had enough|goodbye|sorry|cant go on|loves us|done)|want<few> "
        r"(?:go|out) from this (?:world|life)|life is finish\w*",
        unless=r"for (?:him|them) already|dealt|sold|report\w*|<idiom>|tonight is the night (?:he|they|"
        r"we are going out|of)|tell (?:them|him)|drop|run for|other side of the (?:road|street|"
        r"town|county|wall from|city|estate)|he would have (?:done|killed)|they would have|know "
        r"(?:how|where|when) (?:i|to)<few> go (?:for|to|from|about|next)|thinking (?:how|when|"
        r"where) to<few> (?:go (?:to|for|on holiday)|live)|know where to go|plan (?:how|when) to "
        r"(?:go|leave)|how to go about|where (?:i|to) (?:can )?go|go (?:home|back|for help|to "
        r"(?:the|a|court|school|work|rehab|college))|living|train|leaving him",
    ),
    sign(
        "something-stupid",
        "I'm scared I'll do something stupid tonight",
        "(?:do|done|doing|did) (?:something|anything) (?:stupid|silly|daft|bad to myself|permanent|"
        "i cant (?:take|undo)|awful to myself|terrible)|(?:not|dont feel|dont think i am|isnt|"
        "cant keep|cant trust|dont trust) (?:safe (?:with|from|on my own|by) (?:myself|my own|"
        "my thoughts)|(?:myself|himself|herself) safe|safe with (?:myself|himself|herself)|"
        "myself (?:tonight|alone|not to|right now|anymore))|a danger to (?:myself|himself|herself)|"
        "harm to (?:myself|himself|herself)|(?:dark|bad|scary|intrusive|them) (?:thoughts|place|"
        "feelings) (?:again|about|are|tonight|keep|won)|thoughts (?:are )?(?:telling|of not|of"
        r" ending|about ending|about not)|voices?<few> (?:tell\w*|say\w*)<gap> (?:die|kill|do it|jump|"
        "hurt|end)|in a (?:really |very |so )?dark place",
        unless="(?:he|she|they)(?: is| are)? (?:a danger to me)|dark place to park|(?:not|"
        "never) (?:going to )?do (?:anything|something) stupid|wont do anything (?:stupid|silly)",
    ),
)
