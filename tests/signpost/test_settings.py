"""Settings are read once; an odd value stops the start with a sentence that says what to do."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from signpost.settings import BadSetting, read_settings
from vocabulary.pathway import Traffic


def test_a_chat_is_covered_after_three_minutes_unless_set_otherwise() -> None:
    named = {value: {"SIGNPOST_CHAT_IDLE_SECONDS": value} for value in ("60", "1800")}

    assert read_settings({}).chat_idle_seconds == 180
    assert [read_settings(each).chat_idle_seconds for each in named.values()] == [60, 1800]


def test_an_empty_environment_gives_a_demonstration_on_this_machine() -> None:
    settings = read_settings({})

    assert not settings.live
    assert settings.traffic is Traffic.DEMO
    assert settings.database_url.startswith("sqlite:///")
    assert settings.rasa_url == "http://127.0.0.1:5005"


def test_a_live_installation_counts_real_visits_unless_told_otherwise() -> None:
    assert read_settings({"SIGNPOST_LIVE": "yes"}).traffic is Traffic.REAL
    assert read_settings({"SIGNPOST_LIVE": "yes", "SIGNPOST_TRAFFIC": "test"}).traffic is Traffic.TEST


def test_the_database_lies_in_the_home_folder_unless_it_is_named(tmp_path: Path) -> None:
    assert str(tmp_path) in read_settings({"SIGNPOST_HOME": str(tmp_path)}).database_url
    named = read_settings({"SIGNPOST_DATABASE_URL": "postgresql://localhost/signpost"})
    assert named.database_url == "postgresql://localhost/signpost"


@pytest.mark.parametrize(
    ("name", "value", "hint"),
    [
        ("SIGNPOST_PORT", "eighty", "Not a whole number"),
        ("SIGNPOST_ENGINE_TIMEOUT_MS", "-1", "Not a whole number"),
        ("SIGNPOST_ENGINE_TIMEOUT_MS", "99", "Write 100 to 2200"),
        ("SIGNPOST_ENGINE_TIMEOUT_MS", "2201", "Write 100 to 2200"),
        ("SIGNPOST_CHAT_IDLE_SECONDS", "59", "Write 60 to 1800"),
        ("SIGNPOST_CHAT_IDLE_SECONDS", "1801", "Write 60 to 1800"),
        ("SIGNPOST_CHAT_IDLE_SECONDS", "soon", "Not a whole number"),
        ("SIGNPOST_USAGE_DAYS", "20", "Write 21 to 366"),
        ("SIGNPOST_USAGE_DAYS", "ninety", "Not a whole number"),
        ("SIGNPOST_LIVE", "maybe", "Write yes or no"),
        ("SIGNPOST_TRAFFIC", "fake", "Write real, test or demo"),
        ("SIGNPOST_ALLOWED_HOSTS", "signpost.example:8000", "Write host names without port"),
        ("SIGNPOST_ALLOWED_HOSTS", "https://signpost.example", "Write host names without port"),
        ("SIGNPOST_ALLOWED_HOSTS", "sign*.example", "Write host names without port"),
        ("SIGNPOST_TRUSTED_PROXIES", "*", "Write addresses or networks"),
        ("SIGNPOST_TRUSTED_PROXIES", "10.0.0.1/8", "Write addresses or networks"),
        ("SIGNPOST_PUBLIC_URL", "signpost.example", "Write how people reach it"),
        ("SIGNPOST_PUBLIC_URL", "https://signpost.example/staff", "Write how people reach it"),
        ("SIGNPOST_MAIL_FROM", "Signpost", "Write an e-mail address"),
        ("SIGNPOST_SECOND_FACTOR", "maybe", "Write yes or no"),
    ],
)
def test_an_odd_value_is_named_with_what_it_needs(name: str, value: str, hint: str) -> None:
    with pytest.raises(BadSetting, match=hint) as refused:
        read_settings({name: value})

    assert name in str(refused.value)
    assert value in str(refused.value)


@pytest.mark.parametrize("value", ["100", "2200"])
def test_the_engines_time_can_be_set_up_to_what_the_promise_of_an_answer_leaves(value: str) -> None:
    settings = read_settings({"SIGNPOST_ENGINE_TIMEOUT_MS": value})

    assert settings.engine_timeout == int(value) / 1000


def test_the_default_of_the_engines_time_is_the_one_in_the_documentation() -> None:
    documented = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")

    milliseconds = round(read_settings({}).engine_timeout * 1000)

    assert f"| `SIGNPOST_ENGINE_TIMEOUT_MS` | `{milliseconds}` |" in documented


@pytest.mark.parametrize(
    ("value", "trusted"),
    [
        ("", ()),
        (" , ", ()),
        ("127.0.0.1", ("127.0.0.1",)),
        ("127.0.0.1, 10.0.0.0/8,::1", ("127.0.0.1", "10.0.0.0/8", "::1")),
    ],
)
def test_no_proxy_is_trusted_but_the_named_ones(value: str, trusted: tuple[str, ...]) -> None:
    assert read_settings({"SIGNPOST_TRUSTED_PROXIES": value}).trusted_proxies == trusted
    assert read_settings({}).trusted_proxies == ()


def test_this_machines_names_are_answered_and_the_named_ones() -> None:
    named = read_settings({"SIGNPOST_ALLOWED_HOSTS": "signpost.example, *.council.example"})

    assert read_settings({}).allowed_hosts == ("localhost", "127.0.0.1")
    assert named.allowed_hosts == ("localhost", "127.0.0.1", "signpost.example", "*.council.example")


def test_any_name_is_answered_outside_live_use_only() -> None:
    assert "*" in read_settings({"SIGNPOST_ALLOWED_HOSTS": "*"}).allowed_hosts
    with pytest.raises(BadSetting, match="Live use needs the names"):
        read_settings({"SIGNPOST_ALLOWED_HOSTS": "*", "SIGNPOST_LIVE": "yes"})


def test_every_setting_is_in_the_documentation() -> None:
    root = Path(__file__).parents[2]
    files = ("settings.py", "monitoring.py", "operating_body.py")
    source = "".join((root / "signpost" / name).read_text(encoding="utf-8") for name in files)
    documented = (root / "docs" / "settings.md").read_text(encoding="utf-8")

    names = set(re.findall(r"SIGNPOST_[A-Z_]+", source))
    assert names
    assert all(f"`{name}`" in documented for name in names)


@pytest.mark.parametrize(
    "value", ["mail.example", "http://ann:secret@mail.example", "smtp://ann:secret@mail:x"]
)
def test_an_odd_mail_server_is_refused_without_its_password(value: str) -> None:
    with pytest.raises(BadSetting, match="SIGNPOST_SMTP_URL") as refused:
        read_settings({"SIGNPOST_SMTP_URL": value})

    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "http://localhost:8000"),
        ({"SIGNPOST_PORT": "8080"}, "http://localhost:8080"),
        ({"SIGNPOST_PUBLIC_URL": "https://signpost.example/"}, "https://signpost.example"),
        (
            {"SIGNPOST_LIVE": "yes", "SIGNPOST_ALLOWED_HOSTS": "signpost.example,b.example"},
            "https://signpost.example",
        ),
        ({"SIGNPOST_LIVE": "yes", "SIGNPOST_ALLOWED_HOSTS": "*.example"}, "http://localhost:8000"),
    ],
)
def test_links_in_e_mails_begin_with_the_name_people_know(environ: dict[str, str], expected: str) -> None:
    assert read_settings(environ).public_url == expected


def test_live_use_needs_a_second_factor() -> None:
    assert not read_settings({}).second_factor
    assert read_settings({"SIGNPOST_SECOND_FACTOR": "yes"}).second_factor
    assert read_settings({"SIGNPOST_LIVE": "yes"}).second_factor
    with pytest.raises(BadSetting, match="SIGNPOST_SECOND_FACTOR"):
        read_settings({"SIGNPOST_LIVE": "yes", "SIGNPOST_SECOND_FACTOR": "no"})


def _single_sign_on(tmp_path: Path, **changes: str) -> dict[str, str]:
    secret = tmp_path / "client-secret"
    secret.write_text("MARKER-SECRET\n", encoding="utf-8")
    return {
        "SIGNPOST_OIDC_ISSUER": "https://login.example",
        "SIGNPOST_OIDC_CLIENT_ID": "signpost",
        "SIGNPOST_OIDC_CLIENT_SECRET_FILE": str(secret),
    } | changes


def test_single_sign_on_reads_its_secret_from_a_file_and_prints_it_nowhere(tmp_path: Path) -> None:
    settings = read_settings(_single_sign_on(tmp_path))

    assert settings.single_sign_on is not None
    assert settings.single_sign_on.client_secret == "MARKER-SECRET"
    assert "MARKER-SECRET" not in repr(settings)
    assert read_settings({}).single_sign_on is None


@pytest.mark.parametrize(
    ("name", "value", "hint"),
    [
        ("SIGNPOST_OIDC_ISSUER", "http://login.example", "https://"),
        ("SIGNPOST_OIDC_ISSUER", "", "also needs SIGNPOST_OIDC_ISSUER"),
        ("SIGNPOST_OIDC_CLIENT_ID", "", "also needs SIGNPOST_OIDC_CLIENT_ID"),
        ("SIGNPOST_OIDC_CLIENT_SECRET_FILE", "/nowhere", "No secret can be read"),
    ],
)
def test_single_sign_on_is_whole_or_not_there(tmp_path: Path, name: str, value: str, hint: str) -> None:
    with pytest.raises(BadSetting, match=hint):
        read_settings(_single_sign_on(tmp_path, **{name: value}))


@pytest.mark.parametrize(("value", "hours"), [(None, 24), ("0", 0), ("168", 168)])
def test_a_new_number_waits_as_long_as_is_set(value: str | None, hours: int) -> None:
    environ = {} if value is None else {"SIGNPOST_COOL_OFF_HOURS": value}

    assert read_settings(environ).cool_off == timedelta(hours=hours)


@pytest.mark.parametrize("value", ["-1", "1.5", "169", "a day"])
def test_an_odd_wait_stops_the_start(value: str) -> None:
    with pytest.raises(BadSetting, match="SIGNPOST_COOL_OFF_HOURS"):
        read_settings({"SIGNPOST_COOL_OFF_HOURS": value})
