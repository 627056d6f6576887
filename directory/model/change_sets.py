"""Change sets: an import or a merge as one thing that a second person approves and that can be taken back."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from directory.model.declarative import Base, Key, Name, Reference, UtcDateTime, Words, choice
from directory.terms import ChangeSetKind, SentBack


class ChangeSet(Base):
    """One import or one merge: who brought it, who approved it, who took it back."""

    __tablename__ = "change_set"

    id: Mapped[Key]
    kind: Mapped[ChangeSetKind] = mapped_column(choice(ChangeSetKind))
    source: Mapped[Name]  # the name of the file, or the address of the feed
    digest: Mapped[str] = mapped_column(String(64))  # SHA-256 of what was brought
    by: Mapped[str] = mapped_column(String(64))
    by_name: Mapped[Name]
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    new_count: Mapped[int] = mapped_column(default=0)
    changed_count: Mapped[int] = mapped_column(default=0)
    unchanged_count: Mapped[int] = mapped_column(default=0)
    gone_count: Mapped[int] = mapped_column(default=0)
    refused_count: Mapped[int] = mapped_column(default=0)
    barred: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))  # who keeps the feed: ids of staff
    approved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    approved_by: Mapped[str | None] = mapped_column(String(64))
    approved_by_name: Mapped[Name | None]
    live_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # when an approved one is to be applied
    sent_back: Mapped[SentBack | None] = mapped_column(choice(SentBack))  # why an approval does not count
    applied_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    discarded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    discarded_by: Mapped[str | None] = mapped_column(String(64))
    discarded_by_name: Mapped[Name | None]
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    undone_by: Mapped[str | None] = mapped_column(String(64))
    undone_by_name: Mapped[Name | None]

    version: Mapped[int] = mapped_column()  # two people cannot apply or undo the same one at once
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - declared by SQLAlchemy, read once

    rows: Mapped[list["ChangeSetRow"]] = relationship(
        cascade="all, delete-orphan", order_by="ChangeSetRow.number", back_populates="change_set"
    )


class ChangeSetRow(Base):
    """One service of a change set: what was proposed, and the whole entry before and after."""

    __tablename__ = "change_set_row"

    id: Mapped[Key]
    change_set_id: Mapped[Reference] = mapped_column(
        ForeignKey("change_set.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[int]  # of the row in the file, as a spreadsheet counts it
    service_id: Mapped[Reference | None] = mapped_column(index=True)  # may name a service that is gone again
    slug: Mapped[Name | None]
    outcome: Mapped[str] = mapped_column(String(20))
    proposed: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))  # the service as HSDS-UK has it
    changes: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))  # [field, before, after] of each
    refusals: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))  # [where, fault] of each
    before: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))  # absent for a new service
    after: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))  # absent until it is applied
    new_organization_id: Mapped[Reference | None]  # an organization that came with the row

    change_set: Mapped[ChangeSet] = relationship(back_populates="rows")


class Feed(Base):
    """A feed of Open Referral UK that is read on a schedule; what it brings waits for a person."""

    __tablename__ = "feed"

    id: Mapped[Key]
    url: Mapped[Words] = mapped_column(unique=True)
    every_hours: Mapped[int]
    added_by: Mapped[str] = mapped_column(String(64))
    added_by_name: Mapped[Name]
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_by: Mapped[str] = mapped_column(String(64))
    changed_by_name: Mapped[Name]
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    paused: Mapped[bool] = mapped_column(default=False)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    outcome: Mapped[str | None] = mapped_column(String(40))  # of the last reading, from a closed list
    digest: Mapped[str | None] = mapped_column(String(64))  # of what it brought last


class NotDuplicates(Base):
    """Two services of which a person said that they are not the same."""

    __tablename__ = "not_duplicates"
    __table_args__ = (UniqueConstraint("first_id", "second_id"),)

    id: Mapped[Key]
    first_id: Mapped[Reference] = mapped_column(ForeignKey("service.id", ondelete="CASCADE"))
    second_id: Mapped[Reference] = mapped_column(ForeignKey("service.id", ondelete="CASCADE"), index=True)
    said_by: Mapped[str] = mapped_column(String(64))
    said_by_name: Mapped[Name]
    said_at: Mapped[datetime] = mapped_column(UtcDateTime)
