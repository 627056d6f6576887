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


def test_of_several_engines_elsewhere_one_that_answers_is_enough() -> None:
    with answering(_engine(None)) as engine, answering({"/health": (200, {})}) as actions:
        named = {
            "SIGNPOST_REDIS_URL": "redis://redis.example:6379/0",
            "SIGNPOST_ENGINE_URLS": f"http://127.0.0.1:{NOBODY},http://127.0.0.1:{engine}",
            "SIGNPOST_ACTIONS_URL": f"http://127.0.0.1:{actions}",
        }
        found = asyncio.run(look(read_settings(named)))

    assert found == Neighbours(engine=True, actions=True)
