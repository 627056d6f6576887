"""The managers' door: every page of it."""

from fastapi import APIRouter

from web.admin import (
    adding_contact,
    adding_organization,
    adding_service,
    approvals,
    assurance,
    checks,
    confirmations,
    confirming,
    coverage,
    duplicates,
    exports,
    feeds,
    going_back,
    history,
    home,
    hours,
    imports,
    imports_decide,
    links,
    numbers,
    preview,
    replays,
    reports,
    section_pages,
    service_list,
    services,
    status,
    withdrawals,
    words,
)


router = APIRouter()
PARTS = (
    home,
    service_list,
    adding_service,  # before services: "new" is no id
    adding_contact,
    adding_organization,
    services,
    numbers,
    section_pages,
    hours,
    withdrawals,
    confirmations,
    confirming,
    history,
    going_back,
    approvals,
    assurance,
    checks,
    coverage,
    links,
    words,
    preview,
    replays,
    imports,
    imports_decide,
    feeds,
    exports,
    duplicates,
    reports,
    status,
)
for part in PARTS:
    router.include_router(part.router)
