"""No request body is read beyond a limit, whatever its headers promise.

FastAPI's own `max_body_size` answers in plain text and outside our headers, so it is not used.
"""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send


MOST_BYTES = 64 * 1024  # forms and chat messages are a few kilobytes
MOST_FOR_FILES = 5 * 1024 * 1024 + MOST_BYTES  # a file of 5 MB and what stands around it
TAKES_FILES = frozenset({("POST", "/admin/imports")})


class BodyTooLarge(HTTPException):
    """More bytes than any door takes."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        super().__init__(413, f"Send at most {most // 1024} kB in one request.")


class BodyLimit:
    """Raises BodyTooLarge at once for an announced size, and while reading for an unannounced one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes one request on and counts its body."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = MOST_FOR_FILES if (scope["method"], scope["path"]) in TAKES_FILES else MOST_BYTES
        announced = Headers(scope=scope).get("content-length", "0")
        if announced.isdecimal() and int(announced) > most:
            raise BodyTooLarge(most)
        read = 0

        async def receive_counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > most:
                raise BodyTooLarge(most)
            return message

        await self.app(scope, receive_counted, send)
