"""The prepared rules answer what Rasa's own policy answers."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.core.policies.rule_policy import RulePolicy
from rasa.shared.core.constants import PREVIOUS_ACTION, SHOULD_NOT_BE_SET

from bot.components.prepared_rules import PreparedRules, prepare


ACTIONS = [{"action_name": name} for name in ("action_listen", "action_open", "pathway_form")]
USERS = [{"intent": name} for name in ("open", "skip")]
LOOPS = [{"name": name} for name in ("pathway_form", SHOULD_NOT_BE_SET, None)]
SLOTS = [
    {"need": value, "area": area}
    for value in ([1.0], [0.0, 1.0], (1.0,), SHOULD_NOT_BE_SET, "", None)
    for area in ([1.0, 0.0], SHOULD_NOT_BE_SET, None)
]


def _state(tuples: bool) -> st.SearchStrategy[dict[str, Any]]:
    """A state of a rule, as JSON gives it, or of a dialogue, where lists are tuples."""

    def as_said(state: dict[str, Any]) -> dict[str, Any]:
        if not tuples:
            return state
        return {
            part: {key: tuple(value) if isinstance(value, list) else value for key, value in inner.items()}
            for part, inner in state.items()
        }

    parts = {
        PREVIOUS_ACTION: st.sampled_from(ACTIONS),
        "user": st.sampled_from(USERS),
        "active_loop": st.sampled_from(LOOPS),
        "slots": st.sampled_from(SLOTS),
    }
    return st.fixed_dictionaries({}, optional=parts).map(as_said)


RULES = st.lists(st.lists(_state(tuples=False), min_size=1, max_size=4), max_size=8)
DIALOGUES = st.lists(_state(tuples=True), max_size=5)


@given(rules=RULES, dialogue=DIALOGUES)
def test_the_same_rules_fit(rules: list[list[dict[str, Any]]], dialogue: list[dict[str, Any]]) -> None:
    lookup = {json.dumps(rule, sort_keys=True): "action" for rule in rules}
    rasas = RulePolicy.__new__(RulePolicy)
    ours = PreparedRules.__new__(PreparedRules)
    ours._prepared = {id(lookup): prepare(lookup)}

    assert ours._get_possible_keys(lookup, dialogue) == rasas._get_possible_keys(lookup, dialogue)


def test_rules_that_were_not_prepared_are_compared_as_rasa_does() -> None:
    """While training the rules still change."""
    lookup = {json.dumps([{PREVIOUS_ACTION: ACTIONS[0]}]): "action"}
    ours = PreparedRules.__new__(PreparedRules)
    ours._prepared = {}

    assert ours._get_possible_keys(lookup, [{PREVIOUS_ACTION: ACTIONS[0]}]) == set(lookup)
    lookup.clear()
    assert ours._get_possible_keys(lookup, [{PREVIOUS_ACTION: ACTIONS[0]}]) == set()


@pytest.mark.parametrize("value", [None, "", (), SHOULD_NOT_BE_SET])
def test_what_may_not_be_set_is_not_set(value: object) -> None:
    rules = prepare({json.dumps([{PREVIOUS_ACTION: ACTIONS[0], "slots": {"need": SHOULD_NOT_BE_SET}}]): "a"})

    assert rules[0].fits([{PREVIOUS_ACTION: ACTIONS[0], "slots": {"need": value}}])
    assert not rules[0].fits([{PREVIOUS_ACTION: ACTIONS[0], "slots": {"need": (1.0,)}}])
