"""A retried opening finds the conversation that the first try opened, and nobody else's."""

from collections import OrderedDict
from datetime import datetime, timedelta

from web.chat.conversation import Conversation, Registry, UnknownConversation


SHORTEST_ID = 16  # a short id is not unguessable: two people could share it
KEPT = timedelta(minutes=2)
MOST_KEPT = 2000


def is_unguessable(sent: str | None) -> bool:
    """Whether the id that a page or machine sent is long enough to be nobody else's."""
    return sent is not None and len(sent) >= SHORTEST_ID


class Openings:
    """Openings of the last minutes by turn and network, until something more is said in them."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], tuple[str, datetime]] = OrderedDict()

    def find_or_open(
        self, registry: Registry, *, turn: str | None, network: str, now: datetime
    ) -> Conversation:
        """The conversation of an earlier try of this very turn, otherwise a new one.

        `turn` stands for what was said too (web.chat.tries); None is a request that no other can repeat.
        """
        if turn is None:
            return registry.open(now)
        found = self._earlier(registry, (turn, network), now)
        if found is not None:
            return found
        conversation = registry.open(now)
        self._kept[turn, network] = (conversation.token, now)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return conversation

    def _earlier(self, registry: Registry, key: tuple[str, str], now: datetime) -> Conversation | None:
        token, opened = self._kept.get(key, ("", now))
        if not token or now - opened > KEPT:
            return None
        try:
            conversation = registry.find(token, now)
        except UnknownConversation:
            return None
        return conversation if set(conversation.answers) <= {key[0]} else None
