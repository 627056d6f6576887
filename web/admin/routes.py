"""The managers' door: every page of it."""

from fastapi import APIRouter

from web.admin import history, home, hours, numbers, services, withdrawals

router = APIRouter()
for part in (home, services, numbers, hours, withdrawals, history):
    router.include_router(part.router)
