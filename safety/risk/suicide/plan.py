"""Signs of a plan and of a goodbye."""

from safety.risk.pattern import sign


PATTERNS = (
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
        "left-things",
        "he has gone missing and left his ring and wallet on the table",
        "(?:left|leaving|leaves|put|taken off|took off)<few> (?:his|her|their|my)<few>? ?(?:ring|"
        "wallet|phone|keys|watch|wedding|bank cards?|purse|dog|everything|letters?|note)",
        "missing|gone|walked out|disappeared|wont answer|not answering|phones? off|cant find|nowhere|"
        "vanished|note|low|sad|said sorry|sorry",
        unless=r"dealer|burgl\w*|stole|stolen|robbed|police|left (?:me|us|his stuff|his drugs)|they "
        r"(?:left|"
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
