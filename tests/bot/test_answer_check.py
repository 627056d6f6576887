"""The compiled check accepts and refuses exactly what Rasa's own does."""

import inspect
import time

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

from bot.answer_check import compile_check


SLOT = {"event": "slot", "name": "area", "value": "E06000020", "timestamp": None}
GOOD = [
    {},
    {"events": [], "responses": []},
    {"events": [SLOT, {"event": "active_loop", "name": None}], "responses": [{"custom": {}}]},
    {"events": [{"event": "rewind"}, {"event": "followup", "name": "action_listen"}]},
]
BAD = [
    [],
    "text",
    {"events": {}},
    {"events": [{"name": "no event"}]},
    {"events": [{"event": "slot"}]},
    {"responses": ["text"]},
    {"events": ["slot"]},
    {"events": [{"event": 7}]},
    {"events": [{"event": "no such kind"}]},
    {"events": [{"event": "slot", "name": 7, "value": 1}]},
    {"events": [{"event": "slot", "name": "area", "value": 1, "timestamp": "now"}]},
]


@pytest.fixture
def rasas_own(monkeypatch):
    own = RemoteAction._validate_action_result
    monkeypatch.setattr(RemoteAction, "_validate_action_result", own)  # put back afterwards
    compile_check()
    return lambda answer: own(RemoteAction("action_answer", None), answer)


def _accepts(check, answer):
    try:
        return check(answer)
    except ValidationError:
        return False


@pytest.mark.parametrize("answer", GOOD + BAD)
def test_both_checks_agree(rasas_own, answer):
    ours = RemoteAction("action_answer", None)._validate_action_result

    assert _accepts(ours, answer) == _accepts(rasas_own, answer) == (answer in GOOD)


def test_ours_takes_a_fraction_of_the_time(rasas_own):
    ours = RemoteAction("action_answer", None)._validate_action_result

    def seconds(check):
        started = time.process_time()
        for _ in range(3):
            check(GOOD[2])
        return time.process_time() - started

    assert seconds(ours) < seconds(rasas_own) / 3


def test_rasa_still_has_the_method_that_is_replaced():
    assert list(inspect.signature(RemoteAction._validate_action_result).parameters)[1:] == ["result"]
    assert "self._validate_action_result(response)" in inspect.getsource(RemoteAction.run)
