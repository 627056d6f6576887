"""Traces of a turn through the three processes, for a collector of the operator's; none unless one is named.

A span has one of the names below and one attribute, how it ended. What people say, their needs and places,
and ids of conversations are in none; an exception's text is not recorded. Each turn is a trace of its own,
begun in the web process whatever the request brings along: no two turns can be told to be one person's.
"""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from enum import StrEnum
from typing import TYPE_CHECKING

from signpost.monitoring import Monitoring, Process


if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Tracer

OUTCOME = "signpost.outcome"  # the only attribute
EXPORT_SECONDS = 5
PARENT = "traceparent"  # the only header: a tracestate could carry anything


class Step(StrEnum):
    """The names that a span may have."""

    REQUEST = "request"  # one turn in the web process, from request to answer
    ENGINE_CALL = "engine call"  # the web process waits for the engine
    ENGINE_TURN = "engine turn"
    ACTION = "action"
    SEARCH = "directory search"


class Outcome(StrEnum):
    """How a step ended."""

    OK = "ok"
    FAILED = "failed"


_providers: list["TracerProvider"] = []  # one while traces are made
_tracers: list["Tracer"] = []  # likewise


def configure(process: Process, monitoring: Monitoring) -> None:
    """Makes traces from now on, if a collector is named. What is left is sent as the process exits."""
    if not monitoring.traces_url:
        return
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor
    from opentelemetry.sdk.trace.sampling import ALWAYS_ON

    # Not Resource.create: it takes the names of this machine and of its processes along.
    provider = TracerProvider(
        sampler=ALWAYS_ON, resource=Resource({"service.name": f"signpost-{process.value}"})
    )
    exporter = OTLPSpanExporter(endpoint=monitoring.traces_url, timeout=EXPORT_SECONDS)
    provider.add_span_processor(BatchSpanProcessor(exporter))
    _tracers[:] = [provider.get_tracer("signpost")]
    _providers[:] = [provider]


def finish() -> None:
    """Sends what is left of the spans and makes no more, for a process that a signal ends."""
    _tracers.clear()
    for provider in _providers:
        provider.shutdown()
    _providers.clear()


def span(step: Step) -> AbstractContextManager[None]:
    """One step of a turn, below the step it runs in; nothing at all while no traces are made."""
    return _span(step) if _tracers else nullcontext()


@contextmanager
def _span(step: Step) -> Iterator[None]:
    started = _tracers[0].start_as_current_span(
        step.value, record_exception=False, set_status_on_exception=False
    )
    with started as made:
        made.set_attribute(OUTCOME, Outcome.OK.value)
        try:
            yield
        except BaseException:
            made.set_attribute(OUTCOME, Outcome.FAILED.value)
            raise


def mark_failed() -> None:
    """The current step answers its own failure, so that no exception tells of it."""
    if _tracers:
        from opentelemetry import trace

        trace.get_current_span().set_attribute(OUTCOME, Outcome.FAILED.value)


def parent_header() -> dict[str, str]:
    """The header by which the next process joins the current step's trace; none while no traces are made."""
    if not _tracers:
        return {}
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    carrier: dict[str, str] = {}
    TraceContextTextMapPropagator().inject(carrier)
    return {PARENT: carrier[PARENT]} if PARENT in carrier else {}


def joined(headers: Mapping[str, str]) -> AbstractContextManager[None]:
    """Within this, spans belong to the trace of the process that sent these headers, one of ours."""
    return _joined(headers.get(PARENT, "")) if _tracers else nullcontext()


@contextmanager
def _joined(parent: str) -> Iterator[None]:
    from opentelemetry import context
    from opentelemetry.context import Context
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    token = context.attach(TraceContextTextMapPropagator().extract({PARENT: parent}, context=Context()))
    try:
        yield
    finally:
        context.detach(token)
