"""Where something is wrong in a spreadsheet: the place in HSDS-UK's JSON as the heading of a column."""

from collections.abc import Sequence

from directory.feeds.contact_columns import heading
from directory.feeds.report import Refusal


OF_SERVICE = {
    "schedules": "hours",
    "service_areas": "areas",
    "attributes": "needs",
    "organization": "organization",
    "contacts": "contacts",
}
OF_CONTACT = {
    "channel": "channel",
    "hours": "hours",
    "schedules": "hours",
    "service_areas": "areas",
    "minimum_age": "minimum age",
    "maximum_age": "maximum age",
    "free": "free",
    "name": "name",
    "id": "id",
}
OTHERWISE = "value"


def in_headings(refusals: Sequence[Refusal], groups: Sequence[int]) -> tuple[Refusal, ...]:
    """The refusals with headings for places; `groups` numbers the contacts as the sheet does."""
    said = (Refusal(_heading(each.where, groups), each.fault) for each in refusals)
    return tuple(dict.fromkeys(said))  # two times of one cell are one thing to mend


def _heading(where: str, groups: Sequence[int]) -> str:
    parts = [part for part in where.split(".") if part != "signpost"]
    if not parts:
        return where
    if parts[0] == "contacts" and len(parts) > 1 and parts[1].isdecimal():
        number = groups[int(parts[1])] if int(parts[1]) < len(groups) else int(parts[1]) + 1
        return heading(number, OF_CONTACT.get(parts[2], OTHERWISE) if len(parts) > 2 else OTHERWISE)
    return OF_SERVICE.get(parts[0], parts[0].replace("_", " "))
