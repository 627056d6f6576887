"""Danger as it is typed in each language, with marks and without; as unread as the phrases themselves."""

from vocabulary.languages import Language
from vocabulary.risks import Risk


Said = dict[Risk, tuple[str, ...]]

SAID: dict[Language, Said] = {
    Language.WELSH: {
        Risk.SUICIDE: (
            "Dw i eisiau marw",
            "dwi isio marw",
            "dw i'n meddwl am ladd fy hun",
            "dw i ddim eisiau byw",
            "mae o isio lladd ei hun",
        ),
        Risk.OVERDOSE: (
            "dyw e ddim yn anadlu",
            "mae hi wedi cymryd gormod",
            "mae o wedi cymryd gorddos",
            "nid yw'n deffro, dydy o ddim yn deffro",
        ),
        Risk.EMERGENCY: (
            "mae ganddo gyllell",
            "maen nhw'n mynd i fy lladd i",
            "ffoniwch yr heddlu",
            "Ffoniwch am ambiwlans os gwelwch yn dda",
            "maen nhw wrth y drws",
        ),
    },
    Language.POLISH: {
        Risk.SUICIDE: (
            "chce umrzec",
            "chcę się zabić",
            "Chcę umrzeć.",
            "nie chce mi się żyć",
            "nie chcę już żyć",
            "nie, chcę umrzeć",
            "mój brat mówi że chce się zabić",
            "CHCE UMRZEĆ",
        ),
        Risk.OVERDOSE: (
            "on nie oddycha",
            "wziął za dużo i nie mogę go obudzić",
            "przedawkowala",
            "nie budzi się",
        ),
        Risk.EMERGENCY: (
            "on ma nóż",
            "oni mnie zabija",
            "boję się, że mnie zabiją",
            "prosze zadzwonic po karetke",
            "wezwijcie policję",
            "są pod drzwiami",
        ),
    },
    Language.ROMANIAN: {
        Risk.SUICIDE: (
            "vreau să mor",
            "vreau sa ma sinucid",
            "nu mai vreau sa traiesc",
            "vreau să-mi iau viața",
            "nu vreau să trăiesc",
        ),
        Risk.OVERDOSE: (
            "nu mai respira",
            "a luat prea multe pastile",
            "nu se trezește",
            "nu-l pot trezi",
        ),
        Risk.EMERGENCY: (
            "are un cuțit",
            "o sa ma omoare",
            "vor să mă omoare",
            "chemați poliția",
            "sunati la ambulanta",
            "sunt la ușa mea",
        ),
    },
    Language.BULGARIAN: {
        Risk.SUICIDE: (
            "искам да умра",
            "искам да се самоубия",
            "не искам да живея",
            "iskam da umra",
            "shte se ubiq",
            "ne iskam pove4e da jiveq",
        ),
        Risk.OVERDOSE: (
            "той не диша",
            "изпи много хапчета",
            "не мога да я събудя",
            "ne disha",
            "vze mnogo hapcheta",
        ),
        Risk.EMERGENCY: (
            "има нож",
            "ще ме убият",
            "извикайте полиция",
            "обадете се на бърза помощ",
            "ima noj",
            "6te me ubiqt",
            "obadete se na policiata",
        ),
    },
    Language.LITHUANIAN: {
        Risk.SUICIDE: (
            "noriu mirti",
            "noriu nusižudyti",
            "nebenoriu gyventi",
            "nusizudysiu",
            "nenoriu gyvent",
        ),
        Risk.OVERDOSE: (
            "jis nekvėpuoja",
            "isgere per daug tableciu",
            "ji neatsibunda",
            "negaliu jo pažadinti",
        ),
        Risk.EMERGENCY: (
            "jis turi peilį",
            "jie mane uzmus",
            "nužudys mane",
            "iškvieskite policiją",
            "skambinkit i policija",
            "kvieskit greitąją",
        ),
    },
    Language.PORTUGUESE: {
        Risk.SUICIDE: (
            "quero morrer",
            "quero-me matar",
            "vou me matar",
            "não quero mais viver",
            "n quero viver",
        ),
        Risk.OVERDOSE: (
            "ele não respira",
            "nao esta a respirar",
            "tomou muitos comprimidos",
            "não consigo acordá-lo",
        ),
        Risk.EMERGENCY: (
            "ele tem uma faca",
            "vão matar-me",
            "eles vao me matar",
            "chamem a polícia",
            "liga para a ambulancia",
            "socorro",
        ),
    },
    Language.PUNJABI: {
        Risk.SUICIDE: (
            "ਮੈਂ ਮਰਨਾ ਚਾਹੁੰਦਾ ਹਾਂ",
            "ਮੈਂ ਖ਼ੁਦਕੁਸ਼ੀ ਕਰਨਾ ਚਾਹੁੰਦੀ ਹਾਂ",
            "ਮੈਂ ਜੀਣਾ ਨਹੀਂ ਚਾਹੁੰਦਾ",
            "main marna chaunda",
            "mai jeena nahi chahundi",
        ),
        Risk.OVERDOSE: (
            "ਉਹ ਸਾਹ ਨਹੀਂ ਲੈ ਰਿਹਾ",
            "ਉਹ ਉੱਠ ਨਹੀਂ ਰਹੀ",
            "oh saah nahi le reha",
            "bahut goliyan kha layian",
        ),
        Risk.EMERGENCY: (
            "ਉਸ ਕੋਲ ਚਾਕੂ ਹੈ",
            "ਉਹ ਮੈਨੂੰ ਮਾਰ ਦੇਣਗੇ",
            "ਪੁਲਿਸ ਨੂੰ ਬੁਲਾਓ",
            "ohde kol chaku hai",
            "oh mainu maar denge",
            "police nu bulao",
        ),
    },
    Language.URDU: {
        Risk.SUICIDE: (
            "میں مرنا چاہتا ہوں",
            "مجھے مرنا ہے",
            "میں خودکشی کرنا چاہتی ہوں",
            "main marna chahti hoon",
            "mujhe jina nahi chahta",
        ),
        Risk.OVERDOSE: (
            "وہ سانس نہیں لے رہا",
            "بہت گولیاں کھا لی ہیں",
            "woh saans nahi le raha",
            "uth nahi raha",
        ),
        Risk.EMERGENCY: (
            "اس کے پاس چاقو ہے",
            "وہ مجھے مار دیں گے",
            "پولیس کو بلاؤ",
            "us ke paas chaku hai",
            "woh mujhe maar denge",
            "police ko bulao",
        ),
    },
}

# What sounds like it and is not: denied, past, or a plain call for help.
HARMLESS = (
    "dw i ddim eisiau marw",
    "does ganddo ddim cyllell",
    "nie chcę umrzeć",
    "nie chce sie zabic",
    "on nie ma noża",
    "potrzebuję pomocy, ludzie od narkotyków zabrali mi mieszkanie i boję się",
    "pomocy",
    "boję się zadzwonić na policję",
    "nu vreau să mor",
    "nu are un cutit",
    "ajutor",
    "pot suna la poliție",
    "не искам да умра",
    "няма нож",
    "ne iskam da umra",
    "помощ",
    "nenoriu mirti",
    "jis neturi peilio",
    "não quero morrer",
    "ele não tem faca",
    "tenho medo de chamar a polícia",
    "ਮੈਂ ਮਰਨਾ ਨਹੀਂ ਚਾਹੁੰਦਾ",
    "main marna nahi chahunda",
    "میں مرنا نہیں چاہتا",
    "mujhe nahi marna",
    "us ke paas chaku nahi hai",
)
