"""Where nobody answers: need by district, the hours of a week without a line to ring or text."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import pairwise

from directory.eligibility import covers, shown_contacts
from directory.enquiry import Enquiry
from directory.opening_hours import LONDON, Hours, OpenState, edges_of, is_bank_holiday, state_at
from directory.ranking import Match
from directory.record import ContactRecord
from directory.snapshot import Snapshot
from directory.terms import ContactChannel
from vocabulary.areas import Breadth, District
from vocabulary.needs import Need
from vocabulary.people import AgeBand


DAYS = 7
HOURS = 24
WEEK_HOURS = DAYS * HOURS
MINUTES = WEEK_HOURS * 60
AN_HOUR = (1 << 60) - 1  # its minutes, each a bit
RUNG_OR_TEXTED = frozenset({ContactChannel.PHONE, ContactChannel.SMS})
NEAR = frozenset({Breadth.LOCAL, Breadth.FORCE})


@dataclass(frozen=True)
class Asked:
    """Whose coverage is drawn: an age, and whether national services count."""

    age: AgeBand | None = None
    only_near: bool = False


@dataclass(frozen=True)
class Cell:
    """One need in one district: a bit for each minute of the week at which somebody is known to answer."""

    answered: int
    perhaps: int  # and at which somebody may answer, as the hours of a line are not known
    services: tuple[str, ...]  # ids of those that count, best first

    @cached_property
    def holes(self) -> frozenset[int]:
        """The hours of the week, counted from Monday's midnight, not answered from beginning to end."""
        return frozenset(hour for hour in range(WEEK_HOURS) if not _is_whole(self.answered, hour))

    @cached_property
    def unsure(self) -> frozenset[int]:
        """The holes at which a line with unknown hours may answer."""
        either = self.answered | self.perhaps
        return frozenset(hour for hour in self.holes if _is_whole(either, hour))


@dataclass(frozen=True)
class Coverage:
    """All cells, and the Monday of the week that they are about."""

    monday: date
    cells: Mapping[Need, Mapping[District, Cell]]

    @property
    def worst(self) -> tuple[Need, District] | None:
        """The cell with the most holes; None when there are none."""
        found = [
            (len(cell.holes), need, district)
            for need, row in self.cells.items()
            for district, cell in row.items()
            if cell.holes
        ]
        if not found:
            return None
        most = max(each[0] for each in found)
        return next((need, district) for holes, need, district in found if holes == most)


@dataclass(frozen=True)
class _Answering:
    """When a line is known to answer, and when it may, as bits of the minutes of the week."""

    certain: int
    possible: int


def coverage_of(snapshot: Snapshot, *, monday: date, today: date, asked: Asked = Asked()) -> Coverage:
    """The coverage of the week that begins on `monday`, by what the public sees `today`."""
    at = datetime.combine(today, time(12), tzinfo=LONDON)
    answering = _reader(monday)
    return Coverage(
        monday,
        {
            need: {
                district: _cell(snapshot, _enquiry(need, district, asked, at), asked, answering)
                for district in District
            }
            for need in Need
        },
    )


def ordinary_week(today: date) -> date:
    """The Monday of the first whole week from today on without a bank holiday or a change of the clocks."""
    monday = today + timedelta(days=-today.weekday() % DAYS)
    while not _is_ordinary(monday):
        monday += timedelta(days=DAYS)
    return monday


def _is_ordinary(monday: date) -> bool:
    days = [monday + timedelta(days=number) for number in range(DAYS + 1)]
    offsets = {datetime.combine(day, time(0), tzinfo=LONDON).utcoffset() for day in days}
    return len(offsets) == 1 and not any(is_bank_holiday(day) for day in days)


def _enquiry(need: Need, district: District, asked: Asked, at: datetime) -> Enquiry:
    return Enquiry((need,), district.value, asked.age, None, at)


def _cell(
    snapshot: Snapshot, enquiry: Enquiry, asked: Asked, answering: Callable[[ContactRecord], _Answering]
) -> Cell:
    certain = possible = 0
    counted = []
    for match in snapshot.find(enquiry):
        if not _counts(snapshot, match, enquiry, asked):
            continue
        counted.append(match.id)
        for contact in _lines(snapshot, match, enquiry):
            found = answering(contact)
            certain |= found.certain
            possible |= found.possible
    return Cell(certain, possible, tuple(counted))


def _counts(snapshot: Snapshot, match: Match, enquiry: Enquiry, asked: Asked) -> bool:
    return not asked.only_near or covers(snapshot.by_slug[match.slug].areas, enquiry.area) in NEAR


def _lines(snapshot: Snapshot, match: Match, enquiry: Enquiry) -> Iterable[ContactRecord]:
    today = enquiry.at.astimezone(LONDON).date()
    service = snapshot.by_slug[match.slug]
    shown = shown_contacts(service, area=enquiry.area, age=enquiry.age, today=today)
    return (each for each in shown if each.channel in RUNG_OR_TEXTED)


def _reader(monday: date) -> Callable[[ContactRecord], _Answering]:
    """Works out each line's week once, however many cells it is in."""
    known: dict[str, _Answering] = {}

    def answering(contact: ContactRecord) -> _Answering:
        if contact.id not in known:
            known[contact.id] = _week_of(contact.hours, monday)
        return known[contact.id]

    return answering


def _week_of(hours: Hours | None, monday: date) -> _Answering:
    if hours is None or not hours.periods:
        return _Answering(0, _bits(0, MINUTES))
    start = datetime.combine(monday, time(0), tzinfo=LONDON).astimezone(UTC)
    certain = possible = 0
    for number in range(DAYS):
        edges = edges_of(hours, monday + timedelta(days=number))
        for begins, ends in pairwise(edges):
            state = state_at(hours, begins)
            bits = _bits(_minute(begins - start), _minute(ends - start))
            certain |= bits if state is OpenState.OPEN else 0
            possible |= bits if state is OpenState.UNKNOWN else 0
    return _Answering(certain, possible)


def _minute(since: timedelta) -> int:
    return int(since.total_seconds()) // 60


def _bits(first: int, end: int) -> int:
    """The bits from one minute up to, but not with, another."""
    return (1 << end) - (1 << first)


def _is_whole(minutes: int, hour: int) -> bool:
    return (minutes >> hour * 60) & AN_HOUR == AN_HOUR
