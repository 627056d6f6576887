"""The nine districts of West Mercia, and the words a service's coverage is written in."""

from enum import StrEnum


class District(StrEnum):
    """One district council; the value is its GSS code (Office for National Statistics)."""

    HEREFORDSHIRE = "E06000019"
    SHROPSHIRE = "E06000051"
    TELFORD_AND_WREKIN = "E06000020"
    BROMSGROVE = "E07000234"
    MALVERN_HILLS = "E07000235"
    REDDITCH = "E07000236"
    WORCESTER = "E07000237"
    WYCHAVON = "E07000238"
    WYRE_FOREST = "E07000239"

    @property
    def words(self) -> str:
        """The catalogue id of the district's name."""
        return f"area.{self.value}"


class Breadth(StrEnum):
    """How wide a service's coverage is, narrowest first."""

    LOCAL = "local"
    FORCE = "west-mercia"
    NATIONAL = "national"


WORCESTERSHIRE = (
    District.BROMSGROVE,
    District.MALVERN_HILLS,
    District.REDDITCH,
    District.WORCESTER,
    District.WYCHAVON,
    District.WYRE_FOREST,
)
