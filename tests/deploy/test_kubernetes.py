"""The manifests of deploy/kubernetes: probes, limits, rights and ways. There is no cluster to try them on."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from signpost.settings import read_settings


FOLDER = Path(__file__).parents[2] / "deploy" / "kubernetes"
KUSTOMIZATION: dict[str, Any] = yaml.safe_load((FOLDER / "kustomization.yaml").read_text(encoding="utf-8"))
SERVING = ("web", "engine", "actions", "redis")
Manifest = dict[str, Any]


def _manifests() -> Iterator[Manifest]:
    for name in KUSTOMIZATION["resources"]:
        yield from yaml.safe_load_all((FOLDER / name).read_text(encoding="utf-8"))


MANIFESTS = list(_manifests())
WORKLOADS = [each for each in MANIFESTS if each["kind"] in {"Deployment", "StatefulSet", "Job"}]
NAMES = [each["metadata"]["name"] for each in WORKLOADS]


def of_kind(kind: str) -> dict[str, Manifest]:
    return {each["metadata"]["name"]: each for each in MANIFESTS if each["kind"] == kind}


def pod_of(name: str) -> Manifest:
    found: Manifest = WORKLOADS[NAMES.index(name)]["spec"]["template"]["spec"]
    return found


@pytest.fixture(params=NAMES)
def pod(request: pytest.FixtureRequest) -> Manifest:
    return pod_of(request.param)


def test_no_pod_runs_as_root_or_may_become_it(pod: Manifest) -> None:
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["runAsUser"] > 0
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert pod["automountServiceAccountToken"] is False
    for container in pod["containers"]:
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }


def test_every_container_asks_for_what_it_needs_and_gets_no_more_memory(pod: Manifest) -> None:
    for container in pod["containers"]:
        resources = container["resources"]
        assert set(resources["requests"]) == {"cpu", "memory"}
        assert resources["limits"]["memory"] == resources["requests"]["memory"]


def test_every_mount_has_its_volume_and_none_is_of_the_node(pod: Manifest) -> None:
    volumes = {each["name"]: each for each in pod["volumes"]}

    assert {mount["name"] for each in pod["containers"] for mount in each["volumeMounts"]} == set(volumes)
    assert not any("hostPath" in each for each in volumes.values())
    assert all("sizeLimit" in each["emptyDir"] for each in volumes.values() if "emptyDir" in each)


@pytest.mark.parametrize("name", SERVING)
def test_everything_that_serves_has_all_three_probes_at_a_port_of_its_own(name: str) -> None:
    (container,) = pod_of(name)["containers"]
    ports = {port["name"] for port in container["ports"]}

    for kind in ("startupProbe", "readinessProbe", "livenessProbe"):
        probe = container[kind]
        asked = probe.get("httpGet") or probe.get("tcpSocket")
        assert asked["port"] in ports if asked else probe["exec"]["command"]


@pytest.mark.parametrize("name", ["web", "engine", "actions"])
def test_a_drain_of_a_node_takes_one_at_a_time(name: str) -> None:
    budget = of_kind("PodDisruptionBudget")[name]["spec"]

    assert budget["maxUnavailable"] == 1
    assert budget["selector"]["matchLabels"] == {"app": name}


@pytest.mark.parametrize("name", ["web", "actions"])
def test_the_number_of_those_without_a_name_follows_the_load(name: str) -> None:
    scaler = of_kind("HorizontalPodAutoscaler")[name]["spec"]

    assert scaler["scaleTargetRef"] == {"apiVersion": "apps/v1", "kind": "Deployment", "name": name}
    assert 2 <= scaler["minReplicas"] < scaler["maxReplicas"]
    assert "replicas" not in of_kind("Deployment")[name]["spec"]  # an apply would undo what it did


def test_the_engines_that_are_listed_are_those_that_run() -> None:
    settings = read_settings({**_settings(), "SIGNPOST_REDIS_URL": "redis://:p@redis:6379/0"})
    engine = of_kind("StatefulSet")["engine"]["spec"]

    assert settings.scale.engine_urls == tuple(
        f"http://engine-{number}.{engine['serviceName']}:5005" for number in range(engine["replicas"])
    )
    assert of_kind("Service")["engine"]["spec"]["clusterIP"] == "None"
    assert settings.scale.actions_url == "http://actions:5055"


def test_every_service_leads_to_pods_and_a_port_that_they_have() -> None:
    for name, service in of_kind("Service").items():
        (container,) = pod_of(service["spec"]["selector"]["app"])["containers"]
        named = {port["name"]: port["containerPort"] for port in container["ports"]}
        for port in service["spec"]["ports"]:
            assert named[port["targetPort"]] == port["port"], name


def test_nothing_may_be_reached_or_asked_unless_a_policy_says_so() -> None:
    nothing = of_kind("NetworkPolicy")["nothing-else"]["spec"]

    assert nothing == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}


def test_who_may_ask_whom() -> None:
    assert {app: _callers(app) for app in ("engine", "actions", "redis")} == {
        "engine": {"web"},
        "actions": {"engine", "web"},  # the web process asks only for its health
        "redis": {"web", "engine"},
    }


@pytest.mark.parametrize(
    ("name", "asked"), [("engine", {"actions", "redis"}), ("redis", set()), ("actions", set())]
)
def test_what_people_say_has_no_way_out_of_the_cluster(name: str, asked: set[str]) -> None:
    """An action server reaches PostgreSQL as well, which may be outside of the namespace."""
    policy = of_kind("NetworkPolicy").get(f"{name}-out")
    rules = policy["spec"]["egress"] if policy else []
    pods = {app for rule in rules for to in rule["to"] if "podSelector" in to for app in _apps(to)}
    blocks = [
        (to["ipBlock"]["cidr"], rule["ports"]) for rule in rules for to in rule["to"] if "ipBlock" in to
    ]

    assert pods == asked
    assert blocks == ([("10.0.0.0/8", [{"port": 5432}])] if name == "actions" else [])


def test_no_secret_stands_in_a_manifest() -> None:
    assert not of_kind("Secret")
    assert "secretGenerator" not in KUSTOMIZATION
    assert not [each for each in KUSTOMIZATION["configMapGenerator"][0]["literals"] if "PASSWORD" in each]


def test_images_are_pinned() -> None:
    ours = {each["name"]: each["newTag"] for each in KUSTOMIZATION["images"]}
    used = {container["image"] for name in NAMES for container in pod_of(name)["containers"]}

    assert used == {*ours, "valkey/valkey:8.1.3-alpine"}
    assert "latest" not in ours.values()


def test_kustomize_puts_it_together() -> None:
    if shutil.which("kubectl") is None:
        pytest.skip("NO KUBECTL: kustomize itself is not tried; the manifests are read all the same.")
    done = subprocess.run(["kubectl", "kustomize", str(FOLDER)], capture_output=True, text=True, check=False)
    made = [each for each in yaml.safe_load_all(done.stdout) if each]

    assert done.returncode == 0, done.stderr
    assert len(made) == len(MANIFESTS) + 1  # the settings
    assert all(
        each["metadata"].get("namespace") == "signpost" for each in made if each["kind"] != "Namespace"
    )


def _settings() -> dict[str, str]:
    return dict(each.split("=", 1) for each in KUSTOMIZATION["configMapGenerator"][0]["literals"])


def _callers(app: str) -> set[str]:
    rules = of_kind("NetworkPolicy")[f"{app}-in"]["spec"]["ingress"]
    return {caller for rule in rules for each in rule["from"] for caller in _apps(each)}


def _apps(selector: Manifest) -> list[str]:
    found: list[str] = selector["podSelector"]["matchExpressions"][0]["values"]
    return found
