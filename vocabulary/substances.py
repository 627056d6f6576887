"""What somebody takes, as far as it decides which facts fit: nothing finer is kept."""

from enum import StrEnum


class Substance(StrEnum):
    """Drink and benzos are dangerous to stop all at once; about others no such fact is told."""

    ALCOHOL = "alcohol"
    BENZOS = "benzos"
    OTHER = "other"
