"""What the health addresses say, with the engine and the action server there or away."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from tests.signpost.neighbour import answering
from web.app import create_app
from web.resources import Resources


READY = "/health/ready"
ENGINE = {"/webhooks/signpost/": (200, {"ready": True, "model": None})}
ACTIONS = {"/health": (200, {"status": "ok"})}
NOBODY = 9  # the discard port: nothing listens there

Ask = Callable[..., object]


@pytest.fixture
def ask(held: Resources) -> Ask:
    """Asks whether a web process is ready whose neighbours listen on these ports."""

    def asked(*, engine: int = NOBODY, actions: int = NOBODY) -> object:
        settings = replace(held.settings, rasa_port=engine, actions_port=actions)
        client = TestClient(create_app(replace(held, settings=settings)), base_url="http://localhost")
        answer = client.get(READY)
        assert answer.status_code == 200
        return answer.json()

    return asked


def test_all_is_well_when_both_answer(ask: Ask) -> None:
    with answering(ENGINE) as engine, answering(ACTIONS) as actions:
        told = ask(engine=engine, actions=actions)

    assert told == {"status": "ready", "engine": "answers", "actions": "answers"}


def test_without_the_engine_the_page_stays_and_the_fixed_cards_answer(ask: Ask) -> None:
    with answering(ACTIONS) as actions:
        told = ask(actions=actions)

    assert told == {"status": "fixed-cards-only", "engine": "away", "actions": "answers"}


def test_without_the_action_server_the_page_stays(ask: Ask) -> None:
    with answering(ENGINE) as engine:
        told = ask(engine=engine)

    assert told == {"status": "fixed-cards-only", "engine": "answers", "actions": "away"}


def test_an_engine_that_is_not_ready_does_not_answer(ask: Ask) -> None:
    cold = {"/webhooks/signpost/": (503, {"ready": False, "model": None})}
    with answering(cold) as engine, answering(ACTIONS) as actions:
        told = ask(engine=engine, actions=actions)

    assert told == {"status": "fixed-cards-only", "engine": "away", "actions": "answers"}


def test_asking_often_does_not_ask_the_others_often(held: Resources, monkeypatch: pytest.MonkeyPatch) -> None:
    from web import neighbours

    asked = []

    async def look(_settings: object) -> neighbours.Neighbours:
        asked.append(1)
        return neighbours.Neighbours(True, True)

    monkeypatch.setattr(neighbours, "look", look)
    client = TestClient(create_app(held), base_url="http://localhost")

    for _ in range(10):
        client.get(READY)

    assert len(asked) == 1
