"""A retried opening finds the conversation that the first try opened, and nobody else's."""

from datetime import datetime

from vocabulary.pathway import Channel
from web.chat.conversation import Conversation, UnknownConversation
from web.chat.opening_notes import Notes
from web.chat.registry import Registry


SHORTEST_ID = 16  # a short id is not unguessable: two people could share it


def is_unguessable(sent: str | None) -> bool:
    """Whether the id that a page or machine sent is long enough to be nobody else's."""
    return sent is not None and len(sent) >= SHORTEST_ID


class Openings:
    """Openings of the last minutes by turn and network, until something more is said in them."""

    def __init__(self, registry: Registry, notes: Notes) -> None:
        self._registry = registry
        self._notes = notes

    async def find_or_open(
        self, *, turn: str | None, network: str, channel: Channel, now: datetime
    ) -> Conversation:
        """The conversation of an earlier try of this very turn, otherwise a new one.

        `turn` stands for what was said too (web.chat.tries); None is a request that no other can repeat.
        """
        if turn is None:
            return await self._registry.open(now, channel=channel)
        opening = f"{len(turn)}:{turn}{network}"
        found = await self._earlier(await self._notes.find(opening, now), turn, now)
        if found is not None:
            return found
        opened = await self._registry.open(now, channel=channel)
        if not opened.is_kept:
            return opened
        noted = await self._notes.note(opening, opened.token, now)
        if noted == opened.token:
            return opened
        return await self._earlier(noted, turn, now) or opened

    async def close(self) -> None:
        """Ends what leads elsewhere, as the process ends."""
        await self._notes.close()

    async def _earlier(self, token: str | None, turn: str, now: datetime) -> Conversation | None:
        if token is None:
            return None
        try:
            conversation = await self._registry.find(token, now)
        except UnknownConversation:
            return None
        is_open = conversation.is_kept and set(conversation.answers) <= {turn}
        return conversation if is_open else None
