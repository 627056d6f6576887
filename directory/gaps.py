"""Needs that a district has no service for, or will have none for when what is overdue is hidden.

A need that only some ages have a service for is a gap for the others: nobody of theirs is told of any.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from directory.eligibility import shown_contacts
from directory.enquiry import ABOUT_A_CHILD, Enquiry
from directory.opening_hours import LONDON
from directory.snapshot import Snapshot
from directory.terms import Reason
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.people import AgeBand


AHEAD = timedelta(days=30)


@dataclass(frozen=True)
class Gap:
    """One need in one district without any service, from a day on; `until` are those that still serve it."""

    need: Need
    district: District
    since: date
    until: tuple[str, ...]  # ids of services to check, so that it does not come to that; empty when it has
    ages: tuple[AgeBand, ...] = ()  # who is left without; empty: everybody


@dataclass(frozen=True)
class _Asked:
    """Whose need it is, as gaps are looked for; no age stands for everybody."""

    need: Need
    district: District
    age: AgeBand | None = None

    def on(self, day: date) -> Enquiry:
        """The enquiry at noon of a day."""
        noon = datetime.combine(day, time(12), tzinfo=LONDON)
        return Enquiry((self.need,), self.district.value, self.age, None, noon)


def gaps_of(snapshot: Snapshot, *, today: date, ahead: timedelta = AHEAD) -> list[Gap]:
    """The gaps of today, then those to come, the soonest first.

    Hidden is what stays unchecked for twice its time. Nothing else is foreseen: not what staff will do, and
    not a closing that somebody has announced.
    """
    found = [
        gap
        for need in Need
        for district in District
        for gap in _gaps(snapshot, need, district, today, today + ahead)
    ]
    return sorted(found, key=lambda gap: (gap.since, bool(gap.until)))


def services_to_save(gaps: Iterable[Gap]) -> dict[str, tuple[Gap, ...]]:
    """The gaps that checking each service would keep from opening, by its id."""
    gaps = list(gaps)
    ids = dict.fromkeys(each for gap in gaps for each in gap.until)
    return {each: tuple(gap for gap in gaps if each in gap.until) for each in ids}


def _gaps(snapshot: Snapshot, need: Need, district: District, today: date, last: date) -> list[Gap]:
    """The gap of everybody, and those of ages that open before it."""
    whole = _gap(snapshot, _Asked(need, district), today, last)
    if whole is not None and not whole.until:
        return [whole]
    of_ages: dict[tuple[date, tuple[str, ...]], list[AgeBand]] = defaultdict(list)
    left_out = _ages_left_out(snapshot, need, district, today)
    for age in dict.fromkeys([*left_out, *_ages_left_out(snapshot, need, district, last)]):
        gap = _gap(snapshot, _Asked(need, district, age), today, last)
        if gap is not None and (whole is None or gap.since < whole.since):
            of_ages[gap.since, gap.until].append(age)
    parts = [Gap(need, district, since, until, tuple(ages)) for (since, until), ages in of_ages.items()]
    return [*parts, *([whole] if whole else [])]


def _gap(snapshot: Snapshot, asked: _Asked, today: date, last: date) -> Gap | None:
    now = _serving(snapshot, asked, today)
    if not now:
        return Gap(asked.need, asked.district, today, ())
    if _serving(snapshot, asked, last):
        return None
    while not _serving(snapshot, asked, last - timedelta(days=1)):
        last -= timedelta(days=1)
    return Gap(asked.need, asked.district, last, now)


def _serving(snapshot: Snapshot, asked: _Asked, day: date) -> tuple[str, ...]:
    """The ids of what the public is shown on a day, if nobody checks anything before it."""
    return tuple(match.id for match in snapshot.find(asked.on(day)))


def _ages_left_out(snapshot: Snapshot, need: Need, district: District, day: date) -> list[AgeBand]:
    """The ages that no service for everybody is plainly there for: the only ones worth asking about."""
    matches = snapshot.find(_Asked(need, district).on(day))
    own = [snapshot.by_slug[match.slug] for match in matches if Reason.STANDS_IN not in match.reasons]
    ages = (AgeBand.UNDER_18,) if need in ABOUT_A_CHILD else AgeBand
    return [
        age
        for age in ages
        if not any(shown_contacts(each, area=district.value, age=age, today=day) for each in own)
    ]
