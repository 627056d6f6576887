"""Open conversations in Redis, where every web process finds them: sealed, and gone half an hour later."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import datetime

from signpost.redis_link import RedisAway
from signpost.shelf import Shelf, Taken
from vocabulary.pathway import Channel
from web.chat.conversation import Conversation, UnknownConversation
from web.chat.packing import pack, unpack
from web.chat.registry import FORGET_WITHIN, ConversationBusy
from web.chat.tokens import Tokens


PURPOSE = "conversation"
LIFE = 4.0  # seconds that a turn may hold its conversation: longer than it may take (web.chat.turn)


class SharedRegistry:
    """A web.chat.registry.Registry for several web processes, on a shelf whose time is web.chat's IDLE.

    A conversation lies under the key that can forget it, so that one name serves the token and the key.
    """

    def __init__(self, secret: bytes, shelf: Shelf) -> None:
        self._tokens = Tokens(secret)
        self._shelf = shelf

    async def open(self, now: datetime, *, channel: Channel = Channel.API) -> Conversation:
        """A new conversation; where Redis is away it is not kept, and gets its first answer all the same."""
        conversation = self._tokens.new_conversation(now, channel=channel)
        try:
            await self._shelf.claim(conversation.key, pack(conversation))
        except RedisAway:
            conversation.is_kept = False
        return conversation

    async def find(self, token: str, now: datetime) -> Conversation:
        """A copy of the conversation; where Redis is away, one in which nothing is known."""
        self._tokens.check(token)
        try:
            return await self._read(self._tokens.key_of(token))
        except RedisAway:
            return self._unknown(token, now)

    @asynccontextmanager
    async def hold(self, conversation: Conversation, *, within: float) -> AsyncIterator[Conversation]:
        """A fresh copy, put back when the turn is over."""
        async with AsyncExitStack() as held:
            try:
                fresh, ticket = await self._take(conversation, held, within)
            except RedisAway:
                fresh, ticket = self._unknown(conversation.token, conversation.used), ""
            yield fresh
            if ticket:
                # Away now, the turn is answered all the same; the next one finds the conversation before it.
                with suppress(RedisAway):
                    await self._shelf.put(fresh.key, pack(fresh), ticket=ticket, must_be_there=True)

    @asynccontextmanager
    async def forget(self, token: str) -> AsyncIterator[None]:
        """Forgets at once: a turn under way does not put it back, here or in another process."""
        self._tokens.check(token)
        key = self._tokens.key_of(token)
        await self._shelf.drop(key)
        async with AsyncExitStack() as held:
            with suppress(RedisAway, Taken):
                await self._ticket(key, held, FORGET_WITHIN)
            yield

    async def token_of(self, key: str) -> str | None:
        """The key is what it lies under."""
        try:
            return (await self._read(key)).token
        except (RedisAway, UnknownConversation):
            return None

    def sender_of(self, token: str) -> str:
        """Follows from the token alone."""
        self._tokens.check(token)
        return self._tokens.sender_of(token)

    def count(self, now: datetime) -> int:  # noqa: ARG002 - as every registry
        """None of them is in the memory of this process."""
        return 0

    async def close(self) -> None:
        """Ends the connections."""
        await self._shelf.close()

    async def _take(
        self, conversation: Conversation, held: AsyncExitStack, within: float
    ) -> tuple[Conversation, str]:
        """The conversation as it is now, and the ticket to put it back."""
        if not conversation.is_kept:
            return conversation, ""
        try:
            ticket = await self._ticket(conversation.key, held, within)
        except Taken:
            raise ConversationBusy from None
        return await self._read(conversation.key), ticket

    async def _ticket(self, key: str, held: AsyncExitStack, within: float) -> str:
        ticket = await self._shelf.take(key, within=within, life=LIFE)
        held.push_async_callback(self._shelf.give_back, key, ticket)
        return ticket

    async def _read(self, key: str) -> Conversation:
        packed = await self._shelf.read(key)
        found = None if packed is None else unpack(packed)
        if found is None:
            raise UnknownConversation
        return found

    def _unknown(self, token: str, now: datetime) -> Conversation:
        conversation = self._tokens.conversation_of(token, now)
        conversation.is_kept = False
        return conversation
