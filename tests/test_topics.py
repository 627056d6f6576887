"""Every topic is whole: training messages, a rule, words, facts; and nothing in the domain is left unused."""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from vocabulary.labels import Label
from vocabulary.needs import Need
from vocabulary.words import has_words


ROOT = Path(__file__).parents[1]
BY_BUTTON_ONLY = {
    "open",
    "choose_group",
    "give_person",
    "give_age",
    "another_need",
    "something_else",
    "ask_facts",
    "helped",
    "go_on",
}
FEWEST_OF_A_LABEL = 60
FEWEST_OF_A_LARGE_NEED = 150
LARGE = (
    Need.CRIMINAL_EXPLOITATION_CHILD,
    Need.CUCKOOING,
    Need.DRUG_DEBT,
    Need.THREATS_VIOLENCE,
    Need.DEALING_NEAR_HOME,
    Need.OWN_DRUG_USE,
    Need.FAMILY_DRUG_USE,
    Need.FEELINGS_SUICIDE,
)


@cache
def _domain() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    return loaded


@cache
def _examples() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = [line.removeprefix("- ") for line in block["examples"].splitlines()]
            found.setdefault(block["intent"], []).extend(line for line in lines if line.strip())
    return found


@cache
def _rules() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "data/rules").glob("*.yml")))


@cache
def _code() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "actions").glob("*.py")))


@pytest.mark.parametrize("need", Need)
def test_a_need_has_messages_a_rule_and_words(need: Need) -> None:
    assert (ROOT / "data" / "nlu" / f"{need.intent}.yml").exists()
    assert (ROOT / "data" / "rules" / f"{need.intent}.yml").exists()
    assert has_words(need.words)
    assert has_words(f"facts.{need.value}.1")


@pytest.mark.parametrize("intent", sorted({*(n.intent for n in Need), *(label.intent for label in Label)}))
def test_every_label_has_enough_different_messages_and_a_rule(intent: str) -> None:
    fewest = FEWEST_OF_A_LARGE_NEED if intent in {need.intent for need in LARGE} else FEWEST_OF_A_LABEL

    assert len(_examples()[intent]) >= fewest
    assert re.search(rf"intent: {intent}$", _rules(), re.MULTILINE)


def test_no_message_stands_twice_in_the_training_data() -> None:
    plain = Counter(
        re.sub(r"[^a-z0-9 ]", "", line.lower()).strip() for lines in _examples().values() for line in lines
    )

    assert [line for line, times in plain.items() if line and times > 1] == []


def test_the_domain_knows_the_labels_and_what_buttons_send_and_nothing_else() -> None:
    known = {*(need.intent for need in Need), *(label.intent for label in Label)}

    assert set(_domain()["intents"]) == known | BY_BUTTON_ONLY | {"nlu_fallback", "other_language"}


def test_every_intent_has_a_rule() -> None:
    ruled = set(re.findall(r"intent: (\w+)", _rules()))

    assert set(_domain()["intents"]) <= ruled


def test_every_response_names_words_that_exist() -> None:
    for name, variants in _domain()["responses"].items():
        for variant in variants:
            custom = variant["custom"]
            assert has_words(custom["words"]), name
            assert all(has_words(choice["words"]) for choice in custom.get("choices", [])), name


def test_every_response_is_said_by_an_action_a_form_or_a_rule() -> None:
    asked = {f"utter_ask_{slot}" for slot in _domain()["forms"]["pathway_form"]["required_slots"]}
    groups = {name for name in _domain()["responses"] if name.startswith("utter_ask_needs_")}
    answered = set(re.findall(r"intent: (\w+)\n\s+- action: action_answer_question", _rules()))
    answers = {f"utter_{intent}" for intent in answered} | {"utter_helped_yes", "utter_helped_no"}

    said = {name for name in _domain()["responses"] if name in _code()}
    assert set(_domain()["responses"]) - said - asked - groups - answers == set()


def test_no_slot_influences_what_follows_and_every_slot_is_used() -> None:
    for name, slot in _domain()["slots"].items():
        assert slot["influence_conversation"] is False, name
        assert f'"{name}"' in _code() or f"slots.get({name!r})" in _code(), name
