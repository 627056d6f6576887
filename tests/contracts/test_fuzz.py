"""The open directory fuzzed from its own description: odd requests get a clear refusal, never a 5xx."""

from itertools import product
from typing import Any

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
LISTS = ("services", "taxonomies", "taxonomy_terms", "service_at_locations")
ONES = (
    "services/{service_id}",
    "taxonomies/{taxonomy_id}",
    "taxonomy_terms/{term_id}",
    "service_at_locations/{at_location_id}",
)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "mode"),
    [
        ("", GenerationMode.POSITIVE),  # it takes nothing that could be wrong
        *product((*LISTS, *ONES), (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)),
    ],
)
def test_odd_requests_get_what_the_description_promises(
    starter_app: FastAPI, path: str, mode: GenerationMode
) -> None:
    described = schemathesis.openapi.from_asgi("/openapi.json", starter_app)
    operation = described[f"/directory/v3/{path}"]["GET"]

    @settings(max_examples=40, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Case[Any]) -> None:
        case.call_and_validate(checks=CHECKS)

    ask()
