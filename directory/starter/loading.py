"""Puts the starter directory into the database, and leaves alone whatever is there already."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.identifiers import identifier
from directory.model import Organization, Service, Taxonomy, TaxonomyTerm
from directory.starter.entries import make_service


FOLDER = Path(__file__).parent
Entry = Mapping[str, Any]


@cache
def starter_services() -> tuple[Entry, ...]:
    """The entries of the project's own data file, in its order."""
    return tuple(json.loads((FOLDER / "services.json").read_text(encoding="utf-8")))


def fill(session: Session) -> int:
    """Add the starter services that the database lacks; returns how many were added.

    A service that is there, edited or not, is never touched. The caller commits.
    """
    present = set(session.scalars(select(Service.slug)))
    missing = [entry for entry in starter_services() if entry["slug"] not in present]
    if not missing:
        return 0
    terms = _fill_taxonomies(session)
    _fill_organizations(session)
    session.add_all(make_service(entry, terms=terms) for entry in missing)
    session.flush()
    for entry in missing:  # once all are there: a service may fall back on a later one
        if "fallback" in entry:
            _set_fallback(session, entry)
    session.flush()
    return len(missing)


def _set_fallback(session: Session, entry: Entry) -> None:
    service = session.get_one(Service, identifier("service", entry["slug"]))
    service.fallback_id = session.scalar(select(Service.id).where(Service.slug == entry["fallback"]))


def _fill_taxonomies(session: Session) -> dict[tuple[str, str], TaxonomyTerm]:
    for taxonomy in json.loads((FOLDER / "taxonomies.json").read_text(encoding="utf-8")):
        if session.get(Taxonomy, identifier("taxonomy", taxonomy["slug"])) is None:
            _add_taxonomy(session, taxonomy)
    session.flush()
    found = session.execute(select(Taxonomy.slug, TaxonomyTerm).join(TaxonomyTerm.taxonomy))
    return {(slug, term.term): term for slug, term in found}


def _add_taxonomy(session: Session, taxonomy: Entry) -> None:
    slug = taxonomy["slug"]
    record = Taxonomy(
        id=identifier("taxonomy", slug), slug=slug, name=taxonomy["name"], description=taxonomy["description"]
    )
    session.add(record)
    for term, name, description in taxonomy["terms"]:
        key = identifier("taxonomy-term", f"{slug}/{term}")
        session.add(TaxonomyTerm(id=key, taxonomy=record, term=term, name=name, description=description))


def _fill_organizations(session: Session) -> None:
    services: dict[str, list[str]] = {}
    for entry in starter_services():
        provided = services.setdefault(entry["organization"], [])
        if entry["public"]:  # the description is public: it never names an entry that is not
            provided.append(entry["name"])
    present = set(session.scalars(select(Organization.name)))
    for name, provided in services.items():
        if name not in present:
            description = f"Provides: {', '.join(provided)}." if provided else name
            session.add(Organization(id=identifier("organization", name), name=name, description=description))
    session.flush()
