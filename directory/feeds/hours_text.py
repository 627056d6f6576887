"""Hours as one cell says them, such as "MO,TU 09:00-17:00, bank holidays closed; SA 10:00-12:00"."""

import re
from collections.abc import Sequence
from typing import Any
from uuid import uuid4


PERIOD = re.compile(
    r"(?P<byday>[A-Z0-9,\-]+) (?P<opens>\d\d:\d\d)-(?P<closes>\d\d:\d\d)"
    r"(, bank holidays (?P<bank>as-usual|closed|unknown))?"
    r"(, from (?P<valid_from>\d{4}-\d\d-\d\d))?(, until (?P<valid_to>\d{4}-\d\d-\d\d))?"
    r"(?P<monthly>, monthly)?"
)
BETWEEN = ";"
Period = dict[str, Any]


class NotHours(ValueError):
    """Text that is no hours; it holds nothing of the text."""


def write_hours(schedules: Sequence[Period] | None) -> str:
    """Schedules, as HSDS-UK's JSON has them, as text."""
    return f"{BETWEEN} ".join(_write(each) for each in schedules or ())


def read_hours(text: str) -> list[Period]:
    """The schedules that a text says, in HSDS-UK's JSON. Raises NotHours."""
    return [_read(" ".join(each.split())) for each in text.split(BETWEEN) if each.strip()]


def _write(schedule: Period) -> str:
    said = f"{schedule.get('byday') or ''} {schedule['opens_at'][:5]}-{schedule['closes_at'][:5]}"
    said += f", bank holidays {schedule['signpost']['bank_holidays']}"
    for name, word in (("valid_from", "from"), ("valid_to", "until")):
        said += f", {word} {schedule[name]}" if schedule.get(name) else ""
    return said + (", monthly" if schedule.get("freq") == "MONTHLY" else "")


def _read(text: str) -> Period:
    found = PERIOD.fullmatch(text)
    if found is None:
        raise NotHours("not-hours")
    limits = {name: found[name] for name in ("valid_from", "valid_to") if found[name]}
    return {
        "id": str(uuid4()),
        "freq": "MONTHLY" if found["monthly"] else "WEEKLY",
        "byday": found["byday"],
        "opens_at": f"{found['opens']}:00",
        "closes_at": f"{found['closes']}:00",
        "signpost": {"bank_holidays": found["bank"] or "unknown"},
        **limits,
    }
