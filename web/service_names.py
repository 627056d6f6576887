"""The services of the directory by name, for pages that may not read the directory itself."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.model import Service


def service_names(session: Session) -> dict[str, str]:
    """Each service's name by its identifier, closed and hidden ones too: past figures name them."""
    return {row.id: row.name for row in session.execute(select(Service.id, Service.name))}
