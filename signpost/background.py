"""One job at a time, beside the supervisor's watch."""

import threading
from collections.abc import Callable


class Background:
    """A worker that never holds the supervisor back: what was not finished the next start does."""

    def __init__(self, work: Callable[[], None], *, name: str) -> None:
        """`work` answers its own errors."""
        self._work = work
        self._name = name
        self._worker: threading.Thread | None = None

    def begin(self) -> None:
        """Begins the work; the caller has looked whether the one before has ended."""
        self._worker = threading.Thread(target=self._work, name=self._name, daemon=True)
        self._worker.start()

    @property
    def is_working(self) -> bool:
        """Whether the work is being done now."""
        return self._worker is not None and self._worker.is_alive()

    def join(self, seconds: float) -> None:
        """Waits until the work that was begun has ended, at most so long."""
        if self._worker is not None:
            self._worker.join(seconds)
