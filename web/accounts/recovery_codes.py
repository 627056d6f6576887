"""Codes on paper for the day that a telephone is lost: each lets its owner in once."""

import secrets
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from web.accounts.factor_model import RecoveryCode
from web.accounts.sealing import keyed


HOW_MANY = 10
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # none that are read as another
HALF = 6  # two halves of six: 59 bits


def make_codes(session: Session, secret: bytes, staff_id: str, *, at: datetime) -> list[str]:
    """New codes in place of all earlier ones; they are shown now and stored nowhere. The caller commits."""
    forget_codes(session, staff_id)
    codes = [f"{_half()}-{_half()}" for _ in range(HOW_MANY)]
    session.add_all(
        RecoveryCode(id=_id(secret, staff_id, code), staff_id=staff_id, made_at=at) for code in codes
    )
    return codes


def use_code(session: Session, secret: bytes, staff_id: str, typed: str) -> bool:
    """Whether this is a code of the person; if so, nobody can use it again. The caller commits."""
    unused = RecoveryCode.id == _id(secret, staff_id, typed)
    used = session.execute(delete(RecoveryCode).where(unused).returning(RecoveryCode.id))
    return used.first() is not None


def codes_left(session: Session, staff_id: str) -> int:
    """How many codes the person has not used."""
    mine = RecoveryCode.staff_id == staff_id
    return session.scalar(select(func.count()).select_from(RecoveryCode).where(mine)) or 0


def forget_codes(session: Session, staff_id: str) -> None:
    """None of the person's codes counts any more."""
    session.execute(delete(RecoveryCode).where(RecoveryCode.staff_id == staff_id))


def _half() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(HALF))


def _id(secret: bytes, staff_id: str, code: str) -> str:
    tidy = "".join(letter for letter in code.casefold() if letter.isalnum())
    return keyed(secret, f"recovery {staff_id} {tidy}")
