"""Danger told in Portuguese; a draft that no native reader has checked."""

from safety.risk.languages.phrases import Phrases
from vocabulary.languages import Language


PHRASES = Phrases(
    language=Language.PORTUGUESE,
    denied_by="não n naum nunca jamais nem",
    fillers="já agora mesmo só grande na_mão sempre",
    suicide="""
quero/qero/keru/queria/quer só/- morrer/morer
só quero/queria morrer
quero/queria/vou/penso_em/a_pensar_em/pensando_em me matar/suicidar/enforcar
quero/queria/vou/penso_em/a_pensar_em/pensando_em matar/suicidar/enforcar me
quero/queria/vou/penso_em/pensando_em acabar com a minha/- vida
quero/queria/vou acabar comigo/com_tudo
quero/queria/vou/penso_em/pensando_em tirar/pôr_fim_à a/- minha/própria vida
quer/quis_agora/vai/tentou se matar/suicidar/enforcar
quer/vai/tentou matar/suicidar/enforcar se
não/n/naum quero/qero mais/- viver mais/-
não/n aguento mais viver
não/n consigo mais viver
já não quero viver
não/n tenho razão/razões/motivo/motivos para/pra viver
pensamentos suicidas
penso em/no suicídio
quero/queria cometer suicídio
cansado/cansada/farto/farta de viver
""",
    overdose="""
teve/sofreu/está_com/tomou/tive/está_a_ter/é_uma uma/- overdose
tomou/tomei/engoliu/engoli muitos/demasiados/todos_os/tantos comprimidos/remédios/medicamentos
tomou/tomei/usou/cheirou/injetou muita/demasiada/tanta droga/heroína/cocaína
tomou/usou/cheirou/injetou droga/- demais/de_mais/demasiado
não/n respira
não/n está/ta a/- respirar/respirando/respira
parou/deixou de respirar
está/ta/ficou inconsciente
perdeu os sentidos
perdeu a consciência
não/n acorda
não/n consigo acordá lo/la
não/n consigo acordar ele/ela/o_meu/a_minha
lábios azuis/roxos
""",
    emergency="""
tem/têm/está_com/estão_com/com uma/um faca/arma/pistola/revólver/machado/catana/facão
tem/têm faca/facas/arma/armas/pistola
vai/vão/quer/querem/vem/vêm me/nos matar/esfaquear
vai/vão/quer/querem/vem/vêm matar/esfaquear me/nos
me/nos vai/vão matar
ameaça/ameaçou/ameaçam/ameaçaram matar me
ameaça/ameaçou/ameaçam/ameaçaram me matar
ameaça/ameaçam me/nos de morte
me/nos ameaça/ameaçando com uma faca/arma/pistola
ameaça/ameaçam me/nos com uma faca/arma/pistola
chame/chama/chamem/mande/mandem a/uma/- polícia/ambulância
liga/ligue/liguem para_a/pra/à/para polícia/ambulância
preciso de/duma uma/- ambulância
estão/está à/na/a_minha/na_minha/à_minha porta agora/de_casa
a/- arrombar/arrombando a porta
tentando/tentam/tenta/a_tentar entrar em_casa/na_casa/à_força
está/estão a bater me/em_mim
está/estão me batendo/espancando/estrangulando/sufocando
a estrangular/sufocar/espancar me
fui/foi esfaqueado/esfaqueada/baleado/baleada
a/está/estou sangrar/sangrando/a_sangrar muito
fui/fomos raptado/raptada/sequestrado/sequestrada/raptados/sequestrados
estou/estamos trancado/trancada/trancados/sequestrado/sequestrada
não/n me/nos deixa/deixam sair
socorro ajuda/ajudem/me_ajudem/por_favor
""",
)
