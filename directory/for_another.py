"""Which services speak with whoever asks for somebody else."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.model import Service
from directory.terms import Caller


def spoken_with_for_another(session: Session, ids: Collection[str]) -> frozenset[str]:
    """Those of the services, by their ids, that are not meant for the person helped alone."""
    chosen = select(Service.id).where(Service.id.in_(ids), Service.caller != Caller.THE_PERSON)
    return frozenset(session.scalars(chosen))
