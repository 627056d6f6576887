"""Danger told in Welsh; a draft that no native reader has checked."""

from safety.risk.languages.phrases import Phrases
from vocabulary.languages import Language


PHRASES = Phrases(
    language=Language.WELSH,
    denied_by="ddim dim nid byth heb",
    fillers="nawr rwan rŵan jyst mawr fawr",
    suicide="""
eisiau/isio/isho/isie/ishe/moyn/moin marw
dw_i/dwi/rwyf/rwy/rydw_i am/eisiau_jyst/jyst_isio/jyst_eisiau farw/marw
eisiau/isio/isho/ishe/moyn/am/mynd_i/trio/bwriadu lladd/ladd fy/fi/ei/i hun/hunan
meddwl am ladd/lladd fy hun/hunan
meddwl am hunanladdiad/farw/marw
teimlo/teimlon/teimlo_n/yn hunanladdol
rhoi diwedd/terfyn ar fy mywyd/bywyd
eisiau/isio/moyn/am gorffen/orffen fy/y mywyd/bywyd/cyfan
ddim/dim eisiau/isio/isho/ishe/moyn byw/bod_yma/byw_mwy
does/sdim/nid_oes dim/- pwynt byw
methu byw rhagor/mwy/fel_hyn
cyflawni hunanladdiad
crogi fy hun
""",
    overdose="""
wedi/newydd/di cymryd/gymryd/cael/gael gorddos/overdose/ofyrdos
wedi/newydd/di cymryd/gymryd/llyncu gormod
gormod o dabledi/dabledau/bils/gyffuriau/dabledi_wedi
ddim/dim yn anadlu/anadly
wedi/di stopio/peidio anadlu/ag_anadlu/â_anadlu
yn/n/mae_on/maen anymwybodol
wedi colli ymwybyddiaeth
ddim/dim yn deffro/dihuno/ymateb
methu/ffaelu ei/i/- deffro/ddeffro/dihuno/ddihuno fo/fe/o/hi/-
gwefusau/gwefusaun/gwefusau_n glas/las
""",
    emergency="""
ganddo/gynno/ganddi/gynni fo/fe/o/e/hi/nhw/- gyllell/cyllell/wn/gwn/ddryll/fwyell/machete
ganddyn/gynnyn/gandyn fo/fe/o/e/hi/nhw/- gyllell/cyllell/wn/gwn/ddryll/fwyell/machete
gyda/da/efo fo/fe/e/hi/nhw gyllell/cyllell/wn/gwn
gyda/efo fo/fe/e/hi/nhw machete
mynd/myn i fy/ein/nghael lladd/nlladd/lladd_i
mynd_i/am/eisiau/isio/moyn/bygwth/trio lladd/ladd fi/ni
am/eisiau/isio/moyn/bygwth/trio fy/ein lladd
ffoniwch/ffonia/ffoniwchr/ffoniar yr/y/r/am/am_yr/- heddlu/ambiwlans/plismyn/polis
galwch/galwa/galwchr yr/y/r/am/am_yr/- heddlu/ambiwlans/plismyn/polis
angen/isio/eisiau yr/- ambiwlans
anfonwch/danfonwch yr/- heddlu/ambiwlans
nhw/o/e/fo/fe/hi wrth/tu_allan_i/tu_fas_i y/r/fy/- drws
torri/torrir/torri_r drws
yn/n/trio/ceisio/nhwn torri i mewn/fewn
yn fy nghuro/mwrw/nhagu/nhagu_i rwan/nawr/i
yn fy nhagu
wedi/di cael/gael fy/ei nhrywanu/drywanu/thrywanu/saethu
wedi fy nhrywanu/herwgipio/nghloi/saethu
gwaedu/gwaedun/gwaedu_n yn/- drwm/ddrwg
cloi/carcharu/cadw fi/ni i_mewn/mewn/yma
gwrthod/ddim_yn gadael/gollwng i mi/fi adael/fynd
""",
)
