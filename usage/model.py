"""The tables of usage: the events, the tables once published, and the record of every release.

Every column names its privacy class; tests hold that none is without, and that docs/privacy.md says the same.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Date, DateTime, Index, Integer, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column


class FieldClass(StrEnum):
    """Why a stored field can do no harm."""

    CLOSED_LIST = "closed list"  # one of a few published values
    RANDOM = "random"  # says nothing of anybody; links the events of one visit at most
    COARSE_TIME = "coarse time"  # a day, never an hour or minute
    STAFF = "staff"  # about a member of staff at work, for the record of releases
    CUBE = "cube"  # counts by closed values; given out through disclosure control only
    RELEASED = "released"  # already passed disclosure control


class Base(DeclarativeBase):
    """The declarative base of usage alone."""


def _column(kind: Any, privacy: FieldClass, **more: Any) -> MappedColumn[Any]:
    return mapped_column(kind, info={"privacy": privacy}, **more)


class UsageRow(Base):
    """One event as it is stored; the fields are those of usage.event.UsageEvent."""

    __tablename__ = "usage_event"
    __table_args__ = (Index("usage_event_by_day", "traffic", "date"),)

    id: Mapped[str] = _column(String(32), FieldClass.RANDOM, primary_key=True)
    visit: Mapped[str] = _column(String(32), FieldClass.RANDOM)
    record_key: Mapped[int] = _column(Integer, FieldClass.RANDOM)
    date: Mapped[date] = _column(Date, FieldClass.COARSE_TIME)
    part: Mapped[str] = _column(String(16), FieldClass.COARSE_TIME)
    traffic: Mapped[str] = _column(String(8), FieldClass.CLOSED_LIST)
    channel: Mapped[str] = _column(String(16), FieldClass.CLOSED_LIST)
    step: Mapped[str] = _column(String(24), FieldClass.CLOSED_LIST)
    need: Mapped[str | None] = _column(String(32), FieldClass.CLOSED_LIST)
    area: Mapped[str | None] = _column(String(16), FieldClass.CLOSED_LIST)
    age: Mapped[str | None] = _column(String(16), FieldClass.CLOSED_LIST)
    risk: Mapped[str | None] = _column(String(16), FieldClass.CLOSED_LIST)
    service: Mapped[str | None] = _column(String(36), FieldClass.CLOSED_LIST)
    outcome: Mapped[str | None] = _column(String(16), FieldClass.CLOSED_LIST)


class CubeRow(Base):
    """One table of one week, of at most three breakdowns: counts of visits and their summed record keys."""

    __tablename__ = "usage_cube"

    traffic: Mapped[str] = _column(String(8), FieldClass.CLOSED_LIST, primary_key=True)
    name: Mapped[str] = _column(String(64), FieldClass.CLOSED_LIST, primary_key=True)
    week: Mapped[date] = _column(Date, FieldClass.COARSE_TIME, primary_key=True)
    body: Mapped[str] = _column(Text, FieldClass.CUBE)


class ReleaseRecord(Base):
    """One release: who was given which table, and when."""

    __tablename__ = "usage_release"

    id: Mapped[str] = _column(String(32), FieldClass.RANDOM, primary_key=True)
    by: Mapped[str] = _column(String(64), FieldClass.STAFF)
    name: Mapped[str] = _column(String(200), FieldClass.RELEASED)
    at: Mapped[datetime] = _column(DateTime(timezone=True), FieldClass.STAFF)
