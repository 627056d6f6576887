"""Services: what a person can turn to."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from directory.model.areas import ServiceArea
from directory.model.contacts import Contact
from directory.model.declarative import Base, Key, Name, Reference, UtcDateTime, Words, choice
from directory.model.locations import ServiceAtLocation
from directory.model.organizations import Funding, Organization
from directory.model.schedules import Schedule
from directory.model.sources import Source, UnverifiedContact
from directory.model.taxonomies import Attribute
from directory.model.terms_of_use import CostOption, Language
from directory.terms import Caller, Confidence, ServiceStatus


class Service(Base):
    """One service (HSDS `service`), with what victims need and the standard lacks."""

    __tablename__ = "service"

    id: Mapped[Key]
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    organization_id: Mapped[Reference] = mapped_column(ForeignKey("organization.id"), index=True)
    name: Mapped[Name]
    description: Mapped[Words]
    status: Mapped[ServiceStatus] = mapped_column(choice(ServiceStatus), default=ServiceStatus.ACTIVE)
    fees: Mapped[Words | None]
    accreditations: Mapped[Words | None]
    minimum_age: Mapped[int | None]  # of the person helped, never of the caller
    maximum_age: Mapped[int | None]
    assured_date: Mapped[date | None]  # the day a person of ours confirmed the whole entry
    assurer_email: Mapped[Name | None]  # never leaves through an endpoint
    alert: Mapped[Words | None]
    last_modified: Mapped[datetime] = mapped_column(UtcDateTime)

    version: Mapped[int] = mapped_column()  # an editor who saw an older one is refused
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - declared by SQLAlchemy, read once
    public: Mapped[bool] = mapped_column(default=False)
    fallback_id: Mapped[Reference | None] = mapped_column(ForeignKey("service.id", ondelete="SET NULL"))
    caller: Mapped[Caller] = mapped_column(choice(Caller), default=Caller.ANYONE)
    caller_minimum_age: Mapped[int | None]  # said on a card, never used to leave a caller out
    for_whom: Mapped[Words | None]
    not_for: Mapped[Words | None]
    referral: Mapped[Words | None]
    told_to_police: Mapped[Words | None]
    what_happens: Mapped[Words | None]  # after the first contact
    leaves_voicemail: Mapped[bool | None]
    shows_on_bill: Mapped[bool | None]
    withholds_number: Mapped[bool | None]
    capacity: Mapped[Words | None]
    capacity_on: Mapped[date | None]

    read_on: Mapped[date]  # the day the published pages were read
    source_date: Mapped[str | None] = mapped_column(String(10))  # year, year-month or day, as printed
    source_date_basis: Mapped[str | None] = mapped_column(String(20))
    confidence: Mapped[Confidence | None] = mapped_column(choice(Confidence))
    stale_risk: Mapped[str | None] = mapped_column(String(10))
    needs_human_check: Mapped[bool] = mapped_column(default=True)
    staff_notes: Mapped[Words | None]  # never shown to the public
    decisions: Mapped[Words | None]  # what we settled while turning the pages into an entry

    organization: Mapped[Organization] = relationship()
    fallback: Mapped["Service | None"] = relationship(remote_side="Service.id")
    contacts: Mapped[list[Contact]] = relationship(
        back_populates="service", cascade="all, delete-orphan", order_by=Contact.position
    )
    schedules: Mapped[list[Schedule]] = relationship(cascade="all, delete-orphan", order_by=Schedule.position)
    service_areas: Mapped[list[ServiceArea]] = relationship(
        cascade="all, delete-orphan", order_by=ServiceArea.code
    )
    languages: Mapped[list[Language]] = relationship(cascade="all, delete-orphan", order_by=Language.name)
    cost_options: Mapped[list[CostOption]] = relationship(cascade="all, delete-orphan")
    funding: Mapped[list[Funding]] = relationship(cascade="all, delete-orphan")
    service_at_locations: Mapped[list[ServiceAtLocation]] = relationship(cascade="all, delete-orphan")
    sources: Mapped[list[Source]] = relationship(cascade="all, delete-orphan", order_by=Source.url)
    unverified_contacts: Mapped[list[UnverifiedContact]] = relationship(cascade="all, delete-orphan")
    attributes: Mapped[list[Attribute]] = relationship(
        primaryjoin="foreign(Attribute.link_id) == Service.id", cascade="all, delete-orphan"
    )
