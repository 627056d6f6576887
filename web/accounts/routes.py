"""The staff's own door: signing in, what one signs in with, and the administrators' pages about people."""

from fastapi import APIRouter

from web.accounts import (
    code_app_pages,
    confirm_pages,
    passkey_pages,
    password_pages,
    people_pages,
    second_step_pages,
    security_pages,
    sign_in_pages,
    single_sign_on_pages,
)


router = APIRouter()
for part in (
    sign_in_pages,
    second_step_pages,
    security_pages,
    passkey_pages,
    code_app_pages,
    confirm_pages,
    password_pages,
    people_pages,
    single_sign_on_pages,
):
    router.include_router(part.router)
