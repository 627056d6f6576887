"""Sources: the published pages behind an entry, and contacts that no page supports."""

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.model.declarative import Base, Key, Reference, Words


class Source(Base):
    """A page on which a service or a contact was read."""

    __tablename__ = "source"
    __table_args__ = (CheckConstraint("service_id IS NOT NULL OR contact_id IS NOT NULL", name="owner"),)

    id: Mapped[Key]
    service_id: Mapped[Reference | None] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    contact_id: Mapped[Reference | None] = mapped_column(
        ForeignKey("contact.id", ondelete="CASCADE"), index=True
    )
    url: Mapped[Words]


class UnverifiedContact(Base):
    """A lead for staff to check. It has a table of its own so that no public query can reach it."""

    __tablename__ = "unverified_contact"

    id: Mapped[Key]
    service_id: Mapped[Reference] = mapped_column(ForeignKey("service.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    value: Mapped[Words]
    note: Mapped[Words | None]
