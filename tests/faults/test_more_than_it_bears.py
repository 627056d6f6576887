"""More people at once than the engine can answer: each gets an answer, and afterwards all is as before."""

import asyncio
from collections import Counter

import pytest

from benchmarks.load.chats import Failed, SignpostChat
from benchmarks.load.visits import Turn
from tests.faults.supervised import Supervised
from tests.running import RunningSystem


pytestmark = [pytest.mark.model, pytest.mark.slow]
AT_ONCE = 250  # turns; the engine answers some fifty a second
ROUNDS = 3
SENTENCE = "they've taken over my flat and i owe them money"


async def _crowd(system: RunningSystem) -> Counter[str]:
    """Everybody opens a conversation and says something at the same moment; what became of the turns."""
    chat = SignpostChat(system.settings.port)

    async def visit() -> str:
        try:
            opened = await chat.open()
            await chat.say(opened, Turn(SENTENCE, is_typed=True))
        except Failed as failed:
            return str(failed)
        return "answered"

    return Counter(await asyncio.gather(*(visit() for _ in range(AT_ONCE))))


def test_a_crowd_gets_the_fixed_card_and_the_next_person_the_engine(watched: Supervised) -> None:
    before = list(watched.told)

    ends = sum((asyncio.run(_crowd(watched.system)) for _ in range(ROUNDS)), Counter())
    watched.heal()

    assert set(ends) <= {"answered", "fixed card"}
    assert watched.told == before  # no process had to be started again
