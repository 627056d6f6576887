"""One person's chat as the web process knows it. Where it lives while it is open: web.chat.registry."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from usage.event import new_visit
from vocabulary.languages import Language
from vocabulary.pathway import Channel
from web.chat.schema import ChatAnswer, Event, Message
from web.chat.utterance import Utterance


IDLE = timedelta(minutes=30)  # as long as the engine keeps its side
MOST_ANSWERS = 20  # answers kept for retries


class UnknownConversation(LookupError):
    """A token that was made up, or whose conversation has ended or was forgotten."""


@dataclass(eq=False)
class Conversation:
    """What is needed for the next turn; never written to a disk, and to Redis only sealed."""

    token: str
    sender: str  # what the engine knows it by
    visit: str  # what usage events know it by; cannot be led back to the token
    used: datetime
    channel: Channel = Channel.API  # the door through which it was opened
    key: str = ""  # what an address may carry: it can forget, and nothing else
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
    is_kept: bool = True  # False where nobody can come back to it: its home is away, or it is nobody's

    @classmethod
    def of_nobody(cls, now: datetime) -> "Conversation":
        """A conversation for one answer: it has no token, takes no room, and nobody comes back to it."""
        return cls(token="", sender="", visit=new_visit(), used=now, is_kept=False)

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
