"""Signs of a plan, a goodbye or an attempt, and of self-harm."""

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
        unless="end it with|end it between|relationship|take it (?:to|further|out|from|back)|"
        r"jump(?:ing)? (?:him|her|them)|jump(?:ing)? off the (?:settee|diving|swing)|driv\w+ (?:off|"
        "it)|take (?:it|his|her) (?:life savings)",
    ),
    sign(
        "goodbye",
        "I've written the letters to the kids",
        "(?:letters?|notes?|videos?|voice ?notes?|cards?|messages?|goodbyes?|texts?)<few> (?:to|for|"
        "is|are|saying|telling|on)<few> (?:kids|children|mum|dad|family|wife|husband|everyone|"
        "them all|daughter|son|boys|girls|each of|people i|written|sorry|goodbye|loved|table|side|"
        "done|nan|parents)|(?:written|wrote|write|writing|left|leaving|leave|done|finished|sealed|"
        "found|recorded)<few> (?:goodbye|suicide note|letters to|note (?:for|on|to|saying|about|"
        "goodbye)|a note|her note|his note|my note|will and)|(?:said|saying|say|says|come to say|"
        "wanted to say|posted|posting|sent|sending|texted)<few> (?:my |his |her |their |our |a |me |"
        "us |it is )?(?:final )?(?:goodbyes?|farewell)|this is (?:it|goodbye|my goodbye|"
        "the end for me)$|goodbye (?:everyone|all|world|forever|then|and sorry|mum)|"
        "sorry for everything|tell (?:my|the|him|her|them|mum|kids)<gap> (?:i loved|i love|"
        "i was sorry|sorry)|look after (?:the|my)<few> (?:for me when|when i am gone|after)",
        unless="school (?:note|letter)|sick note|fit note|doctors? note|letters? (?:to|for|from) (?:school|"
        r"court|the council|council|police|bailiffs?|hmrc|my mp)|threat\w*|debt|court|threaten|"
        r"bailiff\w*|dealer|gang|note (?:through|demanding|saying (?:pay|they))|they left (?:a|the|me|"
        "us)|pay|owes?|goodbye to (?:my )?(?:deposit|money|job)",
    ),
    sign(
        "affairs-in-order",
        "I've given away all my things and found a home for the dog",
        "(?:given|giving|gave|gives|sorted|sorting|cancelled|cancelling|packed up|cleared|"
        "put<few> in order|found|rehomed|arranged|planned|planning|chosen|picked|"
        r"closed)<gap> (?:(?:my|his|her|all) (?:\w+ )?(?:things|stuff|possessions|belongings|"
        "playstation|trainers|clothes|records|jewellery|games|guitar)(?: away)?|away (?:his|her|my|"
        "all)|dog|cat|funeral|will|affairs|insurance|hymns?|coffin|someone (?:to|for) (?:have|take|"
        "look after) the (?:dog|cat|kids))",
        "(?:given|giving|gave|gives)<gap> away|away (?:his|her|my|all)|will|funeral|affairs|"
        "own funeral|goodbye|so (?:nobody|no one|they)|someone to (?:have|take)|home for the|before"
        " i|dont need|wont need|ready|insurance|rehomed|tidy|date|saturday|calm",
        unless="moving|move (?:house|out)|refuge|homeless|(?:his|her|mums?|dads?|nans?|brothers?|sisters?|"
        "mothers?|fathers?) (?:funeral|will|things)|hospital|holiday|charity shop|funeral (?:costs?|"
        "is|for my|for him|for her|money)|help with|will (?:he|she|they|you|i|it|this|be|that|the)|"
        "stole|new home|they|dealer|rent arrears",
    ),
    sign(
        "means-ready",
        "I've been saving up my tablets",
        r"(?:saving|saved|stockpil\w*|hoarding|hoarded|collecting|collected|counted|counting|lined up|"
        "lining up|laid out|got enough|enough|bought|buying|hidden|stashed|been storing|"
        "looking at)<gap> (?:my |his |her |the |up |all ){0,6}(?:<pills>|rope|razor ?blades?|"
        "blades? ready|noose)|(?:tied|tying|made|making|got|have|found|holding|bought|"
        "with)<few> (?:a |the )?(?:rope|noose|ligature|belt round|dressing gown cord)|(?:razor|blade|"
        "pills|tablets|rope)<few> (?:in (?:my|his|her) hand|in front of (?:me|him|her)|ready|"
        "next to me|laid out|on the (?:bed|table)|here)|(?:sat|sitting|here|standing)<few> (?:with|"
        "holding|staring at|looking at)<few> (?:<pills>|razor|blade|rope|bottle of)|"
        "insulin<few> (?:all of|too much)|know (?:exactly )?(?:how|where|when)<few> (?:do it|"
        "i will do it|i am going to do it|id do it|i would do it)|got (?:it all |a |"
        "my )(?:plan(?:ned)?|date)(?: (?:and|for|to|of|ready|worked|how|sorted)|$)|picked (?:a|the|"
        "my) (?:date|day|spot|place|tree|bridge)|worked out how",
        unless="(?:tow|climbing|skipping|washing) rope|robbed|stole|stolen|dealer|they (?:make|made)"
        r"|sell\w*|safety plan|plan to (?:leave|get out|pay)|escape|collecting (?:my|his|"
        r"her)? ?(?:prescription|methadone|script) (?:from|at)|pharmac\w*|hidden in my (?:house|flat|"
        "loft)|found (?:in|under) (?:his|her)|(?:his|her) (?:room|bag)|people|money"
        " saved|hide|hiding|rope swing|not enough|run out|ran out|enough to (?:sell|last)",
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
        "says-it-veiled",
        "he keeps asking what it's like to die",
        "(?:asking|asked|talks?|talking|thinks?|thinking|obsessed|googling|googled|searching|searched|"
        "search history|looking up|looked up|reading about|posting|posts|drawing)<gap> "
        "(?:dying|death|die|dead|suicide|ways? to (?:die|go|end)|how to (?:die|end|tie|kill)|"
        "what it is like to (?:die|be dead)|not (?:being|wanting to be) here|end(?:ing)? it|painless|"
        "funeral|how long it takes to (?:die|bleed)|how many<few> (?:<pills>|to die))",
        unless="his death|her death|the death|a death|deaths?(?: of| in)|died|dead (?:body|end)|"
        r"funeral (?:costs?|help)|threat\w*|how to end (?:the|a|my) (?:relationship|tenancy)|"
        r"dying (?:in hospital|of)|bereave\w*|counsell\w*|ending it with",
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
    sign(
        "bye-by-drug",
        "next hit I'm doing the lot and I won't be sorry",
        "(?:hot shot|golden shot|last (?:hit|dig|fix)|all (?:of it |the gear |my gear )?in one go|"
        "do(?:ing)? the lot|take (?:the lot|them all|every|all (?:my|the|of)|loads of|whole))",
        "die|dead|dont care if|hope|purpose|on purpose|not wake|wont (?:be|wake)|over|thinking|want|"
        "going to|might|peace|kids|urge|tempted|sorry",
        unless="money|belongings|they (?:will|want|going)|he (?:will|wants)|furniture|dealer|rob|benefits|"
        "stuff",
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
        unless="jump(?:ing)? (?:him|her|them|me|someone|at|the|to conclusions|in the car|ship|in if|for joy|"
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
        "left-things",
        "he has gone missing and left his ring and wallet on the table",
        "(?:left|leaving|leaves|put|taken off|took off)<few> (?:his|her|their|my)<few>? ?(?:ring|"
        "wallet|phone|keys|watch|wedding|bank cards?|purse|dog|everything|letters?|note)",
        "missing|gone|walked out|disappeared|wont answer|not answering|phones? off|cant find|nowhere|"
        "vanished|note|low|sad|said sorry|sorry",
        unless=r"dealer|burgl\w*|stole|stolen|robbed|police|left (?:me|us|his stuff|his drugs)|they (?:left|"
        r"put)|school|county|year \d|she owes|he owes|custody|threat\w*",
    ),
    sign(
        "veiled-end",
        "nothing matters now, it'll all be finished tonight",
        "(?:all|everything|it|this|pain|i|ill)<few> (?:finished|over|done"
        " with|stop|stopped|end|ended|gone|at peace|free)<few> ?(?:tonight|tomorrow|soon|"
        "by (?:tonight|morning|sunday|monday|friday|the weekend)|today|after (?:tonight|sunday|"
        "the weekend|friday))|nothing matters(?: now| anymore)?|(?:wont|not|"
        "never) (?:be (?:a )?(?:problem|burden|bother|around|here|needed|alive)|bother (?:anyone|you|"
        "them)|have to (?:see|hear|worry|deal))<gap> (?:longer|anymore|again|after|by|about me|"
        "with me|me)|not (?:gonna|going to) be (?:here|around|alive)|(?:not|isnt|wont|no) (?:be|"
        "being) around (?:much longer|anymore|for long)|(?:cant|dont|not|no longer) (?:see|picture|"
        "imagine) (?:myself|me|a future|any future|the future|my future|next year|"
        "christmas)(?: (?:being|here|after|past|anymore|for me))?|end of my (?:rope|"
        "tether)<gap> (?:scared|do|die|cant|want)|too tired to (?:live|exist|carry on|fight|go on)|"
        "so tired of (?:being here|fighting|living|it all|everything|life|trying)|no ?(?:way|"
        "where) (?:out )?(?:for me )?(?:except|but|other than)|want out(?: of (?:life|this world|"
        "here forever))|feels? (?:so )?peaceful now|at peace (?:now|with)|made (?:my )?peace|"
        "final decision|decided it is time|time (?:for me )?to go(?: now)?$|my time (?:is up|"
        "has come)|after (?:i am|im) gone|thanks for everything and (?:goodbye|sorry)|"
        "thanks for everything<few> goodbye|goodbye<gap> thanks? (?:you )?for everything|tell (?:my|"
        "the|them|him|her|mum|everyone|people)<few> (?:i )?(?:tried|loved|love them|love her|love"
        " him|am sorry|was sorry|sorry)|(?:cant|not able to|couldnt) live with (?:myself|what i|"
        "this guilt|the guilt|the shame|this shame|it anymore|what happened)|(?:scared|afraid|"
        "frightened|worried|dont know) (?:of |about )?what i (?:will|might|am going to|may|could|"
        r"would|ll)(?: \w+)? do(?: to myself)?|(?:river|bridge|train|pills|rope|tracks|edge|roof|"
        r"sea)(?: \w+)? (?:looks?|looking|seems?|is calling|calling|calls)(?: \w+){0,2} (?:good|nice|"
        "inviting|easy|tempting|like an option|calling|to me)|calling (?:to )?me (?:to jump|home)",
        unless="court|contract|shift|tenancy|course|school|exam|over the phone|stop (?:dealing|the noise|"
        "parking|them|him|it happening)|noise|over by (?:the|tesco|asda)|see (?:me|myself) "
        r"(?:working|living|moving)|end up|(?:he|they|police|council|lads)(?: \w+)? (?:finished|"
        "stopped|stop|gone)|gone (?:to|home|back|out|by)|it will (?:all )?be gone|my (?:trial|"
        "hearing)|going to be (?:here|around) (?:at|when|on|if|for)|be around (?:him|them|drugs|"
        r"people)|bother (?:you|them) (?:with|about)|the debt|bailiff|meeting|appointment|withdraw\w*",
    ),
    sign(
        "googling-how",
        "I've been googling how to do it",
        r"(?:googl\w*|search\w*|looked up|looking up|look up|reading up|researching|"
        "asked ai)<few> (?:how to do it|how to go|ways|methods|how to (?:end|die|kill|hang|overdose|"
        "od))|(?:easiest|quickest|painless|best|fastest|least painful|quick) way(?:s)? (?:to (?:die|"
        "go|end|kill)|of (?:dying|going|ending))|how (?:do|can|would) (?:i|you) (?:kill (?:yourself|"
        "myself)|die (?:quickly|without pain|peacefully)|end it|hang (?:yourself|myself))|"
        r"how many (?:<pills>|\w+ )<few>(?:to (?:die|kill|end)|would (?:kill|it take))|"
        "will it hurt (?:to die|if i)|does it hurt to (?:die|hang|drown)",
        unless="way to end (?:a|my|the|it with)|years? ago|telly|how to (?:help|stop|prevent|spot|support)|"
        "kill (?:time|them|him|her|weeds)|programme|film|book|essay|novel",
        bare=True,
    ),
    sign(
        "last-time-together",
        "it's my last night",
        "(?:my|this is my|it is my|one|the) (?:very )?last "
        "(?:night|day|evening|goodbye|hours|message|chat|conversation|words|birthday|christmas|meal|"
        "time here)(?=$| (?:here|alive|on|and|so|i|before|ever|with my kids))|(?:dont|not|no longer|"
        "cant) (?:want to )?be (?:on this (?:planet|earth|world)|in this world|here anymore|alive|"
        "around anymore)|(?:nobody|no one|you|they|mum|everyone|people|nobody else)<few> "
        r"(?:wont|will|have to|wont have to|need to) (?:\w+ )?worry (?:about|"
        r"over) me(?: \w+)? (?:after|anymore|longer|again|soon|tonight)|worry about me after|"
        "be ok(?:ay)? (?:when|once) (?:i am|im) gone|(?:joining|join|joined)<few> ?"
        "(?:dad|mum|brother|sister|him|her|them|nan|grandad) (?:in heaven|up there|soon|"
        "on the other side)|in heaven$|in heaven<few> (?:soon|tonight|with)|to (?:be in|go to)"
        " heaven|want<few> ?(?:be )?(?:gone|erased|no more)$",
        unless=r"(?:decided|want\w*|like) to (?:leave|report|get help|tell|ring|talk|stop|go to|quit|come)|"
        "be around (?:him|them|her)|be here (?:when|if)|last (?:night|day) (?:at|in|of) (?:the|my|"
        "work|a|this)|last night (?:he|they|she|i|and|we|my|the)|want him gone|want them gone|"
        "want it gone|(?:him|them|her|it|people|dealers?) gone|went to heaven|gone to heaven|"
        "my last (?:message|chat) (?:was|said|did|didnt)|decided (?:not|against)",
    ),
)
