"""What analysts keep: named reports, and keys with which a notebook of theirs reads figures."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from web.accounts.model import Moment, new_id


STAFF: dict[str, Any] = {"privacy": "staff"}
KEYED: dict[str, Any] = {"privacy": "keyed"}
KEPT: dict[str, Any] = {"privacy": "kept"}
LONGEST_NAME = 80
LONGEST_QUERY = 300


class Base(DeclarativeBase):
    """The tables of the analysts' site, apart from all others."""


class SavedReport(Base):
    """A question to come back to: a page of the site with closed values, never a figure."""

    __tablename__ = "insights_report"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id, info=KEPT)
    staff_id: Mapped[str] = mapped_column(String(36), index=True, info=STAFF)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME), info=STAFF)
    view: Mapped[str] = mapped_column(String(30), info=KEPT)
    query: Mapped[str] = mapped_column(String(LONGEST_QUERY), info=KEPT)
    made_at: Mapped[datetime] = mapped_column(Moment, info=STAFF)


class NotebookKey(Base):
    """One key of one person; the notebook holds it, this table only its hash."""

    __tablename__ = "insights_key"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id, info=KEPT)
    token: Mapped[str] = mapped_column(String(64), unique=True, info=KEYED)
    staff_id: Mapped[str] = mapped_column(String(36), index=True, info=STAFF)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME), info=STAFF)
    made_at: Mapped[datetime] = mapped_column(Moment, info=STAFF)
    ends_at: Mapped[datetime] = mapped_column(Moment, info=STAFF)
    used_on: Mapped[date | None] = mapped_column(Date, info=STAFF)
