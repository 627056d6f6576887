"""The managers' door: every page of it."""

from fastapi import APIRouter

from web.admin import (
    approvals,
    checks,
    confirmations,
    coverage,
    exports,
    going_back,
    history,
    home,
    hours,
    imports,
    imports_decide,
    numbers,
    preview,
    replays,
    reports,
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
    going_back,
    approvals,
    checks,
    coverage,
    preview,
    replays,
    imports,
    imports_decide,
    exports,
    reports,
)
for part in PARTS:
    router.include_router(part.router)
