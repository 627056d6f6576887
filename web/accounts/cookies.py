"""The cookies of staff: the session's, the sign-in form's, the known browser's and single sign-on's."""

from datetime import timedelta
from typing import Any

from fastapi import Request, Response

from web.resources import Resources


SESSION = "signpost_staff"
SIGN_IN = "signpost_sign_in"  # ties the sign-in form to a browser
DEVICE = "signpost_known"  # a browser that signed in before
AWAY = "signpost_away"  # somebody who is at their organisation's sign-in


def name_of(cookie: str, held: Resources) -> str:
    """The name in use: with the __Host- prefix when live, so that no other host can set it."""
    return f"__Host-{cookie}" if held.settings.live else cookie


def read_cookie(request: Request, cookie: str) -> str | None:
    """What the browser sent for this cookie, if anything."""
    held: Resources = request.app.state.resources
    return request.cookies.get(name_of(cookie, held)) or None


def write_cookie(
    response: Response, cookie: str, value: str, *, held: Resources, lasts: timedelta | None = None
) -> None:
    """Sets a cookie that ends with the browser, or lasts; the server ends a session itself."""
    seconds = int(lasts.total_seconds()) if lasts else None
    response.set_cookie(name_of(cookie, held), value, max_age=seconds, **_terms(cookie, held))


def drop_cookie(response: Response, cookie: str, *, held: Resources) -> None:
    """Tells the browser to forget a cookie."""
    response.delete_cookie(name_of(cookie, held), **_terms(cookie, held))


def _terms(cookie: str, held: Resources) -> dict[str, Any]:
    """Only our own pages send them, but for the one that must come back with a person from another site."""
    same_site = "lax" if cookie == AWAY else "strict"
    return {"path": "/", "httponly": True, "samesite": same_site, "secure": held.settings.live}
