"""The public's door to the services: every page of it."""

from fastapi import APIRouter

from web.services import searching, service, wrong


router = APIRouter()
for part in (searching, wrong, service):  # fixed addresses before those that take any slug
    router.include_router(part.router)
