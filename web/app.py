"""The web application: every door, one set of headers, one way to fail."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from directory import places
from web import health, problems
from web.accounts import answers
from web.accounts import routes as accounts
from web.admin import routes as admin
from web.body_limit import BodyLimit
from web.chat import routes as chat
from web.compression import Compression
from web.demonstration import Demonstration
from web.directory_api import routes as directory_api
from web.directory_api.cross_origin import OpenDirectory
from web.embed import routes as embed
from web.head_requests import HeadRequests
from web.insights import routes as insights
from web.known_hosts import KnownHosts
from web.problem_schema import failures
from web.resources import Resources
from web.security_headers import SecurityHeaders
from web.services import routes as services
from web.statements import routes as statements


ANYWHERE = (400, 405, 500)  # what any address may answer: an unknown host, another method, our own fault
STATIC = Path(__file__).resolve().parent / "static"


def create_app(resources: Resources) -> FastAPI:
    """The application over these resources; a door starts and stops its things by its router's lifespan."""
    places.use_table(resources.settings.postcode_table)
    app = FastAPI(
        title="Signpost", version="0.1.0", docs_url=None, redoc_url=None, responses=failures(*ANYWHERE)
    )
    app.state.resources = resources
    app.add_middleware(BodyLimit)
    problems.register(app)
    answers.register(app)
    app.add_middleware(OpenDirectory)
    app.add_middleware(Compression)
    app.add_middleware(KnownHosts, hosts=resources.settings.allowed_hosts)
    app.add_middleware(Demonstration, live=resources.settings.live)
    # Outside all that answers: failures carry the headers too.
    app.add_middleware(
        SecurityHeaders, embed_hosts=resources.settings.embed_hosts, live=resources.settings.live
    )
    app.add_middleware(HeadRequests)  # outside all that asks for the method
    for door in (health, chat, embed, services, statements, directory_api, admin, insights, accounts):
        app.include_router(door.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app
