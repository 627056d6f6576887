"""A turn is broken for everything that runs under it, and for nothing else."""

import asyncio

from bot import turn


def test_a_failure_deep_inside_is_seen_outside():
    async def answer():
        current = turn.begin()
        await asyncio.create_task(_fail())
        return current.is_broken, turn.is_broken()

    assert asyncio.run(answer()) == (True, True)


def test_turns_at_the_same_time_do_not_touch_each_other():
    async def both():
        async def one(breaks):
            current = turn.begin()
            await asyncio.sleep(0)
            if breaks:
                turn.break_off()
            await asyncio.sleep(0)
            return current.is_broken

        return await asyncio.gather(one(True), one(False))

    assert asyncio.run(both()) == [True, False]


def test_outside_a_turn_nothing_is_broken():
    async def nothing():
        turn.break_off()
        return turn.is_broken()

    assert asyncio.run(nothing()) is False


async def _fail():
    turn.break_off()
