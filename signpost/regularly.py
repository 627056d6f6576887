"""What the supervisor does again and again, beside its watch."""

from collections.abc import Callable
from datetime import datetime, timedelta

from signpost.background import Background
from signpost.steps import StepFailed


class Regularly:
    """One job, done in the background at intervals; a failure is told once until it works again."""

    def __init__(self, job: Callable[[], None], *, every: timedelta, tell: Callable[[str], None]) -> None:
        """`job` raises StepFailed with what to tell."""
        self._job = job
        self._every = every
        self._tell = tell
        self._told = ""
        self._begun: datetime | None = None
        self._background = Background(self._work, name="regularly")

    def look(self, now: datetime) -> None:
        """Begins the job when it is time and the one before has ended.

        It is also time when the last one lies in the future: the clock was set back.
        """
        is_soon = self._begun is not None and timedelta() <= now - self._begun < self._every
        if self.is_working or is_soon:
            return
        self._begun = now
        self._background.begin()

    @property
    def is_working(self) -> bool:
        """Whether the job is being done now."""
        return self._background.is_working

    def _work(self) -> None:
        try:
            self._job()
        except StepFailed as error:
            if str(error) != self._told:
                self._tell(str(error))
            self._told = str(error)
            return
        self._told = ""
