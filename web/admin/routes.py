"""The managers' door: every page of it."""

from fastapi import APIRouter

from web.admin import home, services

router = APIRouter()
for each in (home, services):
    router.include_router(each.router)
