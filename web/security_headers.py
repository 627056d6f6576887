"""The headers that every answer carries: no inline code, no frames, no copies kept, no referrer.

Three doors differ. The chat's frame may stand in the pages of named sites, always in a sandbox of its own;
the page at `/` may hold that frame; and the launcher and the chat's own files may be read from any page.
"""

from collections.abc import Mapping, Sequence

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


FRAME = "/chat/frame"
# Nothing of the site that the frame came from: what runs in it is nobody's origin and has no storage at all.
SANDBOX = (
    "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox "
    "allow-top-navigation-by-user-activation"
)
TRUSTED_TYPES = "signpost-chat"  # web/static/chat/server.js, the one place that reads markup
POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": TRUSTED_TYPES,
}

ALWAYS = {"Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff"}
# In live use only: who was here once speaks to this host, and to those below it, encrypted for a year.
ENCRYPTED = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}
# JSON is for machines. Where a browser is led to it, it is kept as a file and never shown as a page of ours.
JSON = ("application/json", "application/problem+json")
AS_FILE = 'attachment; filename="api.json"'
HEADERS = ALWAYS | {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
# Scripts and styles are held to the policy of the page that loads them. The chat has more than a dozen;
# half a kilobyte of headers for each would cost a phone as much as what is in them.
PARTS = ("text/javascript", "text/css")
NO_FRAMES = {"X-Frame-Options": "DENY"}
# A sandboxed page reads even its own files as a stranger does. They are the same for everybody, and an answer
# of the frame belongs to whoever holds the conversation's token: no cookie stands behind any of them.
FROM_ANY_PAGE = {"Access-Control-Allow-Origin": "*"}

# Only files that are the same for everybody may be kept, and they are asked for again each time.
STATIC_CACHING = "no-cache"
CACHING = "no-store"


class SecurityHeaders:
    """Adds the headers; a door may set its own caching and the name of a file, and only that."""

    def __init__(self, app: ASGIApp, *, embed_hosts: Sequence[str] = (), live: bool = False) -> None:
        self.app = app
        self.always = ENCRYPTED if live else {}
        self.framing = policy(
            {"frame-ancestors": " ".join(("'self'", *embed_hosts)), "sandbox": SANDBOX},
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, with the headers added to whatever the inner application says."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        caching = STATIC_CACHING if path.startswith("/static/") else CACHING

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                kind = headers.get("Content-Type", "")
                is_part = kind.startswith(PARTS)
                headers.update(self.always)
                headers.update(ALWAYS | _opened(path) if is_part else self.headers_of(path))
                if kind.startswith(JSON):
                    headers.setdefault("Content-Disposition", AS_FILE)
                headers.setdefault("Cache-Control", caching)
            await send(message)

        await self.app(scope, receive, send_with_headers)

    def headers_of(self, path: str) -> dict[str, str]:
        """The headers of an answer from this path."""
        if path == FRAME or path.startswith(f"{FRAME}/"):
            return HEADERS | FROM_ANY_PAGE | {"Content-Security-Policy": self.framing}
        allowed = policy({"frame-src": "'self'"}) if path == "/" else policy({})
        return HEADERS | NO_FRAMES | _opened(path) | {"Content-Security-Policy": allowed}


def _opened(path: str) -> dict[str, str]:
    return FROM_ANY_PAGE if path.startswith("/static/chat/") or path == "/embed.js" else {}


def policy(others: Mapping[str, str]) -> str:
    """The content security policy, with these directives in place of or beside its own."""
    return "; ".join(f"{name} {value}" for name, value in {**POLICY, **others}.items())
