"""What the page shows of an answer: the one rendering that the page with and without JavaScript share."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from vocabulary.faults import Fault
from vocabulary.text_sizes import TextSize
from vocabulary.words import words
from web.chat.cards import checked_words, purpose_words
from web.chat.conversation import IDLE
from web.chat.display import Display
from web.chat.fixed import lines_of
from web.chat.labels import label, label_of_said
from web.chat.pinned import Pinned, pin
from web.chat.schema import ChatAnswer, Choice, Kind, Message, ServiceCard
from web.chat.turn import FORGOTTEN
from web.templating import environment


AWAY = "https://www.bbc.co.uk/weather"  # dull, known to everybody, and plausible in a history


@dataclass(frozen=True)
class View:
    """One state of the page: the latest exchange and what can be done next."""

    conversation: str
    messages: tuple[Message, ...]
    said: str = ""  # the person's own words, from this request; never kept
    pinned: Pinned | None = None
    forgotten: bool = False  # nothing said before may stay on the page

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All choices of the exchange, each once, in one group below it."""
        found = {choice.choice: choice for message in self.messages for choice in message.choices}
        return tuple(found.values())


NOTHING_YET = View(conversation="", messages=())


def view_of(answer: ChatAnswer, *, said: str = "", notice: str = "", pinned: Message | None = None) -> View:
    """The view of an answer; danger heard earlier stays in sight below a newer exchange.

    Once the chat has forgotten, not even the words that asked for it are shown back.
    """
    if any(words(FORGOTTEN) in message.text for message in answer.messages):
        return View(answer.conversation, answer.messages, forgotten=True)
    first = (Message(kind=Kind.TEXT, text=notice),) if notice else ()
    is_leading = any(message.kind is Kind.CRISIS for message in answer.messages)
    kept = pin(pinned.services) if pinned is not None and not is_leading else None
    return View(answer.conversation, first + answer.messages, said=said, pinned=kept)


def top(display: Display, *, is_first: bool = False, key: str = "") -> str:
    """Everything above the chat: it needs no engine and no database, so it is sent at once.

    `key` is what the ways out send, where no script does, to have the conversation forgotten.
    """
    return _head("chat/top.html", display, is_first=is_first, key=key)


def first(display: Display, *, national: Sequence[ServiceCard]) -> str:
    """The rest of the page before the chat, which opens no conversation; `national` are numbers to ring."""
    return _render("chat/first.html", NOTHING_YET, display, national=national)


def bottom(view: View, display: Display, *, national: Sequence[ServiceCard], idle_seconds: int) -> str:
    """The chat and all that follows; `national` is what the page shows when it cannot reach us.

    It puts itself out of sight when nobody has touched it for so many seconds.
    """
    ends = int(IDLE.total_seconds())
    return _render("chat/bottom.html", view, display, national=national, idle_seconds=idle_seconds, ends=ends)


def sheet(display: Display, *, cards: Sequence[ServiceCard], conversation: str, has_names: bool) -> str:
    """A page with nothing but the numbers of these services, and their names if wanted."""
    return _head(
        "chat/sheet.html",
        display,
        cards=cards,
        conversation=conversation,
        has_names=has_names,
        purpose_words=purpose_words,
    )


def fragment(view: View, display: Display) -> str:
    """The exchange and the reply form alone, for a page that is already there."""
    return _render("chat/fragment.html", view, display)


def cleared(display: Display) -> str:
    """The page after a chat was cleared."""
    return _head("chat/cleared.html", display)


def told(said: str) -> str:
    """What takes the place of the form for "this is wrong" on a page that is already there."""
    return environment().get_template("chat/told.html").render(said=said)


def _head(template: str, display: Display, **values: object) -> str:
    return (
        environment()
        .get_template(template)
        .render(
            words=words,
            away=AWAY,
            back=display.base,
            base=display.base,
            is_framed=display.is_framed,
            display=display,
            **values,
        )
    )


def _render(template: str, view: View, display: Display, **values: object) -> str:
    return (
        environment()
        .get_template(template)
        .render(
            words=words,
            base=display.base,
            is_framed=display.is_framed,
            display=display,
            checked=checked_words,
            fixed_lines=lines_of,
            label=label,
            label_of_said=label_of_said,
            turn=secrets.token_urlsafe(16),
            conversation=view.conversation,
            messages=view.messages,
            said=view.said,
            choices=view.choices,
            pinned=view.pinned,
            purpose_words=purpose_words,
            faults=tuple(Fault),
            sizes=tuple(TextSize),
            forgotten=view.forgotten,
            **values,
        )
    )
