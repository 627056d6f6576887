"""Makes the engine forget, and asks it once more in the background when it could not be reached."""

import asyncio

import structlog

from web.chat.engine import Engine


AGAIN_AFTER = 5.0  # seconds: about as long as an engine that is started again needs to answer


class Forgetting:
    """What is still to be forgotten in the engine, by sender; never more than one try waits for each."""

    def __init__(self, engine: Engine, *, patience: float) -> None:
        self._engine = engine
        self._patience = patience  # seconds the engine may take
        self._waiting: dict[str, asyncio.Task[None]] = {}

    async def forget(self, sender: str) -> None:
        """Asks the engine now; when it does not answer, again in a while, without waiting for that."""
        if await self._engine.forget(sender, patience=self._patience):
            return
        structlog.get_logger().warning("chat.engine_did_not_forget")
        if sender not in self._waiting:
            self._waiting[sender] = asyncio.create_task(self._again(sender))

    async def stop(self) -> None:
        """Drops what waits, as the process ends: the engine forgets by itself after half an hour."""
        for task in list(self._waiting.values()):
            task.cancel()
        await asyncio.gather(*self._waiting.values(), return_exceptions=True)

    async def _again(self, sender: str) -> None:
        await asyncio.sleep(AGAIN_AFTER)
        del self._waiting[sender]
        if not await self._engine.forget(sender, patience=self._patience):
            structlog.get_logger().error("chat.engine_did_not_forget_again")
