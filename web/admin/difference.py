"""Before and after of each field that changes, as staff read it."""

from collections.abc import Iterable
from dataclasses import dataclass

from directory.fields import Values
from web.admin.value_words import FIELDS, Said, say_value


@dataclass(frozen=True)
class Line:
    """One field, before and after, each as lines of words."""

    name: str
    field: str
    before: Said
    after: Said


def lines_of(before: Values, after: Values, *, only: Iterable[str] | None = None) -> tuple[Line, ...]:
    """A line for each field that staff are told of and that differs, in the order in which they are told."""
    names = set(after if only is None else only)
    return tuple(
        Line(name, FIELDS[name], say_value(name, before.get(name)), say_value(name, after[name]))
        for name in FIELDS
        if name in names and name in after and before.get(name) != after[name]
    )
