"""Danger told in Lithuanian; a draft that no native reader has checked."""

from safety.risk.languages.phrases import Phrases
from vocabulary.languages import Language


PHRASES = Phrases(
    language=Language.LITHUANIAN,
    denied_by="ne niekada nei",
    fillers="jau dabar tiesiog tikrai didelį rankoje vėl",
    suicide="""
noriu/norėčiau/nori/norisi tik/- mirti/numirti/nusižudyti/pasikarti/nusižudit/nusižudyt/numirt/mirt
noriu/norėčiau/nori save/- nužudyti/nužudyt save/savęs
noriu/norėčiau pasitraukti/išeiti iš gyvenimo
noriu/norėčiau baigti gyvenimą/savo_gyvenimą
noriu nutraukti savo/- gyvenimą
nusižudysiu/pasikarsiu/nusižudis
nusižudys jis/ji
nužudysiu/užmušiu save
nebenoriu/nenoriu daugiau/- gyventi/gyvent/gyventy
nebegaliu/negaliu daugiau/- gyventi
neturiu dėl_ko/kam/tikslo gyventi
galvoju/mąstau apie savižudybę/mirtį
turiu minčių apie savižudybę
minčių/mintys apie savižudybę
bando nusižudyti
""",
    overdose="""
perdozavo/perdozavau
išgėrė/išgėriau/prisigėrė/prarijo per_daug/daug/visas/visus tablečių/vaistų/narkotikų/tabletes/vaistus
prarijau/suvalgė/paėmė/pavartojo per_daug/daug/visas/visus tablečių/vaistų/narkotikų/tabletes/vaistus
išgėrė/pavartojo/suvartojo per daug
nekvėpuoja/nekvepuoj/nebekvėpuoja
nustojo kvėpuoti
be sąmonės
prarado sąmonę
neatsibunda/neprabunda/nepabunda/nebeatsibunda
negaliu jo/jos pažadinti/prižadinti/pabudinti
lūpos mėlynos/pamėlynavo
mėlynos lūpos
""",
    emergency="""
turi peilį/peily/ginklą/pistoletą/kirvį/mačetę
jis/ji/jie su peiliu/peiliais/ginklu/ginklais/pistoletu/kirviu
nužudys/užmuš/nudės/papjaus/nušaus mane/mus
mane/mus nužudys/užmuš/nudės/papjaus/nušaus
nori/grasina/bando/žada mane/mus/jį/ją nužudyti/užmušti/papjauti/nušauti
nori/grasina/bando/žada nužudyti/užmušti mane/mus
grasina/grąsina man/mums/- peiliu/ginklu/pistoletu
iškvieskit/iškvieskite/kvieskit/kvieskite/iškviesk/kviesk policiją/greitąją/greitaja_pagalbą
skambinkit/skambinkite/skambink/paskambinkit/paskambinkite/paskambink policijai/greitajai/į_policiją
reikia greitosios/greitosios_pagalbos/policijos_greitai
jis/jie/ji yra/stovi/laukia/- už/prie mano/- durų
laužia/daužo duris
laužiasi pro/į duris/namus
bando/bandė_dabar įeiti/įsilaužti/įsibrauti
dabar/šiuo_metu mane/- muša/smaugia mane/-
smaugia mane
mane subadė/nudūrė/sudūrė/pašovė
subadė/nudūrė/pašovė mane/jį/ją
stipriai/labai kraujuoja/kraujuoju
kraujuoja stipriai/labai
mane/mus pagrobė/užrakino/laiko_užrakintą/laiko_užrakintus
pagrobė/užrakino mane/mus
neišleidžia/neleidžia manęs/man/mūsų išeiti/iš_namų
gelbėkit/gelbėkite
""",
)
