"""Reads taxonomies and their terms as HSDS-UK shapes; nothing of them is hidden from the public."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from directory import model
from directory.hsds import shapes, writing
from directory.hsds.more_shapes import Taxonomy, TaxonomyWithTerms
from directory.model import TaxonomyTerm


TERMS = select(TaxonomyTerm).options(joinedload(TaxonomyTerm.taxonomy))
IN_ORDER = (TaxonomyTerm.name, TaxonomyTerm.id)


def count_taxonomies(session: Session) -> int:
    """How many taxonomies there are."""
    return session.scalar(select(func.count(model.Taxonomy.id))) or 0


def list_taxonomies(session: Session, *, number: int, per_page: int) -> list[Taxonomy]:
    """One page of taxonomies by name; `number` counts from 1."""
    statement = select(model.Taxonomy).order_by(model.Taxonomy.name, model.Taxonomy.id)
    found = session.scalars(statement.limit(per_page).offset((number - 1) * per_page))
    return [writing.same_shape(Taxonomy, each) for each in found]


def read_taxonomy(session: Session, taxonomy_id: str) -> TaxonomyWithTerms | None:
    """One taxonomy with all its terms, or None."""
    found = session.get(model.Taxonomy, taxonomy_id)
    if found is None:
        return None
    terms = session.scalars(TERMS.where(TaxonomyTerm.taxonomy_id == taxonomy_id).order_by(*IN_ORDER))
    told = tuple(writing.term_shape(each) for each in terms)
    return writing.same_shape(TaxonomyWithTerms, found, taxonomy_terms=told or None)


def count_terms(session: Session) -> int:
    """How many terms there are, of all taxonomies."""
    return session.scalar(select(func.count(TaxonomyTerm.id))) or 0


def list_terms(session: Session, *, number: int, per_page: int) -> list[shapes.TaxonomyTerm]:
    """One page of the terms of all taxonomies by name; `number` counts from 1."""
    statement = TERMS.order_by(*IN_ORDER).limit(per_page).offset((number - 1) * per_page)
    return [writing.term_shape(each) for each in session.scalars(statement)]


def read_term(session: Session, term_id: str) -> shapes.TaxonomyTerm | None:
    """One term, or None."""
    found = session.scalar(TERMS.where(TaxonomyTerm.id == term_id))
    return None if found is None else writing.term_shape(found)
