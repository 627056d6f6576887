"""Schedules: when a service or one of its contacts can be reached."""

from datetime import date, time

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.model.declarative import Base, Key, Reference, Words, choice, known_index
from directory.terms import OnBankHolidays


class Schedule(Base):
    """One recurring period in UK time (HSDS `schedule`); it closes the next day when not after it opens."""

    __tablename__ = "schedule"
    __table_args__ = (
        CheckConstraint(
            "service_id IS NOT NULL OR contact_id IS NOT NULL OR service_at_location_id IS NOT NULL",
            name="owner",
        ),
        *(known_index("schedule", f"{owner}_id") for owner in ("service", "contact", "service_at_location")),
    )

    id: Mapped[Key]
    service_id: Mapped[Reference | None] = mapped_column(ForeignKey("service.id", ondelete="CASCADE"))
    contact_id: Mapped[Reference | None] = mapped_column(ForeignKey("contact.id", ondelete="CASCADE"))
    service_at_location_id: Mapped[Reference | None] = mapped_column(
        ForeignKey("service_at_location.id", ondelete="CASCADE")
    )
    position: Mapped[int] = mapped_column(default=0)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    dtstart: Mapped[date | None]
    freq: Mapped[str] = mapped_column(String(10), default="WEEKLY")
    interval: Mapped[int | None]
    byday: Mapped[str | None] = mapped_column(String(60))
    bymonthday: Mapped[str | None] = mapped_column(String(60))
    description: Mapped[Words | None]
    opens_at: Mapped[time]
    closes_at: Mapped[time]
    bank_holidays: Mapped[OnBankHolidays] = mapped_column(
        choice(OnBankHolidays), default=OnBankHolidays.UNKNOWN
    )
    schedule_link: Mapped[Words | None]
    attending_type: Mapped[Words | None]
    notes: Mapped[Words | None]
