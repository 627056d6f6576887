"""Open conversations in the memory of this process, the longest unused first; never written down."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime

from vocabulary.pathway import Channel
from web.chat.conversation import IDLE, Conversation, UnknownConversation
from web.chat.registry import FORGET_WITHIN, ConversationBusy
from web.chat.tokens import Tokens


MOST_CONVERSATIONS = 20_000


@dataclass(eq=False)
class _Open:
    conversation: Conversation
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class MemoryRegistry:
    """A web.chat.registry.Registry for a web process that is alone."""

    def __init__(self, secret: bytes) -> None:
        self._tokens = Tokens(secret)
        self._open: OrderedDict[str, _Open] = OrderedDict()
        self._looked: datetime | None = None

    def __len__(self) -> int:
        return len(self._open)

    async def open(self, now: datetime, *, channel: Channel = Channel.API) -> Conversation:
        """A new conversation; the longest unused ones make room when there are too many."""
        self._close_idle(now)
        while len(self._open) >= MOST_CONVERSATIONS:
            self._open.popitem(last=False)
        conversation = self._tokens.new_conversation(now, channel=channel)
        self._open[conversation.token] = _Open(conversation)
        return conversation

    async def find(self, token: str, now: datetime) -> Conversation:
        """The open conversation itself: what is changed in it stays changed."""
        self._tokens.check(token)
        self._close_idle(now)
        found = self._open.get(token)
        if found is None:
            raise UnknownConversation
        found.conversation.used = now
        self._open.move_to_end(token)
        return found.conversation

    @asynccontextmanager
    async def hold(self, conversation: Conversation, *, within: float) -> AsyncIterator[Conversation]:
        """The conversation, one turn at a time; that of nobody has no other turns."""
        if not conversation.is_kept:
            yield conversation
            return
        found = self._open.get(conversation.token)
        if found is None:
            raise UnknownConversation
        async with _held(found.lock, within):
            if self._open.get(conversation.token) is not found:
                raise UnknownConversation
            yield found.conversation

    @asynccontextmanager
    async def forget(self, token: str) -> AsyncIterator[None]:
        """Forgets at once; a turn under way ends first, and one that waits finds the conversation gone."""
        self._tokens.check(token)
        found = self._open.pop(token, None)
        async with AsyncExitStack() as held:
            if found is not None:
                with suppress(ConversationBusy):
                    await held.enter_async_context(_held(found.lock, FORGET_WITHIN))
            yield

    async def token_of(self, key: str) -> str | None:
        """Looks at each: this is rarely asked."""
        return next((token for token, each in self._open.items() if each.conversation.key == key), None)

    def sender_of(self, token: str) -> str:
        """Follows from the token alone."""
        self._tokens.check(token)
        return self._tokens.sender_of(token)

    def count(self, now: datetime) -> int:
        """How many conversations are open; those that have ended are dropped on the way."""
        self._close_idle(now)
        return len(self)

    async def close(self) -> None:
        """Nothing leads elsewhere."""

    def _close_idle(self, now: datetime) -> None:
        if self._looked is not None and now < self._looked:
            self._follow_clock_back(now)
        self._looked = now
        while self._open:
            oldest = next(iter(self._open.values())).conversation
            if now - oldest.used < IDLE:
                return
            self._open.popitem(last=False)

    def _follow_clock_back(self, now: datetime) -> None:
        """What was used after `now` begins its half hour anew, or it would live until the clock is there."""
        for each in self._open.values():
            each.conversation.used = min(each.conversation.used, now)


@asynccontextmanager
async def _held(lock: asyncio.Lock, within: float) -> AsyncIterator[None]:
    """Holds a lock. Raises ConversationBusy when it was not free in time."""
    try:
        await asyncio.wait_for(lock.acquire(), within)
    except TimeoutError:
        raise ConversationBusy from None
    try:
        yield
    finally:
        lock.release()
