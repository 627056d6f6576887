"""One turn at a time for each conversation, and never a long wait for a turn that hangs."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from rasa.constants import ENV_SANIC_WORKERS
from rasa.core.lock import TicketLock
from rasa.core.lock_store import InMemoryLockStore
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import EndpointConfig


LIFETIME = 5.0  # seconds; the channel breaks a turn off earlier, so a ticket ends with its turn
WAIT = 0.02  # seconds between two looks at a taken lock; Rasa's second would be felt


class OneWorkerOnly(RasaException):  # type: ignore[misc]  # rasa ships no types
    """Several workers were asked for, and Rasa takes any lock store but its own for shared by them."""


class BriefLockStore(InMemoryLockStore):  # type: ignore[misc]  # rasa ships no types
    """Rasa's lock store in memory with a short life and short waits."""

    def __init__(self, endpoint_config: EndpointConfig | None = None) -> None:
        """Raises OneWorkerOnly when several workers are asked for."""
        if os.environ.get(ENV_SANIC_WORKERS, "1") != "1":
            raise OneWorkerOnly(
                f"{ENV_SANIC_WORKERS} must be 1: each worker would hold its own conversations."
            )
        super().__init__()

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = LIFETIME, wait_time_in_seconds: float = WAIT
    ) -> AsyncIterator[TicketLock]:
        """The conversation's lock. Raises LockError when it was not free in time."""
        async with super().lock(conversation_id, lock_lifetime, wait_time_in_seconds) as ticket:
            yield ticket
