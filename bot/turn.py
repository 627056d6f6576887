"""Whether the turn being handled is whole: shared by the channel, the action endpoint and the store."""

from contextvars import ContextVar
from dataclasses import dataclass


@dataclass
class Turn:
    """One message being answered. Rasa goes on after a failed action; we then undo the whole turn."""

    is_broken: bool = False
    risks: tuple[str, ...] | None = None  # what the detector marked; None where it did not read the message


# Held by reference: the turn runs in a task of its own, which sees the variable but cannot set it for us.
_current: ContextVar[Turn | None] = ContextVar("turn", default=None)


def begin() -> Turn:
    """The turn that starts now, for everything that runs under it."""
    turn = Turn()
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
