"""The web application: every door, one set of headers, one way to fail."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.staticfiles import StaticFiles

from web import health, problems
from web.accounts import answers
from web.body_limit import BodyLimit
from web.directory_api.cross_origin import OpenDirectory
from web.resources import Resources
from web.security_headers import SecurityHeaders


STATIC = Path(__file__).resolve().parent / "static"
DOORS = ("web.chat", "web.directory_api", "web.admin", "web.insights", "web.accounts")


def create_app(resources: Resources) -> FastAPI:
    """The application over these resources; a door starts and stops its things by its router's lifespan."""
    app = FastAPI(title="Signpost", version="0.1.0", docs_url=None, redoc_url=None)
    app.state.resources = resources
    app.add_middleware(BodyLimit)
    problems.register(app)
    answers.register(app)
    app.add_middleware(OpenDirectory)
    app.add_middleware(SecurityHeaders)  # added last, so outermost: failures carry the headers too
    for door in _doors():
        app.include_router(door)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app


def _doors() -> list[APIRouter]:
    found = [health.router]
    for name in DOORS:
        if find_spec(f"{name}.routes") is not None:
            found.append(import_module(f"{name}.routes").router)
    return found
