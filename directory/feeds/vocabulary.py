"""What the cells of a spreadsheet may speak of: our terms, areas and organizations, read once for a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory import model
from directory.hsds import writing
from directory.starter.area_names import AREA_NAMES


@dataclass(frozen=True)
class Vocabulary:
    """Records in HSDS-UK's JSON by the words that a cell has for them."""

    terms: Mapping[tuple[str, str], dict[str, Any]]  # slug of the taxonomy and of the term
    taxonomy_names: Mapping[str, str]  # by slug
    organizations: dict[
        str, dict[str, Any]
    ]  # by name; one that a file brings is added, so that it comes once
    area_names: Mapping[str, str]  # by code


def read_vocabulary(session: Session) -> Vocabulary:
    """All of it."""
    terms = session.scalars(select(model.TaxonomyTerm)).all()
    organizations = session.scalars(select(model.Organization)).all()
    return Vocabulary(
        terms={(each.taxonomy.slug, each.term): writing.term_shape(each).as_json() for each in terms},
        taxonomy_names={each.taxonomy.slug: each.taxonomy.name for each in terms},
        organizations={each.name: writing.organization_shape(each).as_json() for each in organizations},
        area_names=AREA_NAMES,
    )
