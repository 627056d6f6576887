"""Who needs the help, and roughly how old they are."""

from enum import StrEnum


class Person(StrEnum):
    """Whom the conversation is about."""

    SELF = "self"
    OTHER = "other"


class AgeBand(StrEnum):
    """The age of the person helped, never of the caller; no finer age is kept."""

    UNDER_18 = "under-18"
    FROM_18_TO_25 = "18-25"
    FROM_26_TO_59 = "26-59"
    FROM_60 = "60-plus"

    @property
    def bounds(self) -> tuple[int, int]:
        """The youngest and oldest whole years in the band."""
        return _BOUNDS[self]

    @property
    def words(self) -> str:
        """The catalogue id of the band's name."""
        return f"age.{self.value}"

    @classmethod
    def of(cls, years: int) -> "AgeBand":
        """The band that holds an age in whole years."""
        return next(band for band in cls if band.bounds[0] <= years <= band.bounds[1])


_BOUNDS = {
    AgeBand.UNDER_18: (0, 17),
    AgeBand.FROM_18_TO_25: (18, 25),
    AgeBand.FROM_26_TO_59: (26, 59),
    AgeBand.FROM_60: (60, 150),
}
