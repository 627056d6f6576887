"""Proposals: changes of what people rely on, which wait until a second person has agreed."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.model.declarative import Base, Key, Name, Reference, UtcDateTime, Words, choice
from directory.terms import ProposalKind, ProposalState, SentBack


class Proposal(Base):
    """One change that waits, with what stood there when it was written and whoever decided about it.

    `before` and `after` are JSON: the fields of directory.fields, each as the text of the history.
    """

    __tablename__ = "proposal"
    __table_args__ = (Index("ix_proposal_state_live_at", "state", "live_at"),)

    id: Mapped[Key]
    service_id: Mapped[Reference] = mapped_column(index=True)
    resource_type: Mapped[str] = mapped_column(String(40))
    resource_id: Mapped[Reference] = mapped_column(index=True)
    kind: Mapped[ProposalKind] = mapped_column(choice(ProposalKind))
    state: Mapped[ProposalState] = mapped_column(choice(ProposalState), default=ProposalState.WAITING)
    before: Mapped[Words]
    after: Mapped[Words]
    reason: Mapped[Words | None]

    proposed_by: Mapped[str] = mapped_column(String(64))
    proposed_by_name: Mapped[Name]
    proposed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_by: Mapped[str | None] = mapped_column(String(64))  # who approved or refused
    decided_by_name: Mapped[Name | None]
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decision_reason: Mapped[Words | None]
    sent_back: Mapped[SentBack | None] = mapped_column(choice(SentBack))  # why an approval does not count
    live_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # when an approved one is to be shown
    ended_by: Mapped[str | None] = mapped_column(String(64))  # who withdrew or stopped it
    ended_by_name: Mapped[Name | None]
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # when nothing can happen to it any more

    version: Mapped[int] = mapped_column()  # of two who decide at once, one is refused
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - declared by SQLAlchemy, read once
