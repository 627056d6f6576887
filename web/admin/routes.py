"""The managers' door: every page of it."""

from fastapi import APIRouter

from web.admin import confirmations, history, home, hours, numbers, services, withdrawals


router = APIRouter()
for part in (home, services, numbers, hours, withdrawals, confirmations, history):
    router.include_router(part.router)
