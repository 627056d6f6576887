"""Adding an organization: people see it only once a second person shows a first service of it.

Errors are those of directory.checking. Whether a role may add is the caller's to check. The caller commits.
"""

from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from directory.approval.proposing import Asking
from directory.chain import queue_to_write
from directory.checking import CHECKS, LONGEST_NAME, LONGEST_WORDS, BadValue, Fault
from directory.fields import Values
from directory.history import Act, Action, Change, record
from directory.model import Organization


FIELDS = ("name", "description", "url", "email")
ADDRESSES = ("url", "email")
LONGEST = {"name": LONGEST_NAME, "description": LONGEST_WORDS}


def checked_organization(session: Session, values: Values) -> dict[str, str | None]:
    """The values of a new organization as they are stored. Raises BadValue."""
    tidy = {name: (values.get(name) or "").strip() or None for name in FIELDS}
    for name in ("name", "description"):
        if tidy[name] is None:
            raise BadValue(name, Fault.MISSING)
    for name, longest in LONGEST.items():
        if len(tidy[name] or "") > longest:
            raise BadValue(name, Fault.TOO_LONG)
    checked = tidy | {name: CHECKS[name](name, value) for name in ADDRESSES if (value := tidy[name])}
    same = func.lower(Organization.name) == str(checked["name"]).lower()
    if session.scalar(select(Organization.id).where(same)) is not None:
        raise BadValue("name", Fault.ALREADY_THERE)
    return checked


def add_organization(session: Session, values: Values, asking: Asking) -> Organization:
    """Add an organization, which people see with its first service. Raises BadValue."""
    queue_to_write(session)
    checked = checked_organization(session, values)
    organization = Organization(
        id=str(uuid4()),
        name=checked["name"],
        description=checked["description"],
        website=checked["url"],
        email=checked["email"],
    )
    session.add(organization)
    session.flush()
    changes = [Change(name, None, value) for name, value in checked.items() if value is not None]
    key = organization.id
    act = Act(asking.by, asking.at, Action.CREATE, key, Organization.__tablename__, key, asking.reason)
    record(session, act, changes)
    return organization
