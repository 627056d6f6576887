"""Findings: what a search reads first, a row for each service, need and area, kept by the database."""

from datetime import date, time
from typing import Any

from sqlalchemy import Connection, ForeignKey, MetaData, String, event
from sqlalchemy.orm import Mapped, mapped_column

from directory.model import finding_upkeep
from directory.model.declarative import Base, Reference


class Finding(Base):
    """A service that may be found for a need in an area, with what ranks it whatever the hour.

    Triggers write it whenever a service, its contacts, terms or areas change, whoever changes them: it can
    not be stale. It leaves nothing out that fits; what it lets through too much is weighed afterwards.
    """

    __tablename__ = "finding"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - rows of one need and area lie together

    need: Mapped[str] = mapped_column(String(80), primary_key=True)
    code: Mapped[str] = mapped_column(String(40), primary_key=True)  # all nine districts: also "west-mercia"
    service_id: Mapped[Reference] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    # Compared byte by byte, as Python compares: the order of slugs is part of the ranking.
    slug: Mapped[str] = mapped_column(String(80).with_variant(String(80, collation="C"), "postgresql"))
    first_line: Mapped[int | None]
    checked_on: Mapped[date]
    confirmed: Mapped[bool]
    ages_from: Mapped[int]  # of the service or any of its contacts, whichever takes in more
    ages_to: Mapped[int]
    active: Mapped[bool]
    has_fallback: Mapped[bool]
    contact_checked_on: Mapped[date | None]  # the newest check of its contacts, where all are for everybody
    opens_at: Mapped[time | None]  # the earliest on any day, where no line is open beyond these hours
    closes_at: Mapped[time | None]  # the latest on any day
    weekends: Mapped[bool]  # whether any hours are on a Saturday or Sunday


def _put_triggers(_: MetaData, connection: Connection, tables: Any = (), **__: Any) -> None:
    if Finding.__table__ in tables:
        for statement in finding_upkeep.create_triggers(connection.dialect.name):
            connection.exec_driver_sql(statement)


event.listen(Base.metadata, "after_create", _put_triggers)
