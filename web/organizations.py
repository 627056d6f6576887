"""The organizations of the directory by name, for pages that may not read the directory itself."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.model import Organization


def organization_names(session: Session) -> dict[str, str]:
    """Each organization's name by its identifier, in the order of the names."""
    return {each.id: each.name for each in session.scalars(select(Organization).order_by(Organization.name))}
