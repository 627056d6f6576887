"""Whether the web addresses of the directory still work: asked politely, with days of patience before "dead".

Each address is asked with HEAD, and with GET where a site does not answer that, unless the site asks programs
to stay away: then it is never dead for us, and a person has to open it. One that leads to another owner's
domain is an alarm at once: a lapsed domain may have been bought.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session, sessionmaker

from directory.domains import registrable_domain
from directory.model import Contact, LinkCheck, Service
from directory.outbound import Limits, OutboundError, RefusedAddress, fetch
from directory.terms import LinkState, ServiceStatus
from directory.visiting import Ask, Blocked


DEAD_AFTER = 4  # days in a row on which it did not answer as it should
LIMITS = Limits(connect=5, read=10, total=20, size=512 * 1024)
ANSWERED_OTHERWISE = frozenset({401, 403, 405, 406, 429, 501, 503})  # there, but not to us or not to HEAD
TROUBLE = (LinkState.DEAD, LinkState.MOVED, LinkState.REFUSED)


@dataclass(frozen=True)
class Link:
    """One web address of the directory."""

    contact_id: str
    url: str


@dataclass(frozen=True)
class Answer:
    """What came back: the status and where it led, or neither when nobody answered."""

    status: int | None
    led_to: str | None = None
    refused: bool = False
    blocked: bool = False

    @property
    def is_right(self) -> bool:
        """Whether something is there: a site that turns away programs still stands."""
        return self.status is not None and (self.status < 400 or self.status in ANSWERED_OTHERWISE)


@dataclass(frozen=True)
class Trouble:
    """One address that needs somebody."""

    service_id: str
    service: str
    contact_id: str
    url: str
    state: LinkState
    failing_since: date | None
    status: int | None
    led_to: str | None


def asking_as(name: str) -> Ask:
    """A way to ask public sites, under this name. What it gives raises OutboundError."""
    return lambda method, url: fetch(url, method=method, limits=LIMITS, named_as=name)


def check_links(sessions: sessionmaker[Session], *, today: date, visit: Ask) -> int:
    """Asks every address that was not asked today, and keeps how each answered; returns how many there were.

    Each answer has its own transaction, so that a stop loses none.
    """
    with sessions.begin() as session:
        _forget_gone(session)
        links = links_to_check(session, today=today)
    for link in _spread(links):
        answer = answer_of(link.url, visit)
        with sessions.begin() as session:
            keep(session, link, answer, today=today)
    return len(links)


def links_to_check(session: Session, *, today: date) -> list[Link]:
    """The addresses of running services' contacts that were not asked today, or not as they are now."""
    asked = (LinkCheck.asked_on == today) & (LinkCheck.url == Contact.url)
    statement = (
        select(Contact.id, Contact.url)
        .join(Contact.service)
        .outerjoin(LinkCheck, LinkCheck.contact_id == Contact.id)
        .where(
            Contact.url.is_not(None),
            Contact.withdrawn_at.is_(None),
            Service.status == ServiceStatus.ACTIVE,
            or_(LinkCheck.contact_id.is_(None), ~asked),
        )
        .order_by(Contact.id)
    )
    return [Link(row.id, row.url) for row in session.execute(statement)]


def answer_of(url: str, visit: Ask) -> Answer:
    """How an address answers: to HEAD, or to GET where HEAD finds nothing right."""
    answer = _asked(visit, "HEAD", url)
    if answer.refused or answer.blocked or (answer.is_right and answer.status not in ANSWERED_OTHERWISE):
        return answer
    return _asked(visit, "GET", url)


def keep(session: Session, link: Link, answer: Answer, *, today: date) -> LinkState:
    """Keeps an answer beside those of the days before; another address in the entry starts afresh."""
    known = session.get(LinkCheck, link.contact_id)
    if known is None:
        known = LinkCheck(contact_id=link.contact_id, url=link.url, failures=0)
        session.add(known)
    if known.url != link.url:
        known.url, known.failures, known.failing_since = link.url, 0, None
    if answer.is_right or answer.blocked:
        known.failures, known.failing_since = 0, None
    elif known.asked_on != today:
        known.failures += 1
        known.failing_since = known.failing_since or today
    known.asked_on, known.status, known.led_to = today, answer.status, answer.led_to
    known.state = _state(link, answer, failures=known.failures)
    session.flush()
    return known.state


def troubles(session: Session) -> list[Trouble]:
    """The addresses that need somebody: dead, led elsewhere or not public; what fails for a day can wait."""
    return _in_state(session, *TROUBLE)


def unasked(session: Session) -> list[Trouble]:
    """The addresses that we may not ask for, which people have to open themselves."""
    return _in_state(session, LinkState.BLOCKED)


def _in_state(session: Session, *states: LinkState) -> list[Trouble]:
    statement = (
        select(LinkCheck, Contact, Service)
        .join(Contact, Contact.id == LinkCheck.contact_id)
        .join(Service, Service.id == Contact.service_id)
        .where(
            LinkCheck.state.in_(states),
            LinkCheck.url == Contact.url,
            Contact.withdrawn_at.is_(None),
            Service.status == ServiceStatus.ACTIVE,
        )
        .order_by(Service.name, Contact.position)
    )
    return [
        Trouble(
            service.id,
            service.name,
            contact.id,
            check.url,
            check.state,
            check.failing_since,
            check.status,
            check.led_to,
        )
        for check, contact, service in session.execute(statement)
    ]


def _asked(visit: Ask, method: str, url: str) -> Answer:
    try:
        found = visit(method, url)
    except Blocked:
        return Answer(None, blocked=True)
    except RefusedAddress:
        return Answer(None, refused=True)
    except OutboundError:
        return Answer(None)
    return Answer(found.status, found.url if len(found.chain) > 1 else None)


def _state(link: Link, answer: Answer, *, failures: int) -> LinkState:
    if answer.refused:
        return LinkState.REFUSED
    if answer.blocked:
        return LinkState.BLOCKED
    if not answer.is_right:
        return LinkState.DEAD if failures >= DEAD_AFTER else LinkState.FAILING
    if answer.led_to and registrable_domain(answer.led_to) != registrable_domain(link.url):
        return LinkState.MOVED
    return LinkState.WORKS


def _spread(links: Iterable[Link]) -> list[Link]:
    """The links in rounds of one a host, so that there is little to wait for."""
    by_host: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_host[(urlsplit(link.url).hostname or "").lower()].append(link)
    rounds: Sequence[list[Link]] = list(by_host.values())
    deepest = max(map(len, rounds), default=0)
    return [each[number] for number in range(deepest) for each in rounds if number < len(each)]


def _forget_gone(session: Session) -> None:
    """Drops what is kept of contacts that have no address any more."""
    gone = select(Contact.id).where(Contact.url.is_(None))
    session.execute(delete(LinkCheck).where(LinkCheck.contact_id.in_(gone)))
