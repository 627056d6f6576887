"""The short version of the soak: the memory of no process grows by more than conversations that are open.

`make soak` runs the long one, until as many conversations end as begin.
"""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from benchmarks.load import memory, visits
from benchmarks.load.chats import Failed, SignpostChat
from benchmarks.load.loads import Terms
from benchmarks.load.systems import System, signpost


pytestmark = [pytest.mark.model, pytest.mark.slow]
WARMING_UP = 40  # conversations in which everything is loaded that is loaded once
CONVERSATIONS = 150
MOST = 0.3  # MB for each conversation that stays open; so 20,000, the most that are kept, fit into a machine


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    folder: Path = tmp_path_factory.mktemp("soak")
    with signpost(folder, engines=1) as started:
        yield started


def test_memory_grows_by_no_more_than_open_conversations(system: System) -> None:
    terms = Terms(visits.recordings(), Random(1))
    asyncio.run(memory.leave_open(system, terms, WARMING_UP))

    grown = memory.memory_of_open_ones(system, terms, count=CONVERSATIONS)

    assert set(grown) == {"actions", "engine-0", "web"}
    assert {name: each.rise for name, each in grown.items() if each.rise > MOST} == {}


def test_no_turn_of_them_fails(system: System) -> None:
    terms = Terms(visits.recordings(), Random(2))
    chat = system.chat()
    assert isinstance(chat, SignpostChat)

    async def talk() -> list[str]:
        failures = []
        for recording in terms.recorded[::5]:
            try:
                answer = await chat.open()
                for turn in recording.turns:
                    answer = await chat.say(answer, turn)
            except Failed as failed:
                failures.append(f"{recording.name}: {failed}")
        return failures

    assert asyncio.run(talk()) == []
