"""Whether the turn being handled is whole: shared by the channel, the action endpoint and the store."""

from contextvars import ContextVar
from dataclasses import dataclass


@dataclass
class Turn:
    """One message being answered. Rasa goes on after a failed action; we then undo the whole turn."""

    is_new: bool = False  # nothing was said before it: it may be answered although nothing can be read
    is_broken: bool = False
    is_unread: bool = False  # what was said before could not be read, or what is said now not be kept
    ticket: str = ""  # of the lock that its conversation is held by, where engines share conversations
    risks: tuple[str, ...] | None = None  # what the detector marked; None where it did not read the message


# Held by reference: the turn runs in a task of its own, which sees the variable but cannot set it for us.
_current: ContextVar[Turn | None] = ContextVar("turn", default=None)


def begin(*, is_new: bool = False) -> Turn:
    """The turn that starts now, for everything that runs under it."""
    turn = Turn(is_new=is_new)
    _current.set(turn)
    return turn


def weigh(risks: tuple[str, ...]) -> None:
    """Note which dangers the detector marked in the current turn's message; nothing outside a turn."""
    if turn := _current.get():
        turn.risks = risks


def break_off() -> None:
    """Mark the current turn as broken; nothing outside a turn."""
    if turn := _current.get():
        turn.is_broken = True


def is_broken() -> bool:
    """Whether the current turn is broken; never outside a turn."""
    turn = _current.get()
    return turn is not None and turn.is_broken


def lose_memory() -> None:
    """Mark the current turn as one of which nothing is kept; broken too, unless it is the first."""
    if turn := _current.get():
        turn.is_unread = True
        turn.is_broken = turn.is_broken or not turn.is_new


def is_unread() -> bool:
    """Whether nothing of the current turn is kept; never outside a turn."""
    turn = _current.get()
    return turn is not None and turn.is_unread


def hold(ticket: str) -> None:
    """Note by which ticket the current turn holds its conversation; nothing outside a turn."""
    if turn := _current.get():
        turn.ticket = ticket


def ticket() -> str:
    """The current turn's ticket; empty outside a turn, and where there are no tickets."""
    turn = _current.get()
    return turn.ticket if turn else ""
