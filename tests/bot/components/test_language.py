"""A message in another language is noticed; English as people here write it is not."""

import pytest
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.components.language import INTENT_NAME, OtherLanguage


OTHER = [
    "pomocy, zmuszają mnie do noszenia narkotyków",
    "mam na imie Ana, potrzebuje pomocy, chca mnie zabic",
    "ajutor, vrea sa ma omoare",
    "me quieren matar",
    "Nie mówię po angielsku",
    "nu pot pleca de aici",
    "eles me obrigam a vender",
    "mi kanë marrë telefonin",
    "rhywun yn fy mygwth",
    "pomocy",
    "Polski",
    "помогите",
    "مدد",
    "ਮੇਰੀ ਮਦਦ ਕਰੋ",
    "boję się",
    "mă omoară",
    "ajutor nu am unde sa stau",
    "bacha lo",
    "madad karo",
    "mujhe jaan ka khatra hai",
    "sunati la 112",
]
# What looks like no language of the identifier's for certain, and what nothing was understood of.
NOT_UNDERSTOOD = [
    "uske paas ek bandook hai",
    "us ke paas aik chaqu hai",
    "woh kal phir aa rahe hain",
    "ma bate sotul",
    "bije mnie",
    "celuje do mnie",
    "mysle zeby sie zabic",
    "imi vine sa ma omor",
    "nu vreau sa mor",
    "ohde kol ik bandook hai",
    "mainu maar dengay",
]
ENGLISH = [
    "ive been trapping cunch",
    "bando",
    "hes got a shank",
    "my nans house got took over",
    "fam they gonna nank me",
    "ay up duck",
    "i ay got nowhere",
    "u a robot?",
    "man said ima get poked",
    "xanax bars",
    "Bewdley",
    "Much Wenlock",
    "Cleobury Mortimer",
    "mi casa",
    "c u later m8",
    "He tuk to many pils and wont wayk up",
    "Please my friend no respond after he smoke something",
    "ｆｌａｔ taken over",
    "ｉｍ １４ ａｎｄ ｓｃａｒｅｄ",
    "dealers took over my flat, one shouted ratunku",
    "Łukasz keeps coming to my house",
    "Zoë",
    "OT",
    "yes",
    "hlep",
    "wot shud i do",
    "wagwan fam",
    "gimme numba fer samaritans",
    "trapping bando",
    "Craven Arms",
    "Upton upon Severn",
    "Tenbury Wells",
    "🧪💊",
    "500",
    "",
]


def _intent(text, guess="greet"):
    component = OtherLanguage(OtherLanguage.get_default_config())
    message = Message({TEXT: text, INTENT: {"name": guess, "confidence": 0.9}})
    return component.process([message])[0].get(INTENT)["name"]


@pytest.mark.parametrize("text", OTHER)
def test_another_language_replaces_the_guess(text):
    assert _intent(text) == INTENT_NAME


@pytest.mark.parametrize("text", NOT_UNDERSTOOD)
@pytest.mark.parametrize("guess", ["nlu_fallback", "out_of_scope"])
def test_less_is_enough_where_nothing_was_understood(text, guess):
    assert _intent(text, guess=guess) == INTENT_NAME


@pytest.mark.parametrize("guess", ["greet", "nlu_fallback", "out_of_scope", "give_area"])
@pytest.mark.parametrize("text", ENGLISH)
def test_english_of_any_kind_keeps_the_guess(text, guess):
    assert _intent(text, guess=guess) == guess


@pytest.mark.parametrize("text", ["chemați poliția", "sunati la 112"])
def test_letters_and_plain_calls_for_help_are_no_place(text):
    assert _intent(text, guess="give_area") == INTENT_NAME


def test_what_was_taken_for_a_place_stays_a_place():
    assert _intent("hollywood near wythall", guess="give_area") == "give_area"
