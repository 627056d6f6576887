"""Wrong sign-ins are counted in the database, so a restart forgives nobody.

They are counted per account on one network, per network, and, with a far higher limit, per account anywhere:
a stranger who guesses elsewhere does not shut a person out of their account. A browser in which the person
signed in before is counted apart, so that guesses from however many networks do not shut it out. Neither an
address nor an e-mail address is stored: both are keyed hashes. An account that does not exist is counted like
one that does.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.orm import Session, sessionmaker

from web.accounts.errors import TooManyAttempts
from web.accounts.model import SignInAttempt
from web.accounts.sealing import keyed
from web.networks import network_of


WINDOW = timedelta(minutes=15)
MOST_FOR_ACCOUNT = 5  # from one network
# Guesses from twenty networks. NIST SP 800-63B, 5.2.2: no more than 100 on a single account.
MOST_FOR_ACCOUNT_ANYWHERE = 100
MOST_FOR_NETWORK = 50  # an office may share one address


@dataclass(frozen=True)
class Source:
    """Whom a sign-in is for and where it comes from, as keyed hashes."""

    account: str
    network: str
    is_apart: bool = False  # only wrong guesses of this very source count


def source_of(secret: bytes, *, email: str, address: str, device: str | None = None) -> Source:
    """The keyed hashes under which a sign-in is counted; `device` names a browser known for this account."""
    account = keyed(secret, f"account {email}")
    if device is not None:
        return Source(account, keyed(secret, f"device {device}"), is_apart=True)
    return Source(account, keyed(secret, f"network {network_of(address)}"))


def source_of_codes(secret: bytes, staff_id: str) -> Source:
    """Second factors are counted per person from anywhere: to guess one takes the password already."""
    hashed = keyed(secret, f"second factor {staff_id}")
    return Source(hashed, hashed, is_apart=True)


def source_of_letters(secret: bytes, *, email: str, address: str) -> Source:
    """E-mails about a forgotten password are counted like sign-ins, and beside them."""
    account = keyed(secret, f"letter {email}")
    return Source(account, keyed(secret, f"letter network {network_of(address)}"))


def note_attempt(sessions: sessionmaker[Session], source: Source, *, at: datetime) -> str:
    """Counts a sign-in before its password is looked at; returns its id for `forgive`.

    Counting first means that many guesses at the same moment cannot all slip under the limit.
    Raises TooManyAttempts; what is refused is not counted, or guessing could lock an account for good.
    """
    attempt = SignInAttempt(account=source.account, network=source.network, at=at)
    with sessions.begin() as session:
        session.execute(delete(SignInAttempt).where(_is_over(at)))
        session.add(attempt)
        session.flush()
        noted = attempt.id
    with sessions.begin() as session:
        if not _is_too_many(session, source, at=at):
            return noted
        session.execute(delete(SignInAttempt).where(SignInAttempt.id == noted))
    raise TooManyAttempts


def _is_over(at: datetime) -> ColumnElement[bool]:
    """Too old, or so far ahead that the clock was set back since: else it would lock people out till then."""
    return or_(SignInAttempt.at <= at - WINDOW, SignInAttempt.at > at + WINDOW)


def forgive(session: Session, noted: str, source: Source) -> None:
    """After the right password: the wrong ones before it, for this account from this network, count no more.

    Those from elsewhere still do, as somebody else may have made them.
    """
    session.execute(delete(SignInAttempt).where(SignInAttempt.id == noted))
    session.execute(delete(SignInAttempt).where(_is_of_account(source), _is_of_network(source)))


def _is_too_many(session: Session, source: Source, *, at: datetime) -> bool:
    account, network = _is_of_account(source), _is_of_network(source)
    limits: list[tuple[tuple[ColumnElement[bool], ...], int]] = [((account, network), MOST_FOR_ACCOUNT)]
    if not source.is_apart:
        limits += [((account,), MOST_FOR_ACCOUNT_ANYWHERE), ((network,), MOST_FOR_NETWORK)]
    recent = select(func.count()).select_from(SignInAttempt).where(SignInAttempt.at > at - WINDOW)
    return any((session.scalar(recent.where(*which)) or 0) > most for which, most in limits)


def _is_of_account(source: Source) -> ColumnElement[bool]:
    return SignInAttempt.account == source.account


def _is_of_network(source: Source) -> ColumnElement[bool]:
    return SignInAttempt.network == source.network
