"""How the web process runs."""

from pathlib import Path
from typing import Any

import pytest
import uvicorn
from sqlalchemy import text

from signpost.settings import read_settings
from web import serve


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
