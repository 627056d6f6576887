"""Serves an application on this machine while something is measured."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep

import uvicorn
from starlette.types import ASGIApp


PATIENCE = 20  # seconds


@contextmanager
def serving(app: ASGIApp, *, host: str = "localhost", port: int = 0) -> Iterator[str]:
    """The origin at which the application answers, until the block ends. Raises TimeoutError."""
    config = uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    give_up = monotonic() + PATIENCE
    while not server.started:
        if monotonic() > give_up:
            raise TimeoutError("The local server did not start.")
        sleep(0.02)
    try:
        yield f"http://{host}:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
