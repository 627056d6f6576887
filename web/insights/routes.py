"""The analysts' door: every page of it."""

from fastapi import APIRouter

from web.insights import (
    api,
    downloads,
    figure_pages,
    glossary,
    key_pages,
    overview,
    report_pages,
    statement_pages,
)


router = APIRouter()
PARTS = (
    overview,
    report_pages,
    statement_pages,
    glossary,
    key_pages,
    downloads,
    figure_pages,  # last, as the name of a figure stands where other pages have theirs
)
router.include_router(api.router, include_in_schema=False)  # it describes itself, to staff alone
for part in PARTS:
    router.include_router(part.router)
