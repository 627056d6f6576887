"""What keeps entries right: confirm links for providers' own staff, the state of web addresses, synonyms."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.model.declarative import Base, Key, Name, Reference, UtcDateTime, Words, choice
from directory.terms import LinkState
from vocabulary.needs import Need


class ConfirmLink(Base):
    """One link by which a provider's own staff confirm an entry, or say what is wrong with it.

    Only a hash of the link is kept, so that nobody who reads the database can use it.
    """

    __tablename__ = "confirm_link"

    id: Mapped[Key]
    service_id: Mapped[Reference] = mapped_column(ForeignKey("service.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_by: Mapped[str] = mapped_column(String(64))
    sent_by_name: Mapped[Name]
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    wrong: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))  # of directory.terms.WrongPart
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    settled_by: Mapped[str | None] = mapped_column(String(64))
    settled_by_name: Mapped[Name | None]

    version: Mapped[int] = mapped_column()  # of two who press at once, one is told that it was used
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - declared by SQLAlchemy, read once


class LinkCheck(Base):
    """How the web address of one contact answered when it was last asked."""

    __tablename__ = "link_check"

    contact_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True
    )
    url: Mapped[Words]  # as it was asked: another one in the entry starts afresh
    state: Mapped[LinkState] = mapped_column(choice(LinkState), index=True)
    asked_on: Mapped[date]
    failing_since: Mapped[date | None]
    failures: Mapped[int] = mapped_column(default=0)  # days in a row
    status: Mapped[int | None]  # of HTTP; absent when nobody answered
    led_to: Mapped[Words | None]  # where a redirect ended, when not at the address itself


class Synonym(Base):
    """A phrase that staff taught the chat for a need; its history is in `metadata`."""

    __tablename__ = "synonym"
    __table_args__ = (Index("ix_synonym_need", "need"),)

    id: Mapped[Key]
    need: Mapped[Need] = mapped_column(choice(Need))
    phrase: Mapped[str] = mapped_column(String(80))  # as it was typed
    plain: Mapped[str] = mapped_column(String(80), unique=True)  # as it is compared
