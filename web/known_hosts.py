"""Answers only under the names of this installation: what a request calls the host goes into our links."""

from collections.abc import Sequence

from fastapi import Request
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web import problems


UNKNOWN_HOST = "This site is not known under the name in the address. Check the address."


class KnownHosts:
    """Starlette's check of the Host header, with a refusal that looks like all of ours."""

    def __init__(self, app: ASGIApp, *, hosts: Sequence[str]) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes one request on when its host is known, and answers 400 otherwise."""
        if await self._is_known(scope, receive):
            await self.app(scope, receive, send)
            return
        await problems.answer(Request(scope), 400, detail=UNKNOWN_HOST)(scope, receive, send)

    async def _is_known(self, scope: Scope, receive: Receive) -> bool:
        known = False

        async def note(*_: object) -> None:
            nonlocal known
            known = True

        async def drop(_message: Message) -> None:
            """Starlette's own refusal is plain text."""

        await TrustedHostMiddleware(note, self.hosts, www_redirect=False)(scope, receive, drop)
        return known
