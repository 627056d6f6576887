"""Organizations: who provides services, and who pays for them."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from directory.model.declarative import Base, Key, Name, Reference, Words


class Organization(Base):
    """A body that provides services (HSDS `organization`)."""

    __tablename__ = "organization"

    id: Mapped[Key]
    name: Mapped[Name] = mapped_column(unique=True)
    description: Mapped[Words]
    email: Mapped[Name | None]
    website: Mapped[Words | None]
    logo: Mapped[Words | None]
    uri: Mapped[Words | None]
    parent_organization_id: Mapped[Reference | None] = mapped_column(ForeignKey("organization.id"))

    organization_identifiers: Mapped[list["OrganizationIdentifier"]] = relationship(
        back_populates="organization", cascade="all, delete-orphan"
    )


class OrganizationIdentifier(Base):
    """A number by which others know an organization, such as a charity number."""

    __tablename__ = "organization_identifier"

    id: Mapped[Key]
    organization_id: Mapped[Reference] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    identifier_scheme: Mapped[Name | None]
    identifier_type: Mapped[Name]
    identifier: Mapped[Name]

    organization: Mapped[Organization] = relationship(back_populates="organization_identifiers")


class Funding(Base):
    """Who pays for a service (HSDS `funding`)."""

    __tablename__ = "funding"

    id: Mapped[Key]
    service_id: Mapped[Reference] = mapped_column(ForeignKey("service.id", ondelete="CASCADE"), index=True)
    source: Mapped[Words]
