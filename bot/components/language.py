"""Notices a message that is not English, so that it brings numbers and not a guess (docs/hazards.md)."""

import unicodedata
from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from safety.english import words_without_english


INTENT_NAME = "other_language"
CERTAIN = "certain"
PLACE = "give_area"
ENGLISH = "en"
FEWEST_WORDS = 3  # fewer words carry too little: slang and place names look foreign
# Where nothing was understood, less is enough, as long as no word is a common English one.
DOUBTFUL = frozenset({"out_of_scope", DEFAULT_NLU_FALLBACK_INTENT_NAME})
LIKELY_ENGLISH = (
    0.5  # below it words without an English one are foreign: Urdu in Latin letters looks like any
)
CERTAIN_OF_TWO = 0.6
# Letters that English borrows in few names; those of "café", "Zoë" or "naïve" are left out.
LETTERS = frozenset("ășşțţâîąćęłńśźżčėįšųūžãõñğışğőűŵŷěřůďťňđ")
LANGUAGES = (
    "en pl ro bg lt pt pa ur cy es uk ru sq vi ar fr de it hu sk cs lv tr hi bn fa zh ku".split()
)  # what people in West Mercia are likeliest to write, and its neighbours
# One word is enough where it asks for help or names a language, as people open a chat; among more words where
# none is English ("ajutor" with whatever follows, but not "one shouted ratunku").
OPENINGS = frozenset(
    "pomocy pomoc ratunku polski polska ajutor romana română romaneste ayuda socorro ajuda português "
    "pagalba padekite padėkite lietuvių lietuviu помощ помогите помощь допомога български русский українська "
    "ndihmë ndihme shqip مدد اردو ਮਦਦ ਪੰਜਾਬੀ مساعدة عربي cymraeg helpwch tiếng việt "
    "yardım türkçe segítség magyar slovensky česky aide français italiano aiuto hilfe deutsch "
    "sunati sunați chemati chemați omoara omor bate mnie pomozcie mujhe muje mainu bacha bachao madad "
    "karo bandook chaqu chaku khatra iskam pomosht pomogni".split()
)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class OtherLanguage(GraphComponent, IntentClassifier):  # type: ignore[misc]  # rasa ships no types
    """Replaces the intent of a message in another language; the ranking and any danger stay."""

    @classmethod
    def required_components(cls) -> list[type]:
        """There must be a guess to replace."""
        return [IntentClassifier]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """How likely another language must be; slang stays under it (tests/bot/components)."""
        return {CERTAIN: 0.75}

    def __init__(self, config: dict[str, Any]) -> None:
        self._config = config

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "OtherLanguage":
        """The component; nothing is learnt."""
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `other_language` on every message that is not English."""
        for message in messages:
            intent = (message.get(INTENT) or {}).get(INTENT_NAME_KEY)
            if is_other_language(message.get(TEXT) or "", intent=intent, certain=self._config[CERTAIN]):
                certain = {INTENT_NAME_KEY: INTENT_NAME, PREDICTED_CONFIDENCE_KEY: 1.0}
                message.set(INTENT, certain, add_to_output=True)
        return messages


def is_other_language(text: str, *, intent: str | None, certain: float) -> bool:
    """Whether a text is in another script, has words or letters of one, or is very likely written in one."""
    text = unicodedata.normalize("NFKC", text)  # full-width and styled letters are disguises of Latin ones
    letters = [letter for letter in text if letter.isalpha()]
    if not letters:
        return False
    if sum(not _is_latin(letter) for letter in letters) * 2 > len(letters):
        return True
    words = text.casefold().replace(",", " ").replace(".", " ").split()
    shows_it = bool(OPENINGS.intersection(words))
    if shows_it and len(words) < FEWEST_WORDS:
        return True
    foreign = words_without_english(text)
    if foreign and (shows_it or LETTERS.intersection(text.casefold())):
        return True
    if intent == PLACE:
        return False  # "hollywood near wythall"
    if intent in DOUBTFUL and _reads_foreign(text, len(foreign)):
        return True
    return len(words) >= FEWEST_WORDS and _is_likely_foreign(text, certain)


def _reads_foreign(text: str, different: int) -> bool:
    """Whether so many different words, none of them English, are likely enough in another language."""
    if different < FEWEST_WORDS:
        return different == FEWEST_WORDS - 1 and _is_likely_foreign(text, CERTAIN_OF_TWO)
    chances = dict(_identifier().rank(text))
    return bool(chances[ENGLISH] < LIKELY_ENGLISH)


def _is_likely_foreign(text: str, least: float) -> bool:
    language, chance = _identifier().classify(text)
    return bool(language != ENGLISH and chance >= least)


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier
