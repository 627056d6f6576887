"""Cost and language: what using a service costs, and in which languages."""

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey, Numeric, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.model.declarative import Base, Key, Name, Reference, Words


class CostOption(Base):
    """What a service costs (HSDS `cost_option`); nothing is an amount of 0."""

    __tablename__ = "cost_option"

    id: Mapped[Key]
    service_id: Mapped[Reference] = mapped_column(ForeignKey("service.id", ondelete="CASCADE"), index=True)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    option: Mapped[Name | None]
    currency: Mapped[str | None] = mapped_column(String(3))
    amount: Mapped[Decimal | None] = mapped_column(Numeric(10, 2))
    amount_description: Mapped[Words | None]


class Language(Base):
    """A language or a way to talk, such as BSL or a textphone (HSDS `language`)."""

    __tablename__ = "language"

    id: Mapped[Key]
    service_id: Mapped[Reference | None] = mapped_column(
        ForeignKey("service.id", ondelete="CASCADE"), index=True
    )
    phone_id: Mapped[Reference | None] = mapped_column(ForeignKey("phone.id", ondelete="CASCADE"), index=True)
    name: Mapped[Name]
    code: Mapped[str | None] = mapped_column(String(20))
    note: Mapped[Words | None]
