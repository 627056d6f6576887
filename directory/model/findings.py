"""Findings: what a search reads first, a row for each service, need and area, kept by the database."""

from datetime import date, time
from typing import Any

from sqlalchemy import Connection, ForeignKey, Index, MetaData, String, event, text
from sqlalchemy.orm import Mapped, mapped_column

from directory.model import finding_upkeep
from directory.model.declarative import Base, Reference


class Finding(Base):
    """A service that may be found for a need in an area, with what ranks it whatever the hour.

    Triggers write it whenever a service, its contacts, terms or areas change, whoever changes them: it can
    not be stale. It leaves nothing out that fits; what it lets through too much is weighed afterwards.
    """

    __tablename__ = "finding"
    __table_args__ = (
        Index(
            "ix_finding_need_gives_way_on",
            "need",
            "gives_way_on",
            sqlite_where=text("gives_way_on IS NOT NULL"),
            postgresql_where=text("gives_way_on IS NOT NULL"),
        ),
        {"sqlite_with_rowid": False},  # rows of one need lie together
    )

    # The key is the order in which a search reads the rows of one need.
    need: Mapped[str] = mapped_column(String(80), primary_key=True)
    further: Mapped[bool] = mapped_column(primary_key=True)  # not among the first to try
    breadth: Mapped[int] = mapped_column(primary_key=True)  # 0 one district, 1 West Mercia, 2 national
    unconfirmed: Mapped[bool] = mapped_column(primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)  # among the first to try
    # Compared byte by byte, as Python compares: the order of slugs is part of the ranking.
    slug: Mapped[str] = mapped_column(
        String(80).with_variant(String(80, collation="C"), "postgresql"), primary_key=True
    )
    code: Mapped[str] = mapped_column(String(40), primary_key=True)  # all nine districts: also "west-mercia"
    service_id: Mapped[Reference] = mapped_column(ForeignKey("service.id", ondelete="CASCADE"), index=True)
    checked_on: Mapped[date]
    ages_from: Mapped[int]  # of the service or any of its contacts, whichever takes in more
    ages_to: Mapped[int]
    active: Mapped[bool]
    fallback_id: Mapped[Reference | None]
    # The newest check of its contacts, or long ago where that is not all that decides whether one is shown;
    # absent where nothing stands in for it.
    gives_way_on: Mapped[date | None]
    opens_at: Mapped[time | None]  # the earliest on any day, where no line is open beyond these hours
    closes_at: Mapped[time | None]  # the latest on any day
    weekends: Mapped[bool]  # whether any hours are on a Saturday or Sunday
    hours_told: Mapped[bool]  # whether anything says when it is open


def _put_triggers(_: MetaData, connection: Connection, tables: Any = (), **__: Any) -> None:
    if Finding.__table__ in tables:
        for statement in finding_upkeep.create_triggers(connection.dialect.name):
            connection.exec_driver_sql(statement)


event.listen(Base.metadata, "after_create", _put_triggers)
