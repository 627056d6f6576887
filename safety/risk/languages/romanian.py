"""Danger told in Romanian; a draft that no native reader has checked."""

from safety.risk.languages.phrases import Phrases
from vocabulary.languages import Language


PHRASES = Phrases(
    language=Language.ROMANIAN,
    denied_by="nu nici niciodată n",
    fillers="acum chiar doar deja mereu iar mare în_mână",
    suicide="""
vreau/aș_vrea/doresc/îmi_doresc să mor
vreau/aș_vrea/o/am/urmează să mă omor/sinucid/spânzur
vreau/aș_vrea/o/am să îmi/mi iau viața/zilele
vreau/aș_vrea/o/am să termin cu viața
vreau/aș_vrea/o/am să pun capăt vieții/zilelor
mă sinucid
mă voi sinucide/omorî
vrea/încearcă/o să se omoare/sinucidă/spânzure
vrea să moară
nu mai/- vreau să trăiesc/traesc
nu mai pot trăi
nu am/mai_am pentru/de ce să/- trăi/trăiesc
gânduri de sinucidere
gânduri suicidale/sinucigașe
îmi/imi vine să mă omor/sinucid/spânzur
mă gândesc la sinucidere/moarte
mă gândesc să mă omor/sinucid
mă arunc de pe pod/bloc
m am săturat de viață/trăit
""",
    overdose="""
a/am luat/făcut/avut o/- supradoză/supradoza/overdoză
a/am luat/înghițit/băut prea multe/multe pastile/medicamente/droguri/tablete
a/am luat/înghițit toate pastilele/medicamentele
a luat prea mult/multă/multe
nu mai/- respiră
a încetat să/- respire/mai_respire
e/este/a_căzut inconștient/inconștientă
și a pierdut cunoștința
nu se mai/- trezește/trezeste_deloc
nu îl/o/l pot/pot_sa_il trezi
nu pot să îl/o/l trezesc
are buzele/buze vinete/albastre
nu mai mișcă
""",
    emergency="""
are un cuțit/pistol/topor
are o armă/macetă
are cuțit/armă/topor/macetă
au cuțite/pistoale/arme/topoare/un_cuțit/o_armă/un_pistol
o/vor/vrea/vine/vin/încearcă să mă/ne omoare/ucidă/înjunghie/împuște
mă/ne va/vor omorî/ucide/împușca
amenință/amenință_că/zice_că/zic_că mă/ne omoară
mă/ne amenință cu cuțitul/pistolul/moartea/un_cuțit/arma
sunați/chemați/cheamă/vă_rog_sunați la/- poliția/poliție/ambulanța/ambulanță/salvarea/salvare
sună la ambulanță/ambulanța/salvare
am/avem nevoie de ambulanță/salvare
sunt/e/este la ușa/usa mea/noastră/casei
încearcă să intre/spargă în/peste/- casă/ușa/noi/mine
sparg/sparge ușa
mă/ne omoară
mă bate/bat acum/soțul/tata/iubitul/prietenul
soțul/tata/iubitul/prietenul mă bate
sunați/sună la 112
au/a spart ușa
mă strangulează/sugrumă
m/l/ne a/au înjunghiat/împușcat
a/am fost înjunghiat/înjunghiată/împușcat/împușcată
sângerează/sângerez tare/mult/foarte_tare/foarte_mult/-
m/ne au răpit/sechestrat/închis/încuiat
sunt sechestrat/sechestrată/răpit/răpită/încuiat/încuiată
mă/ne țin/ține închis/închisă/închiși/sechestrat/sechestrată/cu_forța
nu mă lasă să plec/ies
""",
)
