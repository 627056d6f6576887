"""`signpost keys replace` as an operator types it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyotp
import pytest
from sqlalchemy.orm import Session
from typer.testing import CliRunner, Result

from migrations import upgrade
from signpost.cli import app
from signpost.database import make_engine
from signpost.secrets import read_or_make_secret
from tests.running import free_port
from tests.signpost.neighbour import answering
from web.accounts import code_apps
from web.accounts.model import StaffSession
from web.accounts.recovery_codes import codes_left, make_codes
from web.accounts.roles import Role
from web.accounts.sessions import start_session
from web.accounts.users import add_staff


NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with an empty database, on ports that nobody uses."""
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path))
    monkeypatch.setenv("SIGNPOST_PORT", str(free_port()))
    monkeypatch.setenv("SIGNPOST_ACTIONS_PORT", str(free_port()))
    monkeypatch.delenv("SIGNPOST_DATABASE_URL", raising=False)
    upgrade(f"sqlite:///{tmp_path / 'signpost.sqlite'}")
    return tmp_path


@pytest.fixture
def session(home: Path) -> Iterator[Session]:
    """Its database."""
    engine = make_engine(f"sqlite:///{home / 'signpost.sqlite'}")
    with Session(engine) as session:
        yield session
    engine.dispose()


def _replace(key: str) -> Result:
    return CliRunner().invoke(app, ["keys", "replace", key])


def _ann(session: Session, secret: bytes) -> tuple[str, pyotp.TOTP]:
    """Somebody who signs in with an app, has recovery codes and is signed in."""
    staff = add_staff(session, "ann@example.org", Role.MANAGER, "three random words", at=NOW)
    code_apps.begin(session, secret, staff.id, at=NOW)
    key = code_apps.begun_key(session, secret, staff.id)
    assert key is not None
    before = NOW - timedelta(hours=1)
    code_apps.confirm(session, secret, staff.id, pyotp.TOTP(key).at(before), at=before)
    make_codes(session, secret, staff.id, at=NOW)
    start_session(session, staff, at=NOW)
    session.commit()
    return staff.id, pyotp.TOTP(key)


def test_an_app_goes_on_under_a_new_key_and_what_only_the_old_one_could_check_ends(
    home: Path, session: Session
) -> None:
    old = read_or_make_secret(home, "web")
    ann, totp = _ann(session, old)

    done = _replace("web")

    new = read_or_make_secret(home, "web")
    assert done.exit_code == 0, done.output
    assert "go on: 1." in done.output
    assert new != old
    assert code_apps.use_code(session, new, ann, totp.at(NOW), at=NOW)
    assert codes_left(session, ann) == 0
    assert session.query(StaffSession).count() == 0
    assert sorted(each.name for each in (home / "secrets").iterdir()) == ["web"]


def test_cut_off_before_the_new_key_took_its_place_it_is_run_again(home: Path, session: Session) -> None:
    old = read_or_make_secret(home, "web")
    ann, totp = _ann(session, old)
    _replace("web")
    secrets = home / "secrets"
    (secrets / "web").rename(secrets / "web.new")
    (secrets / "web").write_text(old.hex())

    _replace("web")

    assert code_apps.use_code(session, read_or_make_secret(home, "web"), ann, totp.at(NOW), at=NOW)


def test_the_engines_token_is_replaced_alone(home: Path) -> None:
    web, engine = (read_or_make_secret(home, name) for name in ("web", "engine"))

    assert _replace("engine").exit_code == 0

    assert read_or_make_secret(home, "engine") != engine
    assert read_or_make_secret(home, "web") == web


def test_nothing_is_replaced_under_a_running_process(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = read_or_make_secret(home, "web")
    with answering({"/health/live": (200, {})}) as port:
        monkeypatch.setenv("SIGNPOST_PORT", str(port))
        done = _replace("web")

    assert done.exit_code == 1
    assert "Stop it first" in done.output
    assert read_or_make_secret(home, "web") == old


def test_a_key_that_signpost_does_not_make_is_not_replaced(home: Path) -> None:
    assert _replace("other").exit_code == 2


def test_without_its_tables_nothing_is_replaced_and_what_to_do_is_told(home: Path) -> None:
    (home / "signpost.sqlite").unlink()
    before = read_or_make_secret(home, "web")

    told = _replace("web")

    assert told.exit_code == 1
    assert "signpost migrate" in told.output
    assert read_or_make_secret(home, "web") == before


def test_it_refuses_while_the_engine_alone_is_running(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with answering({"/webhooks/signpost/": (200, {"ready": True})}) as port:
        monkeypatch.setenv("SIGNPOST_RASA_PORT", str(port))
        told = _replace("engine")

    assert told.exit_code == 1
    assert "Stop it first" in told.output
