"""Proving again who this is, in the middle of a session: by password or passkey."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from web.accounts.attempts import forgive, note_attempt, source_of
from web.accounts.devices import device_of
from web.accounts.errors import NotSignedIn, PasskeyRefused, ProofNeeded, TooManyAttempts
from web.accounts.model import StaffSession
from web.accounts.passkeys import Site, check_passkey
from web.accounts.passwords import is_password
from web.accounts.sessions import current_session, take_challenge
from web.resources import Resources


RECENT = timedelta(minutes=5)
PASSWORD = "proof_password"  # noqa: S105  # the names of the fields
PASSKEY = "proof_passkey"


@dataclass(frozen=True)
class Proof:
    """What a person sent to prove who they are, and where it comes from."""

    password: str
    passkey: str
    site: Site
    address: str
    device: str | None


def is_recent(proved_at: datetime, *, at: datetime) -> bool:
    """Whether a proof still counts; one from the future does not, as when the clock was set back."""
    return timedelta(0) <= at - proved_at < RECENT


def prove(held: Resources, token: str, proof: Proof) -> None:
    """Notes in the session that its person proved who they are. Raises ProofNeeded, saying what was wrong."""
    if proof.passkey:
        _prove_by_passkey(held, token, proof)
        return
    _prove_by_password(held, token, proof)


def _prove_by_passkey(held: Resources, token: str, proof: Proof) -> None:
    now = held.clock()
    with held.sessions.begin() as session:  # of its own: what was signed once is used up, right or wrong
        found = _session_of(session, token, at=now)
        challenge = take_challenge(session, found, at=now)
    if challenge is None:
        raise ProofNeeded("passkey")
    with held.sessions.begin() as session:
        found = _session_of(session, token, at=now)
        try:
            check_passkey(session, found.staff_id, proof.passkey, proof.site, challenge, at=now)
        except PasskeyRefused:
            raise ProofNeeded("passkey") from None
        found.proved_at = now


def _prove_by_password(held: Resources, token: str, proof: Proof) -> None:
    now = held.clock()
    with held.sessions() as session:
        staff = _session_of(session, token, at=now).staff
    known = device_of(held.secret, proof.device, email=staff.email, at=now)
    source = source_of(held.secret, email=staff.email, address=proof.address, device=known)
    try:
        noted = note_attempt(held.sessions, source, at=now)
    except TooManyAttempts:
        raise ProofNeeded("too-many") from None
    if not is_password(staff.password, proof.password):  # outside a transaction: it takes its time
        raise ProofNeeded("password")
    with held.sessions.begin() as session:
        forgive(session, noted, source)
        _session_of(session, token, at=now).proved_at = now


def _session_of(session: Session, token: str, *, at: datetime) -> StaffSession:
    found = current_session(session, token, at=at)
    if found is None:
        raise NotSignedIn
    return found
