"""What a person can say is wrong with an entry: a closed list, so that nobody's story is kept."""

from enum import StrEnum


class Fault(StrEnum):
    """One thing that can be wrong with a service as it is shown."""

    NUMBER_DEAD = "number-does-not-work"
    SOMEBODY_ELSE = "somebody-else-answered"
    CLOSED = "closed-or-moved"
    HOURS = "hours-wrong"
    NOT_FOR_ME = "not-for-people-like-me"
    WEBSITE = "website-broken"
    OTHER = "something-else"

    @property
    def words(self) -> str:
        """The catalogue id of its words."""
        return f"fault.{self.value}"
