"""The analysts' door: every page of it."""

from fastapi import APIRouter

from web.insights import downloads, figure_pages, glossary, overview, report_pages, statement_pages


router = APIRouter()
PARTS = (
    overview,
    report_pages,
    statement_pages,
    glossary,
    downloads,
    figure_pages,  # last, as the name of a figure stands where other pages have theirs
)
for part in PARTS:
    router.include_router(part.router)
