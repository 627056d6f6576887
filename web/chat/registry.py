"""Where open conversations live: what the chat asks of their home, in this process or shared by several."""

from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

from vocabulary.pathway import Channel
from web.chat.conversation import Conversation


FORGET_WITHIN = 3.0  # seconds in which a turn under way has ended


class ConversationBusy(Exception):
    """An earlier turn of the conversation did not end in time."""


class ConversationsAway(Exception):
    """The home of the conversations cannot be reached, so that nothing of this one is known now."""


class Registry(Protocol):
    """The home of all open conversations. None of it raises for a home that cannot be reached.

    A conversation that could not be kept or read says so: `is_kept` is False.
    """

    async def open(self, now: datetime, *, channel: Channel = Channel.API) -> Conversation:
        """A new conversation, opened through this door of ours."""

    async def find(self, token: str, now: datetime) -> Conversation:
        """The open conversation of a token, to be looked at, whose half hour starts again.

        Raises UnknownConversation.
        """

    def hold(self, conversation: Conversation, *, within: float) -> AbstractAsyncContextManager[Conversation]:
        """The conversation as it is now, for one turn at a time; what the turn changes is kept.

        Nothing is kept of a turn that raises. Raises ConversationBusy after `within` seconds, and
        UnknownConversation when it was forgotten meanwhile.
        """

    def forget(self, token: str) -> AbstractAsyncContextManager[None]:
        """Forgets at once, and waits until a turn under way has ended. One that is gone is no error.

        Raises UnknownConversation for a made-up token.
        """

    async def token_of(self, key: str) -> str | None:
        """The token of the open conversation with this key to forget it, or None."""

    def sender_of(self, token: str) -> str:
        """What the engine knows a conversation by, also once it is gone here. Raises UnknownConversation."""

    def count(self, now: datetime) -> int:
        """How many conversations the memory of this process holds."""

    async def close(self) -> None:
        """Ends what leads elsewhere, as the process ends."""
