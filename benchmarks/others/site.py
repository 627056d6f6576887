"""One site with a page for each chat: the same plain page, the published bundle, and its smallest set-up."""

import gzip
import mimetypes
import secrets
from functools import lru_cache
from pathlib import Path
from string import Template

import socketio  # type: ignore[import-untyped]  # comes with Rasa
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from benchmarks.others.backends import backend_routes, socket_channel


SETUPS = Path(__file__).parent / "setups"
PACKED = ("text/", "application/javascript", "application/json", "image/svg")
STRICT = "/strict"  # in front of a path: the same page under a policy
PAGE = Template(
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Community safety</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
    '<link rel="stylesheet" href="/setups/page.css"></head>'
    '<body><main><h1>Community safety</h1><p><a href="/pages/elsewhere">Another page</a></p>'
    "$setup</main></body></html>"
)
# All that a policy can allow without giving up what it is for: nothing inline without a nonce, no eval.
POLICY = Template(
    "default-src 'self' data: blob:; script-src 'self' 'nonce-$nonce' $partner; "
    "style-src 'self' 'nonce-$nonce'; connect-src 'self' ws:; frame-src $partner; "
    "object-src 'none'; base-uri 'none'"
)


class Site:
    """The pages and bundles. `partner` is the origin of the Signpost whose launcher one page carries."""

    def __init__(self, modules: Path, *, partner: str, launcher: str) -> None:
        self.modules, self.partner, self.launcher = modules, partner, launcher

    def app(self) -> ASGIApp:
        """The whole site with its backends."""
        routes = [
            *backend_routes(),
            Route("/modules/{path:path}", lambda request: self._file(self.modules, request)),
            Route("/assets/{path:path}", lambda request: self._file(self._govuk / "assets", request)),
            Route("/setups/{path:path}", lambda request: self._file(SETUPS, request)),
            Route("/pages/{name}", self.page),
            Route(f"{STRICT}/pages/{{name}}", self.page),
        ]
        channel: ASGIApp = socketio.ASGIApp(socket_channel(), Starlette(routes=routes))
        return channel

    def page(self, request: Request) -> Response:
        """The page of one chat; below /strict with the policy."""
        name, nonce = request.path_params["name"], secrets.token_urlsafe(16)
        if name == "elsewhere":
            return _packed(b"<!doctype html><title>Weather</title>Sunny", "text/html")
        setup = Template((SETUPS / f"{name}.html").read_text())
        given = {"nonce": nonce, "partner": self.partner, "launcher": self.launcher}
        body = setup.substitute(given)
        html = body if body.startswith("<!") else PAGE.substitute(setup=body)
        answer = _packed(html.encode(), "text/html")
        if request.url.path.startswith(STRICT):
            answer.headers["Content-Security-Policy"] = POLICY.substitute(given)
        return answer

    @property
    def _govuk(self) -> Path:
        return self.modules / "govuk-frontend/dist/govuk"

    def _file(self, folder: Path, request: Request) -> Response:
        path = (folder / request.path_params["path"]).resolve()
        if not (path.is_file() and path.is_relative_to(folder.resolve())):
            return Response(status_code=404)
        return _packed(_read(path), mimetypes.guess_type(path.name)[0] or "application/octet-stream")


@lru_cache
def _read(path: Path) -> bytes:
    return path.read_bytes()


@lru_cache
def _gzipped(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=9)


def _packed(content: bytes, kind: str) -> Response:
    """Packed where packing helps, as any web server does; letters and pictures are packed already."""
    if kind.startswith(PACKED):
        return Response(_gzipped(content), media_type=kind, headers={"Content-Encoding": "gzip"})
    return Response(content, media_type=kind)
