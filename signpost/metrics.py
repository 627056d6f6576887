"""How a process shows its metrics: on a port of its own, with names and labels from closed lists.

Each process has a registry in a module of its own: web/metrics.py, bot/metrics.py, actions/metrics.py. No
metric tells of dangers, needs, places or people; docs/decisions/0012 says why.
"""

from importlib.metadata import version

import structlog
from prometheus_client import CollectorRegistry, Gauge, disable_created_metrics, start_http_server

from signpost.monitoring import Monitoring, Process


VERSION = version("signpost")
# Seconds; the fixed card is promised within three, and the engine is given up after 2.2.
TURN_SECONDS = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 2.0, 2.6, 3.0)
STEP_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0)


def new_registry() -> CollectorRegistry:
    """An empty registry that tells the version, and not the moment at which something first happened."""
    disable_created_metrics()  # type: ignore[no-untyped-call]  # prometheus_client says no types here
    registry = CollectorRegistry()
    build = Gauge("signpost_build_info", "The version that runs.", ["version"], registry=registry)
    build.labels(VERSION).set(1)
    return registry


def show(registry: CollectorRegistry, process: Process, monitoring: Monitoring) -> None:
    """Shows a registry until the process ends, in a thread of its own.

    A port that is taken costs the metrics, never the service: the log tells of it.
    """
    port = monitoring.port_of(process)
    if not port:
        return
    try:
        start_http_server(port, addr=monitoring.metrics_host, registry=registry)
    except OSError as error:
        structlog.get_logger("signpost.metrics").error(
            "metrics_not_shown", port=port, error=type(error).__name__
        )
