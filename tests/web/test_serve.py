"""How the web process runs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import text
from structlog.testing import capture_logs

from signpost import tracing
from signpost.monitoring import Monitoring, Process
from signpost.settings import read_settings
from tests.system.collector import collecting
from web import serve


@pytest.fixture(autouse=True)
def without_log_and_metrics(monkeypatch: pytest.MonkeyPatch) -> None:
    """The log and the metrics of the tests' own process stay as they are."""
    monkeypatch.setattr(serve.logs, "configure", lambda _process: None)
    monkeypatch.setattr(serve.metrics, "show", lambda *_: None)


def test_it_listens_to_this_machine_only_and_writes_no_address_to_a_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: dict[str, Any] = {}
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path))
    monkeypatch.setattr(uvicorn, "run", lambda _app, **options: asked.update(options))

    serve.main()

    assert asked["host"] == "127.0.0.1"
    assert asked["access_log"] is False
    assert asked["server_header"] is False


def test_it_listens_where_a_setting_says_in_a_container(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: dict[str, Any] = {}
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path))
    monkeypatch.setenv("SIGNPOST_LISTEN", "0.0.0.0")
    monkeypatch.setattr(uvicorn, "run", lambda _app, **options: asked.update(options))

    serve.main()

    assert asked["host"] == "0.0.0.0"


def _client_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, proxies: str, sent: str) -> str:
    """Where a request from this machine that carries X-Forwarded-For seems to come from."""
    asked: dict[str, Any] = {}
    seen: list[str] = []
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path))
    monkeypatch.setenv("SIGNPOST_TRUSTED_PROXIES", proxies)
    monkeypatch.setattr(uvicorn, "run", lambda _app, **options: asked.update(options))
    serve.main()

    async def note(scope: dict[str, Any], *_: Any) -> None:
        seen.append(scope["client"][0])

    config = uvicorn.Config(note, **asked)
    config.load()
    headers = [(b"x-forwarded-for", sent.encode())]
    scope = {"type": "http", "client": ("127.0.0.1", 5000), "headers": headers}
    asyncio.run(config.loaded_app(scope, None, None))
    return seen[0]


@pytest.mark.parametrize("proxies", ["", "192.0.2.7"])
def test_an_address_that_the_sender_writes_is_not_believed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, proxies: str
) -> None:
    assert _client_seen(monkeypatch, tmp_path, proxies=proxies, sent="198.51.100.1") == "127.0.0.1"


def test_the_last_address_that_a_named_proxy_did_not_add_itself_is_believed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sent = "203.0.113.9, 198.51.100.1, 10.1.1.1"

    assert _client_seen(monkeypatch, tmp_path, proxies="127.0.0.1,10.0.0.0/8", sent=sent) == "198.51.100.1"


def test_the_secret_is_the_same_after_a_restart(tmp_path: Path) -> None:
    settings = read_settings({"SIGNPOST_HOME": str(tmp_path)})

    first, second = serve.make_resources(settings), serve.make_resources(settings)

    assert first.secret == second.secret
    assert len(first.secret) >= 32


def test_the_database_is_the_one_of_the_settings_and_the_clock_is_aware(tmp_path: Path) -> None:
    held = serve.make_resources(read_settings({"SIGNPOST_HOME": str(tmp_path)}))

    with held.sessions() as session:
        session.execute(text("CREATE TABLE here (id INTEGER)"))
        session.commit()

    assert (tmp_path / "signpost.sqlite").exists()
    assert held.clock().tzinfo is not None


def test_a_start_that_fails_is_told_by_its_kind() -> None:
    @asynccontextmanager
    async def failing(_app: FastAPI) -> AsyncIterator[None]:
        raise ConnectionError("MARKER-TEXT")
        yield

    app = FastAPI(lifespan=failing)
    serve.frame_lifespan(app)

    with capture_logs() as told, pytest.raises(ConnectionError), TestClient(app):
        pass

    assert [(each["event"], each["errors"]) for each in told] == [("web.start_failed", ["ConnectionError"])]
    assert "MARKER-TEXT" not in str(told)


def test_the_last_spans_are_sent_as_the_process_stops() -> None:
    """A signal ends it, so nothing runs at exit."""
    app = FastAPI()
    serve.frame_lifespan(app)
    with collecting() as collector:
        tracing.configure(Process.WEB, Monitoring("127.0.0.1", 0, collector.url))
        with TestClient(app), tracing.span(tracing.Step.REQUEST):
            pass

        assert [each.name for each in collector.spans] == ["request"]
