"""Metadata: who changed which field of the directory, when, from what and to what, chained by hashes."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Index, String, Table, event
from sqlalchemy.orm import Mapped, mapped_column

from directory.model.declarative import Base, Key, Name, Reference, UtcDateTime, Words


class Metadata(Base):
    """One change of one field (HSDS `metadata`), written in the same transaction as the change.

    `hash` covers the row and the hash before it (directory.chain), so that no row is altered unseen.
    """

    __tablename__ = "metadata"
    __table_args__ = (Index("ix_metadata_service_id_last_action_date", "service_id", "last_action_date"),)

    id: Mapped[Key]
    resource_id: Mapped[Reference] = mapped_column(index=True)
    resource_type: Mapped[str] = mapped_column(String(40))
    service_id: Mapped[Reference]  # the entry whose history shows the change
    change_id: Mapped[Reference] = mapped_column(index=True)  # the rows of one edit share it
    last_action_date: Mapped[datetime] = mapped_column(UtcDateTime)
    last_action_type: Mapped[str] = mapped_column(String(20))
    field_name: Mapped[str] = mapped_column(String(60))
    previous_value: Mapped[Words | None]
    replacement_value: Mapped[Words | None]
    updated_by: Mapped[str] = mapped_column(String(64))  # the id of the member of staff
    updated_by_name: Mapped[Name]
    reason: Mapped[Words | None]
    approved_by: Mapped[str | None] = mapped_column(String(64))
    approved_by_name: Mapped[Name | None]
    approved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    sequence: Mapped[int] = mapped_column(unique=True)  # its place in the chain, from 1, without gaps
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class HistoryHead(Base):
    """The end of the chain, in one row: writers queue for it, and a row missing at the end shows."""

    __tablename__ = "history_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sequence: Mapped[int]  # of the newest row; 0 before the first
    hash: Mapped[str] = mapped_column(String(64))


ONLY_HEAD = 1
BEGINNING = "0" * 64  # the hash before the first row


def _put_head(table: Table, connection: Connection, **_: Any) -> None:
    connection.execute(table.insert().values(id=ONLY_HEAD, sequence=0, hash=BEGINNING))


event.listen(HistoryHead.__table__, "after_create", _put_head)
