"""What the public would see of a proposal, before anybody approves it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from directory.approval.values import after_of, owner_of
from directory.fields import write_values
from directory.model import Proposal


@contextmanager
def as_if_live(session: Session, proposal: Proposal) -> Iterator[None]:
    """Within this block the session reads the directory as if the change were live; then it forgets it.

    Everything else that the session has not committed is forgotten too.
    """
    owner = owner_of(session, proposal.resource_type, proposal.resource_id)
    try:
        write_values(owner, after_of(proposal))
        session.flush()
        yield
    finally:
        session.rollback()
