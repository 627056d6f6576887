"""A graph that runs in order gives what Dask gives."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from rasa.core import processor
from rasa.core.channels.channel import UserMessage
from rasa.engine import loader
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.core.trackers import DialogueStateTracker

from bot.graph_runner import InOrderRunner, use_in_order_runner


SAID = "people are using my house to sell drugs"


def _load(model: Path, kind: type):
    with TemporaryDirectory() as folder:
        return loader.load_predict_graph_runner(Path(folder), model, LocalModelStorage, kind)


def _understood(model: Path, kind: type):
    metadata, runner = _load(model, kind)
    inputs = {
        PLACEHOLDER_MESSAGE: [UserMessage(SAID)],
        PLACEHOLDER_TRACKER: DialogueStateTracker.from_events("somebody", []),
    }
    found = runner.run(inputs=inputs, targets=[metadata.nlu_target])
    return [message.as_dict(only_output_properties=True) for message in found[metadata.nlu_target]]


@pytest.mark.model
@pytest.mark.slow
def test_both_runners_understand_a_message_alike(small_model):
    assert _understood(small_model, InOrderRunner) == _understood(small_model, DaskGraphRunner)


class _Noting:
    """A node as the runner calls it: notes its turn, and gives the names it was given."""

    def __init__(self, name: str, turns: list[str]) -> None:
        self.name, self.turns = name, turns

    def __call__(self, *given: tuple[str, object]) -> tuple[str, object]:
        self.turns.append(self.name)
        return self.name, sorted(name for name, _ in given)


def _runner(**needs: list[str]) -> tuple[InOrderRunner, list[str]]:
    turns: list[str] = []
    nodes = {
        name: SchemaNode(
            needs={n: n for n in need}, uses=object, constructor_name="", fn="", config={}, is_target=False
        )
        for name, need in needs.items()
    }
    return InOrderRunner(GraphSchema(nodes), {name: _Noting(name, turns) for name in needs}), turns


def test_each_node_runs_once_after_those_it_needs_and_the_rest_not_at_all():
    runner, turns = _runner(last=["left", "right"], left=["first"], right=["first"], first=["said"], apart=[])

    assert runner.run({"said": 1}, ["last"]) == {"last": ["left", "right"]}
    assert turns == ["first", "left", "right", "last"]


def test_a_second_run_starts_afresh():
    runner, turns = _runner(last=["first"], first=["said"])
    runner.run({"said": 1}, ["last"])

    assert runner.run({"said": 2}, ["first"]) == {"first": ["said"]}
    assert turns == ["first", "last", "first"]


@pytest.mark.model
@pytest.mark.slow
def test_an_input_that_is_missing_is_told(small_model):
    metadata, runner = _load(small_model, InOrderRunner)

    with pytest.raises(GraphRunError):
        runner.run(inputs={}, targets=[metadata.nlu_target])


def test_rasa_still_names_the_runner_that_is_replaced(monkeypatch):
    monkeypatch.setattr(processor, "DaskGraphRunner", processor.DaskGraphRunner)  # put back afterwards

    use_in_order_runner()

    assert processor.DaskGraphRunner is InOrderRunner
    assert "DaskGraphRunner" in processor.MessageProcessor._load_model.__code__.co_names
