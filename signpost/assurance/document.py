"""A document in parts that a page of Markdown and a page of the web can both be made from."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

from pydantic import model_validator

from signpost.assurance.reading import DATA, BadData, Shape, read_shape


VALUE = re.compile(r"\{(\w+)\}")


class Table(Shape):
    """Rows of text below the names of their columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @model_validator(mode="after")
    def _every_row_is_as_long_as_the_head(self) -> Self:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("A row has more or fewer cells than there are columns")
        return self


class Insert(Shape):
    """A place where parts made from other data stand."""

    insert: str


Part = str | tuple[str, ...] | Table  # a paragraph, a list, a table


class Section(Shape):
    """A heading and what stands below it."""

    heading: str
    level: int = 2  # of HTML's headings: 2 to 4
    parts: tuple[str | tuple[str, ...] | Table | Insert, ...] = ()


class Document(Shape):
    """A title, paragraphs before the first heading, and sections in order."""

    title: str
    lead: tuple[str, ...] = ()
    sections: tuple[Section, ...]


Inserts = Mapping[str, Sequence[Part]]


def read_document(name: str, *, folder: Path = DATA) -> Document:
    """The document as it was written, its values and inserts not yet in place. Raises BadData."""
    return read_shape(folder / f"{name}.yml", Document)


def fill(document: Document, values: Mapping[str, str], inserts: Inserts | None = None) -> Document:
    """The document with every `{value}` and insert in place. Raises BadData for one that nobody knows."""

    def put(text: str) -> str:
        return VALUE.sub(lambda found: _known(values, found[1]), text)

    sections = tuple(
        Section(
            heading=put(section.heading),
            level=section.level,
            parts=tuple(each for part in section.parts for each in _filled(part, put, inserts or {})),
        )
        for section in document.sections
    )
    return Document(title=put(document.title), lead=tuple(map(put, document.lead)), sections=sections)


def _filled(part: Part | Insert, put: Callable[[str], str], inserts: Inserts) -> tuple[Part, ...]:
    if isinstance(part, Insert):
        if part.insert not in inserts:
            raise BadData(f"Nothing is made under the name '{part.insert}'.")
        return tuple(inserts[part.insert])
    if isinstance(part, str):
        return (put(part),)
    if isinstance(part, Table):
        rows = tuple(tuple(map(put, row)) for row in part.rows)
        return (Table(columns=part.columns, rows=rows),)
    return (tuple(map(put, part)),)


def _known(values: Mapping[str, str], name: str) -> str:
    if name not in values:
        raise BadData(f"There is no value '{name}'.")
    return values[name]
