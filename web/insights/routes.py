"""The analysts' door: every page of it."""

from fastapi import APIRouter

from web.insights import downloads, figure_pages, overview


router = APIRouter()
PARTS = (
    overview,
    downloads,
    figure_pages,  # last, as the name of a figure stands where other pages have theirs
)
for part in PARTS:
    router.include_router(part.router)
