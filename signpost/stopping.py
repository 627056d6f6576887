"""Ctrl-C and SIGTERM for the supervisor: they break off its waiting, and nothing that must be whole."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


ASKED_BY = (signal.SIGINT, signal.SIGTERM)


class Stopped(Exception):
    """Somebody asked the supervisor to stop."""


class Stopping:
    """The handler of both signals: notes that one came, and raises Stopped where the supervisor waits."""

    def __init__(self) -> None:
        self._asked = False
        self._waiting = False

    def __call__(self, _signal: int, _frame: FrameType | None) -> None:
        """Hears one signal."""
        self._asked = True
        if self._waiting:
            self._waiting = False
            raise Stopped

    @contextmanager
    def while_waiting(self) -> Iterator[None]:
        """Lets a signal break off its body; one that came before raises Stopped at once."""
        self._waiting = True
        try:
            if self._asked:
                raise Stopped
            yield
        finally:
            self._waiting = False


@contextmanager
def stopping() -> Iterator[Stopping]:
    """Listens for both signals, also where a shell starts us with Ctrl-C ignored; at the end as before."""
    heard = Stopping()
    before = {each: signal.signal(each, heard) for each in ASKED_BY}
    try:
        yield heard
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
