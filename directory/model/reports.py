"""Reports: what people said is wrong with a service or a contact, by closed reasons and days only."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.model.declarative import Base, Key, Name, Reference, choice
from directory.terms import ReportOutcome
from vocabulary.faults import Fault


class Report(Base):
    """How often the same was said to be wrong on a day. Nothing in it is about whoever said so."""

    __tablename__ = "report"
    __table_args__ = (Index("ix_report_service_id_day", "service_id", "day"),)

    id: Mapped[Key]
    service_id: Mapped[Reference] = mapped_column(ForeignKey("service.id", ondelete="CASCADE"))
    contact_id: Mapped[Reference | None] = mapped_column(ForeignKey("contact.id", ondelete="CASCADE"))
    fault: Mapped[Fault] = mapped_column(choice(Fault))
    day: Mapped[date]
    times: Mapped[int] = mapped_column(default=1)
    outcome: Mapped[ReportOutcome | None] = mapped_column(choice(ReportOutcome))  # none: nobody has looked
    settled_on: Mapped[date | None]
    settled_by: Mapped[str | None] = mapped_column(String(64))
    settled_by_name: Mapped[Name | None]
