"""The containers of deploy/compose.yaml: hardened, healthy, and without a way out for what people say.

It cannot be started here, so it is read: these are the promises of docs/scale.md.
"""

import re
import ssl
from pathlib import Path
from typing import Any

import pytest
import yaml

from signpost.scale import read_scale
from signpost.settings import read_settings


FOLDER = Path(__file__).parents[2] / "deploy"
COMPOSE: dict[str, Any] = yaml.safe_load((FOLDER / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
ONCE = {"migrate", "upkeep"}  # they serve nothing that could be asked for its health
SETTINGS: dict[str, str] = COMPOSE["x-settings"]
PINNED = re.compile(r"[a-z0-9./-]+:\d+\.\d+\.?\d*(-[a-z0-9.]+)?|signpost-(web|bot):local")


def is_without_way_out(service: dict[str, Any]) -> bool:
    return all((COMPOSE["networks"][name] or {}).get("internal") is True for name in service["networks"])


@pytest.mark.parametrize("name", SERVICES)
def test_every_container_is_hardened_and_limited(name: str) -> None:
    service = SERVICES[name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "cap_add" not in service
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert int(service["user"].split(":")[0]) > 0
    assert service["mem_limit"]
    assert service["pids_limit"]
    assert not {"privileged", "network_mode", "pid", "ipc"} & set(service)
    assert not any("docker.sock" in str(volume) for volume in service.get("volumes", []))


@pytest.mark.parametrize("name", SERVICES)
def test_every_image_is_pinned(name: str) -> None:
    assert PINNED.fullmatch(SERVICES[name]["image"])


@pytest.mark.parametrize("name", sorted(set(SERVICES) - ONCE))
def test_everything_that_serves_says_whether_it_is_healthy(name: str) -> None:
    check = SERVICES[name]["healthcheck"]

    assert check["test"][0] in {"CMD", "CMD-SHELL"}
    assert check["timeout"]
    assert check["retries"]


def test_what_is_waited_for_is_there_and_says_when_it_is_ready() -> None:
    for service in SERVICES.values():
        for name, waits in service.get("depends_on", {}).items():
            done = waits["condition"] == "service_completed_successfully"
            assert SERVICES[name].get("restart") == "no" if done else "healthcheck" in SERVICES[name]


def test_there_are_two_of_what_carries_the_load() -> None:
    engines = [name for name in SERVICES if name.startswith("engine-")]

    assert SERVICES["web"]["deploy"]["replicas"] == 2
    assert len(engines) == 2
    assert read_scale(_filled(SETTINGS)).engine_urls == tuple(f"http://{name}:5005" for name in engines)


@pytest.mark.parametrize("name", ["engine-0", "engine-1", "actions", "redis", "postgres", "migrate"])
def test_what_people_say_and_what_is_kept_has_no_way_out(name: str) -> None:
    assert is_without_way_out(SERVICES[name])
    assert "ports" not in SERVICES[name]


def test_only_the_proxy_can_be_reached_from_outside_and_it_reaches_the_web_processes_alone() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
    beside = [name for name, service in SERVICES.items() if set(service["networks"]) & {"edge"}]
    assert beside == ["proxy", "web"]
    assert SERVICES["proxy"]["networks"] == ["edge"]


def test_every_network_volume_and_secret_that_is_used_is_declared() -> None:
    for service in SERVICES.values():
        assert set(service["networks"]) <= set(COMPOSE["networks"])
        named = {each if isinstance(each, str) else each["source"] for each in service.get("secrets", [])}
        assert named <= set(COMPOSE["secrets"])
        kept = {volume.split(":")[0] for volume in service.get("volumes", []) if not volume.startswith(".")}
        assert kept <= set(COMPOSE["volumes"])


def test_the_settings_are_such_that_every_process_starts() -> None:
    settings = read_settings(_filled(SETTINGS))

    assert settings.scale.is_shared
    assert settings.database_url.startswith("postgresql://")
    assert COMPOSE["networks"]["edge"]["ipam"]["config"][0]["subnet"] in settings.trusted_proxies
    assert settings.public_url == "https://signpost.example"


def test_no_password_stands_in_the_file_and_every_one_that_is_needed_is_asked_for() -> None:
    text = (FOLDER / "compose.yaml").read_text(encoding="utf-8")
    example = (FOLDER / "example.env").read_text(encoding="utf-8")
    asked_for = set(re.findall(r"\$\{([A-Z_]+)", text))

    assert "${DATABASE_PASSWORD:?" in text
    assert "${REDIS_PASSWORD:?" in text
    assert asked_for == set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE))
    assert re.search(r"^(DATABASE|REDIS)_PASSWORD=\S", example, re.MULTILINE) is None


def test_redis_writes_nothing_to_a_disk_and_lets_the_longest_unused_go() -> None:
    command = SERVICES["redis"]["command"]
    terms = {command[at]: command[at + 1] for at in range(1, len(command), 2)}

    assert (terms["--save"], terms["--appendonly"]) == ("", "no")
    assert terms["--maxmemory-policy"] == "volatile-lru"
    assert "volumes" not in SERVICES["redis"]


def test_the_proxy_replaces_what_a_sender_wrote_and_writes_no_addresses() -> None:
    lines = [
        line.split("#")[0].strip()
        for line in (FOLDER / "nginx" / "signpost.conf.template").read_text(encoding="utf-8").splitlines()
    ]

    assert "proxy_set_header X-Forwarded-For $remote_addr;" in lines
    assert "access_log off;" in lines
    assert "ssl_protocols TLSv1.2 TLSv1.3;" in lines
    assert "proxy_next_upstream error;" in lines  # never non_idempotent: a turn would be taken twice
    assert sum(line.count("{") for line in lines) == sum(line.count("}") for line in lines)


def test_the_proxy_speaks_tls_of_strong_ciphers_only_and_sends_everybody_there() -> None:
    written = (FOLDER / "nginx" / "signpost.conf.template").read_text(encoding="utf-8")
    ciphers = re.findall(r"^ +ssl_ciphers (\S+);$", written, re.MULTILINE)
    plain, encrypted = written.split("\nserver {\n")[1:]

    assert "listen 8080;" in plain
    assert "return 308 https://$host$request_uri;" in plain
    assert "proxy_pass" not in plain
    assert re.findall(r"listen (.+);", encrypted) == ["8443 ssl"]
    assert re.findall(r"ssl_protocols (.+);", encrypted) == ["TLSv1.2 TLSv1.3"]
    assert "ssl_prefer_server_ciphers on;" in encrypted
    assert all(
        re.fullmatch(r"ECDHE-(RSA|ECDSA)-(AES\d+-GCM|CHACHA20)-\w+", one) for one in ciphers[0].split(":")
    )
    ssl.create_default_context().set_ciphers(ciphers[0])  # each is one that OpenSSL knows


def _filled(settings: dict[str, str]) -> dict[str, str]:
    """The settings as Docker fills them in from an .env with a host and passwords."""
    given = {"SIGNPOST_HOST": "signpost.example", "DATABASE_PASSWORD": "d" * 64, "REDIS_PASSWORD": "e" * 64}

    def value(found: re.Match[str]) -> str:
        return given.get(found[1], (found[3] or "") if found[2] == ":-" else "")

    return {name: re.sub(r"\$\{([A-Z_]+)(:[-?])([^}]*)\}", value, text) for name, text in settings.items()}
