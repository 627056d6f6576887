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


@pytest.mark.parametrize("text", ENGLISH)
def test_english_of_any_kind_keeps_the_guess(text):
    assert _intent(text) == "greet"


def test_what_was_taken_for_a_place_stays_a_place():
    assert _intent("hollywood near wythall", guess="give_area") == "give_area"
