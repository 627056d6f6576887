"""Packs what is sent, for phones on slow networks; never a page that holds somebody's secret (decision 9)."""

from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send


# Their forms carry a token that lasts as long as the session, beside what was searched for. Packed together,
# the length of an answer could tell one from the other (BREACH). They are read on desks, not on slow phones.
STAFF = ("/staff", "/admin", "/insights")


class Compression:
    """Starlette's gzip, which sends each part of an answer once it is there; staff pages go as they are."""

    def __init__(self, app: ASGIApp) -> None:
        self.plain = app
        self.packed = GZipMiddleware(app)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        is_staff = scope["type"] == "http" and scope["path"].startswith(STAFF)
        await (self.plain if is_staff else self.packed)(scope, receive, send)
