"""The two cookies of staff: the session's, and one that ties the sign-in form to a browser."""

from typing import Any

from fastapi import Request, Response

from web.resources import Resources


SESSION = "signpost_staff"
SIGN_IN = "signpost_sign_in"


def name_of(cookie: str, held: Resources) -> str:
    """The name in use: with the __Host- prefix when live, so that no other host can set it."""
    return f"__Host-{cookie}" if held.settings.live else cookie


def read_cookie(request: Request, cookie: str) -> str | None:
    """What the browser sent for this cookie, if anything."""
    held: Resources = request.app.state.resources
    return request.cookies.get(name_of(cookie, held)) or None


def write_cookie(response: Response, cookie: str, value: str, *, held: Resources) -> None:
    """Sets a cookie that ends with the browser; the server ends the session itself."""
    response.set_cookie(name_of(cookie, held), value, **_terms(held))


def drop_cookie(response: Response, cookie: str, *, held: Resources) -> None:
    """Tells the browser to forget a cookie."""
    response.delete_cookie(name_of(cookie, held), **_terms(held))


def _terms(held: Resources) -> dict[str, Any]:
    return {"path": "/", "httponly": True, "samesite": "strict", "secure": held.settings.live}
