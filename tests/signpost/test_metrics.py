"""Metrics are shown on the port of their process alone, and hold names and labels of closed lists."""

import re
from dataclasses import replace

import pytest
import requests
from prometheus_client import CollectorRegistry, Counter, generate_latest
from prometheus_client.parser import text_string_to_metric_families
from structlog.testing import capture_logs

from actions.metrics import REGISTRY as ACTIONS
from bot.metrics import REGISTRY as ENGINE
from signpost.metrics import VERSION, new_registry, show
from signpost.monitoring import Monitoring, Process
from tests.running import free_port
from web.metrics import REGISTRY as WEB


LABELS = {"version", "le", "kind", "instead_of", "ended", "sha256", "job"}
HERE = Monitoring("127.0.0.1", 0, "")
REGISTRIES = {"web": WEB, "engine": ENGINE, "actions": ACTIONS}


def test_a_registry_is_shown_on_the_port_of_its_process() -> None:
    port = free_port()
    registry = new_registry()
    Counter("signpost_tried", "Tried.", registry=registry).inc()

    show(registry, Process.WEB, replace(HERE, metrics_port=port))

    told = requests.get(f"http://127.0.0.1:{port}/metrics", timeout=5).text
    assert "signpost_tried_total 1.0" in told
    assert f'signpost_build_info{{version="{VERSION}"}} 1.0' in told


def test_without_a_port_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("signpost.metrics.start_http_server", lambda *_a, **_k: pytest.fail("shown"))

    show(new_registry(), Process.WEB, HERE)


def test_a_port_that_is_taken_costs_the_metrics_and_not_the_service() -> None:
    taken = replace(HERE, metrics_port=free_port())
    show(new_registry(), Process.WEB, taken)

    with capture_logs() as told:
        show(new_registry(), Process.WEB, taken)

    assert [each["event"] for each in told] == ["metrics_not_shown"]


@pytest.mark.parametrize("registry", REGISTRIES.values(), ids=REGISTRIES)
def test_names_are_ours_and_labels_from_a_closed_list(registry: CollectorRegistry) -> None:
    for family in text_string_to_metric_families(generate_latest(registry).decode()):
        assert re.fullmatch(r"signpost_[a-z_]+", family.name)
        assert {label for sample in family.samples for label in sample.labels} <= LABELS


@pytest.mark.parametrize("registry", REGISTRIES.values(), ids=REGISTRIES)
def test_no_metric_tells_of_dangers_needs_places_or_moments(registry: CollectorRegistry) -> None:
    told = generate_latest(registry).decode().lower()

    for word in (
        "risk",
        "crisis",
        "danger",
        "overdose",
        "suicide",
        "child",
        "need",
        "intent",
        "area",
        "_created",
    ):
        assert word not in told
