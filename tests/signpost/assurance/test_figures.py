"""Each figure stands in the page that reports it."""

from pathlib import Path

import pytest

from signpost.assurance.figures import Figure, figure_faults, read_figures
from signpost.assurance.reading import ROOT


def a_figure(value: str) -> dict[str, Figure]:
    figure = Figure(
        id="speed", what="Speed", value=value, aim="1", is_met=False, source="page.md", measured="today"
    )
    return {"speed": figure}


def test_every_figure_stands_in_its_source() -> None:
    assert figure_faults(read_figures(), root=ROOT) == []


@pytest.mark.parametrize("said", ["It was 0.95.", "| 0.95 | 1 |", "(0.95)"])
def test_a_figure_that_its_source_says_is_right(tmp_path: Path, said: str) -> None:
    (tmp_path / "page.md").write_text(said)

    assert figure_faults(a_figure("0.95"), root=tmp_path) == []


@pytest.mark.parametrize("said", ["It was 0.96.", "0.955", "10.95", "1.0.95", ""])
def test_a_figure_that_its_source_does_not_say_is_named(tmp_path: Path, said: str) -> None:
    (tmp_path / "page.md").write_text(said)

    assert figure_faults(a_figure("0.95"), root=tmp_path) == [
        "The figure speed is 0.95, which page.md does not say."
    ]


def test_a_source_that_is_gone_is_a_fault(tmp_path: Path) -> None:
    assert len(figure_faults(a_figure("0.95"), root=tmp_path)) == 1
