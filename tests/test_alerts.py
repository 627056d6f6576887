"""The alert rules: every metric and label they name exists, and each has a runbook."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client import generate_latest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy.orm import sessionmaker

from actions.metrics import REGISTRY as ACTIONS
from bot.metrics import REGISTRY as ENGINE
from bot.metrics import tell_model
from signpost.settings import read_settings
from web.metrics import REGISTRY as WEB
from web.resources import Resources
from web.upkeep import UpkeepCollector


ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "deploy" / "prometheus"
RUNBOOKS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
RULES: list[dict[str, Any]] = [
    rule
    for group in yaml.safe_load((FOLDER / "alerts.yml").read_text(encoding="utf-8"))["groups"]
    for rule in group["rules"]
]
JOBS: list[dict[str, Any]] = yaml.safe_load((FOLDER / "scrape.yml").read_text(encoding="utf-8"))[
    "scrape_configs"
]
FUNCTIONS = {"sum", "increase", "rate", "delta", "time", "histogram_quantile", "by", "and", "le", "kind"}
NAMES = re.compile(r"[a-z_]+")
MATCHERS = re.compile(r"(\w+)\{(\w+)=\"([^\"]+)\"\}")
DURATION = re.compile(r"[1-9]\d*[smhd]")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    """The labels of every series that the three processes show, by name."""
    from datetime import UTC, datetime

    from prometheus_client import CollectorRegistry

    settings = read_settings({"SIGNPOST_HOME": str(tmp_path_factory.mktemp("home"))})
    upkeep = CollectorRegistry()
    clock = lambda: datetime(2026, 11, 24, tzinfo=UTC)  # noqa: E731
    upkeep.register(UpkeepCollector(Resources(settings, sessionmaker(), b"", clock)))
    tell_model("0" * 64, clock())
    found: dict[str, list[dict[str, str]]] = {"up": [{"job": each["job_name"]} for each in JOBS]}
    for registry in (WEB, ENGINE, ACTIONS):
        _add(found, generate_latest(registry).decode())
    for family in UpkeepCollector(Resources(settings, sessionmaker(), b"", clock)).describe():
        found.setdefault(family.name, [])
    found["signpost_last_success_timestamp_seconds"] = [{"job": job} for job in ("backup", "purge", "feeds")]
    return found


def _add(found: dict[str, list[dict[str, str]]], told: str) -> None:
    for family in text_string_to_metric_families(told):
        for sample in family.samples:
            found.setdefault(sample.name, []).append(sample.labels)


def _metrics_of(rule: dict[str, Any]) -> set[str]:
    without_matchers = re.sub(r"\{[^}]*\}|\[[^\]]*\]", "", rule["expr"])
    return set(NAMES.findall(without_matchers)) - FUNCTIONS


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_every_metric_of_a_rule_is_shown_by_a_process(
    rule: dict[str, Any], shown: dict[str, list[dict[str, str]]]
) -> None:
    assert _metrics_of(rule)
    assert _metrics_of(rule) <= set(shown)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_every_label_that_a_rule_asks_for_has_that_value(
    rule: dict[str, Any], shown: dict[str, list[dict[str, str]]]
) -> None:
    for metric, label, value in MATCHERS.findall(rule["expr"]):
        assert value in {labels.get(label) for labels in shown[metric]}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_a_rule_is_whole(rule: dict[str, Any]) -> None:
    assert set(rule) <= {"alert", "expr", "for", "labels", "annotations"}
    assert DURATION.fullmatch(rule.get("for", "1m"))
    assert rule["labels"]["severity"] in {"page", "ticket"}
    assert rule["annotations"]["summary"].endswith(".")
    assert rule["expr"].count("(") == rule["expr"].count(")")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_every_alert_has_a_runbook(rule: dict[str, Any]) -> None:
    name = rule["alert"]

    assert rule["annotations"]["runbook"] == f"docs/operations.md#{name.lower()}"
    assert f"\n### {name}\n" in RUNBOOKS


def test_no_runbook_is_for_an_alert_that_is_gone() -> None:
    written = set(re.findall(r"^### (Signpost\w+)$", RUNBOOKS, re.MULTILINE))

    assert written == {rule["alert"] for rule in RULES}


def test_no_two_alerts_have_one_name() -> None:
    assert len({rule["alert"] for rule in RULES}) == len(RULES)


def test_every_process_is_read_at_the_port_that_the_settings_give_it() -> None:
    from signpost.monitoring import Process

    monitoring = read_settings({}).monitoring
    ports = {f"signpost-{each}": f"127.0.0.1:{monitoring.port_of(each)}" for each in Process}

    assert {each["job_name"]: each["static_configs"][0]["targets"][0] for each in JOBS} == ports


def test_promtool_takes_the_rules() -> None:
    promtool = shutil.which("promtool")
    if promtool is None:
        pytest.skip("promtool is not installed here; the tests above read the rules by themselves")
    checked = subprocess.run(
        [promtool, "check", "rules", str(FOLDER / "alerts.yml")], capture_output=True, check=False
    )

    assert checked.returncode == 0, checked.stdout
