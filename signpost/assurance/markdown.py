"""A document as Markdown."""

from collections.abc import Iterator

from signpost.assurance.document import Document, Part, Section, Table


def as_markdown(document: Document, *, made_from: str) -> str:
    """The page, with a first line that says where to change it."""
    blocks = [
        f"<!-- Made by `make assurance` from {made_from}: change it there. -->",
        f"# {document.title}",
        *document.lead,
        *(block for section in document.sections for block in _section(section)),
    ]
    return "\n\n".join(blocks) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f"{'#' * section.level} {section.heading}"
    for part in section.parts:
        assert isinstance(part, str | tuple | Table)  # inserts are in place
        yield _part(part)


def _part(part: Part) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Table):
        return "\n".join([_row(part.columns), _row(("---",) * len(part.columns)), *map(_row, part.rows)])
    return "\n".join(f"- {item}" for item in part)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"
