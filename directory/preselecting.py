"""Reads as few services as an answer needs: the likeliest first, until none left can stand before them.

Findings come in the order of directory.ranking without what depends on the hour: each stands for the best
place that its service could have. Those that rank by other rules, and those that may give way to a
fallback, come before all others, so that every one of them is read.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time, timedelta
from itertools import takewhile
from typing import Any

from sqlalchemy import (
    BindParameter,
    Boolean,
    ColumnElement,
    CompoundSelect,
    Date,
    Integer,
    Time,
    and_,
    bindparam,
    case,
    func,
    literal_column,
    not_,
    or_,
    select,
    union,
)
from sqlalchemy.orm import Session

from directory import ranking
from directory.eligibility import DISTRICTS, OLDEST_CALLER, YOUNGEST_CALLER, is_offered
from directory.enquiry import Enquiry
from directory.freshness import CONTACT_DAYS, ENTRY_DAYS
from directory.lifelines import CHILDREN_TEAMS, EMERGENCY, FOR_EMERGENCIES, LIFELINES
from directory.model import Finding, Service
from directory.opening_hours import LONDON, WEEKDAYS
from directory.ranking import NO_PLACE, Grade, Placed, Standing
from directory.reading import read_services, services_where
from directory.record import ServiceRecord
from directory.terms import ServiceStatus
from vocabulary.areas import Breadth
from vocabulary.needs import Need


FIRST_READ = 16  # findings whose services are read; by day most answers need no more
GROWTH = 3  # how much more is read each time that was too little
LAST_HOUR = 23
PORTION = 60  # findings fetched together, since each time all of them are put in order


def _day(name: str) -> ColumnElement[date]:
    return bindparam(name, type_=Date)


IS_FIRST = Finding.first_line.is_not(None)
GRADE = case(
    (and_(Finding.need == bindparam("leading"), IS_FIRST), int(Grade.FIRST_LINE)),
    (IS_FIRST, int(Grade.FIRST_LINE_FOR_ANOTHER_NEED)),
    (Finding.need == bindparam("leading"), int(Grade.LEADING_NEED)),
    else_=int(Grade.ANOTHER_NEED),
)
BREADTH = case((Finding.code == Breadth.NATIONAL, 2), (Finding.code == Breadth.FORCE, 1), else_=0)
MAY_GIVE_WAY = and_(
    Finding.has_fallback,
    or_(
        not_(Finding.active),
        Finding.contact_checked_on.is_(None),
        Finding.contact_checked_on <= _day("contacts_too_old"),
    ),
)
# Written into the statement: as parameters they would be put in anew each time.
IS_LIFELINE = Finding.slug.in_([literal_column(f"'{slug}'") for slug in LIFELINES])
IS_ORDINARY = case((or_(MAY_GIVE_WAY, IS_LIFELINE), 0), else_=1)
IS_OFFERED = and_(
    Finding.checked_on > _day("too_old"), or_(Finding.confirmed, not_(bindparam("live", type_=Boolean)))
)
# An hour to spare on both sides: when the clocks change, a line may be open an hour off its times.
IS_SURELY_CLOSED = and_(
    Finding.opens_at.is_not(None),
    or_(
        Finding.opens_at > bindparam("in_an_hour", type_=Time),
        Finding.closes_at <= bindparam("an_hour_ago", type_=Time),
        and_(bindparam("is_weekend", type_=Boolean), not_(Finding.weekends)),
    ),
)
RANKED = (
    IS_ORDINARY.label("ordinary"),
    case((IS_SURELY_CLOSED, 1), else_=0).label("is_closed"),
    GRADE.label("grade"),
    (Finding.checked_on <= _day("due")).label("is_due"),
    BREADTH.label("breadth"),
    not_(Finding.confirmed).label("is_unconfirmed"),
    func.coalesce(Finding.first_line, NO_PLACE).label("place"),
)
FINDINGS = (
    select(Finding.service_id, Finding.slug, *RANKED)
    .where(
        Finding.need.in_(bindparam("needs", expanding=True)),
        Finding.code.in_(bindparam("codes", expanding=True)),
        or_(IS_OFFERED, not_(Finding.active), IS_LIFELINE),  # the dearest last
        Finding.ages_from <= bindparam("oldest", type_=Integer),
        Finding.ages_to >= bindparam("youngest", type_=Integer),
    )
    .order_by(*(column.name for column in RANKED), Finding.slug, Finding.service_id)
    .limit(bindparam("limit", type_=Integer))
    .offset(bindparam("offset", type_=Integer))
)
SPECIAL: BindParameter[Sequence[str]] = bindparam("special", expanding=True)
LEADERS: BindParameter[Sequence[str]] = bindparam("leaders", expanding=True)
# Each part by an index of its own: one condition with "or" would read every service.
BESIDES: CompoundSelect[str | None] = union(
    select(Service.id).where(Service.slug.in_(LEADERS)),
    select(Service.fallback_id).where(Service.slug.in_(LEADERS), Service.fallback_id.is_not(None)),
    select(Service.fallback_id).where(Service.id.in_(SPECIAL), Service.fallback_id.is_not(None)),
)
READ = services_where(
    Service.id.in_(bindparam("keys", expanding=True)),
    Service.public,
    or_(Service.status == ServiceStatus.ACTIVE, Service.fallback_id.is_not(None)),
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
        self._parameters = self._asked(enquiry)
        self._leaders = _leaders(enquiry)
        self._services: dict[str, ServiceRecord] = {}
        self._waiting: list[Any] = []  # findings, in order, whose services are not read yet
        self._all_fetched = False
        self._done = 0  # findings whose services are read
        self._next: Standing | None = None
        self._read_on()

    def first(self, enquiry: Enquiry, count: int) -> list[Placed]:
        """The first so many services for an enquiry with the same needs, place and moment, best first."""
        while True:
            placed = ranking.place_all(list(self._services.values()), enquiry)[:count]
            if self._next is None or self._is_settled(placed, count):
                return placed
            self._read_on()

    def _is_settled(self, placed: Sequence[Placed], count: int) -> bool:
        assert self._next is not None
        return len(placed) == count and placed[-1].standing < self._next

    def _read_on(self) -> None:
        """Read the services of the findings that come next; at first of all that are not ordinary."""
        count = max(FIRST_READ, self._done * (GROWTH - 1))
        self._fetch(count + 1)
        while len(self._waiting) > count and not self._waiting[count].ordinary:
            count *= GROWTH
            self._fetch(count + 1)
        found, self._waiting = self._waiting[:count], self._waiting[count:]
        self._done += len(found)
        self._next = _best_standing(self._waiting[0]) if self._waiting else None
        self._read(found)

    def _fetch(self, count: int) -> None:
        """Have so many findings waiting, unless there are no more."""
        if self._all_fetched or len(self._waiting) >= count:
            return
        limit = max(PORTION, count - len(self._waiting))
        where = {**self._parameters, "limit": limit, "offset": self._done + len(self._waiting)}
        self._session.flush()
        found = self._session.connection().execute(FINDINGS, where).all()
        self._all_fetched = len(found) < limit
        self._waiting += found

    def _read(self, found: Sequence[Any]) -> None:
        special = [row.service_id for row in takewhile(lambda row: not row.ordinary, found)]
        keys = [*(row.service_id for row in found), *self._besides(special)]
        unread = [key for key in dict.fromkeys(keys) if key not in self._services]
        if not unread:
            return
        for service in read_services(self._session, READ, keys=unread):
            if self._may_be_told(service):
                self._services[service.id] = service

    def _besides(self, special: Sequence[str]) -> Sequence[str]:
        """Those that may lead whatever they are said to meet, and what takes the place of who gives way."""
        leaders, self._leaders = self._leaders, ()
        if not special and not leaders:
            return ()
        connection = self._session.connection()
        found = connection.execute(BESIDES, {"special": special, "leaders": leaders}).scalars()
        return [key for key in found if key is not None]

    def _may_be_told(self, service: ServiceRecord) -> bool:
        if service.not_for_needs & self._against:
            return False
        is_suspended = service.status is not ServiceStatus.ACTIVE
        return is_suspended or is_offered(service, live=self._live, today=self._today)

    def _asked(self, enquiry: Enquiry) -> Mapping[str, Any]:
        here = enquiry.at.astimezone(LONDON)
        youngest, oldest = enquiry.age.bounds if enquiry.age else (0, OLDEST_CALLER)
        return {
            "needs": [need.value for need in enquiry.needs],
            "leading": enquiry.needs[0].value,
            "codes": _codes(enquiry.area),
            "live": self._live,
            "in_an_hour": time(here.hour + 1, here.minute) if here.hour < LAST_HOUR else time.max,
            "an_hour_ago": time(here.hour - 1, here.minute) if here.hour else time.min,
            "is_weekend": here.weekday() not in WEEKDAYS,
            "too_old": self._today - timedelta(days=2 * ENTRY_DAYS),
            "due": self._today - timedelta(days=ENTRY_DAYS),
            "contacts_too_old": self._today - timedelta(days=2 * CONTACT_DAYS),
            "youngest": max(youngest, YOUNGEST_CALLER) if enquiry.age else 0,
            "oldest": min(oldest, OLDEST_CALLER) if enquiry.age else 1000,
        }


def _codes(area: str | None) -> list[str]:
    """The coverages that hold a place; with no place said, local ones wait until it is."""
    if area is None:
        return [Breadth.NATIONAL, Breadth.FORCE]
    return [Breadth.NATIONAL, Breadth.FORCE, area] if area in DISTRICTS else [Breadth.NATIONAL, area]


def _leaders(enquiry: Enquiry) -> Sequence[str]:
    """The slugs of those who lead for a child or in an emergency, whatever they are said to meet."""
    teams = CHILDREN_TEAMS if enquiry.age is None or enquiry.child_concerned else ()
    return (*teams, EMERGENCY) if FOR_EMERGENCIES.intersection(enquiry.needs) else teams


def _best_standing(finding: Any) -> Standing:
    """Where the service of a finding stands at best: reachable, for all of the ages, open if it can be."""
    return Standing(
        is_closed=bool(finding.is_closed),
        is_for_part_of_the_band=False,
        grade=Grade(finding.grade),
        is_not_reachable=False,
        state=0,
        is_due=bool(finding.is_due),
        breadth=finding.breadth,
        is_unconfirmed=bool(finding.is_unconfirmed),
        place_among_first=finding.place,
        slug=finding.slug,
    )
