"""What a managers' page needs to know of now and of this installation."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated

from fastapi import Depends, Request

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


def cool_off_of(request: Request) -> float:
    """How many hours a number that nobody has seen yet waits after it is approved; 0 if it does not."""
    held: Resources = request.app.state.resources
    return held.settings.cool_off / timedelta(hours=1)


Moment = Annotated[Now, Depends(_now)]
