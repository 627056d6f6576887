"""Rasa's rule policy with its rules read once, where Rasa reads every rule anew for each prediction.

The answer is the same. A turn asks several times for the next action; each time Rasa's own policy goes
through all rules as JSON, and copies the dialogue's states for a line of a log that nobody keeps.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from rasa.core.policies.rule_policy import RULES, RULES_FOR_LOOP_UNHAPPY_PATH, RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import PREVIOUS_ACTION, SHOULD_NOT_BE_SET


State = Mapping[str, Mapping[str, Any]]
Asked = tuple[str, str, Any]  # a part of a state, a key in it, and the value that a rule wants there


@dataclass(frozen=True)
class Condition:
    """What a rule asks of one state of the dialogue, as RulePolicy._is_rule_applicable has it."""

    is_start: bool  # nothing was done before this state
    asked: tuple[Asked, ...]  # SHOULD_NOT_BE_SET asks that there is no value

    def fits(self, state: State) -> bool:
        """Whether a state of the dialogue meets it."""
        is_start = not state.get(PREVIOUS_ACTION)
        if self.is_start or is_start:
            return self.is_start and is_start
        return all(_meets(wanted, state.get(part, {}).get(key)) for part, key, wanted in self.asked)


@dataclass(frozen=True)
class Rule:
    """A rule by its key, with its conditions from the newest state back."""

    key: str
    conditions: tuple[Condition, ...]

    def fits(self, newest_first: Sequence[State]) -> bool:
        """Whether a dialogue meets it, as far back as both of them go."""
        met = zip(self.conditions, newest_first, strict=False)
        return all(condition.fits(state) for condition, state in met)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class PreparedRules(RulePolicy):  # type: ignore[misc]  # rasa ships no types
    """Rasa's RulePolicy, which trains as it always did and predicts from prepared rules."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Takes what RulePolicy takes."""
        super().__init__(*args, **kwargs)
        self._prepared: dict[int, tuple[Rule, ...]] = {}

    @classmethod
    def load(cls, *args: Any, **kwargs: Any) -> Self:
        """A trained policy, its rules prepared; from then on they do not change."""
        policy: Self = super().load(*args, **kwargs)
        policy._prepared = {
            id(policy.lookup[part]): prepare(policy.lookup[part])
            for part in (RULES, RULES_FOR_LOOP_UNHAPPY_PATH)
        }
        return policy

    def _get_possible_keys(self, lookup: Mapping[str, Any], states: list[State]) -> set[str]:
        """The keys of the rules of a lookup that these states meet. Rasa's own way while training."""
        rules = self._prepared.get(id(lookup))
        if rules is None:
            return set(super()._get_possible_keys(lookup, states))
        newest_first = states[::-1]
        return {rule.key for rule in rules if rule.fits(newest_first)}

    @staticmethod
    def format_tracker_states(states: list[State]) -> str:
        """Nothing: Rasa logs a dialogue's states, and makes them ready even when it does not."""
        return ""


def prepare(keys: Mapping[str, Any]) -> tuple[Rule, ...]:
    """The rules behind Rasa's keys, which are their states as JSON."""
    return tuple(Rule(key, tuple(_condition(state) for state in reversed(json.loads(key)))) for key in keys)


def _condition(state: State) -> Condition:
    # What was done last tells most rules apart, so it is asked first. JSON knows no tuples.
    parts = sorted(state, key=lambda part: part != PREVIOUS_ACTION)
    asked = (
        (part, key, tuple(value) if isinstance(value, list) else value)
        for part in parts
        for key, value in state[part].items()
        if value
    )
    return Condition(is_start=not state.get(PREVIOUS_ACTION), asked=tuple(asked))


def _meets(wanted: Any, value: Any) -> bool:
    if wanted == SHOULD_NOT_BE_SET:
        return not value or bool(value == SHOULD_NOT_BE_SET)
    return bool(value == wanted)
