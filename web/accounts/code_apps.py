"""One-time codes from an app (RFC 6238): for a browser without passkeys, or without JavaScript."""

import hmac
from datetime import datetime

import pyotp
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from web.accounts.factor_model import CodeApp
from web.accounts.sealing import seal, unseal


SECONDS = 30
SLACK = 1  # steps: a telephone's clock may be half a minute off
PURPOSE = "code app"
ISSUER = "Signpost"


def begin(session: Session, secret: bytes, staff_id: str, *, at: datetime) -> None:
    """A new key that waits for its first code; one that was begun before and not confirmed is dropped."""
    session.execute(delete(CodeApp).where(CodeApp.staff_id == staff_id, CodeApp.confirmed_at.is_(None)))
    key = seal(secret, pyotp.random_base32(), purpose=PURPOSE)
    session.add(CodeApp(staff_id=staff_id, key=key, made_at=at, last_step=0))


def begun_key(session: Session, secret: bytes, staff_id: str) -> str | None:
    """The key that waits for its first code, to be shown to the person; never one that is in use."""
    app = _begun(session, staff_id)
    return unseal(secret, app.key, purpose=PURPOSE) if app else None


def address_of(key: str, *, email: str) -> str:
    """What the picture says to the app."""
    return pyotp.TOTP(key).provisioning_uri(name=email, issuer_name=ISSUER)


def confirm(session: Session, secret: bytes, staff_id: str, typed: str, *, at: datetime) -> bool:
    """Takes the app into use in place of an earlier one, if its first code is right. The caller commits."""
    app = _begun(session, staff_id)
    if app is None or not _is_believed(session, secret, app, typed, at=at):
        return False
    session.execute(delete(CodeApp).where(CodeApp.staff_id == staff_id, CodeApp.id != app.id))
    app.confirmed_at = at
    return True


def use_code(session: Session, secret: bytes, staff_id: str, typed: str, *, at: datetime) -> bool:
    """Whether this is a code of the person's app that was not used before. The caller commits."""
    app = in_use(session, staff_id)
    return app is not None and _is_believed(session, secret, app, typed, at=at)


def was_used(session: Session, secret: bytes, staff_id: str, typed: str, *, at: datetime) -> bool:
    """Whether this is a code of the person's app for this moment, and was taken already."""
    app = in_use(session, staff_id)
    key = unseal(secret, app.key, purpose=PURPOSE) if app else None
    step = _step_of(key, typed, at=at) if key else None
    return app is not None and step is not None and step <= app.last_step


def in_use(session: Session, staff_id: str) -> CodeApp | None:
    """The app that a person signs in with, if they have one."""
    return session.scalar(
        select(CodeApp).where(CodeApp.staff_id == staff_id, CodeApp.confirmed_at.is_not(None))
    )


def forget_apps(session: Session, staff_id: str) -> None:
    """No app of the person counts any more."""
    session.execute(delete(CodeApp).where(CodeApp.staff_id == staff_id))


def _begun(session: Session, staff_id: str) -> CodeApp | None:
    return session.scalar(select(CodeApp).where(CodeApp.staff_id == staff_id, CodeApp.confirmed_at.is_(None)))


def _is_believed(session: Session, secret: bytes, app: CodeApp, typed: str, *, at: datetime) -> bool:
    """Whether the code is right and newer than the last one taken, which one statement moves on."""
    key = unseal(secret, app.key, purpose=PURPOSE)
    step = _step_of(key, typed, at=at) if key else None
    if step is None:
        return False
    newer = (CodeApp.id == app.id, CodeApp.last_step < step)
    moved = session.execute(update(CodeApp).where(*newer).values(last_step=step).returning(CodeApp.id))
    return moved.first() is not None


def _step_of(key: str, typed: str, *, at: datetime) -> int | None:
    """The half minute whose code this is, near now; every one near is compared, whichever fits."""
    code = "".join(typed.split()).encode("utf-8", "surrogatepass")
    now = int(at.timestamp()) // SECONDS
    codes = {step: pyotp.TOTP(key).generate_otp(step) for step in range(now - SLACK, now + SLACK + 1)}
    right = [step for step, expected in codes.items() if hmac.compare_digest(expected.encode(), code)]
    return max(right, default=None)
