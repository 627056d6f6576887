"""What the supervisor does once on every new day, beside its watch."""

from collections.abc import Callable
from datetime import date

from signpost.background import Background
from signpost.steps import StepFailed


class Daily:
    """One job, done in the background on each new day; a failure is told, and the next day tries again."""

    def __init__(self, job: Callable[[], None], *, done_on: date, tell: Callable[[str], None]) -> None:
        """`job` raises StepFailed with what to tell; `done_on` is the day it was done last."""
        self._job = job
        self._day = done_on
        self._tell = tell
        self._background = Background(self._work, name="daily")

    def look(self, today: date) -> None:
        """Begins the job when the day is a new one and the last one's job has ended."""
        if today <= self._day or self.is_working:
            return
        self._day = today
        self._background.begin()

    @property
    def is_working(self) -> bool:
        """Whether the job is being done now."""
        return self._background.is_working

    def _work(self) -> None:
        try:
            self._job()
        except StepFailed as error:
            self._tell(str(error))
