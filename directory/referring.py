"""Which services speak with whoever asks for somebody else, and which need nobody to refer one."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from directory.model import Service
from directory.terms import Caller


SELF = "self"  # how the published pages say that one can come by oneself


def spoken_with_for_another(session: Session, ids: Collection[str]) -> frozenset[str]:
    """Those of the services, by their ids, that are not meant for the person helped alone."""
    return _chosen(session, ids, Service.caller != Caller.THE_PERSON)


def taken_without_referral(session: Session, ids: Collection[str]) -> frozenset[str]:
    """Those of the services, by their ids, to which one can refer oneself."""
    return _chosen(session, ids, Service.referral.contains(SELF))


def _chosen(session: Session, ids: Collection[str], rule: ColumnElement[bool]) -> frozenset[str]:
    return frozenset(session.scalars(select(Service.id).where(Service.id.in_(ids), rule)))
