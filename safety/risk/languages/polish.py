"""Danger told in Polish; a draft that no native reader has checked."""

from safety.risk.languages.phrases import Phrases
from vocabulary.languages import Language


PHRASES = Phrases(
    language=Language.POLISH,
    denied_by="nie nigdy",
    fillers="już teraz po_prostu naprawdę w_ręku w_ręce duży wielki zaraz chyba znowu tylko",
    suicide="""
chcę/hce/chcem/chciałbym/chciałabym/chce_mi_się umrzeć/umżeć/umrzedź/zdechnąć
chcę/hce/chcem/chciałbym/chciałabym/muszę się zabić/powiesić
chcę/hce/chcem/chciałbym/chciałabym/muszę zabić się
chcę/chciałbym/chciałabym skończyć ze sobą
chcę/chciałbym/chciałabym skończyć z życiem
chcę/chciałbym/chciałabym/próbuje popełnić samobójstwo
chcę/chciałbym/chciałabym odebrać sobie życie
chcę/chciałbym/chciałabym skoczyć z mostu/okna/dachu
zabiję/powieszę/zabijemy się/sie_dzisiaj
zaraz/dzisiaj/dziś się zabiję
skończę ze sobą
popełnię/popełni samobójstwo
nie chcę/hce mi_się/już/mi_się_już/już_mi_się/- żyć
nie chcę dłużej/więcej żyć
nie mam po_co/dla_kogo/siły żyć
mam myśli samobójcze
myślę/myśle żeby/aby/o_tym_żeby się zabić/powiesić
myślę/myśle o samobójstwie/śmierci
mam dość życia
""",
    overdose="""
przedawkował/przedawkowała/przedawkowałem/przedawkowałam
wziął/wzioł/wzięła/wzieła za_dużo/zbyt_dużo/za_durzo
za_dużo/zbyt_dużo/dużo wziął/wzioł/wzięła/wzieła
wziąłem/wziełem/wzięłam/wziełam za_dużo/zbyt_dużo/dużo tabletek/leków/prochów
wziąłem/wziełem/wzięłam/wziełam za_dużo/zbyt_dużo/dużo narkotyków/heroiny/metadonu
wziął/wzioł/wzięła/wzieła dużo tabletek/leków/prochów/narkotyków
połknął/połknęła/połknąłem wszystkie/dużo/całe/- tabletki/tabletek/leki/leków/opakowanie
połknęłam/zjadł/zjadła wszystkie/dużo/całe/- tabletki/tabletek/leki/leków/opakowanie
nie oddycha/odycha
przestał/przestała oddychać
on/ona/- jest nieprzytomny/nieprzytomna
stracił/straciła przytomność
nie mogę/moge go/jej obudzić/dobudzić
nie budzi/obudzi się
nie chce/może się obudzić/dobudzić
ma sine/niebieskie usta
""",
    emergency="""
ma/mają nóż/noże/broń/pistolet/siekierę/spluwę
on/ona/mąż/mają maczetę
z nożem/pistoletem/siekierą/maczetą w ręku/ręce/drzwiach
zabije/zabiją/zabija mnie/nas
mnie/nas zabije/zabiją/zabija
chce/chcą mnie/nas/ją/go zabić
chce/chcą zabić mnie/nas
grozi/grożą mi/nam nożem/bronią/śmiercią/pistoletem
jest/są/stoi/stoją pod moimi/naszymi/- drzwiami
wyważa/wyważają/wywarzają drzwi
próbuje/próbują się włamać
próbuje/próbują wejść do domu/mieszkania
zadzwoń/zadzwońcie/dzwoń/dzwońcie/proszę_zadzwonić na/po policję/pogotowie/karetkę
wezwij/wezwijcie/proszę_wezwać/ślijcie/wyślijcie policję/pogotowie/karetkę
potrzebuję/potrzebna/potrzebny karetki/karetka
bije/biją mnie/nas
mnie/nas bije/biją
celują/celuje do/we mnie/nas
teraz/właśnie mnie bije/biją/dusi
dusi mnie
dźgnął/dźgnęli/pchnął mnie/go/ją nożem/-
mocno/bardzo krwawi/krwawię
porwali/uwięzili/zamknęli mnie/nas
nie chce/chcą mnie wypuścić
jestem uwięziony/uwięziona
ratunku
""",
)
