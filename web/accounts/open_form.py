"""Forms for people who are not signed in: each is tied to the browser it was shown in, by a cookie."""

import secrets
from typing import Any

from fastapi import Request, Response
from starlette.datastructures import FormData

from web.accounts import cookies
from web.accounts.csrf import FIELD, is_form_token, make_form_token
from web.resources import Resources
from web.templating import page


def open_form(
    request: Request, held: Resources, template: str, *, status: int = 200, **shown: Any
) -> Response:
    """A page with a form that this browser may send."""
    ticket = cookies.read_cookie(request, cookies.SIGN_IN) or secrets.token_urlsafe(32)
    shown["form_token"] = make_form_token(held.secret, ticket)
    response = page(request, template, status=status, **shown)
    cookies.write_cookie(response, cookies.SIGN_IN, ticket, held=held)
    return response


def is_ours(request: Request, held: Resources, form: FormData) -> bool:
    """Whether a form was shown by us in this very browser."""
    ticket = cookies.read_cookie(request, cookies.SIGN_IN)
    return ticket is not None and is_form_token(held.secret, ticket, form.get(FIELD))
