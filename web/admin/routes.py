"""The managers' door: every page of it."""

from fastapi import APIRouter

from web.admin import (
    checks,
    confirmations,
    coverage,
    history,
    home,
    hours,
    numbers,
    service_list,
    services,
    withdrawals,
)


router = APIRouter()
PARTS = (
    home,
    service_list,
    services,
    numbers,
    hours,
    withdrawals,
    confirmations,
    history,
    checks,
    coverage,
)
for part in PARTS:
    router.include_router(part.router)
