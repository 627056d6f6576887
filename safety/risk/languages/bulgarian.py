"""Danger told in Bulgarian, in Cyrillic or Latin letters; a draft that no native reader has checked."""

from safety.risk.languages.phrases import Phrases
from vocabulary.languages import Language


PHRASES = Phrases(
    language=Language.BULGARIAN,
    denied_by="не никога ne nikoga",
    fillers="вече сега просто наистина един голям в_ръката veche sega prosto naistina edin goliam golyam",
    suicide="""
искам/исках_само да умра/умръ/се_самоубия/се_убия/се_обеся
искам да сложа край на живота си/-
искам да си отнема живота
ще се самоубия/убия/обеся
ще сложа край на живота си
ще си отнема живота
иска/ще да/- се убие/самоубие/обеси
иска да умре
не искам вече/повече/- да живея/живеа
не мога вече/повече/- да живея
не ми се живее/живей
нямам за какво да живея
мисля за самоубийство/смъртта
писна ми да живея
iskam/iskum/iskam_samo da umra/umrq
iskam da/- se samoubia/samoubiya/samoubija/samoubiq/ubia/ubiya/ubija/ubiq/obesia/obesya/obesq
shte/ste/6te se samoubia/samoubiya/samoubija/samoubiq/ubia/ubiya/ubija/ubiq/obesia/obesya/obesq
iskam da sloja/slozha krai/kraj/kray na jivota/zhivota/zivota si/-
iska da se ubie/samoubie/obesi
iska da umre
ne iskam veche/vece/ve4e/poveche/povece/pove4e/- da jiveia/jiveya/jiveja/jiveq
ne iskam veche/vece/ve4e/poveche/povece/pove4e/- da zhiveia/zhiveya/zhiveq/ziveja
ne moga poveche/povece/pove4e/- da jiveia/jiveya/jiveq/zhiveia/zhiveya/zhiveq
ne mi se jivee/zhivee/zivee
mislia/mislya/mislq/mislja za samoubiistvo/samoubijstvo/samoubiystvo
""",
    overdose="""
свръхдоза/предозира/предозирах
взе/взех/изпи/изпих твърде_много/прекалено_много/много хапчета/лекарства/дрога/наркотици/хероин
глътна/глътнах/нагълта/нагълтах твърде_много/прекалено_много/много хапчета/лекарства/дрога
глътна/глътнах/нагълта/нагълтах твърде_много/прекалено_много/много наркотици/хероин
взе/изпи/нагълта се/- твърде_много/прекалено_много
не диша
спря/престана да диша
в безсъзнание/безсъзнание_е
не се събужда/буди
не мога да го/я събудя
загуби съзнание
устните му/й са сини/посинели
svrahdoza/svruhdoza/svryhdoza/predozira/predozirah
vze/vzeh/izpi/izpih/glatna/nagalta tvarde/tvurde/prekaleno/- mnogo hapcheta/hapceta/hap4eta
vze/vzeh/izpi/izpih/glatna/nagalta tvarde/tvurde/prekaleno/- mnogo lekarstva/droga/narkotici
ne disha/di6a/disa
spria/sprya/sprq/sprja da disha/di6a/disa
v bezsaznanie/bezsuznanie/bezsyznanie
ne se sabujda/subujda/sabuzhda/subuzhda/sybujda/budi
ne moga da go/ia/ya/q sabudia/subudia/sabudya/subudya/subudq/sabudq
zagubi saznanie/suznanie
""",
    emergency="""
има/имат/с нож/ножове/пистолет/оръжие/брадва/мачете в_ръката/-
ще ме/ни убие/убият/убиеш/заколи/заколят/застреля/застрелят
иска/искат да ме/ни убие/убият/заколи/заколят
убиват/убива ме/ни
заплашва/заплашват ме/ни с нож/пистолет/смърт/оръжие
обадете_се/обади_се/звънни/звъннете на/в полиция/полицията/линейка/бърза_помощ
извикайте/извикай/викнете/викни/викайте/повикайте/пратете полиция/полицията/линейка/бърза_помощ
трябва ми/ни линейка/полиция
са/е/чакат/чака пред/на/зад вратата ми/-
пред/на вратата ми/- са/е/чакат
разбива/разбиват/чупят вратата
опитва/опитват се да влезе/влязат/влезат
сега/в_момента ме бие/бият/души/душат
души ме
намушка/намушкаха/наръга/наръгаха/простреля/простреляха ме/го/я
кърви/кървя силно/много
отвлякоха/заключиха/затвориха ме/ни
държи/държат ме/ни заключен/заключена/заключени/насила
не ме/ни пуска/пускат да изляза/си_тръгна/-
ima/imat/s noj/nozh/noje/nojove/pistolet/orajie/orujie/oryjie/orazhie/bradva
ima/imat machete
shte/ste/6te me/ni ubie/ubiat/ubiyat/ubijat/ubiqt/zakoli/zakolqt/zakolyat
iska/iskat da me/ni ubie/ubiat/ubiyat/ubijat/ubiqt
zaplashva/zaplashvat/zapla6va/zapla6vat me/ni s noj/nozh/pistolet/smart/smurt
obadete/obadi se na policia/policiata/policiq/policiyata/lineika/burza_pomosht/barza_pomosht
izvikaite/izvikajte/izvikai/viknete/vikni/povikaite policia/policiq/policiyata
izvikaite/izvikajte/izvikai/viknete/vikni/povikaite lineika/linejka/barza_pomosht
triabva/tryabva/trqbva mi/ni lineika/linejka
sa/e/chakat pred/na vratata mi/-
razbiva/razbivat vratata
opitva/opitvat se da vleze/vlqzat/vlyazat/vlezat
namushka/namushkaha/namu6kaha/naraga/naragaha/narugaha me/go/ia/ya
karvi/kurvi/kyrvi silno/mnogo
otvlakoha/otvlqkoha/otvliakoha/zakliuchiha/zaklu4iha/zaklyuchiha me/ni
darji/durji/darjat/durjat/darzhat me/ni zakliuchen/zakliuchena/zaklyuchen/zaklyuchena/zaklu4en/zaklu4ena
""",
)
