"""The application on a port of this machine, as long as a test needs it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep

import uvicorn
from fastapi import FastAPI


@contextmanager
def serving(app: FastAPI, *, port: int = 0) -> Iterator[str]:
    """Where it answers, any free port unless one is named: a name, since passkeys refuse IP addresses."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    give_up = monotonic() + 60
    while not server.started and monotonic() < give_up:
        sleep(0.02)
    yield f"http://localhost:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
