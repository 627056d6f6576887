"""What a managers' page needs to know of now and of this installation."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import Depends

from directory.opening_hours import LONDON
from web.resources import Resources, resources


@dataclass(frozen=True)
class Now:
    """The moment of a request, and whether this is live use."""

    at: datetime
    live: bool

    @property
    def today(self) -> date:
        """The day in the United Kingdom."""
        return self.at.astimezone(LONDON).date()


def _now(held: Annotated[Resources, Depends(resources)]) -> Now:
    return Now(at=held.clock(), live=held.settings.live)


Moment = Annotated[Now, Depends(_now)]
