"""Runs a model's graph node after node, in an order that is worked out once.

Rasa hands the graph to Dask for every message and every prediction, which orders it anew each time: a
tenth of the engine's work for a graph of a dozen nodes that never run side by side. The nodes are Rasa's.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from rasa.core import processor
from rasa.engine.graph import ExecutionContext, GraphNode, GraphNodeHook, GraphSchema
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.storage import ModelStorage


class InOrderRunner(GraphRunner):  # type: ignore[misc]  # rasa ships no types
    """Rasa's interface of a graph runner, without a scheduler."""

    def __init__(self, schema: GraphSchema, nodes: Mapping[str, GraphNode]) -> None:
        self._schema = schema
        self._nodes = nodes
        self._order = lru_cache(maxsize=8)(self._make_order)  # two targets are ever asked for

    @classmethod
    def create(
        cls,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: list[GraphNodeHook] | None = None,
    ) -> "InOrderRunner":
        """A runner whose nodes load themselves from the model's storage."""
        nodes = {
            name: GraphNode.from_schema_node(name, node, model_storage, execution_context, hooks)
            for name, node in graph_schema.nodes.items()
        }
        return cls(graph_schema, nodes)

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """What each target gives. Raises what a node raises; GraphRunError when an input is missing."""
        wanted = tuple(targets or self._schema.target_names)
        given: dict[str, Any] = dict(inputs or {})
        for name in self._order(wanted):
            needs = self._schema.nodes[name].needs.values()
            _, given[name] = self._nodes[name](*((need, given[need]) for need in needs if need in given))
        return {name: given[name] for name in wanted}

    def _make_order(self, targets: tuple[str, ...]) -> tuple[str, ...]:
        """The nodes that these targets need, each after those it needs itself."""
        return tuple(dict.fromkeys(self._walk(targets)))

    def _walk(self, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            if name in self._nodes:  # what is not a node is an input of the run
                yield from self._walk(self._schema.nodes[name].needs.values())
                yield name


def use_in_order_runner() -> None:
    """Every agent that is loaded from now on in this process runs its graph in order.

    Rasa names its runner in the processor's code and takes no other; twice is harmless.
    """
    processor.DaskGraphRunner = InOrderRunner
