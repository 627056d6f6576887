"""What operators can read of real conversations: no words, places or tokens in logs, metrics and spans."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import pytest
import requests
import yaml
from prometheus_client.parser import text_string_to_metric_families

from signpost.monitoring import Process
from signpost.processes import stop_all, wait_until_healthy
from signpost.tracing import OUTCOME, Outcome, Step
from tests.running import RunningSystem, running_system, three_free_ports
from tests.system.collector import Collector, collecting
from tests.talking import Conversation, recorded_conversations


pytestmark = [pytest.mark.model, pytest.mark.slow]
MARKED = (
    "they took over my flat {marker} and i owe them money",
    "my name is Zebedee{marker} and my number is 07700 900123",
    "i live at 4 Marker Street {marker}, WR1 2AB, in Worcester",
    "{marker} wants to kill me he is outside my door now",
    "my son is 14 and {marker} made him carry",
    '/stop_and_forget{{"area": "{marker}"}}',
    "{marker}",
)
# What the conversations are about and where people say they are: in no name, label or attribute either.
TOLD = (
    "zebedee",
    "07700 900123",
    "wr1",
    "worcester",
    "telford",
    "marker street",
    "cuckooing",
    "debt",
    "overdose",
)
SENT_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
RECORDED = 12  # of the recorded conversations, spread over all kinds


@dataclass
class Watched:
    """A running system, all that was said in it, and what operators could read."""

    system: RunningSystem
    collector: Collector
    marker: str
    tokens: list[str] = field(default_factory=list)
    turns: int = 0
    metrics: str = ""
    public_metrics: int = 0  # the status of /metrics on the public's port
    described: str = ""  # the public's description of all addresses
    logs: str = ""

    def secrets(self) -> list[str]:
        """What must be nowhere: the marker, tokens, and the token of the engine."""
        engine = (self.system.settings.home / "secrets" / "engine").read_text()
        return [self.marker.lower(), engine.lower(), *(each.lower() for each in self.tokens)]


def _metrics(system: RunningSystem) -> str:
    ports = [system.settings.monitoring.port_of(each) for each in Process]
    return "".join(requests.get(f"http://127.0.0.1:{port}/metrics", timeout=10).text for port in ports)


def _talk(watched: Watched) -> None:
    person = Conversation(watched.system)
    for sentence in MARKED:
        person.type(sentence.format(marker=watched.marker))
        watched.turns += 1
    watched.tokens.append(person.reply["conversation"])
    for path in recorded_conversations()[:: max(1, len(recorded_conversations()) // RECORDED)]:
        other = Conversation(watched.system)
        _repeat(other, path)
        watched.tokens.append(other.reply["conversation"])


def _repeat(person: Conversation, path: Path) -> None:
    """Says what a recording says. Other tests hold the answers; a slow machine may give a fixed card."""
    for turn in yaml.safe_load(path.read_text(encoding="utf-8"))["turns"]:
        if "say" in turn:
            person.type(turn["say"])
        elif turn["choose"] in [choice["label"] for choice in person.choices]:
            person.choose(turn["choose"])
        else:
            return


def _talk_while_away(watched: Watched, name: str) -> None:
    """One message while a process is gone: the fixed card, and whatever is logged of it."""
    person = Conversation(watched.system)
    gone = watched.system.process(name)
    gone.process.kill()
    gone.process.wait()
    person.type(f"{watched.marker} they took over my flat in Telford")
    watched.tokens.append(person.reply["conversation"])
    gone.start()
    wait_until_healthy([gone])


def _send_a_trace_along(watched: Watched) -> None:
    """Two requests that say they belong to one trace, as a page could to tie turns together."""
    for _ in range(2):
        requests.post(
            f"{watched.system.address}/api/chat/messages",
            json={"conversation": None},
            headers={"traceparent": f"00-{SENT_TRACE}-00f067aa0ba902b7-01", "tracestate": watched.marker},
            timeout=10,
        )


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """Conversations held, metrics read while it runs, logs and spans once it has stopped."""
    with collecting() as collector:
        monitoring = {
            "SIGNPOST_METRICS_PORT": str(three_free_ports()),
            "SIGNPOST_TRACES_URL": collector.url,
        }
        with running_system(tmp_path_factory.mktemp("watched"), monitoring=monitoring) as system:
            seen = Watched(system, collector, f"MARKER{uuid4().hex[:10]}")
            _talk_while_away(seen, "actions")
            _talk_while_away(seen, "rasa")
            _talk(seen)
            _send_a_trace_along(seen)
            seen.metrics = _metrics(system)
            seen.public_metrics = requests.get(f"{system.address}/metrics", timeout=10).status_code
            seen.described = requests.get(f"{system.address}/openapi.json", timeout=10).text
            stop_all(system.processes)  # what is left of the spans is sent as they stop
            seen.logs = "".join(each.log.read_text() for each in system.processes)
            yield seen


def test_nothing_said_is_in_a_log(watched: Watched) -> None:
    told = watched.logs.lower()

    assert [each for each in (*watched.secrets(), *TOLD) if each in told] == []


def test_every_line_of_every_log_is_closed(watched: Watched) -> None:
    lines = [json.loads(line) for line in watched.logs.splitlines()]

    assert {line["process"] for line in lines} >= {"engine", "actions"}
    assert all({"at", "level", "process", "logger", "event"} <= set(line) for line in lines)


def test_nothing_said_is_in_a_metric(watched: Watched) -> None:
    told = watched.metrics.lower()

    assert [each for each in (*watched.secrets(), *TOLD) if each in told] == []


def test_the_metrics_tell_of_the_conversations(watched: Watched) -> None:
    found = {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(watched.metrics)
        for sample in family.samples
    }

    assert found[("signpost_turn_seconds_count",)] > watched.turns
    assert found[("signpost_engine_turns_total", "answered")] > watched.turns
    assert found[("signpost_search_seconds_count",)] > 0
    assert found[("signpost_engine_failures_total", "unreachable")] >= 1
    assert found[("signpost_fixed_cards_total", "engine")] >= 1
    assert found[("signpost_directory_read_timestamp_seconds",)] > 0
    assert found[("signpost_model_trained_timestamp_seconds",)] > 0
    assert found[("signpost_open_conversations",)] >= 0


def test_metrics_are_no_page_of_the_public(watched: Watched) -> None:
    assert watched.public_metrics == 404
    assert "signpost_turn_seconds" not in watched.described


def test_nothing_said_is_in_a_span_or_its_headers(watched: Watched) -> None:
    told = b"".join(watched.collector.bodies).lower() + "".join(watched.collector.headers).lower().encode()

    assert [each for each in (*watched.secrets(), *TOLD) if each.encode() in told] == []


def test_spans_have_names_and_attributes_of_closed_lists(watched: Watched) -> None:
    spans = watched.collector.spans

    assert {each.name for each in spans} == {step.value for step in Step}
    assert {each.service for each in spans} == {f"signpost-{each.value}" for each in Process}
    assert all(set(each.attributes) == {OUTCOME} for each in spans)
    assert {each.attributes[OUTCOME] for each in spans} <= {outcome.value for outcome in Outcome}


def test_a_turn_is_one_trace_through_the_processes_and_no_two_turns_are_one(watched: Watched) -> None:
    traces: dict[str, list[str]] = {}
    for span in watched.collector.spans:
        traces.setdefault(span.trace, []).append(span.name)

    assert any({"request", "engine call", "engine turn", "action"} <= set(names) for names in traces.values())
    assert all(names.count("request") <= 1 for names in traces.values())
    assert sum(names.count("request") for names in traces.values()) > watched.turns


def test_a_trace_that_a_request_brings_along_is_not_joined(watched: Watched) -> None:
    assert SENT_TRACE not in {each.trace for each in watched.collector.spans}


def test_no_file_that_was_written_holds_a_word(watched: Watched) -> None:
    wanted = [each.encode() for each in (watched.marker, *watched.tokens)]
    held: list[Path] = [
        path for path in watched.system.written_files() if any(word in path.read_bytes() for word in wanted)
    ]

    assert held == []
