"""What the directory already has that the rows of a file may speak of, read once for the whole file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory import model
from directory.hsds import shapes
from directory.hsds.published import WHOLE, shown_ids


Item = TypeVar("Item")
AT_ONCE = 500  # ids in one statement


@dataclass(frozen=True)
class Known:
    """The directory as the rows of one file need it."""

    services: Mapping[str, model.Service]  # by id
    shown: frozenset[str]  # ids of the contacts that the public may see
    slugs: Mapping[str, str]  # slug -> id of its service
    contacts: Mapping[str, str]  # id -> id of its service
    terms: frozenset[tuple[str, str]]  # id of a term and its slug
    organizations: Mapping[str, model.Organization]  # by id, and by name


def read_known(session: Session, rows: Sequence[shapes.Service], *, today: date) -> Known:
    """Everything that judging these rows needs."""
    ids = [str(row.id) for row in rows]
    contact_ids = [str(contact.id) for row in rows for contact in row.contacts or ()]
    services = [
        service
        for some in _batches(ids)
        for service in session.scalars(
            select(model.Service).where(model.Service.id.in_(some)).options(*WHOLE)
        )
    ]
    owners = (
        (contact_id, service_id)
        for some in _batches(contact_ids)
        for contact_id, service_id in session.execute(
            select(model.Contact.id, model.Contact.service_id).where(model.Contact.id.in_(some))
        )
    )
    slugs = session.execute(select(model.Service.slug, model.Service.id))
    terms = session.execute(select(model.TaxonomyTerm.id, model.TaxonomyTerm.term))
    return Known(
        services={each.id: each for each in services},
        shown=frozenset(key for some in _batches(services) for key in shown_ids(session, some, today=today)),
        slugs={row.slug: row.id for row in slugs},
        contacts=dict(owners),
        terms=frozenset((key, term) for key, term in terms),
        organizations=_organizations(session),
    )


def _organizations(session: Session) -> dict[str, model.Organization]:
    found = session.scalars(select(model.Organization)).all()
    return {each.name: each for each in found} | {each.id: each for each in found}


def _batches(items: Sequence[Item]) -> list[Sequence[Item]]:
    return [items[start : start + AT_ONCE] for start in range(0, len(items), AT_ONCE)]
