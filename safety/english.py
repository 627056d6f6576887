"""Common English words, so that a text without any of them may be in another language; pure.

Words that look like ones of the interface's other languages ("no", "main", "police") are left out.
"""

from safety.phrase import plain_phrase


_COMMON = frozenset(
    """
    abode about above abuse accident account across actually address adult adults advice after afternoon
    again against age ages ago aid aint air airing alarm aliens alive all alley allotment allowed alone
    along already alright also always and angry anonymous another answer answering answers any anybody
    anymore anyone anything anyway anywhere app appointment area arent arm arms around arrested ask asked
    asking asks asleep attack attacked august awake away bab babys back bad bag bags bail banging
    basically batch bath bathroom battered beat because bed bedroom been before behind being believe belly
    belt bench benefits best better between big bike bikes bill bills bins birmingham birthday bits black
    blade blazer bleeding bless block blocked bloke blokes blood blue board body boiler boiling book
    booked boot boots born boss both bother bottle bottles bottom bought box boxes boy boyfriend
    boyfriends boys break breakfast breathe breathing bridge bring brings bro broke broken brother
    brothers brought brown brum bruv bungalow bunk burglary burgled buried burn burning burns burnt
    business but buy buying by bye called calling calls calm came can canal cancelled cannabis cannot cant
    caravan cards carer carers carpet carried carry carrying cars cash caught cause cell centre chain
    change changed chap charge charged charity check checked checks chemist chest child children chin
    chippy chips choking christmas church cider claim class clean clear cleared client close closed
    clothes coach coat code codeine coffee coke cold collapsed collect college colour comes coming comment
    company compensation complain computer contact cook corner could couldnt council counselling count
    counted counting country county couple course court cousins cover crack credit cried crime
    crimestoppers criminal cross cry crying cuckooed cuckooing cud cup cupboard curtains custody cut
    cutting cuz dad dads daft danger dark dat daughter daughters day days dead deaf deal dealer dealers
    dealing deals death debt debts decided deep delete delivery dem desk dey diary did didnt die died
    different dinner disability doctors does doesnt dog dogs doing done dont door doors double down
    downstairs dragged drank drawer drill drink drinking drinks drive driver driving dropped drops drove
    drug drugs drunk due dumb dunno duty dying each ear early easter eat eating eight eighty either
    electric eleven else elses emergency emptied empty end ended ending engine english enough estate even
    evening ever every everyone everyones everything everythings everywhere evidence exist explain
    exploited eye eyes face falling fam families family far farm fast father fault fed feds feel feeling
    feels feet fell fella fellas felt fence fer few field fifteen fifty fight filmed find fine finger
    fingers finish finished fire first fish fit five fix flat flatmate flats floor floppy foil folk
    followed fone food foot football for forced forget fortnight forty foster found four fourteen free
    friday fridge friend friends frightened from front full funeral funny game garage garbage garden gate
    gates gave gear get gets getting gimme gimmie girl girlfriend girls give given gives giving glass god
    goes going golden golf gone gonna good goodbye got gran grandad granddaughter grandson grandsons grass
    great green grey ground group grow grown gud guilty guy had hair half hall hammer hand handed handle
    hands hang hanging happen happened happens happy hard has hasnt hate hav have havent having hay head
    heads health hear heard hearing heart hearts heavy hed hedge held hello helo helping helps hepl here
    hereford herself hes hid hide hiding high him himself his hit hits hitting hlep hold holding hole
    holiday home homeless homework hood hope hostel hot hour hours house housing how human hundred hung
    hurt hurting hurts husband husbands id idk if im information injuries innit inquest inside instead
    insulin insurance interest interview into isnt it itd itll its ive jail january jaw job joke judge
    jump jumped jumping just keep keeping keeps kept kettle key keys kicked kicking kid kidderminster kids
    kill killed killing kind kitchen kms knees knew knife knock knocked knocking know knowing knows lad
    lads lady landing landlord lane laptop lass last late later laugh laughed laughing law lead leaflet
    leaflets league learning leave leaves leaving leccy left leg legal legs leominster let lets letter
    letterbox letters letting licence life lift light lighter lights like lips listen listening little
    live lived lives living load loads loan location lock locked locker locks lodger lodgers loft lol long
    longer look looked looking looks lorry lose losing lost lot loud love lovely low ludlow lunch luv
    lying madam made make makes making malvern manager mandem many married mate mates maths matter mean
    means meant meds meet meeting mental mess message messages methadone midnight might milk mind mins
    minute minutes miss missed missing mistake monday money month months moped more morning morphine most
    mother mothers mouth move moved much multi mum music must my myself nails naloxone name names nasty
    near nearly neck need needed needle needles needs neighbour neighbours nephew nephews never new next
    nice nicked night nights nine nineteen nobody nobodys nodding noise none nose not note notes nothing
    notice now nowhere nowt nr numb numba numbers nurse nursery odd of off offered office officer old
    older olders once one ones only open opened opposite opps order oswestry other others our ours out
    outside over overdosed owe owed owes owing own owt pack packed packets paid pain panic paper papers
    paracetamol parcel parcels parents parked partner passed passport past patches patient paying pays
    pension people person petrol phone phones pick picked picking picks pics picture pictures pill pillow
    pills pink pint pip pipe place planning plants plate plates play playing pls plz policy polish polite
    poorly porch postcode posted pounds poured pouring powder ppl pregnant premier primary prison
    probation promise promised proper properly proud pulled pulse pupil pupils purple purpose purse pushed
    put putting question questions queue quick quid quiet radio railings rang rape raped rather rattling
    read reading ready real really reason reception recipe reckon recovery red redditch refer referral
    reform refuge rehab released remember rent reply report reported reporting resident rest retired right
    ring ringing rings river road robbed roll rolled roof room rope rough round row rubbish rucksack run
    rung running runs safe said salty same saturday saving savings saw say saying says scales scared
    schools scooter scratch screaming screen script search seat second see seeing seen sees self sell
    selling sells send sends sense sent serious service services settee seven seventy severn sexual
    shaking shame share shared she shed shell shelter shes shift shirt shoes shop shopping shops short
    shot should shoulder shout shouting show showed shower shrewsbury shropshire shud shut sick side sign
    signed silly silver since single sink sister sisters sit site sits sixteen sixth sixty skin skint
    sleep sleeping sleeps sleepy slept slid slow slumped slurring small smashed smell smells smoke smoked
    smoking snap snoring soaked sober sock sofa sold solicitor some somebody somebodys someone someones
    something somewhere song sons soon sooner sort sorted sound sounds spare speak spent spice spiked
    split spray spring stabbed stabbing staff stairs stairwell stand star started stash statement station
    stay staying stepdad stiff still stitches stolen stood stopped stopping stops store storey story
    straight strangers street strip stuck student stuff stupid such suicide sum summat summer sumone
    sumthing sunday supply support sure swallow swallowed swap swear sweating sweets swimming tablet
    tablets tag take taken takes taking talk talking talks tasted tax tbh tea teach teacher teaching team
    teeth telford tell telling tells telly tenancy tenant tenants tenner tent term tesco text texted
    texting texts than thank thanks that thats the their theirs them then there theres these they theyd
    theyll theyre theyve thing things think thinking thinks third thirteen thirty this those though
    thought thoughts thousand threatened threatening threats three threw throat through throwing thursday
    thx tick ticket tied til times ting tings tip tired toast today toddler together toilet toilets told
    tomorrow tonight too took touch touched town train trainers training trial tried trouble true try
    trying tuesday turn turned turning turns tutor twelve twenties twenty twice twins two type typing
    uncle under understand uniform unit until up upon upstairs use used user uses using valley vape vapes
    very vet victim victims village visitors vodka voice volunteer wages wagwan wait waiting wake waking
    wales walk walked walking wall wana wanna want wanted wanting wants ward wardrobe warm was wash
    washing wasnt wat watch watched watching water way weather website wedding wednesday weed week weekend
    weekends weeks weir weird well went were wet weve what whatever whats wheelchair when where wheres
    whether which while white who whoever whole whos whose why wife wifes will window windows wine winter
    wish with without witness wiv woke wolverhampton woman women wont worcester word words work worked
    worker working works world worried worry worse worth wot would wouldnt wrap wraps write writing
    written wrong wrote wud wye xbox yeah year years yellow yesterday yet you young your youre youth youve
    yrs zombie
    """.split()
)


def words_without_english(text: str) -> frozenset[str]:
    """The different words of a text, letters only; none where one of them is common in English."""
    words = frozenset(plain_phrase(text).split())
    if words & _COMMON:
        return frozenset()
    return frozenset(word for word in words if word.isalpha() and len(word) > 1)
