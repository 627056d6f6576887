"""Whether what is shown belongs to a demonstration: every page says so until the service is live."""

from contextvars import ContextVar

from starlette.types import ASGIApp, Receive, Scope, Send


_IS_ON: ContextVar[bool] = ContextVar("is_demonstration", default=False)


def is_demonstration() -> bool:
    """Whether the request that is answered now came to a demonstration; templates ask it."""
    return _IS_ON.get()


class Demonstration:
    """Notes for the time of one request whether this installation is live."""

    def __init__(self, app: ASGIApp, *, live: bool) -> None:
        self.app = app
        self.live = live

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes one request on."""
        before = _IS_ON.set(not self.live)
        try:
            await self.app(scope, receive, send)
        finally:
            _IS_ON.reset(before)
