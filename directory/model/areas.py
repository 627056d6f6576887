"""Service areas: where a service, or one of its contacts, is offered."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.model.declarative import Base, Key, Name, Reference, Words, known_index


class ServiceArea(Base):
    """One area (HSDS `service_area`); a contact's own areas win over the service's.

    `code` is a GSS code, "west-mercia", "national", "check-area" (nobody knows yet: covers nothing)
    or "outside:<region>" (only for people who live there).
    """

    __tablename__ = "service_area"
    __table_args__ = (
        CheckConstraint("service_id IS NOT NULL OR contact_id IS NOT NULL", name="owner"),
        known_index("service_area", "contact_id"),
        Index("ix_service_area_service_id_code", "service_id", "code"),
    )

    id: Mapped[Key]
    service_id: Mapped[Reference | None] = mapped_column(ForeignKey("service.id", ondelete="CASCADE"))
    contact_id: Mapped[Reference | None] = mapped_column(ForeignKey("contact.id", ondelete="CASCADE"))
    code: Mapped[str] = mapped_column(String(40), index=True)
    name: Mapped[Name]
    extent: Mapped[Words | None]
    extent_type: Mapped[Name | None]
    uri: Mapped[Words | None]
