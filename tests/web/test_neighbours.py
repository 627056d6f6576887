"""The web process looks at the others: whether they answer, and the engine's model."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from signpost.settings import Settings, read_settings
from tests.signpost.neighbour import answering
from web.neighbours import Model, Neighbours, look


NOBODY = 9


def _settings(*, engine: int = NOBODY, actions: int = NOBODY) -> Settings:
    return replace(read_settings({}), rasa_port=engine, actions_port=actions)


def _engine(model: object) -> dict[str, tuple[int, object]]:
    return {"/webhooks/signpost/": (200, {"ready": True, "model": model})}


def test_nobody_there_is_told_without_raising() -> None:
    assert asyncio.run(look(_settings())) == Neighbours(engine=False, actions=False)


def test_the_model_of_the_engine_is_told() -> None:
    with answering(_engine({"sha256": "ab12", "trained_at": "2026-11-01T10:00:00+00:00"})) as engine:
        found = asyncio.run(look(_settings(engine=engine)))

    assert found.model == Model("ab12", datetime(2026, 11, 1, 10, tzinfo=UTC))


@pytest.mark.parametrize(
    "model", [None, {}, [], "x", {"sha256": "a"}, {"sha256": "a", "trained_at": "yesterday"}, 3]
)
def test_an_odd_model_is_none(model: object) -> None:
    with answering(_engine(model)) as engine:
        found = asyncio.run(look(_settings(engine=engine)))

    assert (found.engine, found.model) == (True, None)
