"""Taxonomies and their terms: pages of them, and one of each."""

from uuid import UUID

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from directory.hsds import shapes, taxonomies
from directory.hsds.more_shapes import TaxonomyWithTerms
from directory.hsds.paging import TaxonomyPage, TaxonomyTermPage, page_of
from web.database import Database
from web.directory_api.asked import NOT_CHANGED, Page
from web.directory_api.entity_tags import answer_json
from web.problem_schema import failures


router = APIRouter()


@router.get(
    "/taxonomies",
    response_model=TaxonomyPage,
    response_model_exclude_none=True,
    responses={304: NOT_CHANGED, **failures(422)},
)
def list_taxonomies(request: Request, session: Database, asked: Page) -> Response:
    """A page of taxonomies by name: the needs, the roles, and what a service is not for."""
    total = taxonomies.count_taxonomies(session)
    found = taxonomies.list_taxonomies(session, number=asked.page, per_page=asked.per_page)
    return answer_json(request, page_of(found, number=asked.page, per_page=asked.per_page, total=total))


@router.get(
    "/taxonomies/{taxonomy_id}",
    response_model=TaxonomyWithTerms,
    response_model_exclude_none=True,
    responses={304: NOT_CHANGED, **failures(404, 422)},
)
def show_taxonomy(request: Request, session: Database, taxonomy_id: UUID) -> Response:
    """One taxonomy with all its terms."""
    found = taxonomies.read_taxonomy(session, str(taxonomy_id))
    if found is None:
        raise HTTPException(404, "There is no such taxonomy.")
    return answer_json(request, found.as_json())


@router.get(
    "/taxonomy_terms",
    response_model=TaxonomyTermPage,
    response_model_exclude_none=True,
    responses={304: NOT_CHANGED, **failures(422)},
)
def list_terms(request: Request, session: Database, asked: Page) -> Response:
    """A page of the terms of all taxonomies by name."""
    total = taxonomies.count_terms(session)
    found = taxonomies.list_terms(session, number=asked.page, per_page=asked.per_page)
    return answer_json(request, page_of(found, number=asked.page, per_page=asked.per_page, total=total))


@router.get(
    "/taxonomy_terms/{term_id}",
    response_model=shapes.TaxonomyTerm,
    response_model_exclude_none=True,
    responses={304: NOT_CHANGED, **failures(404, 422)},
)
def show_term(request: Request, session: Database, term_id: UUID) -> Response:
    """One term."""
    found = taxonomies.read_term(session, str(term_id))
    if found is None:
        raise HTTPException(404, "There is no such term.")
    return answer_json(request, found.as_json())
