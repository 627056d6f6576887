"""The tables of staff accounts: who may sign in, who is signed in, who guessed wrongly of late.

Each column says in its `info` how private it is: "kept" (needed as it is), "keyed" (a keyed hash),
"secret" (a hash of a secret), "sealed" (encrypted). A test fails for a column that says nothing.
The tables of second factors stand in web/accounts/factor_model.py.
"""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import DateTime, Dialect, ForeignKey, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from web.accounts.roles import Role


KEPT: dict[str, Any] = {"privacy": "kept"}
KEYED: dict[str, Any] = {"privacy": "keyed"}
SECRET: dict[str, Any] = {"privacy": "secret"}
SEALED: dict[str, Any] = {"privacy": "sealed"}


class Base(DeclarativeBase):
    """The tables of this package, apart from the directory's and the usage log's."""


class Moment(TypeDecorator[datetime]):
    """An aware moment, in UTC on the way in and out: SQLite alone would lose the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  # SQLAlchemy's own signature
        """To UTC; a naive moment is refused."""
        if value is not None and value.tzinfo is None:
            raise ValueError("naive-moment")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Back to an aware moment."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


def new_id() -> str:
    """A key for a new row."""
    return str(uuid4())


class Staff(Base):
    """A person who may sign in. Disabled, never deleted: the history of the directory names them."""

    __tablename__ = "staff"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id, info=KEPT)
    email: Mapped[str] = mapped_column(String(254), unique=True, info=KEPT)
    role: Mapped[str] = mapped_column(String(20), info=KEPT)
    password: Mapped[str] = mapped_column(String(200), info=SECRET)
    made_at: Mapped[datetime] = mapped_column(Moment, info=KEPT)
    disabled_at: Mapped[datetime | None] = mapped_column(Moment, info=KEPT)
    organization_id: Mapped[str | None] = mapped_column(String(36), info=KEPT)  # an editor's own

    @property
    def as_role(self) -> Role:
        """The role as a member of the closed list."""
        return Role(self.role)


class StaffSession(Base):
    """Somebody signed in; the browser holds the token, this table only its hash."""

    __tablename__ = "staff_session"

    id: Mapped[str] = mapped_column(String(64), primary_key=True, info=SECRET)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True, info=KEPT)
    started_at: Mapped[datetime] = mapped_column(Moment, info=KEPT)
    seen_at: Mapped[datetime] = mapped_column(Moment, info=KEPT)
    proved_at: Mapped[datetime] = mapped_column(Moment, info=KEPT)
    second_factor_at: Mapped[datetime | None] = mapped_column(Moment, info=KEPT)
    browser: Mapped[str] = mapped_column(String(40), default="", info=KEPT)
    challenge: Mapped[str | None] = mapped_column(String(100), info=KEPT)
    challenge_at: Mapped[datetime | None] = mapped_column(Moment, info=KEPT)

    staff: Mapped[Staff] = relationship(lazy="joined")


class SignInAttempt(Base):
    """A sign-in that is not known to be right; kept for as long as it counts."""

    __tablename__ = "sign_in_attempt"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id, info=KEPT)
    account: Mapped[str] = mapped_column(String(64), index=True, info=KEYED)
    network: Mapped[str] = mapped_column(String(64), index=True, info=KEYED)
    at: Mapped[datetime] = mapped_column(Moment, index=True, info=KEPT)


class StaffLink(Base):
    """A link in an e-mail, by which a person chooses a password once; the e-mail alone holds its token."""

    __tablename__ = "staff_link"

    id: Mapped[str] = mapped_column(String(64), primary_key=True, info=KEYED)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True, info=KEPT)
    purpose: Mapped[str] = mapped_column(String(20), info=KEPT)
    ends_at: Mapped[datetime] = mapped_column(Moment, info=KEPT)

    staff: Mapped[Staff] = relationship(lazy="joined")


class StaffEvent(Base):
    """What was done to an account, by whom and when."""

    __tablename__ = "staff_event"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id, info=KEPT)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True, info=KEPT)
    what: Mapped[str] = mapped_column(String(30), info=KEPT)
    role: Mapped[str | None] = mapped_column(String(20), info=KEPT)
    by: Mapped[str] = mapped_column(String(254), info=KEPT)
    at: Mapped[datetime] = mapped_column(Moment, info=KEPT)
