"""What the supervisor does once on every new day, beside its watch."""

import threading
from collections.abc import Callable
from datetime import date

from signpost.steps import StepFailed


class Daily:
    """One job, done in the background on each new day; a failure is told, and the next day tries again."""

    def __init__(self, job: Callable[[], None], *, done_on: date, tell: Callable[[str], None]) -> None:
        """`job` raises StepFailed with what to tell; `done_on` is the day it was done last."""
        self._job = job
        self._day = done_on
        self._tell = tell
        self._worker: threading.Thread | None = None

    def look(self, today: date) -> None:
        """Begins the job when the day is a new one and the last one's job has ended."""
        if today <= self._day or self.is_working:
            return
        self._day = today
        # A daemon: it does not hold back a supervisor that stops; what was not finished the next start does.
        self._worker = threading.Thread(target=self._work, name="daily", daemon=True)
        self._worker.start()

    @property
    def is_working(self) -> bool:
        """Whether the job is being done now."""
        return self._worker is not None and self._worker.is_alive()

    def _work(self) -> None:
        try:
            self._job()
        except StepFailed as error:
            self._tell(str(error))
