"""Metadata: who changed which field of the directory, when, from what and to what."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.model.declarative import Base, Key, Name, Reference, UtcDateTime, Words


class Metadata(Base):
    """One change of one field (HSDS `metadata`), written in the same transaction as the change."""

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
    approved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
