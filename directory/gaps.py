"""Needs that a district has no service for, or will have none for when what is overdue is hidden."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from directory.enquiry import Enquiry
from directory.opening_hours import LONDON
from directory.snapshot import Snapshot
from vocabulary.areas import District
from vocabulary.needs import Need


AHEAD = timedelta(days=30)


@dataclass(frozen=True)
class Gap:
    """One need in one district without any service, from a day on; `until` are those that still serve it."""

    need: Need
    district: District
    since: date
    until: tuple[str, ...]  # ids of services to check, so that it does not come to that; empty when it has


def gaps_of(snapshot: Snapshot, *, today: date, ahead: timedelta = AHEAD) -> list[Gap]:
    """The gaps of today, then those to come, the soonest first.

    Hidden is what stays unchecked for twice its time. Nothing else is foreseen: not what staff will do, and
    not a closing that somebody has announced.
    """
    found = [
        gap for need in Need for district in District if (gap := _gap(snapshot, need, district, today, ahead))
    ]
    return sorted(found, key=lambda gap: (gap.since, bool(gap.until)))


def services_to_save(gaps: Iterable[Gap]) -> dict[str, tuple[Gap, ...]]:
    """The gaps that checking each service would keep from opening, by its id."""
    gaps = list(gaps)
    ids = dict.fromkeys(each for gap in gaps for each in gap.until)
    return {each: tuple(gap for gap in gaps if each in gap.until) for each in ids}


def _gap(snapshot: Snapshot, need: Need, district: District, today: date, ahead: timedelta) -> Gap | None:
    now = _serving(snapshot, need, district, today)
    if not now:
        return Gap(need, district, today, ())
    last = today + ahead
    if _serving(snapshot, need, district, last):
        return None
    while not _serving(snapshot, need, district, last - timedelta(days=1)):
        last -= timedelta(days=1)
    return Gap(need, district, last, now)


def _serving(snapshot: Snapshot, need: Need, district: District, day: date) -> tuple[str, ...]:
    """The ids of what the public is shown on a day, if nobody checks anything before it."""
    noon = datetime.combine(day, time(12), tzinfo=LONDON)
    enquiry = Enquiry((need,), district.value, None, None, noon)
    return tuple(match.id for match in snapshot.find(enquiry))
