"""The measured figures that assurance rests on, each with its aim and the page that reports it."""

import re
from pathlib import Path

from signpost.assurance.reading import DATA, Shape, read_shape


class Figure(Shape):
    """One measured figure, as its source writes it."""

    id: str
    what: str
    value: str  # as it stands in the source
    aim: str
    is_met: bool
    source: str  # a page of docs/
    measured: str


class Figures(Shape):
    """The file of figures."""

    figures: tuple[Figure, ...]


def read_figures(path: Path = DATA / "figures.yml") -> dict[str, Figure]:
    """Every figure by its id. Raises BadData."""
    return {figure.id: figure for figure in read_shape(path, Figures).figures}


def figure_faults(figures: dict[str, Figure], *, root: Path) -> list[str]:
    """A sentence for each figure whose source is gone or does not say it any more."""
    return [
        f"The figure {figure.id} is {figure.value}, which {figure.source} does not say."
        for figure in figures.values()
        if not _says(root / figure.source, figure.value)
    ]


def _says(page: Path, value: str) -> bool:
    if not page.is_file():
        return False
    whole = rf"(?<![\d.]){re.escape(value)}(?![\d])(?!\.\d)"
    return re.search(whole, page.read_text(encoding="utf-8")) is not None
