"""An event as a row of the database."""

from dataclasses import fields
from enum import StrEnum
from typing import Any

from usage.event import UsageEvent


def row_of(event: UsageEvent) -> dict[str, Any]:
    """The event's fields as plain values: each driver has its own idea of what an enumeration is."""
    values = {field.name: getattr(event, field.name) for field in fields(event)}
    return {name: str(value) if isinstance(value, StrEnum) else value for name, value in values.items()}
