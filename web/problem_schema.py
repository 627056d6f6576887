"""How the description of our APIs tells of failures; web.problems makes the answers themselves."""

from typing import Any

from pydantic import BaseModel, Field

from web.problems import DETAILS, PROBLEM_JSON


Responses = dict[int | str, dict[str, Any]]
HEADERS = {
    405: {"Allow": {"description": "The methods it takes.", "schema": {"type": "string"}}},
    429: {"Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}}},
}


class PartMistake(BaseModel):
    """One part of a request that is wrong. It never repeats what was sent."""

    where: str = Field(description="The part, such as body/text or query/page.")
    detail: str


class Problem(BaseModel):
    """An error, as RFC 9457 says it. It never repeats what was sent."""

    type: str
    title: str
    status: int
    detail: str
    errors: tuple[PartMistake, ...] = Field(
        default=(), description="Each wrong part; only where there are some."
    )


def failures(*statuses: int) -> Responses:
    """These failures as FastAPI's `responses` describe them."""
    return {status: _failure(status) for status in statuses}


def _failure(status: int) -> dict[str, Any]:
    described: dict[str, Any] = {
        "description": DETAILS[status],
        "content": {PROBLEM_JSON: {"schema": _schema()}},
    }
    return described | ({"headers": HEADERS[status]} if status in HEADERS else {})


def _schema() -> dict[str, Any]:
    """The schema in one piece: a reference would point into the document it is put into."""
    schema = Problem.model_json_schema()
    parts = schema.pop("$defs")
    schema["properties"]["errors"]["items"] = parts[PartMistake.__name__]
    return schema
