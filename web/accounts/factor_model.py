"""The tables of second factors: passkeys, apps for one-time codes, recovery codes."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from web.accounts.model import KEPT, KEYED, SEALED, Base, Moment, new_id


class Passkey(Base):
    """A passkey of a person, for one host name; only its public half is known to us."""

    __tablename__ = "staff_passkey"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id, info=KEPT)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True, info=KEPT)
    credential_id: Mapped[str] = mapped_column(String(1400), unique=True, info=KEPT)
    public_key: Mapped[str] = mapped_column(String(2000), info=KEPT)
    host: Mapped[str] = mapped_column(String(253), info=KEPT)
    uses: Mapped[int] = mapped_column(BigInteger, default=0, info=KEPT)
    made_at: Mapped[datetime] = mapped_column(Moment, info=KEPT)
    used_at: Mapped[datetime | None] = mapped_column(Moment, info=KEPT)


class CodeApp(Base):
    """An app that makes one-time codes; `last_step` is the half minute of the last code it was believed."""

    __tablename__ = "staff_code_app"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id, info=KEPT)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True, info=KEPT)
    key: Mapped[str] = mapped_column(String(300), info=SEALED)
    last_step: Mapped[int] = mapped_column(BigInteger, default=0, info=KEPT)
    made_at: Mapped[datetime] = mapped_column(Moment, info=KEPT)
    confirmed_at: Mapped[datetime | None] = mapped_column(Moment, info=KEPT)


class RecoveryCode(Base):
    """A code on paper that lets a person in once; used, it is deleted."""

    __tablename__ = "staff_recovery_code"

    id: Mapped[str] = mapped_column(String(64), primary_key=True, info=KEYED)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True, info=KEPT)
    made_at: Mapped[datetime] = mapped_column(Moment, info=KEPT)
