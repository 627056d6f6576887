"""Figures as Markdown: what was measured down the side, who was measured along the top."""

from collections.abc import Mapping


Column = Mapping[str, str]  # what was measured, and what was found


def as_table(columns: Mapping[str, Column], *, corner: str) -> str:
    """One table; a row for every name that any column has, in the order of their first column."""
    rows = list(dict.fromkeys(name for column in columns.values() for name in column))
    lines = [_line([corner, *columns]), _line(["---"] * (len(columns) + 1))]
    lines += [_line([row, *(column.get(row, "") for column in columns.values())]) for row in rows]
    return "\n".join(lines)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
