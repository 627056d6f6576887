"""Who is talking: conversations in memory only, reached by signed tokens that nobody can guess."""

import asyncio
import hashlib
import hmac
import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from itsdangerous import BadSignature, Signer

from usage.event import new_visit
from vocabulary.languages import Language
from vocabulary.pathway import Channel
from web.chat.schema import ChatAnswer, Event, Message
from web.chat.utterance import Utterance


IDLE = timedelta(minutes=30)  # as long as the engine keeps its side
MOST_CONVERSATIONS = 20_000
MOST_ANSWERS = 20  # answers kept for retries
RANDOM_BYTES = 18


class UnknownConversation(LookupError):
    """A token that was made up, or whose conversation has ended or was forgotten."""


@dataclass(eq=False)
class Conversation:
    """One person's chat as the web process knows it; never written down."""

    token: str
    sender: str  # what the engine knows it by
    visit: str  # what usage events know it by; cannot be led back to the token
    used: datetime
    channel: Channel = Channel.API  # the door through which it was opened
    key: str = ""  # what an address may carry: it can forget, and nothing else
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    answers: OrderedDict[str, ChatAnswer] = field(default_factory=OrderedDict)  # by web.chat.tries' ids
    offered: OrderedDict[str, tuple[str, str]] = field(
        default_factory=OrderedDict
    )  # choice: (payload, label)
    last_texts: dict[str, int] = field(default_factory=dict)  # base text: times in a row
    last_choices: tuple[str, ...] = ()
    shown: set[str] = field(default_factory=set)  # ids of services
    helped: Event | None = None  # what this visit said of whether it helped
    pinned: Message | None = None  # the last crisis card: the page keeps it in sight
    spent: set[str] = field(default_factory=set)  # ids of turns whose answers were forgotten
    said: tuple[Utterance, ...] = ()  # the engine's last, to be said again in another language
    language: Language = Language.ENGLISH
    easy: bool = False  # in shorter words, one thing at a time

    @classmethod
    def of_nobody(cls, now: datetime) -> "Conversation":
        """A conversation for one answer: it has no token, takes no room, and nobody comes back to it."""
        return cls(token="", sender="", visit=new_visit(), used=now)

    def empty(self) -> None:
        """Drops all that was told and shown; the conversation itself goes on as a new visit."""
        self.visit = new_visit()
        self.spent.update(self.answers)
        self.answers.clear()
        self.offered.clear()
        self.last_texts.clear()
        self.shown.clear()
        self.last_choices, self.said, self.pinned, self.helped = (), (), None, None

    def keep_answer(self, turn: str | None, answer: ChatAnswer) -> None:
        """Keeps the answer to a turn for a retry with the same id."""
        if turn is None:
            return
        self.answers[turn] = answer
        while len(self.answers) > MOST_ANSWERS:
            self.answers.popitem(last=False)


class Registry:
    """All open conversations of this process, the longest unused first."""

    def __init__(self, secret: bytes) -> None:
        self._signer = Signer(secret, salt="chat.conversation", digest_method=hashlib.sha256)
        self._secret = secret
        self._open: OrderedDict[str, Conversation] = OrderedDict()

    def __len__(self) -> int:
        return len(self._open)

    def count(self, now: datetime) -> int:
        """How many conversations are open; those that have ended are dropped on the way."""
        self._close_idle(now)
        return len(self)

    def open(self, now: datetime) -> Conversation:
        """A new conversation; the longest unused ones make room when there are too many."""
        self._close_idle(now)
        while len(self._open) >= MOST_CONVERSATIONS:
            self._open.popitem(last=False)
        token = self._signer.sign(secrets.token_urlsafe(RANDOM_BYTES)).decode()
        sender, key = self._sender(token), secrets.token_urlsafe(RANDOM_BYTES)
        conversation = Conversation(token=token, sender=sender, visit=new_visit(), used=now, key=key)
        self._open[token] = conversation
        return conversation

    def find(self, token: str, now: datetime) -> Conversation:
        """The open conversation of a token. Raises UnknownConversation."""
        self._check(token)
        self._close_idle(now)
        if token not in self._open:
            raise UnknownConversation
        conversation = self._open[token]
        conversation.used = now
        self._open.move_to_end(token)
        return conversation

    def sender_of(self, token: str) -> str:
        """What the engine knows a conversation by, also once it is gone here. Raises UnknownConversation."""
        self._check(token)
        return self._sender(token)

    def forget(self, token: str) -> Conversation | None:
        """Forgets at once; None when it is gone already. Raises UnknownConversation for a made-up token."""
        self._check(token)
        return self._open.pop(token, None)

    def token_of(self, key: str) -> str | None:
        """The token of the open conversation with this key to forget it, or None."""
        return next((each.token for each in self._open.values() if each.key == key), None)

    def _check(self, token: str) -> None:
        try:
            self._signer.unsign(token)
        except (BadSignature, UnicodeEncodeError):
            raise UnknownConversation from None

    def _close_idle(self, now: datetime) -> None:
        while self._open:
            oldest = next(iter(self._open.values()))
            if now - oldest.used < IDLE:
                return
            self._open.popitem(last=False)

    def _sender(self, token: str) -> str:
        return hmac.new(self._secret, b"chat.sender:" + token.encode(), hashlib.sha256).hexdigest()[:32]
