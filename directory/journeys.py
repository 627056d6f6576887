"""200 made-up journeys to replay before and after a change: no person ever asked any of them.

Drawn once by chance with a fixed seed and kept as data: each need in eight places, at eight hours of the
week and at all ages, and eight more from outside West Mercia.
"""

import json
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path

from directory.enquiry import Enquiry
from directory.opening_hours import LONDON
from vocabulary.needs import Need
from vocabulary.people import AgeBand


FILE = Path(__file__).with_name("journeys.json")
DAYS = 7


@dataclass(frozen=True)
class Journey:
    """What somebody could ask: a need, where, how old the person helped is, and when in a week."""

    need: Need
    area: str | None
    age: AgeBand | None
    weekday: int  # from Monday, 0
    time: time

    def enquiry(self, *, after: datetime) -> Enquiry:
        """The journey at its first hour on or after the day of a moment (aware)."""
        today = after.astimezone(LONDON).date()
        day = today + timedelta(days=(self.weekday - today.weekday()) % DAYS)
        return Enquiry(
            (self.need,), self.area, self.age, None, datetime.combine(day, self.time, tzinfo=LONDON)
        )


@cache
def saved_journeys() -> tuple[Journey, ...]:
    """All of them, in the order of the file."""
    return tuple(_journey(each) for each in json.loads(FILE.read_text(encoding="utf-8")))


def _journey(each: dict[str, str | int | None]) -> Journey:
    return Journey(
        need=Need(str(each["need"])),
        area=str(each["area"]) if each["area"] else None,
        age=AgeBand(str(each["age"])) if each["age"] else None,
        weekday=int(each["weekday"] or 0),
        time=time.fromisoformat(str(each["time"])),
    )
