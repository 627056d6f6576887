"""Starts the action server as `python -m rasa_sdk` does, without its log and its way to fail.

rasa-sdk logs the request of an action that fails, with the whole tracker in it, and answers with it too.
"""

import logging
from contextlib import ExitStack

import structlog
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, json

from actions.metrics import REGISTRY
from signpost import logs, metrics, tracing
from signpost.logs import told_of
from signpost.monitoring import Process
from signpost.settings import Settings, read_settings


PACKAGE = "actions"
NOT_OURS = ("sanic.access", "sanic.root", "rasa_sdk")  # a line for every request, and for every class
log = structlog.get_logger("actions.serve")


def make_app() -> Sanic:
    """rasa-sdk's application with every action of this package, which fails without words."""
    from rasa_sdk.endpoint import create_app  # warns while it loads, so the log is set up first

    app: Sanic = create_app(PACKAGE, cors_origins=[])
    app.error_handler.add(Exception, _fail)
    app.register_middleware(_join_trace, "request")
    app.register_middleware(_leave_trace, "response")
    return app


def serve(settings: Settings) -> None:
    """Serve until stopped, on loopback unless a setting says otherwise."""
    metrics.show(REGISTRY, Process.ACTIONS, settings.monitoring)
    tracing.configure(Process.ACTIONS, settings.monitoring)
    for name in NOT_OURS:
        logging.getLogger(name).setLevel(logging.WARNING)
    app = make_app()
    log.info("ready", port=settings.actions_port)
    app.run(settings.scale.listen, settings.actions_port, workers=1)


def _join_trace(request: Request) -> None:
    request.ctx.trace = ExitStack()
    request.ctx.trace.enter_context(tracing.joined(request.headers))


def _leave_trace(request: Request, _response: HTTPResponse) -> None:
    if hasattr(request.ctx, "trace"):  # a request that could not be read has none
        request.ctx.trace.close()


def _fail(_request: Request, error: Exception) -> HTTPResponse:
    """What the engine gets of an error that no action answered: that there was one."""
    status = getattr(error, "status_code", 500)
    log.error("request_failed", status=status, **told_of(error))
    return json({"error": "failed"}, status)


def main() -> None:
    """`python -m actions.serve`, in the project's folder."""
    logs.configure("actions")
    serve(read_settings())


if __name__ == "__main__":
    main()
