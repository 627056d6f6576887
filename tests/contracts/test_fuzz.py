"""The open directory fuzzed from its own description: odd requests get a clear refusal, never a 5xx."""

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)


CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
ONE, MANY = "/directory/v3/services/{service_id}", "/directory/v3/services"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "mode"),
    [
        ("/directory/v3/", GenerationMode.POSITIVE),  # it takes nothing that could be wrong
        (MANY, GenerationMode.POSITIVE),
        (MANY, GenerationMode.NEGATIVE),
        (ONE, GenerationMode.POSITIVE),
        (ONE, GenerationMode.NEGATIVE),
    ],
)
def test_odd_requests_get_what_the_description_promises(
    starter_app: FastAPI, path: str, mode: GenerationMode
) -> None:
    described = schemathesis.openapi.from_asgi("/openapi.json", starter_app)
    operation = described[path]["GET"]

    @settings(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Case) -> None:
        case.call_and_validate(checks=CHECKS)

    ask()
