"""The statements of a search: the findings that come first for some needs, and the services that are chosen.

Of each need no more is read than a window, in the order of the key of `finding`, so that a search costs
nearly the same in a directory of any size.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Date,
    Integer,
    Select,
    SQLColumnExpression,
    String,
    Time,
    and_,
    bindparam,
    case,
    false,
    func,
    literal_column,
    not_,
    or_,
    select,
    true,
    union_all,
)

from directory.dialects import among, keys
from directory.eligibility import DISTRICTS, OLDEST_CALLER, YOUNGEST_CALLER
from directory.enquiry import Enquiry
from directory.freshness import CONTACT_DAYS, ENTRY_DAYS
from directory.lifelines import CHILDREN_TEAMS, EMERGENCY, FOR_EMERGENCIES, LIFELINES
from directory.model import Finding, Service, ServiceArea
from directory.opening_hours import LONDON, WEEKDAYS
from directory.ranking import Grade
from directory.reading import services_where
from directory.terms import ServiceStatus
from vocabulary.areas import Breadth


Column = SQLColumnExpression[Any]
A_DAY = timedelta(days=1)
EVERY_AGE = (0, 1000)
LEADING = -1  # the stream of those who are read whatever their findings say
GRADES = (  # of the leading need, and of another: among the first to try, and not
    (Grade.FIRST_LINE, Grade.LEADING_NEED),
    (Grade.FIRST_LINE_FOR_ANOTHER_NEED, Grade.ANOTHER_NEED),
)
RANKED = ("is_closed", "grade", "is_unknown", "is_due", "breadth", "is_unconfirmed", "place", "slug")


def _day(name: str) -> ColumnElement[date]:
    return bindparam(name, type_=Date)


def _count(name: str) -> ColumnElement[int]:
    return bindparam(name, type_=Integer)


def _number(value: int) -> ColumnElement[int]:
    return literal_column(str(int(value)), Integer)


# Written into the statement: as parameters they would be put in anew each time.
IS_LIFELINE = Finding.slug.in_([literal_column(f"'{slug}'") for slug in LIFELINES])
IS_OFFERED = and_(
    Finding.checked_on > _day("too_old"),
    or_(not_(Finding.unconfirmed), not_(bindparam("live", type_=Boolean))),
)
FITS = and_(
    among(Finding.code, keys("codes")),
    Finding.ages_from <= _count("oldest"),
    Finding.ages_to >= _count("youngest"),
)
IS_SURELY_CLOSED = and_(
    Finding.opens_at.is_not(None),
    or_(
        Finding.opens_at > bindparam("opened_by", type_=Time),
        Finding.closes_at <= bindparam("closed_by", type_=Time),
        and_(bindparam("is_weekend", type_=Boolean), not_(Finding.weekends)),
    ),
)
CHOSEN = services_where(
    among(Service.id, keys("keys")),
    Service.public,
    or_(Service.status == ServiceStatus.ACTIVE, Service.fallback_id.is_not(None)),
)


def asked(enquiry: Enquiry, *, live: bool) -> dict[str, Any]:
    """What `windows` leaves open, but for its two sizes."""
    youngest, oldest = enquiry.age.bounds if enquiry.age else EVERY_AGE
    needs = [need.value for need in enquiry.needs]
    return {
        "needs": needs,
        **{f"need_{number}": need for number, need in enumerate(needs)},
        "codes": _codes(enquiry.area),
        "leaders": _leader_slugs(enquiry),
        "anywhere": enquiry.area is None,
        "live": live,
        "youngest": max(youngest, YOUNGEST_CALLER) if enquiry.age else youngest,
        "oldest": min(oldest, OLDEST_CALLER) if enquiry.age else oldest,
        **_times(enquiry.at),
    }


@cache
def windows(needs: int) -> Select[*tuple[Any, ...]]:
    """The findings for so many needs, of each no more than a `window`, in order; the first need leads.

    What is surely closed is looked for only where there is not `enough` of all else. Besides, in a stream of
    their own, those who may lead by other rules or give way, with what takes the place of each.
    """
    window = _count("window")
    rest = union_all(*(_stream(number, window, closed=False) for number in range(needs))).cte("rest")
    found = select(func.count()).select_from(rest).scalar_subquery()
    # As a limit, since SQLite would weigh a condition again for each row.
    wanted = case((found >= _count("enough"), _number(0)), else_=window)
    closed = (_stream(number, wanted, closed=True) for number in range(needs))
    parts = union_all(select(rest), *closed, _giving_way(), _leaders()).subquery("parts")
    return select(parts).order_by(*(parts.c[name] for name in RANKED))


def _stream(number: int, most: ColumnElement[int], *, closed: bool) -> Select[*tuple[Any, ...]]:
    """The findings of one need that may fit, in the order of their key, which is that of the ranking."""
    first, further = GRADES[min(number, 1)]
    columns = _named(
        stream=_number(number),
        service_id=Finding.service_id,
        fallback_id=Finding.fallback_id,
        is_closed=true() if closed else false(),
        grade=case((Finding.further, _number(further)), else_=_number(first)),
        is_unknown=not_(Finding.hours_told),
        is_due=Finding.checked_on <= _day("due"),
        breadth=Finding.breadth,
        is_unconfirmed=Finding.unconfirmed,
        place=Finding.place,
        slug=Finding.slug,
    )
    may_fit = (
        Finding.need == bindparam(f"need_{number}"),
        Finding.active,
        FITS,
        IS_SURELY_CLOSED if closed else not_(IS_SURELY_CLOSED),
        or_(IS_OFFERED, IS_LIFELINE),  # the dearest last
    )
    key = (Finding.further, Finding.breadth, Finding.unconfirmed, Finding.place, Finding.slug)
    return select(select(*columns).where(*may_fit).order_by(*key).limit(most).subquery())


def _giving_way() -> Select[*tuple[Any, ...]]:
    """The services whose fallback may take their place."""
    return select(*_leading(Finding.service_id, Finding.fallback_id)).where(
        among(Finding.need, keys("needs")),
        Finding.gives_way_on <= _day("contacts_too_old"),
        FITS,
        or_(IS_OFFERED, not_(Finding.active), IS_LIFELINE),
    )


def _leaders() -> Select[*tuple[Any, ...]]:
    """The services that lead for a child or in an emergency, whatever they are said to meet."""
    is_here = select(ServiceArea.id).where(
        ServiceArea.service_id == Service.id, among(ServiceArea.code, keys("codes"))
    )
    return select(*_leading(Service.id, Service.fallback_id)).where(
        among(Service.slug, keys("leaders")),
        or_(bindparam("anywhere", type_=Boolean), is_here.correlate(Service).exists()),
    )


def _leading(service: Column, fallback: Column) -> list[ColumnElement[Any]]:
    nothing = _number(0)
    return _named(
        stream=_number(LEADING),
        service_id=service,
        fallback_id=fallback,
        is_closed=false(),
        grade=nothing,
        is_unknown=false(),
        is_due=false(),
        breadth=nothing,
        is_unconfirmed=false(),
        place=nothing,
        slug=literal_column("''", String),
    )


def _named(**columns: Column) -> list[ColumnElement[Any]]:
    return [column.label(name) for name, column in columns.items()]


def _times(at: datetime) -> Mapping[str, Any]:
    here = at.astimezone(LONDON)
    today = here.date()
    # When the clocks change, a line may be open an hour off its times.
    changes = (here - A_DAY).utcoffset() != (here + A_DAY).utcoffset()
    return {
        "too_old": today - 2 * ENTRY_DAYS * A_DAY,
        "due": today - ENTRY_DAYS * A_DAY,
        "contacts_too_old": today - 2 * CONTACT_DAYS * A_DAY,
        "opened_by": time.max if changes else here.time(),
        "closed_by": time.min if changes else here.time(),
        "is_weekend": here.weekday() not in WEEKDAYS,
    }


def _codes(area: str | None) -> list[str]:
    """The coverages that hold a place; with no place said, local ones wait until it is."""
    if area is None:
        return [Breadth.NATIONAL, Breadth.FORCE]
    return [Breadth.NATIONAL, Breadth.FORCE, area] if area in DISTRICTS else [Breadth.NATIONAL, area]


def _leader_slugs(enquiry: Enquiry) -> tuple[str, ...]:
    """The children's teams lead for a child, who may be meant when no age is said, and 999 for danger."""
    teams = CHILDREN_TEAMS if enquiry.age is None or enquiry.child_concerned else ()
    return (*teams, EMERGENCY) if FOR_EMERGENCIES.intersection(enquiry.needs) else teams
