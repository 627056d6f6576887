"""How many entries somebody has confirmed, whole or a number of theirs: a demonstration says so to staff."""

from sqlalchemy import distinct, func, or_, select
from sqlalchemy.orm import Session

from directory.model import Contact, Service


def count_confirmed(session: Session) -> int:
    """How many services have a day on which a person of ours confirmed the entry or one of its contacts."""
    either = or_(Service.assured_date.is_not(None), Contact.confirmed_on.is_not(None))
    counted = select(func.count(distinct(Service.id))).outerjoin(Contact, Contact.service_id == Service.id)
    return session.scalar(counted.where(either)) or 0
