"""Sign-ins and refusals at staff's doors: each is counted, and logged with enough to make a timeline.

A line tells the kind, and marks of the account and the network: keyed hashes, the same for the same person
and the same network, of which nobody without the installation's key can make a name or an address. A refused
method is told without any mark, since it may be the public's.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import structlog
from fastapi import Request

from web.accounts.errors import (
    AccountsError,
    CodeUsedAgain,
    FormExpired,
    NotAllowed,
    NotSignedIn,
    ProofNeeded,
    SecondFactorNeeded,
    SecondFactorRefused,
    SignInRefused,
    SingleSignOnFailed,
    TooManyAttempts,
)
from web.accounts.sealing import keyed
from web.metrics import SecurityEvent, count_security_event
from web.networks import network_of


MARK = 16  # hexadecimal digits: enough to tell people and networks apart
REFUSALS: Mapping[type[AccountsError], SecurityEvent] = {
    SignInRefused: SecurityEvent.SIGN_IN_REFUSED,
    TooManyAttempts: SecurityEvent.TOO_MANY_TRIES,
    CodeUsedAgain: SecurityEvent.CODE_USED_AGAIN,
    SecondFactorRefused: SecurityEvent.SECOND_FACTOR_REFUSED,
    ProofNeeded: SecurityEvent.PROOF_REFUSED,
    SingleSignOnFailed: SecurityEvent.PROVIDER_REFUSED,
    NotSignedIn: SecurityEvent.NOT_SIGNED_IN,
    SecondFactorNeeded: SecurityEvent.TOO_EARLY,
    NotAllowed: SecurityEvent.ROLE_REFUSED,
    FormExpired: SecurityEvent.FORM_REFUSED,
}
# A page after the session's end, or on the way from the password to the second factor, is no attack.
EVERYDAY = frozenset(
    {
        SecurityEvent.SIGNED_IN,
        SecurityEvent.PEOPLE_READ,
        SecurityEvent.NOT_SIGNED_IN,
        SecurityEvent.TOO_EARLY,
    }
)

# Anybody can bring these about as often as they like, and a line for each would fill the disk: all are
# counted, and one a second is logged.
ANYBODYS = frozenset(
    {
        SecurityEvent.NOT_SIGNED_IN,
        SecurityEvent.METHOD_REFUSED,
        SecurityEvent.KEY_REFUSED,
        SecurityEvent.TOO_MANY_TRIES,
    }
)
BETWEEN_LINES = 1.0  # seconds
_logged: dict[SecurityEvent, float] = {}  # when last, of the monotonic clock


def note(request: Request, event: SecurityEvent, *, email: str = "") -> None:
    """Counts and logs what happened at a staff door; without `email`, to whoever is signed in."""
    secret = request.app.state.resources.secret
    member = request.scope.get("state", {}).get("staff")
    email = email or (member.email if member else "")
    address = request.client.host if request.client else "unknown"
    marks = {"network": mark_of(secret, f"network {network_of(address)}")}
    if email:
        marks["account"] = account_mark(secret, email)
    _tell(event, **marks)


def note_method() -> None:
    """An address was asked by a method that it does not take; who asked is not told."""
    _tell(SecurityEvent.METHOD_REFUSED)


def note_refusal(request: Request, error: Exception, *, email: str = "") -> None:
    """Notes an error of the accounts, where it refuses somebody; a question who this is refuses nobody."""
    event = REFUSALS.get(type(error)) if isinstance(error, AccountsError) else None
    if event is None or (isinstance(error, ProofNeeded) and not error.wrong):
        return
    if isinstance(error, ProofNeeded) and error.wrong == "too-many":
        event = SecurityEvent.TOO_MANY_TRIES
    note(request, event, email=email)


@contextmanager
def noting(request: Request, *, email: str = "", done: SecurityEvent | None = None) -> Iterator[None]:
    """Notes how a try ends: `done` where it succeeds, and otherwise the error that it raises."""
    try:
        yield
    except AccountsError as error:
        note_refusal(request, error, email=email)
        raise
    if done is not None:
        note(request, done, email=email)


def account_mark(secret: bytes, email: str) -> str:
    """How the log names an account."""
    return mark_of(secret, f"account {email.strip().casefold()}")


def mark_of(secret: bytes, said: str) -> str:
    """A short keyed hash."""
    return keyed(secret, f"log {said}")[:MARK]


def _tell(event: SecurityEvent, **marks: str) -> None:
    count_security_event(event)
    if event in ANYBODYS and not _is_a_second_since(event):
        return
    log = structlog.get_logger("web.security_events")
    (log.info if event in EVERYDAY else log.warning)("security.event", kind=event.value, **marks)


def _is_a_second_since(event: SecurityEvent) -> bool:
    now = time.monotonic()
    if now - _logged.get(event, float("-inf")) < BETWEEN_LINES:
        return False
    _logged[event] = now
    return True
