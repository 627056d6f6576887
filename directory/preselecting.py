"""Reads as few services as an answer needs: the likeliest first, until none left can stand before them.

Findings come in the order of directory.ranking without what depends on the hour: each stands for the best
place that its service could have. Those that may lead by other rules or give way to a fallback, and what
takes their place, are read at once.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from directory import finding, ranking
from directory.eligibility import is_offered
from directory.enquiry import Enquiry
from directory.opening_hours import LONDON, OpenState
from directory.ranking import STATES, Grade, Placed, Standing
from directory.reading import read_services
from directory.record import ServiceRecord
from directory.terms import ServiceStatus
from vocabulary.needs import Need


WINDOW = 32  # findings of one need that are looked at to begin with
SPARE = 2  # times as many services as are asked for are read to begin with; most answers need no more
OPEN, UNKNOWN = (STATES.index(state) for state in (OpenState.OPEN, OpenState.UNKNOWN))
GROWTH = 3  # times as wide is the next window
CLOSED_AT_BEST = Standing(
    is_closed=True,
    is_for_part_of_the_band=False,
    grade=Grade.EMERGENCY,
    is_not_reachable=False,
    state=OPEN,
    lacks_language=False,
    is_due=False,
    breadth=0,
    is_unconfirmed=False,
    place_among_first=0,
    slug="",
)


class Preselection:
    """The services read so far for one conversation's needs and place, and what the next could be at best.

    Asked for other ages or persons, it reads on only where the answer needs it. Make it without an age to
    ask for several.
    """

    def __init__(
        self, session: Session, enquiry: Enquiry, *, live: bool, against: Iterable[Need] = ()
    ) -> None:
        self._session = session
        self._live = live
        self._against = frozenset(need.value for need in against)
        self._today = enquiry.at.astimezone(LONDON).date()
        self._asked = finding.asked(enquiry, live=live)
        self._services: dict[str, ServiceRecord] = {}
        self._seen: set[str] = set()  # ids of services that were read, or that nobody may see
        self._window = 0
        self._waiting: list[Any] = []  # findings, in order, whose services were not read yet
        self._beyond: Standing | None = None  # where what lies behind the windows stands at best

    def first(self, enquiry: Enquiry, count: int) -> list[Placed]:
        """The first so many services for an enquiry with the same needs, place and moment, best first."""
        if not self._window:
            leading = self._look(WINDOW, SPARE * count)
            self._read(SPARE * count, *leading)
        while True:
            placed = ranking.place_all(list(self._services.values()), enquiry)[:count]
            if self._is_settled(placed, count):
                return placed
            if not self._waiting:
                self._look(GROWTH * self._window, GROWTH * self._window)
            self._read(max(SPARE * count, len(self._seen)))

    def _is_settled(self, placed: Sequence[Placed], count: int) -> bool:
        following = _best_standing(self._waiting[0]) if self._waiting else self._beyond
        return following is None or (len(placed) == count and placed[-1].standing < following)

    def _look(self, window: int, enough: int) -> set[str]:
        """Have those findings wait, in order, that nothing behind the windows can stand before.

        Returns the ids of those that are to be read whatever their findings say.
        """
        self._session.flush()
        statement = finding.windows(len(self._asked["needs"]))
        asked = {**self._asked, "window": window, "enough": enough}
        found = self._session.connection().execute(statement, asked).all()
        leading = {row.service_id: row.fallback_id for row in found if row.stream == finding.LEADING}
        found = [row for row in found if row.stream != finding.LEADING]
        self._window = window
        self._beyond = _beyond(found, window, enough)
        if self._beyond is not None:
            found = found[: bisect_left(found, self._beyond, key=_best_standing)]
        self._waiting = [row for row in found if row.service_id not in self._seen]
        return {key for key in (*leading, *leading.values()) if key is not None}

    def _read(self, count: int, *besides: str) -> None:
        """Read the services of so many findings that come next."""
        keys = {row.service_id for row in self._waiting[:count]}.union(besides)
        found = read_services(self._session, finding.CHOSEN, keys=list(keys)) if keys else []
        self._services |= {service.id: service for service in found if self._may_be_told(service)}
        self._seen |= keys
        self._waiting = [row for row in self._waiting if row.service_id not in self._seen]

    def _may_be_told(self, service: ServiceRecord) -> bool:
        if service.not_for_needs & self._against:
            return False
        is_suspended = service.status is not ServiceStatus.ACTIVE
        return is_suspended or is_offered(service, live=self._live, today=self._today)


def _beyond(findings: Sequence[Any], window: int, enough: int) -> Standing | None:
    """Where what was not looked at stands at best: what follows a full window, and what is surely closed."""
    streams = defaultdict(list)
    for row in findings:
        streams[row.stream, row.is_closed].append(row)
    ends = [max(stream, key=_in_stream) for stream in streams.values() if len(stream) == window]
    bounds = [replace(_best_standing(end), state=OPEN, is_due=False) for end in ends]
    if sum(not row.is_closed for row in findings) >= enough:
        bounds.append(CLOSED_AT_BEST)
    return min(bounds, default=None)


def _in_stream(row: Any) -> tuple[Any, ...]:
    return (row.grade, row.breadth, row.is_unconfirmed, row.place, row.slug)


def _best_standing(row: Any) -> Standing:
    """Where the service of a finding stands at best: reachable, for all of the ages, open if it can be."""
    return Standing(
        is_closed=row.is_closed,
        is_for_part_of_the_band=False,
        grade=Grade(row.grade),
        is_not_reachable=False,
        state=UNKNOWN if row.is_unknown else OPEN,
        lacks_language=False,
        is_due=row.is_due,
        breadth=row.breadth,
        is_unconfirmed=row.is_unconfirmed,
        place_among_first=row.place,
        slug=row.slug,
    )
