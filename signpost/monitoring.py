"""Where metrics and traces go: nowhere but this machine unless a setting says so."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import urlsplit

from signpost.setting_values import BadSetting, whole


DEFAULT_METRICS_PORT = 9420
LAST_PORT = 65535
COLLECTOR = re.compile(r"https?://[^\s@?#]+", re.ASCII)  # no name or password in it


class Process(StrEnum):
    """The processes that people's messages go through, in the order of their ports for metrics."""

    WEB = "web"
    ENGINE = "engine"
    ACTIONS = "actions"


@dataclass(frozen=True)
class Monitoring:
    """What an operator may read, and from where."""

    metrics_host: str  # SIGNPOST_METRICS_HOST: an address of this machine, never the public's
    metrics_port: int  # SIGNPOST_METRICS_PORT: the web process; the engine and the actions follow. 0: none
    traces_url: str  # SIGNPOST_TRACES_URL: a collector's address for OTLP over HTTP; empty makes no traces

    def port_of(self, process: Process) -> int:
        """Where a process shows its metrics; 0 when it shows none."""
        return self.metrics_port and self.metrics_port + list(Process).index(process)


def read_monitoring(environ: Mapping[str, str]) -> Monitoring:
    """The settings of this kind. Raises BadSetting."""
    return Monitoring(_host(environ), _port(environ), _collector(environ))


def _host(environ: Mapping[str, str]) -> str:
    value = environ.get("SIGNPOST_METRICS_HOST", "127.0.0.1")
    try:
        is_right = not ip_address(value).is_global
    except ValueError:
        is_right = False
    if not is_right:
        raise BadSetting(
            f"SIGNPOST_METRICS_HOST has value '{value}'. Write a private address of this machine, such as "
            "10.0.0.5, that only the machine that reads the metrics can reach."
        )
    return value


def _port(environ: Mapping[str, str]) -> int:
    value = whole(environ, "SIGNPOST_METRICS_PORT", DEFAULT_METRICS_PORT)
    if value + len(Process) > LAST_PORT:
        raise BadSetting(f"SIGNPOST_METRICS_PORT has value '{value}'. Three ports in a row are needed.")
    return value


def _collector(environ: Mapping[str, str]) -> str:
    value = environ.get("SIGNPOST_TRACES_URL", "")
    try:
        is_right = bool(COLLECTOR.fullmatch(value) and urlsplit(value).hostname)
    except ValueError:
        is_right = False
    if value and not is_right:
        raise BadSetting(
            "SIGNPOST_TRACES_URL cannot be read. Write where a collector takes OTLP over HTTP, "
            "such as http://127.0.0.1:4318/v1/traces."
        )
    return value
