"""Links by which a provider's own staff confirm their entry, or say what is wrong: signed, once, for 30 days.

AssuranceError
├── NoAddress      nobody of the provider is named to confirm the entry
└── LinkEnded      no such link, or it was used, or its time is over
"""

import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory import editing
from directory.domains import registrable_domain
from directory.due import Urgency, checks_of
from directory.history import Act, Action, Change, Editor, record
from directory.model import ConfirmLink, Metadata, Service
from directory.opening_hours import LONDON
from directory.saving import check_seen
from directory.snapshot import take_snapshot
from directory.terms import WrongPart


LASTS = timedelta(days=30)
TOKEN_BYTES = 32
SIGNATURE_BYTES = 16
PURPOSE = b"confirm link\x00"
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{22}", re.ASCII)
E_MAIL = re.compile(r"[^@\s<>,;:\"]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", re.ASCII)
LONGEST_E_MAIL = 200
BY_LINK = "the service's own staff, by a link in an e-mail"


class AssuranceError(Exception):
    """A link that was not made or does not work; holds nothing of it."""


class NoAddress(AssuranceError):
    """Nobody of the provider is named to confirm the entry."""


class LinkEnded(AssuranceError):
    """No such link, or it was used, or its time is over."""


def is_address(text: str) -> bool:
    """Whether an e-mail could be sent there."""
    return len(text) <= LONGEST_E_MAIL and E_MAIL.fullmatch(text) is not None


def domains_of(service: Service) -> frozenset[str]:
    """The domains that the directory knows a provider by: those of its own and of its service's addresses."""
    whose = service.organization
    addresses = [whose.website, whose.email]
    addresses += [address for each in service.contacts for address in (each.url, each.email)]
    return frozenset(registrable_domain(each) for each in addresses if each)


def naming_of(session: Session, service_id: str) -> Metadata | None:
    """The change of the history by which the address that confirms an entry came to be, if there is one."""
    named = (Metadata.service_id == service_id, Metadata.field_name == "assurer_email")
    return session.scalars(select(Metadata).where(*named).order_by(Metadata.sequence.desc())).first()


def name_assurer(
    session: Session,
    service: Service,
    email: str | None,
    *,
    by: Editor,
    at: datetime,
    seen: int | None = None,
) -> None:
    """Say who of the provider confirms an entry, or nobody; with its history. Raises EditedMeanwhile."""
    check_seen(service, seen)
    before = service.assurer_email
    if before == email:
        return
    service.assurer_email, service.last_modified = email, at
    session.flush()
    act = Act(by, at, Action.UPDATE, service.id, service.__tablename__, service.id)
    record(session, act, [Change("assurer_email", before, email)])


def make_link(session: Session, secret: bytes, service: Service, *, by: Editor, at: datetime) -> str:
    """The token of a new link, in place of any that is still open; the caller commits. Raises NoAddress."""
    if not service.assurer_email:
        raise NoAddress
    for each in _unused(session, service.id):
        each.ends_at = min(each.ends_at, at)
    chance = secrets.token_urlsafe(TOKEN_BYTES)
    token = f"{chance}.{_signature(secret, chance)}"
    session.add(
        ConfirmLink(
            service_id=service.id,
            token_hash=_hash(token),
            sent_at=at,
            sent_by=by.id,
            sent_by_name=by.name,
            ends_at=at + LASTS,
        )
    )
    session.flush()
    return token


def find_link(session: Session, secret: bytes, token: str, *, at: datetime) -> ConfirmLink:
    """The link of a token, still unused; what we did not sign is not looked up. Raises LinkEnded."""
    if not TOKEN.fullmatch(token):
        raise LinkEnded
    chance, _, signature = token.partition(".")
    if not hmac.compare_digest(signature, _signature(secret, chance)):
        raise LinkEnded
    found = session.scalars(select(ConfirmLink).where(ConfirmLink.token_hash == _hash(token))).one_or_none()
    if found is None or found.used_at is not None or found.ends_at <= at:
        raise LinkEnded
    return found


def confirm_by_link(session: Session, link: ConfirmLink, *, at: datetime) -> None:
    """Confirms the entry, and ends the link; the caller commits. Raises EditedMeanwhile, StaleDataError."""
    link.used_at = at
    session.flush()
    by = Editor(f"confirm-link:{link.id}", BY_LINK)
    editing.confirm_service(session, link.service_id, by=by, at=at)


def say_wrong(session: Session, link: ConfirmLink, parts: Iterable[WrongPart], *, at: datetime) -> None:
    """Keeps what the provider says is wrong, as a manager's work; ends the link. Raises StaleDataError."""
    link.used_at = at
    link.wrong = [part.value for part in dict.fromkeys(parts)]
    session.flush()


def open_complaints(session: Session) -> Sequence[ConfirmLink]:
    """What providers said is wrong and nobody has settled, the oldest first."""
    unsettled = (ConfirmLink.wrong.is_not(None), ConfirmLink.settled_at.is_(None))
    return session.scalars(select(ConfirmLink).where(*unsettled).order_by(ConfirmLink.used_at)).all()


def settle(link: ConfirmLink, *, by: Editor, at: datetime) -> None:
    """A manager has mended what was wrong, or seen that it is right."""
    link.settled_at, link.settled_by, link.settled_by_name = at, by.id, by.name


def open_link_of(session: Session, service_id: str, *, at: datetime) -> ConfirmLink | None:
    """The link of a service that is out and can still be used."""
    return next((each for each in _unused(session, service_id) if each.ends_at > at), None)


def to_ask(session: Session, *, at: datetime, live: bool) -> list[Service]:
    """The services that are due for a check, have somebody to confirm them and no link that is still out."""
    today = at.astimezone(LONDON).date()
    checks = checks_of(take_snapshot(session, live=live).services, today=today)
    due = [check.id for check in checks if check.urgency <= Urgency.OVERDUE]
    named = session.scalars(select(Service).where(Service.id.in_(due), Service.assurer_email.is_not(None)))
    waiting = {each.service_id for each in open_complaints(session)}
    return [
        each for each in named if each.id not in waiting and open_link_of(session, each.id, at=at) is None
    ]


def _unused(session: Session, service_id: str) -> Sequence[ConfirmLink]:
    of_service = (ConfirmLink.service_id == service_id, ConfirmLink.used_at.is_(None))
    return session.scalars(select(ConfirmLink).where(*of_service)).all()


def _signature(secret: bytes, chance: str) -> str:
    signed = hmac.new(secret, PURPOSE + chance.encode(), hashlib.sha256).digest()[:SIGNATURE_BYTES]
    return base64.urlsafe_b64encode(signed).decode().rstrip("=")


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
