"""Contacts: each way to reach a service, with its own hours, ages and coverage where they differ."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from directory.model.areas import ServiceArea
from directory.model.declarative import Base, Key, Name, Reference, UtcDateTime, Words, choice
from directory.model.schedules import Schedule
from directory.model.sources import Source
from directory.model.terms_of_use import Language
from directory.terms import ContactChannel, HoursBasis, Verification


if TYPE_CHECKING:
    from directory.model.services import Service


class Contact(Base):
    """One way to reach a service (HSDS `contact`): a line, a text number, a page or an address."""

    __tablename__ = "contact"

    id: Mapped[Key]
    service_id: Mapped[Reference] = mapped_column(ForeignKey("service.id", ondelete="CASCADE"), index=True)
    name: Mapped[Name | None]  # what the contact is for, as a card shows it
    title: Mapped[Name | None]

    version: Mapped[int] = mapped_column()  # an editor who saw an older one is refused
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - declared by SQLAlchemy, read once
    position: Mapped[int] = mapped_column(default=0)
    channel: Mapped[ContactChannel] = mapped_column(choice(ContactChannel))
    url: Mapped[Words | None]  # of a website or a webchat
    email: Mapped[Name | None]
    free: Mapped[bool | None]
    note: Mapped[Words | None]  # for staff
    hours_basis: Mapped[HoursBasis] = mapped_column(choice(HoursBasis), default=HoursBasis.UNKNOWN)
    minimum_age: Mapped[int | None]
    maximum_age: Mapped[int | None]

    verified: Mapped[Verification] = mapped_column(choice(Verification))
    read_on: Mapped[date | None]
    confirmed_on: Mapped[date | None]
    confirmed_by: Mapped[str | None] = mapped_column(String(64))
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_modified: Mapped[datetime] = mapped_column(UtcDateTime)

    service: Mapped["Service"] = relationship(back_populates="contacts")
    phones: Mapped[list["Phone"]] = relationship(back_populates="contact", cascade="all, delete-orphan")
    schedules: Mapped[list[Schedule]] = relationship(cascade="all, delete-orphan", order_by=Schedule.position)
    service_areas: Mapped[list[ServiceArea]] = relationship(
        cascade="all, delete-orphan", order_by=ServiceArea.code
    )
    sources: Mapped[list[Source]] = relationship(cascade="all, delete-orphan", order_by=Source.url)


class Phone(Base):
    """A number (HSDS `phone`), written as its owner groups it."""

    __tablename__ = "phone"

    id: Mapped[Key]
    contact_id: Mapped[Reference] = mapped_column(ForeignKey("contact.id", ondelete="CASCADE"), index=True)
    number: Mapped[str] = mapped_column(String(32))
    description: Mapped[Words | None]

    contact: Mapped[Contact] = relationship(back_populates="phones")
    languages: Mapped[list[Language]] = relationship(cascade="all, delete-orphan")
