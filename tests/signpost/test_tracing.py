"""Spans have names and one attribute from closed lists, and each turn is a trace of its own."""

from collections.abc import Iterator

import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from signpost import tracing
from signpost.monitoring import Monitoring, Process
from signpost.tracing import Step
from tests.system.collector import collecting


MARKER = "MARKER-TEXT"
QUIET = Monitoring("127.0.0.1", 0, "")


@pytest.fixture
def exported(monkeypatch: pytest.MonkeyPatch) -> Iterator[InMemorySpanExporter]:
    """What would be sent, kept in memory."""
    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(tracing, "_tracers", [provider.get_tracer("signpost")])
    yield exporter
    provider.shutdown()


def _by_name(exported: InMemorySpanExporter) -> dict[str, ReadableSpan]:
    return {each.name: each for each in exported.get_finished_spans()}


def test_without_a_collector_nothing_is_made() -> None:
    tracing.configure(Process.WEB, QUIET)

    with tracing.span(Step.REQUEST):
        assert tracing.parent_header() == {}
        tracing.mark_failed()


def test_a_step_is_below_the_one_it_runs_in(exported: InMemorySpanExporter) -> None:
    with tracing.span(Step.REQUEST), tracing.span(Step.ENGINE_CALL):
        pass

    made = _by_name(exported)
    assert made["engine call"].parent.span_id == made["request"].context.span_id
    assert made["request"].parent is None


def test_the_next_process_joins_the_trace(exported: InMemorySpanExporter) -> None:
    with tracing.span(Step.ENGINE_CALL):
        headers = tracing.parent_header()
    with tracing.joined(headers), tracing.span(Step.ENGINE_TURN):
        pass

    made = _by_name(exported)
    assert list(headers) == ["traceparent"]
    assert made["engine turn"].context.trace_id == made["engine call"].context.trace_id


def test_a_process_joins_no_trace_that_happens_to_be_open(exported: InMemorySpanExporter) -> None:
    with tracing.span(Step.ACTION), tracing.joined({}), tracing.span(Step.SEARCH):
        pass

    made = _by_name(exported)
    assert made["directory search"].context.trace_id != made["action"].context.trace_id


@pytest.mark.parametrize("header", ["", "x", "00-" + "0" * 32 + "-" + "0" * 16 + "-01", MARKER])
def test_an_odd_header_begins_a_trace_of_its_own(exported: InMemorySpanExporter, header: str) -> None:
    with tracing.joined({"traceparent": header}), tracing.span(Step.ENGINE_TURN):
        pass

    assert _by_name(exported)["engine turn"].parent is None


def test_two_turns_are_two_traces(exported: InMemorySpanExporter) -> None:
    for _ in range(2):
        with tracing.span(Step.REQUEST):
            pass

    first, second = exported.get_finished_spans()
    assert first.context.trace_id != second.context.trace_id


def test_how_a_step_ended_is_all_that_is_told_of_it(exported: InMemorySpanExporter) -> None:
    with tracing.span(Step.ACTION):
        pass
    with tracing.span(Step.SEARCH):
        tracing.mark_failed()

    made = _by_name(exported)
    assert dict(made["action"].attributes) == {"signpost.outcome": "ok"}
    assert dict(made["directory search"].attributes) == {"signpost.outcome": "failed"}


def test_an_exception_leaves_no_words_in_a_span(exported: InMemorySpanExporter) -> None:
    with pytest.raises(ValueError, match=MARKER), tracing.span(Step.ACTION):
        raise ValueError(MARKER)

    made = _by_name(exported)["action"]
    assert dict(made.attributes) == {"signpost.outcome": "failed"}
    assert (made.events, made.status.description) == ((), None)


def test_a_collector_gets_no_name_of_the_machine_and_all_that_is_left_as_the_process_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OTEL_RESOURCE_ATTRIBUTES", f"host.name={MARKER}")
    with collecting() as collector:
        tracing.configure(Process.WEB, Monitoring("127.0.0.1", 0, collector.url))
        with tracing.span(Step.REQUEST):
            pass
        tracing.finish()

        assert [(each.service, each.name) for each in collector.spans] == [("signpost-web", "request")]
        assert MARKER.encode() not in b"".join(collector.bodies)
    assert tracing.parent_header() == {}
