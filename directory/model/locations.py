"""Locations: places where a service is given, some of which must never be told."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from directory.model.declarative import Base, Key, Name, Reference, Words


class Location(Base):
    """A place (HSDS `location`); a redacted one leaves through no endpoint, export or log."""

    __tablename__ = "location"

    id: Mapped[Key]
    location_type: Mapped[str] = mapped_column(String(20), default="physical")
    name: Mapped[Name | None]
    description: Mapped[Words | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    external_identifier: Mapped[Name | None]
    external_identifier_type: Mapped[Name | None]
    redacted: Mapped[bool] = mapped_column(default=True)
    note: Mapped[Words | None]  # for staff

    addresses: Mapped[list["Address"]] = relationship(cascade="all, delete-orphan")
    accessibility: Mapped[list["Accessibility"]] = relationship(cascade="all, delete-orphan")


class Address(Base):
    """Where a location is (HSDS `address`)."""

    __tablename__ = "address"

    id: Mapped[Key]
    location_id: Mapped[Reference] = mapped_column(ForeignKey("location.id", ondelete="CASCADE"), index=True)
    attention: Mapped[Name | None]
    address_1: Mapped[Words]
    city: Mapped[Name]
    region: Mapped[Name | None]
    state_province: Mapped[Name]
    postal_code: Mapped[str | None] = mapped_column(String(10))
    country: Mapped[str] = mapped_column(String(2), default="GB")
    address_type: Mapped[str] = mapped_column(String(20), default="physical")


class Accessibility(Base):
    """What makes a location easy or hard to use (HSDS `accessibility`)."""

    __tablename__ = "accessibility"

    id: Mapped[Key]
    location_id: Mapped[Reference] = mapped_column(ForeignKey("location.id", ondelete="CASCADE"), index=True)
    description: Mapped[Words | None]
    details: Mapped[Words | None]
    url: Mapped[Words | None]


class ServiceAtLocation(Base):
    """A service given at a location (HSDS `service_at_location`)."""

    __tablename__ = "service_at_location"

    id: Mapped[Key]
    service_id: Mapped[Reference] = mapped_column(ForeignKey("service.id", ondelete="CASCADE"), index=True)
    location_id: Mapped[Reference] = mapped_column(ForeignKey("location.id", ondelete="CASCADE"), index=True)
    description: Mapped[Words | None]

    location: Mapped[Location] = relationship()
