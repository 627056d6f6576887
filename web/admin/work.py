"""What waits for a manager today, the most urgent first, each kind of work with its count and its page."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from directory import reports
from directory.approval.finding import open_proposals
from directory.assurance import open_complaints
from directory.coverage import coverage_of, ordinary_week
from directory.due import Check, Urgency, checks_of
from directory.feeds.change_sets import count_undecided
from directory.feeds.feeds import count_troubles
from directory.gaps import Gap, gaps_of
from directory.link_checks import troubles
from directory.snapshot import Snapshot, take_snapshot
from directory.terms import ProposalState
from web.admin.moment import Now


class Kind(StrEnum):
    """One kind of work, in the order of its urgency."""

    ANSWERED_WRONG = "answered-wrong"
    APPROVALS = "approvals"
    IMPORTS = "imports"
    REPORTED = "reported"
    NO_SERVICE = "no-service"
    LEAVES_GAP = "leaves-gap"
    HIDDEN = "hidden"
    OVERDUE = "overdue"
    FEEDS = "feeds"
    DEAD_LINKS = "dead-links"
    NEVER = "never"
    NOBODY_ANSWERS = "nobody-answers"


@dataclass(frozen=True)
class Work:
    """How much there is of one kind, and where it is done."""

    kind: Kind
    count: int
    href: str


@dataclass(frozen=True)
class _Seen:
    """What the counts are made from, read once."""

    session: Session
    snapshot: Snapshot
    checks: list[Check]
    gaps: list[Gap]
    now: Now


def work_of(session: Session, now: Now) -> list[Work]:
    """Every kind of work, with nothing to do included; the lifelines in trouble stand above it."""
    snapshot = take_snapshot(session, live=now.live)
    checks, gaps = checks_of(snapshot.services, today=now.today), gaps_of(snapshot, today=now.today)
    seen = _Seen(session, snapshot, checks, gaps, now)
    return [Work(kind, count(seen), href) for kind, href, count in KINDS]


def _gaps(seen: _Seen, *, open_already: bool) -> int:
    return sum(1 for gap in seen.gaps if (not gap.until) is open_already)


def _waiting(seen: _Seen) -> int:
    found = open_proposals(seen.session, organization_id=None)
    return sum(1 for each in found if each.state is ProposalState.WAITING)


def _checks(which: Urgency) -> Callable[[_Seen], int]:
    return lambda seen: sum(1 for check in seen.checks if check.urgency is which)


def _holes(seen: _Seen) -> int:
    """The needs and districts that have a service, but hours at which nobody is known to answer."""
    today = seen.now.today
    found = coverage_of(seen.snapshot, monday=ordinary_week(today), today=today)
    return sum(1 for row in found.cells.values() for cell in row.values() if cell.services and cell.holes)


KINDS: tuple[tuple[Kind, str, Callable[[_Seen], int]], ...] = (
    (Kind.ANSWERED_WRONG, "/admin/provider-answers", lambda seen: len(open_complaints(seen.session))),
    (Kind.APPROVALS, "/admin/approvals", _waiting),
    (Kind.IMPORTS, "/admin/imports", lambda seen: count_undecided(seen.session)),
    (Kind.REPORTED, "/admin/reports", lambda seen: reports.count_tasks(seen.session)),
    (Kind.NO_SERVICE, "/admin/gaps", lambda seen: _gaps(seen, open_already=True)),
    (Kind.LEAVES_GAP, "/admin/gaps", lambda seen: _gaps(seen, open_already=False)),
    (Kind.HIDDEN, "/admin/checks#hidden", _checks(Urgency.HIDDEN)),
    (Kind.OVERDUE, "/admin/checks#overdue", _checks(Urgency.OVERDUE)),
    (Kind.FEEDS, "/admin/feeds", lambda seen: count_troubles(seen.session, at=seen.now.at)),
    (Kind.DEAD_LINKS, "/admin/links", lambda seen: len(troubles(seen.session))),
    (Kind.NEVER, "/admin/checks#never", _checks(Urgency.NEVER)),
    (Kind.NOBODY_ANSWERS, "/admin/coverage", _holes),
)
