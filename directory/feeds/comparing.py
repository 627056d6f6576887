"""What differs between a service as it is and as a file has it, as the history keeps it: text by field."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from directory.history import Change, differences
from directory.hsds import shapes
from directory.hsds.shape import Shape


# Derived from the contacts, ours to say, or compared apart.
NOT_COMPARED = frozenset(
    {
        "id",
        "url",
        "email",
        "last_modified",
        "assured_date",
        "organization",
        "contacts",
        "service_at_locations",
    }
)
OURS_TO_SAY = frozenset({"slug", "checked", "confirmed"})
Values = dict[str, str | None]


def service_changes(before: shapes.Service, after: shapes.Service) -> list[Change]:
    """The fields of a service that differ, its contacts, locations and organization apart."""
    return differences(_service_values(before), _service_values(after))


def contact_changes(before: shapes.Contact | None, after: shapes.Contact) -> list[Change]:
    """The fields of a contact that differ; everything that is there, for a new one."""
    values = _contact_values(after)
    return differences(_contact_values(before) if before else dict.fromkeys(values), values)


def all_of(service: shapes.Service) -> list[Change]:
    """Everything that a new service brings, its contacts apart."""
    values = _service_values(service)
    return differences(dict.fromkeys(values), values)


def same_places(before: shapes.Service, after: shapes.Service) -> bool:
    """Whether the service is given at the same locations."""
    return _places(before) == _places(after)


def _places(service: shapes.Service) -> list[str]:
    return sorted(_text(each.as_json()) or "" for each in service.service_at_locations or ())


def _service_values(service: shapes.Service) -> Values:
    terms = [_term(each) for each in service.attributes or ()]
    return _values(service, NOT_COMPARED | {"attributes"}) | {"attributes": "\n".join(sorted(terms)) or None}


def _contact_values(contact: shapes.Contact) -> Values:
    number = "\n".join(each.number for each in contact.phones or ()) or None
    return _values(contact, {"id", "phones"}) | {"number": number}


def _values(shape: shapes.Service | shapes.Contact, left_out: frozenset[str] | set[str]) -> Values:
    outer = {name: getattr(shape, name) for name in type(shape).model_fields if name not in left_out}
    del outer["signpost"]
    ours = type(shape.signpost).model_fields.keys() - OURS_TO_SAY
    outer |= {name: getattr(shape.signpost, name) for name in sorted(ours)}
    return {name: _text(_plain(value)) for name, value in outer.items()}


def _plain(value: Any) -> Any:
    """JSON values without the ids of small parts, which a file may leave as they are or not."""
    if isinstance(value, Shape):
        return _without_ids(value.as_json())
    if isinstance(value, tuple):
        return sorted((_plain(each) for each in value), key=str)
    return value


def _without_ids(value: Mapping[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in value.items() if name != "id"}


def _term(attribute: shapes.Attribute) -> str:
    term = attribute.taxonomy_term
    first = attribute.signpost.first_line if attribute.signpost else None
    return f"{term.taxonomy}: {term.name}" + (f" ({first})" if first else "")


def _text(value: Any) -> str | None:
    if value is None or value == []:
        return None
    return str(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


def named(changes: Sequence[Change], *, of: str) -> tuple[Change, ...]:
    """Changed fields with the name of what they belong to, as a report lists them."""
    return tuple(replace(change, field=f"{of}{change.field}") for change in changes)
